import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { MaillageError } from '../../domain/errors.js';
import type { CommandContext, CommonOptions } from '../context.js';
import { EXIT } from '../errors.js';

interface SameOptions extends CommonOptions {
  readonly stdin?: boolean;
}

const AIDE = `
Une ligne lue, une ligne écrite, dans le même ordre :
  {"type":"commune","a":"St-Ouen l'Aumone","b":"Saint-Ouen-l'Aumône"}  ->  {"decision":"meme","regle":"commune@1"}
  « type » : commune, epci, dispositif, personne ou organisme ; « a » et « b » : les noms tels qu’imprimés.
  « departement » (code) et « annee », facultatifs, disent de quel territoire et de quelle année parlent les deux noms.
  « decision » : meme (un seul), different (deux), proposer (à trancher par une personne : maillage decide).
Une ligne vide ou mal formée donne une ligne {"erreur":…}, et le code de sortie 1 à la fin ; les autres sont traitées.

Exemple : echo '{"type":"organisme","a":"CAF 95","b":"CAF du Val-d’Oise"}' | maillage same --stdin`;

export function addSame(program: Command, context: CommandContext): void {
  program
    .command('same')
    .description('dire si deux noms désignent la même chose, par les règles mêmes de la lecture')
    .option('--stdin', 'lire une paire par ligne, en JSON, sur l’entrée standard')
    .addHelpText('after', AIDE)
    .action(async (options: SameOptions) => {
      if (options.stdin !== true) {
        throw new MaillageError(
          'usage',
          'same lit des paires sur l’entrée standard.',
          'Exemple : maillage same --stdin < paires.ndjson',
        );
      }
      if (!(await answerPairs(process.stdin, context))) process.exitCode = EXIT.refused;
    });
}

/** Answers each line as it comes, a blank one too: answers stay in front of their lines. False when one of them was wrong. */
export async function answerPairs(
  entree: NodeJS.ReadableStream,
  { output }: Pick<CommandContext, 'output'>,
): Promise<boolean> {
  const { openComparison } = await import('../../../ingest/stages/resolve/identite/ouvrir.js');
  const { openGazetteer } = await import('../../engines.js');
  const { answer } = openComparison(openGazetteer());
  let juste = true;
  let rang = 0;
  for await (const ligne of createInterface({
    input: entree,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    rang += 1;
    const reponse = answer(ligne, rang);
    juste &&= !('erreur' in reponse);
    output.out.write(`${JSON.stringify(reponse)}\n`);
  }
  return juste;
}

import { Command } from 'commander';
import { addDocuments, addStatus, addVerify } from './commands/base.js';
import { addDecide } from './commands/decide.js';
import { addDoctor } from './commands/doctor.js';
import { addExplain } from './commands/explain.js';
import { addExport } from './commands/export.js';
import { addIngest, addRebuild, addRetract } from './commands/ingest.js';
import { addMoissonner } from './commands/moissonner.js';
import { addAsk, addSearch } from './commands/questions.js';
import { addSame } from './commands/same.js';
import { addServe } from './commands/serve.js';
import type { CommandContext } from './context.js';

const TITRES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Arguments:': 'Arguments :',
};

/** Commands in the order of the help. Add one here. */
const COMMANDES = [
  addIngest,
  addMoissonner,
  addServe,
  addAsk,
  addSearch,
  addDocuments,
  addExplain,
  addExport,
  addVerify,
  addRebuild,
  addRetract,
  addDecide,
  addSame,
  addStatus,
  addDoctor,
];

/** The command line of Maillage, in French. Errors are thrown, never printed by the parser. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('maillage')
    .description(
      'Lit les programmes d’un centre de ressources et répond aux questions, chaque réponse avec sa preuve.',
    )
    .usage('<commande> [options]')
    .addHelpText(
      'after',
      '\nExemple : maillage ingest seeds/documents, puis maillage ask "Quelles actions touchent Sarcelles ?"',
    );
  frenchHelp(program, context);
  program.helpCommand('help [commande]', 'afficher l’aide d’une commande');
  for (const add of COMMANDES) add(program, context);
  for (const command of program.commands) {
    frenchHelp(command, context);
    command
      .option('--data <dossier>', 'dossier de données (sinon MAILLAGE_DATA, ou data)')
      .option('--json', 'résultat en JSON');
  }
  return program;
}

function frenchHelp(command: Command, { output }: CommandContext): void {
  command
    .helpOption('-h, --help', 'afficher cette aide')
    .configureHelp({
      styleTitle: (titre) => TITRES[titre] ?? titre,
      optionDescription: (option) => {
        const defaut =
          option.defaultValue === undefined ? '' : ` (par défaut : ${String(option.defaultValue)})`;
        return `${option.description}${defaut}`;
      },
    })
    .configureOutput({
      writeOut: (text) => output.out.write(text),
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .exitOverride();
}

import type { Command } from 'commander';
import { MaillageError } from '../../domain/errors.js';
import { estPreuveTexte } from '../../domain/fait.js';
import type { FactsReader } from '../../facts/reader.js';
import type { CommandContext, CommonOptions } from '../context.js';
import { configOf, wholeNumber, withReaders } from '../context.js';
import { json, line } from '../output.js';

interface ExplainOptions extends CommonOptions {
  readonly page?: number;
}

interface Passage {
  readonly page: number;
  readonly debut: number;
  readonly citation: string;
  readonly regle: string;
  readonly phrase: string;
}

export function addExplain(program: Command, context: CommandContext): void {
  program
    .command('explain')
    .description('montrer quelle règle a tiré quoi de quel passage d’un document')
    .argument('<document>', 'identifiant, début d’empreinte ou nom du fichier')
    .option('--page <n>', 'une seule page', wholeNumber('--page', 1, 1_000_000))
    .addHelpText('after', '\nExemple : maillage explain programme-2012.pdf --page 6')
    .action(async (reference: string, options: ExplainOptions) => {
      await withReaders(configOf(context, options), async ({ faits }) => {
        const { resolveDocument } = await import('../../../ingest/main.js');
        const document = resolveDocument(faits, reference);
        if (options.page !== undefined && faits.page(document, options.page) === undefined) {
          throw new MaillageError(
            'usage',
            `Ce document n’a pas de page ${options.page}.`,
            `Il en a ${faits.pages(document).length}.`,
          );
        }
        const passages = passagesOf(faits, document).filter(
          (p) => options.page === undefined || p.page === options.page,
        );
        const alertes = faits
          .alertes(document)
          .filter((a) => options.page === undefined || a.page === options.page);
        if (options.json === true) return json(context.output, { document, passages, alertes });
        let page = 0;
        for (const passage of passages) {
          if (passage.page !== page)
            line(context.output, `${page === 0 ? '' : '\n'}Page ${passage.page}`);
          page = passage.page;
          line(context.output, `  « ${passage.citation.replace(/\s+/g, ' ')} »`);
          line(context.output, `      ${passage.phrase}  [${passage.regle}]`);
        }
        if (passages.length === 0)
          line(context.output, 'Aucun fait n’est tiré de ces pages ; leur texte reste cherchable.');
        for (const alerte of alertes)
          line(context.output, `\nAlerte page ${alerte.page} : ${alerte.message} ${alerte.remede}`);
      });
    });
}

function passagesOf(faits: FactsReader, document: string): Passage[] {
  const noms = new Map<string, string>();
  const nom = (id: string): string => {
    if (!noms.has(id)) noms.set(id, faits.entite(id)?.libelle ?? id);
    return noms.get(id) ?? id;
  };
  return faits
    .allFaits()
    .flatMap((fait) =>
      fait.preuves.filter(estPreuveTexte).flatMap((preuve): Passage[] => {
        if (preuve.document !== document) return [];
        const quoi = fait.objet === undefined ? String(fait.valeur) : nom(fait.objet);
        const phrase = `${nom(fait.sujet)} — ${fait.predicat} → ${quoi}`;
        return [
          {
            page: preuve.page,
            debut: preuve.debut,
            citation: preuve.citation,
            regle: fait.regle,
            phrase,
          },
        ];
      }),
    )
    .sort((a, b) => a.page - b.page || a.debut - b.debut || (a.phrase < b.phrase ? -1 : 1));
}

import type { Command } from 'commander';
import type { PageExpliquee } from '../../../ingest/stages/explain/releve.js';
import { MaillageError } from '../../domain/errors.js';
import type { FactsReader } from '../../facts/reader.js';
import type { CommandContext, CommonOptions } from '../context.js';
import { configOf, wholeNumber, withReaders } from '../context.js';
import type { Output } from '../output.js';
import { json, line } from '../output.js';
import { constat, etatDePage, nomDeRegle } from './explainPhrases.js';

interface ExplainOptions extends CommonOptions {
  readonly page?: number;
}

const AIDE_JSON = `
Avec --json : {"document", "fichier", "titre", "type", "source", "relu": true quand l’original a été relu,
 "pages": [{"numero", "imprimee", "etat", "raison"?, "confiance"?,
   "passages": [{"debut", "fin", "citation", "faits": [{"id", "regle", "statut", "phrase", "confiance"?}]}],
   "ecartes": [{"debut", "fin", "citation", "raison"}], "repares": [{"debut", "fin", "citation", "lu", "regle"}],
   "inutilises": [{"debut", "fin", "citation"}], "alertes": […]}]}`;

export function addExplain(program: Command, context: CommandContext): void {
  program
    .command('explain')
    .description('montrer quelle règle a tiré quoi de quel passage d’un document, et ce qui reste')
    .argument('<document>', 'identifiant, début d’empreinte ou nom du fichier')
    .option('--page <n>', 'une seule page', wholeNumber('--page', 1, 1_000_000))
    .addHelpText('after', `${AIDE_JSON}\n\nExemple : maillage explain programme-2012.pdf --page 6`)
    .action(async (reference: string, options: ExplainOptions) => {
      const config = configOf(context, options);
      await withReaders(config, async ({ faits }) => {
        const { resolveDocument } = await import('../../../ingest/main.js');
        const { relire } = await import('../../../ingest/stages/explain/relire.js');
        const { expliquer } = await import('../../../ingest/stages/explain/releve.js');
        const id = resolveDocument(faits, reference);
        const decrit = faits.document(id) ?? { id, fichier: reference, titre: '', type: '' };
        const pages = pagesAsked(faits, id, options.page);
        const lu = await relire(config.data, decrit, config.ocr);
        const explique = expliquer({
          document: id,
          pages,
          faits: faits.allFaits(),
          alertes: faits.alertes(id),
          lu,
        });
        const { fichier, titre, type } = decrit;
        const source = lu?.profil.source ?? null;
        if (options.json === true) {
          const detail = explique.map((p) => forProgram(faits, p));
          json(context.output, {
            document: id,
            fichier,
            titre,
            type,
            source,
            relu: lu !== null,
            pages: detail,
          });
          return;
        }
        line(
          context.output,
          `${titre} (${fichier}), ${type}, lu selon le profil « ${source ?? '?'} »`,
        );
        if (lu === null)
          line(
            context.output,
            'L’original n’a pas pu être relu : ce qui est mis à part ne peut être montré.',
          );
        for (const page of explique) show(context.output, faits, page);
      });
    });
}

function pagesAsked(faits: FactsReader, document: string, numero: number | undefined) {
  const toutes = faits.pages(document);
  if (numero === undefined) return toutes;
  const page = toutes.filter((p) => p.numero === numero);
  if (page.length > 0) return page;
  throw new MaillageError(
    'usage',
    `Ce document n’a pas de page ${numero}.`,
    `Il en a ${toutes.length}.`,
  );
}

function forProgram(faits: FactsReader, page: PageExpliquee) {
  const passages = page.passages.map(({ faits: siens, ...passage }) => ({
    ...passage,
    faits: siens.map((f) => {
      const { id, regle, statut, confiance } = f;
      const sure = confiance === undefined ? {} : { confiance };
      return { id, regle, statut, phrase: constat(faits, f), ...sure };
    }),
  }));
  return { ...page, passages };
}

const serre = (texte: string) => texte.replace(/\s+/g, ' ').trim();

function show(output: Output, faits: FactsReader, page: PageExpliquee): void {
  line(output, `\n${etatDePage(page)}`);
  for (const { message, remede } of page.alertes) line(output, `  ! ${message} ${remede}`);
  for (const { citation, faits: siens } of page.passages) {
    line(output, `  « ${serre(citation)} »`);
    for (const phrase of new Set(siens.map((f) => `${constat(faits, f)}  [${nomDeRegle(f)}]`)))
      line(output, `      ${phrase}`);
  }
  section(
    output,
    'Mis à part',
    page.ecartes.map((e) => `« ${serre(e.citation)} » : ${e.raison}`),
  );
  section(
    output,
    'Réparé pour la lecture',
    page.repares.map((r) => `« ${serre(r.citation)} » se lit « ${serre(r.lu)} »  [${r.regle}]`),
  );
  section(
    output,
    'Texte dont aucune règle n’a tiré de fait (il reste cherchable)',
    page.inutilises.map((p) => `« ${serre(p.citation)} »`),
  );
}

function section(output: Output, titre: string, lignes: readonly string[]): void {
  const pleines = lignes.filter((l) => !l.startsWith('«  »'));
  if (pleines.length === 0) return;
  line(output, `  ${titre} :`);
  for (const l of new Set(pleines)) line(output, `    ${l}`);
}

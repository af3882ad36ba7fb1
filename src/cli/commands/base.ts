import type { Command } from 'commander';
import { libelleAlerte } from '../../domain/alertes.js';
import type { Alerte } from '../../domain/page.js';
import type { Label } from '../../domain/schema.js';
import { LABELS } from '../../domain/schema.js';
import type { FactsReader } from '../../facts/reader.js';
import { verifyFacts } from '../../facts/verify.js';
import type { GrapheLecture } from '../../graph/port.js';
import type { CommandContext, CommonOptions } from '../context.js';
import { configOf, withReaders } from '../context.js';
import { EXIT } from '../errors.js';
import { count, json, line } from '../output.js';

/** Faults shown before « et N autres ». */
const FAUTES_MONTREES = 20;

export function addVerify(program: Command, context: CommandContext): void {
  program
    .command('verify')
    .description('vérifier que chaque citation est exacte et que chaque fait a sa preuve')
    .addHelpText('after', '\nExemple : maillage verify')
    .action(async (options: CommonOptions) => {
      await withReaders(configOf(context, options), async ({ faits, graphe, recherche }) => {
        const bilan = verifyFacts(faits);
        const fautes = [...bilan.fautes];
        for (const [nom, moteur] of [
          ['Le graphe', graphe],
          ['L’index', recherche],
        ] as const) {
          if ((await moteur.sequence()) !== faits.sequence()) {
            fautes.push(`${nom} n’est pas à jour. Lancez : maillage rebuild`);
          }
        }
        fautes.push(...(await graphFaults(faits, graphe)));
        if (fautes.length > 0) process.exitCode = EXIT.refused;
        if (options.json === true) return json(context.output, { ...bilan, fautes });
        for (const faute of fautes.slice(0, FAUTES_MONTREES)) line(context.output, faute);
        if (fautes.length > FAUTES_MONTREES)
          line(context.output, `… et ${fautes.length - FAUTES_MONTREES} autres.`);
        line(
          context.output,
          `${count(bilan.citations, 'citation vérifiée', 'citations vérifiées')}, ${count(bilan.entites, 'entité')}, ` +
            `${count(bilan.relations, 'relation')}, ${count(bilan.faits, 'fait')} : ${count(fautes.length, 'faute')}.`,
        );
      });
    });
}

export function addDocuments(program: Command, context: CommandContext): void {
  program
    .command('documents')
    .description('lister les documents de la base')
    .addHelpText('after', '\nExemple : maillage documents')
    .action(async (options: CommonOptions) => {
      await withReaders(configOf(context, options), async ({ faits }) => {
        const documents = faits
          .documents()
          .map((d) => ({ ...d, alertes: faits.alertes(d.id).length }));
        if (options.json === true) return json(context.output, documents);
        if (documents.length === 0)
          line(
            context.output,
            'Aucun document. Pour en lire : maillage ingest <fichier ou dossier>',
          );
        for (const d of documents) {
          const alertes = d.alertes === 0 ? '' : `, ${count(d.alertes, 'alerte')}`;
          line(
            context.output,
            `${d.annee ?? '    '}  ${d.titre} (${d.type}, ${count(d.pages, 'page')}${alertes})`,
          );
          line(context.output, `      ${d.fichier}  ${d.id.slice(0, 19)}…`);
          for (const dite of byCode(faits.alertes(d.id))) line(context.output, `      ${dite}`);
        }
      });
    });
}

export function addStatus(program: Command, context: CommandContext): void {
  program
    .command('status')
    .description('dire ce que contient la base et où en sont ses moteurs')
    .addHelpText('after', '\nExemple : maillage status')
    .action(async (options: CommonOptions) => {
      const config = configOf(context, options);
      await withReaders(config, async ({ faits, graphe, recherche }) => {
        const documents = faits.documents();
        const etat = {
          data: config.data,
          documents: documents.length,
          pages: documents.reduce((total, d) => total + d.pages, 0),
          actions: faits.entites('Action').length,
          alertes: faits.alertes().length,
          decisions: faits.decisions().length,
          decisionsSansEffet: faits
            .alertes()
            .filter((a) => a.code.startsWith('decision-'))
            .map((a) => a.message),
          sequence: faits.sequence(),
          graphe: { moteur: graphe.moteur, sequence: await graphe.sequence() },
          index: { moteur: recherche.moteur, sequence: await recherche.sequence() },
        };
        if (options.json === true) return json(context.output, etat);
        line(
          context.output,
          `Base « ${etat.data} » : ${count(etat.documents, 'document')}, ${count(etat.pages, 'page')}, ${count(etat.actions, 'action')}, ${count(etat.alertes, 'alerte')}.`,
        );
        if (etat.decisions > 0)
          line(
            context.output,
            `${count(etat.decisions, 'décision')} au registre (maillage decide --liste).`,
          );
        for (const message of etat.decisionsSansEffet)
          line(context.output, `attention : ${message}`);
        for (const [nom, moteur] of [
          ['Graphe', etat.graphe],
          ['Index', etat.index],
        ] as const) {
          line(
            context.output,
            `${nom} (${moteur.moteur}) : ${moteur.sequence === etat.sequence ? 'à jour' : 'en retard, lancez : maillage rebuild'}.`,
          );
        }
      });
    });
}

/** The alerts of a document, how many of each kind, the commonest first. */
function byCode(alertes: readonly Alerte[]): string[] {
  const comptes = new Map<string, number>();
  for (const { code } of alertes) comptes.set(code, (comptes.get(code) ?? 0) + 1);
  return [...comptes]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([code, fois]) => `${fois} × ${libelleAlerte(code)}`);
}

/** What the graph holds and the facts do not say, and the reverse. */
async function graphFaults(faits: FactsReader, graphe: GrapheLecture): Promise<string[]> {
  const ids = async (question: string) =>
    new Set((await graphe.lire(question, {})).map((ligne) => String(ligne.id)));
  const labels = Object.keys(LABELS) as Label[];
  const dits = {
    'coherence/entites': new Set(labels.flatMap((l) => faits.entites(l)).map((e) => e.id)),
    'coherence/relations': new Set(faits.relations({}).map((r) => r.id)),
  };
  const fautes: string[] = [];
  for (const [question, attendus] of Object.entries(dits)) {
    const tenus = await ids(question);
    for (const id of attendus) if (!tenus.has(id)) fautes.push(`Le graphe ne tient pas ${id}.`);
    for (const id of tenus)
      if (!attendus.has(id)) fautes.push(`Le graphe tient ${id}, que rien ne dit.`);
  }
  return fautes;
}

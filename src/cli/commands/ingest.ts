import type { Command } from 'commander';
import type { RapportIngestion } from '../../../ingest/report.js';
import type { BilanRemplacement } from '../../../ingest/stages/changements/bilan.js';
import { libelleAlerte } from '../../domain/alertes.js';
import { MaillageError } from '../../domain/errors.js';
import type { CommandContext, CommonOptions, ReadingOptions } from '../context.js';
import { configOf, ingestionPorts, withReaders } from '../context.js';
import { EXIT } from '../errors.js';
import { count, json, line } from '../output.js';
import type { Stage } from '../stages.js';

/** Stages whose result `--until` shows: pages, structure, facts. */
const STAGES: readonly Stage[] = ['read', 'segment', 'assert'];

const SANS_OCR = [
  '--sans-ocr',
  'ne pas lire les pages qui sont des images (sinon MAILLAGE_OCR, ou oui)',
] as const;

type Catalogue = NonNullable<RapportIngestion['lus'][number]['catalogue']>;

interface IngestOptions extends ReadingOptions {
  readonly replace?: string;
  readonly until?: string;
}

export function addIngest(program: Command, context: CommandContext): void {
  program
    .command('ingest')
    .description('lire des fichiers ou des dossiers dans la base')
    .argument('<chemins...>', 'fichiers ou dossiers')
    .option('--replace <document>', 'document que celui-ci remplace')
    .option(...SANS_OCR)
    .option(
      '--until <étape>',
      `montrer le résultat d’une étape sans rien écrire : ${STAGES.join(', ')}`,
    )
    .addHelpText('after', '\nExemple : maillage ingest programme-2012.pdf dossier/')
    .action(async (chemins: string[], options: IngestOptions) => {
      const config = configOf(context, options);
      if (options.until !== undefined) {
        const { dump } = await import('../stages.js');
        process.exitCode = await dump(context, chemins, stage(options.until), config);
        return;
      }
      const ports = await ingestionPorts(context, config);
      const { ingest } = await import('../../../ingest/main.js');
      const rapport = await ingest(
        ports,
        chemins,
        options.replace === undefined ? {} : { remplace: options.replace },
      );
      ports.finish();
      report(context, rapport, options);
    });
}

export function addRebuild(program: Command, context: CommandContext): void {
  program
    .command('rebuild')
    .description('relire tous les originaux et refaire le graphe et l’index')
    .option(...SANS_OCR)
    .addHelpText('after', '\nExemple : maillage rebuild')
    .action(async (options: ReadingOptions) => {
      const ports = await ingestionPorts(context, configOf(context, options));
      const { rebuild } = await import('../../../ingest/main.js');
      const rapport = await rebuild(ports);
      ports.finish();
      report(context, rapport, options);
    });
}

export function addRetract(program: Command, context: CommandContext): void {
  program
    .command('retract')
    .description('retirer un document et tout ce qui ne repose que sur lui')
    .argument('<document>', 'identifiant, début d’empreinte ou nom du fichier')
    .addHelpText('after', '\nExemple : maillage retract programme-2011.pdf')
    .action(async (document: string, options: CommonOptions) => {
      const config = configOf(context, options);
      const { resolveDocument, retract } = await import('../../../ingest/main.js');
      // Read first: naming a wrong document, or a wrong folder, must write nothing.
      await withReaders(config, async ({ faits }) =>
        resolveDocument(faits, document, { retires: true }),
      );
      const ports = await ingestionPorts(context, config);
      const rapport = await retract(ports, document);
      ports.finish();
      if (options.json === true) json(context.output, rapport);
      else
        line(
          context.output,
          `Document retiré : ${count(rapport.ecritures, 'fait retiré', 'faits retirés')}. Pour le remettre : maillage ingest.`,
        );
    });
}

/** What a corrected edition changed, one sentence a line. */
function reportChanges({ output }: CommandContext, bilan: BilanRemplacement): void {
  const { pages, changements, inchanges } = bilan;
  const listes = [
    [
      'modifiées',
      pages.modifiees.map((p) => (p.avant === p.apres ? `${p.apres}` : `${p.avant} → ${p.apres}`)),
    ],
    ['ajoutées', pages.ajoutees.map(String)],
    ['retirées', pages.retirees.map(String)],
  ] as const;
  const dites = listes.flatMap(([nom, liste]) =>
    liste.length === 0 ? [] : [`${nom} : ${liste.join(', ')}`],
  );
  const page = count(pages.inchangees, 'page inchangée', 'pages inchangées');
  line(output, `Pages : ${[page, ...dites].join(' ; ')}.`);
  for (const c of changements) line(output, `- ${c.phrase}`);
  line(
    output,
    `${count(changements.length, 'changement')} ; ${count(inchanges, 'fait inchangé', 'faits inchangés')}.`,
  );
}

/** What became of the records of a catalogue, and its alerts by code with what each means. */
function reportHoldings(
  { output }: CommandContext,
  lues: number,
  { notices, rompues, jointes = 0, proposees = 0, alertes = {} }: Catalogue,
): void {
  const dites = [
    count(lues, 'notice lue', 'notices lues'),
    count(notices, 'gardée'),
    count(rompues, 'mise de côté', 'mises de côté'),
    count(jointes, 'jointe à une autre', 'jointes à une autre'),
    count(proposees, 'proposition à trancher', 'propositions à trancher'),
  ];
  line(output, `  ${dites.join(', ')}`);
  for (const [code, n] of Object.entries(alertes))
    line(output, `  ${code} : ${n} (${libelleAlerte(code)})`);
}

function stage(name: string): Stage {
  const found = STAGES.find((s) => s === name);
  if (found !== undefined) return found;
  throw new MaillageError(
    'usage',
    `Étape inconnue : « ${name} ».`,
    `Étapes : ${STAGES.join(', ')}.`,
  );
}

const COLONNES =
  'Colonnes comprises ainsi ; pour les corriger, copiez ces lignes dans un source.yml (guide, « Ajouter un catalogue ») :';

/** Tells what a reading did; `avant`: what to tell with it in JSON. */
export function report(
  context: CommandContext,
  rapport: RapportIngestion,
  options: CommonOptions,
  avant: Readonly<Record<string, unknown>> = {},
): void {
  if (rapport.refuses.length > 0) process.exitCode = EXIT.refused;
  if (options.json === true) {
    json(context.output, { ...avant, ...rapport });
    return;
  }
  const { output } = context;
  for (const lu of rapport.lus) {
    const etat = { nouveau: 'lu', inchange: 'inchangé', modifie: 'mis à jour' }[lu.etat];
    const alertes = lu.alertes === 0 ? '' : ` ; ${count(lu.alertes, 'alerte')} (maillage explain)`;
    const ecrits =
      lu.etat === 'inchange'
        ? ''
        : `, ${count(lu.faits.ajoutes, 'fait ajouté', 'faits ajoutés')}, ${count(lu.faits.retires, 'retiré')}`;
    line(
      output,
      `${etat} : ${lu.fichier} (${lu.type}, ${count(lu.pages, 'page')}${ecrits})${alertes}`,
    );
    if (lu.catalogue !== undefined) reportHoldings(context, lu.pages, lu.catalogue);
    for (const tableau of lu.catalogue?.colonnes ?? []) line(output, `${COLONNES}\n${tableau}`);
  }
  for (const r of rapport.reparations ?? []) line(output, `registre rétabli : ${r}`);
  if (rapport.dejaRemplace === true)
    line(output, 'L’ancienne édition était déjà retirée : il ne restait qu’à finir.');
  if (rapport.remplacement !== undefined) reportChanges(context, rapport.remplacement);
  for (const ignore of rapport.ignores)
    line(output, `laissé : ${ignore.fichier} (${ignore.raison})`);
  for (const refuse of rapport.refuses)
    context.output.err.write(`refusé : ${refuse.message} ${refuse.remede}\n`);
  if (rapport.lus.length + rapport.refuses.length === 0) line(output, 'Aucun document à lire.');
  line(
    output,
    `${count(rapport.ecritures, 'écriture')}, ${(rapport.dureeMs / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s.`,
  );
}

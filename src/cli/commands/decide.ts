import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { RapportDecisions } from '../../../ingest/decisions/decider.js';
import type { Decision } from '../../domain/decision.js';
import { MaillageError } from '../../domain/errors.js';
import type { CommandContext, CommonOptions } from '../context.js';
import { configOf, ingestionPorts, withReaders } from '../context.js';
import { count, json, line } from '../output.js';

interface DecideOptions extends CommonOptions {
  readonly liste?: boolean;
  readonly annuler?: string;
  readonly auteur?: string;
  readonly commentaire?: string;
}

const AIDE = `
Une décision par ligne, en JSON. Toutes portent « type », « auteur », « date » (AAAA-MM-JJ) et « commentaire » (pourquoi) ;
« id », facultatif, est sinon tiré du contenu : relancer le même fichier n’ajoute rien. Tout le fichier est enregistré, ou rien.

  fusionner   deux entités n’en sont qu’une : « garder » reste, « absorber » y mène (ses noms restent cherchables)
    {"type":"fusionner","garder":"personne:claire-dupont","absorber":"personne:c-dupont","auteur":"M. Roy","date":"2026-03-17","commentaire":"même sociologue"}
  distinguer  « a » et « b » sont deux, quoi qu’en disent les règles
    {"type":"distinguer","a":"organisme:mairie-de-cergy","b":"organisme:ville-de-cergy","auteur":"M. Roy","date":"2026-03-17","commentaire":"deux services"}
  renommer    le nom à afficher d’une entité
    {"type":"renommer","entite":"personne:claire-dupont","nom":"Claire Dupont-Martin","auteur":"M. Roy","date":"2026-03-17","commentaire":"nom d’usage"}
  rejeter     un fait qui est faux, désigné par son contenu : sujet, predicat, et objet (relation) ou valeur (propriété) ; proprietes pour préciser
    {"type":"rejeter","fait":{"sujet":"action:x","predicat":"TOUCHE","objet":"commune:95268"},"auteur":"M. Roy","date":"2026-03-17","commentaire":"cité en exemple"}
  ajouter     un fait, avec sa raison (commentaire) et, s’il y en a un, le passage qui le prouve (vérifié dans la page)
    {"type":"ajouter","fait":{"sujet":"action:x","predicat":"TOUCHE","objet":"commune:95268","proprietes":{"origine":"texte"}},"preuve":{"document":"programme-2012.pdf","page":7,"citation":"Garges"},"auteur":"M. Roy","date":"2026-03-17","commentaire":"la ville est nommée dans le texte"}
  rattacher   un nom imprimé désigne telle entité, partout ou dans un seul document
    {"type":"rattacher","mention":"C. Dupont","entite":"personne:claire-dupont","document":"programme-2012.pdf","auteur":"M. Roy","date":"2026-03-17","commentaire":"confirmé par l’intéressée"}
  annuler     la décision de cet identifiant ne compte plus ; annuler l’annulation la rétablit
    {"type":"annuler","decision":"decision:0123456789abcdef","auteur":"M. Roy","date":"2026-03-18","commentaire":"erreur"}

De deux décisions contraires, la dernière l’emporte. Le registre est le fichier decisions.ndjson du dossier de données :
il est rejoué à chaque lecture et à chaque reconstruction. Une décision qui ne trouve plus à quoi s’appliquer y reste, et une alerte le dit.

Exemple : maillage decide decisions.ndjson`;

export function addDecide(program: Command, context: CommandContext): void {
  program
    .command('decide')
    .description(
      'enregistrer les décisions d’une personne : fusionner, distinguer, rejeter, ajouter…',
    )
    .argument('[fichier]', 'fichier de décisions, une par ligne')
    .option('--liste', 'montrer le registre')
    .option('--annuler <décision>', 'annuler une décision du registre')
    .option('--auteur <nom>', 'avec --annuler : qui annule')
    .option('--commentaire <texte>', 'avec --annuler : pourquoi')
    .addHelpText('after', AIDE)
    .action(async (fichier: string | undefined, options: DecideOptions) => {
      if (options.liste === true) return showLedger(context, options);
      if ((fichier === undefined) === (options.annuler === undefined)) throw usage();
      const nom = fichier ?? 'annulation';
      const { readDecisions } = await import('../../../ingest/decisions/lire.js');
      const lignes = readDecisions(
        fichier === undefined ? undoing(options) : readText(fichier),
        nom,
      );
      const ports = await ingestionPorts(context, configOf(context, options));
      const { decide } = await import('../../../ingest/decisions/decider.js');
      const rapport = await decide(ports, lignes, nom);
      ports.finish();
      report(context, rapport, options);
    });
}

function usage(): MaillageError {
  return new MaillageError(
    'usage',
    'decide attend un fichier de décisions, --liste ou --annuler.',
    'Exemple : maillage decide decisions.ndjson. Les champs attendus : maillage decide --help.',
  );
}

function readText(fichier: string): string {
  try {
    return readFileSync(fichier, 'utf8');
  } catch (cause) {
    throw new MaillageError(
      'refus',
      `« ${fichier} » ne peut pas être lu.`,
      'Vérifiez le chemin donné.',
      {
        cause,
      },
    );
  }
}

function undoing({ annuler, auteur, commentaire }: DecideOptions): string {
  if (auteur === undefined || commentaire === undefined) {
    throw new MaillageError(
      'usage',
      'Une annulation est signée et motivée.',
      'Exemple : maillage decide --annuler decision:0123456789abcdef --auteur "M. Roy" --commentaire "erreur".',
    );
  }
  const date = new Date().toISOString();
  return JSON.stringify({ type: 'annuler', decision: annuler, auteur, commentaire, date });
}

function report(
  { output }: CommandContext,
  { ajoutees, connues, alertes, ingestion }: RapportDecisions,
  options: CommonOptions,
): void {
  if (options.json === true) {
    const { ecritures, reparations } = ingestion;
    json(output, { ajoutees, connues, alertes, ecritures, reparations });
    return;
  }
  for (const r of ingestion.reparations ?? []) line(output, `registre rétabli : ${r}`);
  const deja = connues === 0 ? '' : `, ${connues} déjà au registre`;
  line(
    output,
    `${count(ajoutees.length, 'décision enregistrée', 'décisions enregistrées')}${deja} ; ${count(ingestion.ecritures, 'écriture')}.`,
  );
  for (const d of ajoutees) line(output, `  ${d.id}  ${sentence(d)}`);
  for (const alerte of alertes) line(output, `attention : ${alerte}`);
}

async function showLedger(context: CommandContext, options: DecideOptions): Promise<void> {
  await withReaders(configOf(context, options), async ({ faits }) => {
    const { inForce, setInvalidAside } = await import('../../../ingest/stages/resolve/actives.js');
    const registre = faits.decisions();
    const invalides = new Set(setInvalidAside(registre).constats.map((c) => c.decision.id));
    const actives = new Set(inForce(registre).map((d) => d.id));
    const alertes = faits.alertes().filter((a) => a.code.startsWith('decision-'));
    const lignes = registre.map((d) => ({
      ...d,
      etat:
        d.type !== 'annuler' && !actives.has(d.id)
          ? 'annulée'
          : alertes.some((a) => a.message.includes(` ${d.id} `))
            ? 'sans effet'
            : 'en vigueur',
    }));
    if (options.json === true) return json(context.output, lignes);
    if (lignes.length === 0) line(context.output, 'Aucune décision au registre.');
    for (const d of lignes) {
      const jour = String(d.date).slice(0, 10);
      const dit = invalides.has(d.id) ? JSON.stringify(d) : sentence(d);
      line(context.output, `${jour}  ${d.id}  (${d.etat})  ${dit}`);
      line(context.output, `            ${d.auteur} : ${d.commentaire}`);
    }
  });
}

/** What a decision says, in one line. */
function sentence(d: Decision): string {
  switch (d.type) {
    case 'fusionner':
      return `fusionner ${d.absorber} dans ${d.garder}`;
    case 'distinguer':
      return `distinguer ${d.a} et ${d.b}`;
    case 'renommer':
      return `renommer ${d.entite} « ${d.nom} »`;
    case 'rejeter':
    case 'ajouter':
      return `${d.type} ${d.fait.sujet} ${d.fait.predicat} ${d.fait.objet ?? JSON.stringify(d.fait.valeur)}`;
    case 'rattacher':
      return `rattacher « ${d.mention} » à ${d.entite}`;
    case 'annuler':
      return `annuler ${d.decision}`;
  }
}

import type { ChangementNotice } from '../../facts/moisson.js';
import type { FactsReader } from '../../facts/reader.js';
import { noticeOf } from '../notices/fonds.js';
import type { NoticeExportee } from '../notices/notices.js';
import { type Arguments, argument, ErreurOai, lireBornes, lireDemande } from './demande.js';
import { FORMATS_OAI, type FormatOai } from './formats.js';
import { ecrireJeton, type Jeton, lireJeton } from './jeton.js';
import { echapper, element } from './xml.js';

/** Records of one answer. */
const TAILLE = 100;
/** Before anything was ever written. */
const JAMAIS = '1970-01-01T00:00:00Z';

/** The repository as it answers. */
export interface Entrepot {
  readonly faits: FactsReader;
  /** Scheme and name of the server: « http://127.0.0.1:3000 ». */
  readonly origine: string;
  readonly courriel: string;
  /** The name that identifiers begin with. */
  readonly domaine: string;
  readonly maintenant: Date;
}

/** The answer to a request of OAI-PMH 2.0, errors of the protocol included. */
export function repondreOai(entrepot: Entrepot, parametres: URLSearchParams): string {
  const base = `${entrepot.origine}/oai`;
  const date = `${entrepot.maintenant.toISOString().slice(0, 19)}Z`;
  const envelopper = (attributs: string, corps: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">\n<responseDate>${date}</responseDate>\n<request${attributs}>${echapper(base)}</request>\n${corps}\n</OAI-PMH>\n`;
  const attributs = [...parametres].map(([nom, v]) => ` ${nom}="${echapper(v)}"`).join('');
  try {
    const { verbe, args } = lireDemande(parametres);
    const corps = REPONSES[verbe]?.(entrepot, args) ?? '';
    return envelopper(attributs, `<${verbe}>\n${corps}\n</${verbe}>`);
  } catch (erreur) {
    if (!(erreur instanceof ErreurOai)) throw erreur;
    const { code, message } = erreur;
    // as the protocol asks: no attribute when they could not be understood
    const repris = code === 'badVerb' || code === 'badArgument' ? '' : attributs;
    return envelopper(repris, `<error code="${code}">${echapper(message)}</error>`);
  }
}

type Reponse = (entrepot: Entrepot, args: Arguments) => string;

const REPONSES: Readonly<Record<string, Reponse>> = {
  Identify: identifier,
  ListMetadataFormats: formats,
  ListSets: () => {
    throw sansEnsembles();
  },
  GetRecord: (entrepot, args) => {
    const format = formatDe(args.metadataPrefix);
    const { id, changement } = noticeDemandee(entrepot, args.identifier ?? '');
    const [entite] = entrepot.faits.entitesDe([id]);
    const notice = entite === undefined ? undefined : noticeOf(entite);
    return enregistrement(entrepot, format, changement, notice);
  },
  ListRecords: (entrepot, args) =>
    lister(entrepot, args, (format, changements) => {
      const entites = entrepot.faits.entitesDe(changements.map((c) => c.id));
      const notices = new Map(entites.map((e) => [e.id, noticeOf(e)]));
      return changements.map((c) => enregistrement(entrepot, format, c, notices.get(c.id)));
    }),
  ListIdentifiers: (entrepot, args) =>
    lister(entrepot, args, (_format, changements) => {
      const entites = entrepot.faits.entitesDe(changements.map((c) => c.id));
      const presentes = new Set(entites.map((e) => e.id));
      return changements.map((c) => entete(entrepot, c, presentes.has(c.id)));
    }),
};

function identifier({ faits, origine, courriel, domaine }: Entrepot): string {
  const premier = faits.premierChangementNotice();
  const date = (premier === undefined ? undefined : faits.date(premier)) ?? JAMAIS;
  return [
    element('repositoryName', 'Maillage'),
    element('baseURL', `${origine}/oai`),
    element('protocolVersion', '2.0'),
    element('adminEmail', courriel),
    element('earliestDatestamp', date),
    // what was withdrawn is known as long as the base is: one made again from its originals forgets it
    element('deletedRecord', 'transient'),
    element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    `<description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd"><scheme>oai</scheme>${element('repositoryIdentifier', domaine)}<delimiter>:</delimiter>${element('sampleIdentifier', `oai:${domaine}:notice:fonds-ris-1`)}</oai-identifier></description>`,
  ].join('\n');
}

function formats(entrepot: Entrepot, args: Arguments): string {
  if (args.identifier !== undefined) noticeDemandee(entrepot, args.identifier);
  return [...FORMATS_OAI]
    .map(
      ([prefixe, { schema, espace }]) =>
        `<metadataFormat>${element('metadataPrefix', prefixe)}${element('schema', schema)}${element('metadataNamespace', espace)}</metadataFormat>`,
    )
    .join('\n');
}

function lister(
  { faits }: Entrepot,
  args: Arguments,
  ecrire: (format: FormatOai, changements: readonly ChangementNotice[]) => string[],
): string {
  const { prefixe, de, a, sequence, id, rang } = debutDe(faits, args);
  const format = formatDe(prefixe);
  const trouves = faits.changementsNotices({ de, a }, { sequence, id }, TAILLE + 1);
  const donnes = trouves.slice(0, TAILLE);
  const dernier = donnes.at(-1);
  if (dernier === undefined && args.resumptionToken === undefined)
    throw new ErreurOai('noRecordsMatch', 'Aucune notice ne répond à cette demande.');
  const lignes = ecrire(format, donnes);
  if (trouves.length > TAILLE && dernier !== undefined) {
    const suite = ecrireJeton({ prefixe, de, a, ...dernier, rang: rang + donnes.length });
    const total = rang + faits.compterChangementsNotices({ de: sequence, a });
    const attributs = rang === 0 ? ` completeListSize="${total}"` : '';
    lignes.push(`<resumptionToken${attributs} cursor="${rang}">${suite}</resumptionToken>`);
  } else if (rang > 0) lignes.push(`<resumptionToken cursor="${rang}"/>`);
  return lignes.join('\n');
}

/** Where a list starts, or goes on. */
function debutDe(faits: FactsReader, args: Arguments): Jeton {
  const { resumptionToken, metadataPrefix = '' } = args;
  if (resumptionToken !== undefined) {
    const jeton = lireJeton(resumptionToken.trim());
    if (jeton !== null && FORMATS_OAI.has(jeton.prefixe)) return jeton;
    throw new ErreurOai('badResumptionToken', 'Ce jeton n’est pas de cet entrepôt.');
  }
  formatDe(metadataPrefix);
  if (args.set !== undefined) throw sansEnsembles();
  const { depuis, jusque } = lireBornes(args);
  const { de, a } = faits.sequencesEntre(depuis, jusque);
  // a record that changes meanwhile goes to the end: it is given again, as it has become
  return { prefixe: metadataPrefix, de, a, sequence: 0, id: '', rang: 0 };
}

function formatDe(prefixe = ''): FormatOai {
  const format = FORMATS_OAI.get(prefixe);
  if (format !== undefined) return format;
  const noms = [...FORMATS_OAI.keys()].join(', ');
  throw new ErreurOai('cannotDisseminateFormat', `Format inconnu. Formats : ${noms}.`);
}

function sansEnsembles(): ErreurOai {
  return new ErreurOai('noSetHierarchy', 'Cet entrepôt n’a pas d’ensembles.');
}

function noticeDemandee(
  { faits, domaine }: Entrepot,
  identifiant: string,
): { id: string; changement: ChangementNotice } {
  if (identifiant === '') throw argument('« identifier » est vide.');
  const prefixe = `oai:${domaine}:`;
  const id = identifiant.startsWith(prefixe) ? identifiant.slice(prefixe.length) : '';
  const changement = faits.changementNotice(id);
  if (changement === undefined)
    throw new ErreurOai('idDoesNotExist', `Aucune notice « ${identifiant} ».`);
  return { id, changement };
}

function enregistrement(
  entrepot: Entrepot,
  format: FormatOai,
  changement: ChangementNotice,
  notice: NoticeExportee | undefined,
): string {
  const tete = entete(entrepot, changement, notice !== undefined);
  if (notice === undefined) return `<record>\n${tete}\n</record>`;
  return `<record>\n${tete}\n<metadata>\n${format.ecrire(notice, entrepot.origine)}\n</metadata>\n</record>`;
}

function entete(
  { faits, domaine }: Entrepot,
  { id, sequence }: ChangementNotice,
  presente: boolean,
): string {
  const etat = presente ? '' : ' status="deleted"';
  const date = faits.date(sequence) ?? JAMAIS;
  return `<header${etat}>${element('identifier', `oai:${domaine}:${id}`)}${element('datestamp', date)}</header>`;
}

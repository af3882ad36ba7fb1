import { createHash } from 'node:crypto';
import { slug } from '../../../src/domain/ids.js';
import type { Alerte, Page } from '../../../src/domain/page.js';
import type { LotNotice, NoticeRevue } from '../../../src/facts/notices.js';
import type { Gazetteer } from '../../../src/gazetteer/types.js';
import type {
  Enregistrement,
  EnregistrementLu,
  EnregistrementRompu,
  RemarqueLecture,
} from '../../formats/catalogue/catalogue.js';
import { Registre } from '../assert/contexte.js';
import { LECTURES } from '../catalogage/lire.js';
import type { NoticeLue } from '../catalogage/notice.js';
import { workKeys } from '../ouvrages/cles.js';
import { signalementOf } from '../ouvrages/signalement.js';
import { assertProprietes } from './proprietes.js';
import { assertSujets } from './sujets.js';

/** Records read together: one message, one transaction. */
const TAILLE = 500;

/** A part of a catalogue, ready for the fact store. */
export interface PartCatalogue {
  readonly pages: readonly Page[];
  readonly lots: readonly LotNotice[];
  readonly revues: readonly NoticeRevue[];
  readonly rompus: readonly EnregistrementRompu[];
  /** Ids of the records that their source says deleted, when it still names them. */
  readonly supprimees: readonly string[];
}

export interface OptionsLots {
  /** The catalogue: « fonds-unimarc », the beginning of the ids of its records. */
  readonly catalogue: string;
  /** Fingerprint of the rules. */
  readonly regles: string;
  /** What the records that stand were made from, by id. */
  readonly connues: ReadonlyMap<string, string>;
  readonly gazetteer: Gazetteer;
}

/** Records -> parts of a few hundred, in order. What stands as it was is only told where it is now. */
export async function* buildParts(
  enregistrements: AsyncIterable<EnregistrementLu>,
  options: OptionsLots,
): AsyncGenerator<PartCatalogue> {
  const prises = new Set<string>();
  const inchangees = uniqueFingerprints(options.connues);
  let part = emptyPart();
  for await (const lu of enregistrements) {
    if (lu.genre === 'rompu') addBroken(part, lu);
    else addRecord(part, lu, { prises, inchangees }, options);
    if (part.pages.length < TAILLE) continue;
    yield part;
    part = emptyPart();
  }
  if (part.pages.length > 0) yield part;
}

function emptyPart() {
  return {
    pages: [] as Page[],
    lots: [] as LotNotice[],
    revues: [] as NoticeRevue[],
    rompus: [] as EnregistrementRompu[],
    supprimees: [] as string[],
  };
}

type PartEnCours = ReturnType<typeof emptyPart>;

/** What is known of the records as the file is read. */
interface Suivi {
  /** Ids already given. */
  readonly prises: Set<string>;
  /** The record that each fingerprint is of: a text that stands as it was is not read again. */
  readonly inchangees: ReadonlyMap<string, string>;
}

/** Record by fingerprint, those that two records share left out. */
function uniqueFingerprints(connues: OptionsLots['connues']): Map<string, string> {
  const parEmpreinte = new Map<string, string>();
  const doubles = new Set<string>();
  for (const [id, empreinte] of connues) {
    if (parEmpreinte.has(empreinte)) doubles.add(empreinte);
    parEmpreinte.set(empreinte, id);
  }
  for (const empreinte of doubles) parEmpreinte.delete(empreinte);
  return parEmpreinte;
}

/** A record that cannot be read is a page all the same: nothing of the file disappears. */
function addBroken(part: PartEnCours, lu: EnregistrementRompu): void {
  const { numero, raison } = lu;
  part.pages.push({ numero, imprimee: null, etat: 'illisible', raison, texte: '' });
  part.rompus.push(lu);
}

function addRecord(
  part: PartEnCours,
  lu: Enregistrement,
  { prises, inchangees }: Suivi,
  options: OptionsLots,
): void {
  const { numero, texte } = lu;
  part.pages.push({ numero, imprimee: null, etat: texte.trim() === '' ? 'vide' : 'lu', texte });
  const lire = LECTURES[lu.dialecte];
  if (lu.supprime === true && lu.cle !== undefined)
    part.supprimees.push(`notice:${options.catalogue}-${slug(lu.cle)}`);
  if (lire === undefined || lu.supprime === true) return;
  const empreinte = digest(`${options.regles}\n${texte}`);
  const connue = inchangees.get(empreinte);
  if (connue !== undefined && !prises.has(connue)) {
    prises.add(connue);
    part.revues.push({ id: connue, numero });
    return;
  }
  const lue = lire(lu);
  const { id, remarques } = identify(lue, lu, prises, options.catalogue);
  if (options.connues.get(id) === empreinte) part.revues.push({ id, numero });
  else part.lots.push({ id, numero, empreinte, ...assertNotice(lu, lue, id, remarques, options) });
}

function assertNotice(
  { texte, remarques: lecture = [] }: Enregistrement,
  lue: NoticeLue,
  id: string,
  identite: readonly RemarqueLecture[],
  { gazetteer }: OptionsLots,
): Pick<LotNotice, 'cles' | 'signalement' | 'assertions' | 'alertes'> {
  const registre = new Registre();
  const contexte = { id, texte, lue, gazetteer, registre };
  assertProprietes(contexte);
  assertSujets(contexte);
  const signalement = signalementOf(id, registre.assertions);
  const remarques = [...lecture, ...lue.remarques, ...identite];
  return {
    cles: workKeys(signalement),
    signalement: JSON.stringify(signalement),
    assertions: registre.assertions,
    alertes: remarques.map((r): Alerte => alerte(id, texte, r)),
  };
}

function alerte(id: string, texte: string, { code, message }: RemarqueLecture): Alerte {
  return {
    code,
    gravite: 'info',
    document: id,
    page: 0,
    citation: (texte.split('\n', 1)[0] ?? '').slice(0, 200),
    message,
    remede: 'Corrigez la notice dans votre catalogue, puis exportez-le de nouveau.',
  };
}

/** The record's own key, else its content's; a key that another record of the file has takes the content's mark. */
function identify(
  lue: NoticeLue,
  { texte, numero, cle: deLEnveloppe }: Enregistrement,
  prises: Set<string>,
  catalogue: string,
): { id: string; remarques: RemarqueLecture[] } {
  const contenu = digest(texte).slice(0, 12);
  const donnee = deLEnveloppe ?? lue.cle;
  const cle = donnee === null ? '' : slug(donnee);
  const simple = `notice:${catalogue}-${cle === '' ? contenu : cle}`;
  if (!prises.has(simple)) {
    prises.add(simple);
    return { id: simple, remarques: [] };
  }
  const marque = `${simple}-${contenu}`;
  const id = prises.has(marque) ? `${marque}-${numero}` : marque;
  prises.add(id);
  const message = `La clé « ${donnee ?? ''} » est aussi celle d’une autre notice du fichier : les deux sont gardées.`;
  return { id, remarques: [{ code: 'cle-double', message }] };
}

function digest(texte: string): string {
  return createHash('sha256').update(texte).digest('hex').slice(0, 24);
}

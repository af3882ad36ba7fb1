import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import { tokenize } from '../../../src/gazetteer/tokens.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import { alertAmbiguousDispositif, alertAmbiguousPlace } from './alertes.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';
import { dispositifsIn } from './dispositifs.js';
import type { Passage } from './lieuxInconnus.js';
import { unknownEntries } from './lieuxInconnus.js';
import { isBackground } from './temps.js';

/** « PRE du Val d'Oise : », « CUCS communaux »: what may stand between a dispositif and the colon of its list. */
const TETE = /^[^:;.,()]{0,50}:\s/;
/** Longer when a verb says that a list follows: « retient en Seine-et-Marne quatre sites d'intérêt national : ». */
const TETE_LONGUE = /^[^:;.()]{0,110}:\s/;
/** Between a dispositif and its first place: « est présent à ». */
const TETE_SANS_POINTS = /^[^:;.()]{3,60}$/;
/** Between two places of one enumeration. */
export const ENTRE =
  /^\s*(?:[,;]|,?\s*(?:et|ainsi qu[e’'])(?![\p{L}]))\s*(?:(?:à|au|aux|de|du|d[’']|les?|la|l[’'])\s*)*$/u;

export interface Tete {
  readonly dispositif: string;
  readonly debut: number;
  /** Where the list begins. */
  readonly liste: number;
}

/** A dispositif and the places that a list deploys it in. */
export interface Liste {
  readonly tete: Tete;
  readonly lieux: readonly Mention[];
  /** Names of the list that are in no list of places. */
  readonly inconnus: readonly Passage[];
}

interface Lecture {
  readonly contexte: Contexte;
  readonly bloc: Bloc;
  readonly lieux: readonly Mention[];
  readonly alentours: readonly Bloc[];
}

/** The deployment lists of a block, with a colon or with a verb. */
export function listsOf(contexte: Contexte, bloc: Bloc, alentours: readonly Bloc[]): Liste[] {
  const dispositifs = contexte.gazetteer.mentions(bloc.texte, {
    annee: contexte.annee,
    mode: 'document',
    types: ['dispositif'],
  });
  if (dispositifs.length === 0) return [];
  const lieux = contexte.gazetteer.mentions(bloc.texte, {
    annee: contexte.annee,
    mode: 'document',
    types: ['commune', 'intercommunalite'],
    ...(contexte.departement === null ? {} : { departement: contexte.departement.code }),
  });
  const lecture = { contexte, bloc, lieux, alentours };
  const tetes = dispositifs.flatMap((m) => readHead(lecture, m) ?? []);
  return tetes.flatMap((tete, i) => readList(lecture, tete, tetes[i + 1]?.mention.debut) ?? []);
}

interface TeteLue {
  readonly mention: Mention;
  readonly liste: number;
  /** True when the list must be one unbroken enumeration of several places. */
  readonly stricte: boolean;
}

function readHead({ contexte, bloc, lieux }: Lecture, mention: Mention): TeteLue | undefined {
  const { vocabulaire, annee } = contexte;
  if (isBackground(contexte, bloc.texte, mention.debut, annee)) return undefined;
  const apres = bloc.texte.slice(mention.fin);
  const avant = fold(/[^.;:]{0,80}$/.exec(bloc.texte.slice(0, mention.debut))?.[0] ?? '');
  const courte = TETE.exec(apres)?.[0] ?? TETE_LONGUE.exec(apres)?.[0];
  if (courte !== undefined) {
    const tete = fold(courte);
    if (vocabulaire.citation.test(tete) || vocabulaire.citation.test(avant)) return undefined;
    const nominale = TETE.test(apres);
    if (!nominale && !vocabulaire.listeDeploiement.test(tete)) return undefined;
    return { mention, liste: mention.fin + courte.length, stricte: !nominale };
  }
  const premier = lieux.find((l) => l.debut >= mention.fin);
  if (premier === undefined) return undefined;
  const entre = bloc.texte.slice(mention.fin, premier.debut);
  if (!TETE_SANS_POINTS.test(entre) || !vocabulaire.presenceDeploiement.test(fold(entre)))
    return undefined;
  return { mention, liste: premier.debut, stricte: true };
}

function readList(lecture: Lecture, tete: TeteLue, suivante = Infinity): Liste | undefined {
  const { contexte, bloc } = lecture;
  const limite = Math.min(suivante, bloc.texte.length);
  const dedans = lecture.lieux.filter((m) => m.debut >= tete.liste && m.fin <= limite);
  const suite = tete.stricte
    ? enumeration(bloc.texte, dedans)
    : contiguous(bloc.texte, tete.liste, dedans);
  if (tete.stricte ? suite.length < 2 : !looksLikeList(bloc, tete.liste, suite)) return undefined;
  const { dispositif, preuves } = settle(lecture, tete.mention);
  if (dispositif === undefined) {
    alertAmbiguousDispositif(contexte, tete.mention, preuves);
    return undefined;
  }
  for (const m of suite.filter((l) => l.candidats.length > 1))
    alertAmbiguousPlace(contexte, m, proofs(contexte, bloc, m.debut, m.fin));
  const dernier = suite.at(-1)?.fin ?? tete.liste;
  const fin = Math.min(
    limite,
    dernier + (/^[^.:(]*/.exec(bloc.texte.slice(dernier))?.[0].length ?? 0),
  );
  const inconnus = unknownEntries(bloc, { debut: tete.liste, fin }, lecture.lieux);
  const lieux = suite.filter((l) => l.candidats.length === 1);
  const debut = tete.mention.debut;
  return { tete: { dispositif, debut, liste: tete.liste }, lieux, inconnus };
}

/** The places of a list up to the first sentence that is prose again. */
function contiguous(texte: string, debut: number, lieux: readonly Mention[]): Mention[] {
  let fin = debut;
  const suite: Mention[] = [];
  for (const lieu of lieux) {
    const entre = texte.slice(fin, lieu.debut);
    if (/[.!?]\s+\p{Lu}/u.test(entre) && entre.split(/\s+/).length > 8) break;
    suite.push(lieu);
    fin = lieu.fin;
  }
  return suite;
}

/** Places that only commas, « et » and unknown names of places part. */
export function enumeration(texte: string, lieux: readonly Mention[]): Mention[] {
  const suite: Mention[] = [];
  for (const lieu of lieux) {
    const avant = suite.at(-1);
    const entre = avant === undefined ? '' : texte.slice(avant.fin, lieu.debut);
    // « Bezons, Trifouilly, Persan »: an unknown name does not end the list.
    const sansInconnu = entre.replace(/(?<=^\s*,)\s*\p{Lu}[\p{L}’' -]{3,40},/gu, '');
    if (avant !== undefined && !ENTRE.test(entre) && !ENTRE.test(sansInconnu)) break;
    suite.push(lieu);
  }
  return suite;
}

/** A list is mostly names, known or not; running text that happens to follow a colon is not. */
function looksLikeList(bloc: Bloc, debut: number, lieux: readonly Mention[]): boolean {
  const fin = lieux.at(-1)?.fin ?? debut;
  const inconnus = unknownEntries(bloc, { debut, fin }, lieux);
  const noms = [...lieux, ...inconnus].reduce((total, m) => total + m.fin - m.debut, 0);
  return lieux.length > 0 && noms > (fin - debut) * 0.4;
}

/** The dispositif of a head: an ambiguous sigle is settled by what calls the list, nearest first. */
function settle(lecture: Lecture, mention: Mention) {
  const { contexte, bloc, alentours } = lecture;
  const preuves = proofs(contexte, bloc, mention.debut, mention.fin);
  const [seul, autre] = mention.candidats;
  if (autre === undefined) return { dispositif: seul?.id, preuves };
  const ids = mention.candidats.map((c) => c.id);
  for (const alentour of alentours) {
    const nommes = new Set(
      dispositifsIn(contexte, alentour).flatMap((m) => m.candidats.map((c) => c.id)),
    );
    const choix = only(ids.filter((id) => nommes.has(id))) ?? byWords(contexte, ids, alentour);
    if (choix !== undefined) return { dispositif: choix, preuves };
  }
  return { dispositif: undefined, preuves };
}

/** The candidate whose context words a text holds most, when one does. */
function byWords(contexte: Contexte, ids: readonly string[], { texte }: Bloc): string | undefined {
  const mots = tokenize(texte).map((j) => j.singulier);
  const points = ids.map((id) => {
    const fiche = contexte.gazetteer.referentiels.dispositifs.find((d) => d.id === id);
    const siens = new Set(
      (fiche?.contexte ?? []).flatMap((m) => tokenize(m).map((j) => j.singulier)),
    );
    return { id, total: mots.filter((mot) => siens.has(mot)).length };
  });
  const max = Math.max(1, ...points.map((p) => p.total));
  return only(points.filter((p) => p.total === max).map((p) => p.id));
}

function only(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}

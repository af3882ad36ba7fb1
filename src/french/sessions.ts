import { fold } from './fold.js';
import { MOIS } from './months.js';

export type UniteSeance = 'seance' | 'jour' | 'demi-journee' | 'heure' | 'mois';

/** A printed number of sessions. `max` is null when the text only gives a minimum. */
export interface Seances {
  readonly min: number;
  readonly max: number | null;
  readonly unite: UniteSeance;
  readonly approx: boolean;
}

const MOTS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  vingt: 20,
};
const N = `(\\d{1,3}|${Object.keys(MOTS).join('|')})(?![a-z\\d])`;
const DIZAINES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:une )?(?:dizaine|10 ?aine)/, 10], // 10aine
  [/\b(?:une )?douzaine/, 12], // une douzaine
  [/\b(?:une )?(?:quinzaine|15 ?aine)/, 15], // une quinzaine
  [/\b(?:une )?(?:vingtaine|20 ?aine)/, 20], // une vingtaine
];
const UNITES: readonly (readonly [RegExp, UniteSeance])[] = [
  [/demi[- ]?journees?|demi[- ]?jours?|matinees?|apres-midis?/, 'demi-journee'], // 3 demi-journées
  [/jours?\b|journees?/, 'jour'], // 2 jours
  [/heures?\b|\dh\b/, 'heure'], // 6 heures
  [/(?<=\d )mois\b/, 'mois'], // 6 mois
];

/** A count, and whether it is given as a minimum or a guess. Folded, without the counts of other years. */
const REGLES: readonly (readonly [
  RegExp,
  (g: readonly number[]) => readonly [number, number | null],
])[] = [
  [new RegExp(`\\bentre ${N} et ${N}`), ([a = 0, b = 0]) => [a, b]], // entre 3 et 5
  [
    new RegExp(`\\b${N}(?: seances?| jours?| journees?)? ?(?:a|ou|-|/) ?${N}`),
    ([a = 0, b = 0]) => [a, b],
  ], // 2 à 3
  [new RegExp(`\\b(?:au moins|minimum|a partir de) ${N}`), ([a = 0]) => [a, null]], // au moins 3
  [new RegExp(`\\b${N}[^()]{0,30}\\(?(?:voire?|ou) plus`), ([a = 0]) => [a, null]], // 1 (voir plus)
  [
    new RegExp(`\\b${N}(?: [a-z]+)? (?:minimum|au moins|et plus|ou davantage)`),
    ([a = 0]) => [a, null],
  ], // 3 minimum
  [new RegExp(`\\b(?:maximum|au plus|jusqu'a) ${N}`), ([a = 0]) => [1, a]], // jusqu'à 4
  [new RegExp(`\\b${N}`), ([a = 0]) => [a, a]], // 3
];

const APPROX =
  /environ|a peu pres|autour de|approximativement|voire? plus|ou plus|et plus|aine\b|minimum|au moins|\?|previsionnel|envisage/;

const SEANCES = '(?:seances?|ateliers?|rencontres?|reunions?|sessions?|regroupements?)';
const DUREES = '(?:demi[- ]?journees?|matinees?|apres-midis?|journees?|jours?|heures?)';
/** « 1 séance par mois »: a rhythm, no count, even with what is said of it: « une par mois, sauf en août ». */
const RYTHME = new RegExp(
  `^(?:\\D{0,20})${N}(?: [a-z-]+)? (?:par(?! an(?:nee)?(?![a-z]))|chaque|tous les|toutes les|tous les \\d+) (?:${N} )?[a-z]+(?:(?:,| \\(| hors| sauf| hormis| excepte| d'| de| en| entre| du)[^\\d]*)?$`,
);
/** « un rendez-vous par trimestre, soit quatre », « tous les deux mois, soit 6 réunions »: what a rhythm comes to. */
const TOTAL = new RegExp(
  `(?:par|chaque|tous les|toutes les) (?:${N} )?(?:an|mois|semaine|quinzaine|trimestre|semestre|bimestre)s?(?:,? ?\\(?(?:soit|c'est-a-dire|donc)(?: environ| au total| en tout)? (?=${N})|,? \\((?=${N} (?:seances?|ateliers?|rencontres?|reunions?|sessions?|au total|en tout)))`,
);
/** « une séance mensuelle de septembre à décembre »; « six rencontres mensuelles » are counted. */
const MENSUELLE =
  /^(?:1|une?) [a-z-]+ (?:mensuel|bimensuel|bimestriel|trimestriel|hebdomadaire|annuel)(?:le)?(?![a-z])/;
/** « 12 heures réparties en 4 séances », « 2 jours, soit 4 ateliers ». */
const REPARTIES = new RegExp(`${N} ?(?:${DUREES}|h)\\b.{0,30}\\b(?:en|soit|sur) ${N} ${SEANCES}`);
/** « deux demi-journées et une journée ». */
const SOMME = new RegExp(
  `^(?:\\D{0,20}\\b)?${N} (${DUREES}|${SEANCES})(?: [^\\d,]{0,30})?(?: et |, ?| \\+ )${N} (${DUREES}|${SEANCES})\\b`,
);
/** « 1 journée et demie ». */
const DEMIE = new RegExp(`${N} (?:jours?|journees?) et demie?\\b`);
/** « 2 x 1 jour », « 3 x 2 h ». */
const FOIS = new RegExp(`${N} ?(?:x|×|\\*|fois) ?(${N}|0[,.]5) ?(${DUREES}|h\\b)`);

/** « samedi 19 mars », « le 13 octobre », « de 14 h à 17 h 30 »: when, and no count. */
const DATE = new RegExp(
  `(?:(?:le|les|du|au) )?(?:\\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s? )?\\b\\d{1,2}(?:er)?(?:(?:, | et | au )\\d{1,2}(?:er)?)* ${MOIS}(?![a-z])|\\b(?:a|de|des|entre) \\d{1,2} ?h(?: ?\\d{2})?(?: (?:a|et|-) \\d{1,2} ?h(?: ?\\d{2})?)?(?![a-z])`,
  'g',
);

/** What is counted, when the count says it itself: « 6 séances de 3 heures » are sessions. */
const COMPTE = new RegExp(
  `^(?:\\D{0,30}?)${N}(?: (?:a|ou|et) ${N})? (?:seances?|ateliers?|rencontres?|reunions?|sessions?)\\b`,
);

/**
 * Reads a printed number of sessions for a programme's year: « 3 en 2012 (1 en 2011) » is 3,
 * « 2 à 3 », « 10aine », « 4 journées ». The unit that the value does not say is that of its label
 * (« Nombre de jours : 3 »). Null when no count is given (« non encore déterminé »).
 */
export function parseSeances(texte: string, annee: number, etiquette = ''): Seances | null {
  const plie = fold(texte.slice(0, 200))
    .replace(/(?:1 ?\/ ?2|½)[ -]?(?=journee)/g, 'demi-')
    .replace(/^demi-/, '1 demi-')
    .replace(/\s+/g, ' ')
    .trim();
  const dit = pourAnnee(plie.replace(DATE, ' ').trim(), annee);
  const rythme = TOTAL.exec(dit);
  const propre = rythme === null ? dit : dit.slice(rythme.index + rythme[0].length);
  if (RYTHME.test(propre) || MENSUELLE.test(propre)) return null;
  const composee = lireComposee(propre);
  if (composee !== null) return composee;
  const unite = uniteDe(propre, fold(etiquette.slice(0, 200)));
  const dizaine = DIZAINES.find(([motif]) => motif.test(propre))?.[1];
  if (dizaine !== undefined) return { min: dizaine, max: dizaine, unite, approx: true };
  for (const [motif, lire] of REGLES) {
    const trouve = motif.exec(propre);
    if (trouve === null) continue;
    const [min, max] = lire(trouve.slice(1).map(valeur));
    if (max !== null && max < min) continue;
    return { min, max, unite, approx: APPROX.test(propre) };
  }
  return null;
}

/** Counts that hold another: the sessions of a number of hours, a sum, a product. */
function lireComposee(propre: string): Seances | null {
  const approx = APPROX.test(propre);
  const reparties = REPARTIES.exec(propre)?.[2];
  if (reparties !== undefined) {
    const total = valeur(reparties);
    return { min: total, max: total, unite: 'seance', approx };
  }
  const [, a, uniteA, b, uniteB] = SOMME.exec(propre) ?? [];
  if (a !== undefined && b !== undefined) {
    const total = valeur(a) + valeur(b);
    const [u, v] = [uniteA, uniteB].map((texte) => uniteDe(texte ?? '', ''));
    return { min: total, max: total, unite: u === v && u !== undefined ? u : 'seance', approx };
  }
  const demie = DEMIE.exec(propre)?.[1];
  if (demie !== undefined) {
    const total = valeur(demie) * 2 + 1;
    return { min: total, max: total, unite: 'demi-journee', approx };
  }
  const [, fois, duree, , mot] = FOIS.exec(propre) ?? [];
  if (fois === undefined) return null;
  const total = valeur(fois);
  const simple = /^(?:1|un|une)$/.test(duree ?? '');
  const demi = /^0[,.]5$/.test(duree ?? '') ? 'demi-journee' : 'seance';
  return { min: total, max: total, unite: simple ? uniteDe(mot ?? '', '') : demi, approx };
}

function uniteDe(valeur: string, etiquette: string): UniteSeance {
  if (COMPTE.test(valeur)) return 'seance';
  const dite = UNITES.find(([motif]) => motif.test(valeur));
  return (dite ?? UNITES.find(([motif]) => motif.test(etiquette)))?.[1] ?? 'seance';
}

function valeur(mot: string): number {
  return MOTS[mot] ?? Number(mot);
}

/** Without what is said of other years, nor the years themselves, nor ranks (« 1er semestre »). */
function pourAnnee(texte: string, annee: number): string {
  const autres = texte.replace(
    /\(?(?:\d{1,3}|[a-z]+)(?: [a-z]+)? (?:en|pour) ((?:19|20)\d{2})\)?/g,
    (tout, an: string) => (Number(an) === annee || !/\d{1,3} |^\(/.test(tout) ? tout : ' '),
  );
  const compte = /\d|\b(?:un|une|deux|trois|quatre|cinq|six|dix)\b/.test(
    autres.replace(/(?:19|20)\d{2}/g, ''),
  );
  return (compte ? autres : texte)
    .replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, ' ')
    .replace(/\d+(?:er|ere|e|eme)\b/g, ' ')
    .trim();
}

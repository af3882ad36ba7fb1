import { parseDateList } from './dateLists.js';
import { fold } from './fold.js';
import { isoDate, lastDay, MOIS, monthNumber } from './months.js';

export type Precision =
  | 'jour'
  | 'mois'
  | 'trimestre'
  | 'semestre'
  | 'saison'
  | 'annee'
  | 'intervalle';

/** First and last day, both included, `YYYY-MM-DD`. */
export interface Periode {
  readonly debut: string;
  readonly fin: string;
  readonly precision: Precision;
}

const AN = '(?:19|20)\\d{2}';
const RANG =
  '(1er|1re|1ere|2e|2d|2nd|2eme|2de|3e|3eme|4e|4eme|premier|premiere|second|seconde|deuxieme|troisieme|quatrieme|dernier|i{1,3}|iv|[1-4])';
const SAISONS: Readonly<Record<string, readonly [number, number]>> = {
  printemps: [3, 6],
  ete: [6, 9],
  automne: [9, 12],
  hiver: [12, 3],
};

type Lecture = (groupes: readonly (string | undefined)[], annee: number) => Periode | null;

/** The first rule that matches wins: the more precise before the vaguer. Texts are folded. */
const REGLES: readonly (readonly [RegExp, Lecture])[] = [
  [
    new RegExp(
      `(?<![a-z])(${MOIS}) ?(${AN})? (?:a|au|jusqu'a|jusqu'en) (?:fin |mois de )?(${MOIS}) ?(${AN})?`,
    ),
    entreMois,
  ], // de mars à juin 2012
  [new RegExp(`\\bentre (${MOIS}) ?(${AN})? et (${MOIS}) ?(${AN})?`), entreMois], // entre mars et juin
  [new RegExp(`(${MOIS}) ?(${AN})? ?[-/] ?(${MOIS}) ?(${AN})?`), entreMois], // mars-juin 2012
  [/(?<![\d/])(\d{1,2})[/.](\d{1,2})[/.]((?:20)?\d{2})(?!\d)/, jourChiffre], // 13/05/2012
  [
    new RegExp(
      `\\bdu (\\d{1,2})(?:er)? (${MOIS})? ?(${AN})? ?au (\\d{1,2})(?:er)? (${MOIS}) ?(${AN})?`,
    ),
    duAu,
  ], // du 3 mars au 5 mai 2012
  [new RegExp(`((?:\\d{1,2}(?:er)?(?:,| et|,? puis| ou| &)? ){1,8})(${MOIS}) ?(${AN})?`), jours], // les 3 et 10 mai 2012, mercredi 13 mai
  [
    new RegExp(
      `\\b(debut|mi|fin|courant)[- ](${AN}) ?(?:-|a|et) ?(debut|mi|fin|courant)[- ](${AN})`,
    ),
    bornes,
  ], // fin 2006-début 2007
  [
    new RegExp(
      `\\b${RANG} ?(?:et|-|/) ?${RANG} (trimestre|semestre)s? ?(?:de |d')?(?:l'annee )?(${AN})?`,
    ),
    parties,
  ], // 1er et 2ème trimestres
  [
    new RegExp(`\\b${RANG} (trimestre|semestre)(?: de| d')?(?: l'annee)? ?(${AN})?`),
    ([ordre, ...reste], annee) => parties([ordre, ordre, ...reste], annee),
  ], // 1er semestre 2012
  [new RegExp(`\\b([ts])([1-4]) ?(${AN})?\\b`), abrege], // T2 2012
  [
    new RegExp(
      `(${MOIS}) ?(${AN})?(?:,? (?:et|ou|puis) |, ?)(?:.{0,40}?(?:et|ou) )?(${MOIS}) ?(${AN})?`,
    ),
    entreMois,
  ], // mars et juin 2012
  [
    new RegExp(`\\b(debut|mi|fin)[- ](${MOIS}) ?(${AN})?`),
    ([, ...reste], annee) => mois(reste, annee),
  ], // mi-mars 2012
  [new RegExp(`(?<![a-z])(${MOIS}) ?(${AN})?`), mois], // avril 2012
  [new RegExp(`\\b(printemps|ete|automne|hiver) ?(${AN})?(?: ?[-/] ?(\\d{4}|\\d{2}))?`), saison], // automne
  [new RegExp(`\\b(debut|mi|fin)[- ](?:d'annee )?(${AN})`), partAnnee], // fin 2012
  [new RegExp(`\\b(${AN}) ?(?:-|/|a|et) ?(${AN}|\\d{2})(?!\\d)`), annees], // année 2012-13
  [new RegExp(`\\b(${AN})\\b`), ([an]) => anneeEntiere(Number(an))], // année 2012
  [
    /\b(?:toute l'annee|au long de l'annee|annee(?: (?:civile|en cours))?|annuel)\b/,
    (_, annee) => anneeEntiere(annee),
  ], // toute l'année
];

/**
 * Reads a period as printed: « 1er semestre 2012 », « fin 2006-début 2007 », « les 3 et 10 mai ».
 * What names no year is in `anneeProgramme`. Null when the text gives no date.
 */
export function parsePeriode(texte: string, anneeProgramme: number): Periode | null {
  const plie = fold(texte.slice(0, 300)).replace(/\s+/g, ' ').trim();
  const liste = parseDateList(plie, anneeProgramme);
  if (liste !== null) return { ...liste, precision: 'intervalle' };
  for (const [motif, lire] of REGLES) {
    const trouve = motif.exec(plie);
    const periode = trouve === null ? null : lire(trouve.slice(1), anneeProgramme);
    if (periode !== null) return periode;
  }
  return null;
}

function periode(
  a: readonly [number, number, number],
  b: readonly [number, number, number],
  precision: Precision,
): Periode | null {
  const [anA, moisA, jourA] = a;
  const [anB, moisB, jourB] = b;
  if (!estDate(a) || !estDate(b)) return null;
  const debut = isoDate(anA, moisA, jourA);
  const fin = isoDate(anB, moisB, jourB);
  return debut <= fin ? { debut, fin, precision } : null;
}

function estDate([annee, mois, jour]: readonly [number, number, number]): boolean {
  return mois >= 1 && mois <= 12 && jour >= 1 && jour <= lastDay(annee, mois);
}

function anneeEntiere(annee: number): Periode | null {
  return periode([annee, 1, 1], [annee, 12, 31], 'annee');
}

function nombre(texte: string | undefined, defaut: number): number {
  return texte === undefined ? defaut : Number(texte);
}

/** A first month later in the year than the second one is of the year before: « octobre-mars 2013 ». */
function entreMois(
  [m1, a1, m2, a2]: readonly (string | undefined)[],
  annee: number,
): Periode | null {
  const debut = monthNumber(m1 ?? '');
  const fin = monthNumber(m2 ?? '');
  if (debut === null || fin === null) return null;
  const anFin = nombre(a2, a1 === undefined ? annee : Number(a1) + (fin < debut ? 1 : 0));
  const anDebut = nombre(a1, fin < debut ? anFin - 1 : anFin);
  return periode([anDebut, debut, 1], [anFin, fin, lastDay(anFin, fin)], 'intervalle');
}

function jourChiffre([jour, mois, an]: readonly (string | undefined)[]): Periode | null {
  const annee = Number(an) < 100 ? 2000 + Number(an) : Number(an);
  const date = [annee, Number(mois), Number(jour)] as const;
  return periode(date, date, 'jour');
}

function duAu(
  [j1, m1, a1, j2, m2, a2]: readonly (string | undefined)[],
  annee: number,
): Periode | null {
  const fin = monthNumber(m2 ?? '');
  if (fin === null) return null;
  const debut = m1 === undefined ? fin : (monthNumber(m1) ?? fin);
  const anFin = nombre(a2, nombre(a1, annee));
  return periode([nombre(a1, anFin), debut, Number(j1)], [anFin, fin, Number(j2)], 'intervalle');
}

function jours([liste, nom, an]: readonly (string | undefined)[], annee: number): Periode | null {
  const numeros = (liste ?? '').match(/\d+/g)?.map(Number) ?? [];
  const m = monthNumber(nom ?? '');
  if (m === null || numeros.length === 0) return null;
  const a = nombre(an, annee);
  const precision = numeros.length === 1 ? 'jour' : 'intervalle';
  return periode([a, m, Math.min(...numeros)], [a, m, Math.max(...numeros)], precision);
}

const DEBUTS: Readonly<Record<string, readonly [number, number]>> = {
  debut: [1, 4],
  mi: [5, 8],
  fin: [9, 12],
  courant: [1, 12],
};

function bornes([q1, a1, q2, a2]: readonly (string | undefined)[]): Periode | null {
  const [debut] = DEBUTS[q1 ?? ''] ?? [1, 12];
  const [, fin] = DEBUTS[q2 ?? ''] ?? [1, 12];
  const anFin = Number(a2);
  return periode([Number(a1), debut, 1], [anFin, fin, lastDay(anFin, fin)], 'intervalle');
}

function partAnnee([quand, an]: readonly (string | undefined)[]): Periode | null {
  const [debut, fin] = DEBUTS[quand ?? ''] ?? [1, 12];
  const a = Number(an);
  return periode([a, debut, 1], [a, fin, lastDay(a, fin)], 'intervalle');
}

function mois([nom, an]: readonly (string | undefined)[], annee: number): Periode | null {
  const m = monthNumber(nom ?? '');
  const a = nombre(an, annee);
  return m === null ? null : periode([a, m, 1], [a, m, lastDay(a, m)], 'mois');
}

/** « premier » -> 1, « 2ème » -> 2, « dernier » -> the last of `total`. */
function rang(texte: string | undefined, total: number): number {
  const t = texte ?? '';
  if (t === 'dernier') return total;
  const mots = [/^(1|premi|i$)/, /^(2|second|deux|ii$)/, /^(3|trois|iii$)/, /^(4|quatr|iv$)/];
  return mots.findIndex((m) => m.test(t)) + 1;
}

function decoupe(unite: string | undefined): {
  readonly total: number;
  readonly mois: number;
  readonly precision: Precision;
} {
  return unite === 'semestre' || unite === 's'
    ? { total: 2, mois: 6, precision: 'semestre' }
    : { total: 4, mois: 3, precision: 'trimestre' };
}

function abrege(
  [unite, ordre, an]: readonly (string | undefined)[],
  annee: number,
): Periode | null {
  return parties([ordre, ordre, unite === 's' ? 'semestre' : 'trimestre', an], annee);
}

function parties(
  [o1, o2, unite, an]: readonly (string | undefined)[],
  annee: number,
): Periode | null {
  const { total, mois: duree, precision } = decoupe(unite);
  const debut = rang(o1, total);
  const fin = rang(o2, total);
  if (debut < 1 || fin > total || fin < debut) return null;
  const a = nombre(an, annee);
  const precisionLue = debut === fin ? precision : 'intervalle';
  return periode(
    [a, (debut - 1) * duree + 1, 1],
    [a, fin * duree, lastDay(a, fin * duree)],
    precisionLue,
  );
}

function saison([nom, an, suite]: readonly (string | undefined)[], annee: number): Periode | null {
  const [debut, fin] = SAISONS[nom ?? ''] ?? [1, 12];
  const a = nombre(an, annee);
  const anFin = suite !== undefined || fin < debut ? a + 1 : a;
  return periode([a, debut, 21], [anFin, fin, 20], 'saison');
}

function annees([a1, a2]: readonly (string | undefined)[]): Periode | null {
  const debut = Number(a1);
  const fin = (a2 ?? '').length === 2 ? Math.floor(debut / 100) * 100 + Number(a2) : Number(a2);
  return periode([debut, 1, 1], [fin, 12, 31], 'intervalle');
}

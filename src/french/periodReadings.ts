import { isoDate, lastDay, monthNumber } from './months.js';

/**
 * The grain of what is printed, the finest first: « du 3 au 5 juin » is to the day, « de mars à juin » to the
 * month. `saison` is any part of a year whose days no calendar gives: « automne », « fin 2006 », vacances.
 */
export const PRECISIONS = [
  'jour',
  'semaine',
  'quinzaine',
  'mois',
  'trimestre',
  'saison',
  'semestre',
  'annee',
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** First and last day, both included, `YYYY-MM-DD`. */
export interface Periode {
  readonly debut: string;
  readonly fin: string;
  readonly precision: Precision;
}

/** The year a programme is for; `scolaire`: from September of it to August of the next. */
export interface Exercice {
  readonly annee: number;
  readonly scolaire: boolean;
}

/** What a rule's groups hold. */
export type Groupes = readonly (string | undefined)[];

const SAISONS: Readonly<Record<string, readonly [number, number]>> = {
  printemps: [3, 6],
  ete: [6, 9],
  automne: [9, 12],
  hiver: [12, 3],
};

/** The year of a month that names none. */
export function anneeDuMois({ annee, scolaire }: Exercice, mois: number): number {
  return scolaire && mois < RENTREE ? annee + 1 : annee;
}

const RENTREE = 9;

export function periode(
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

export function estDate([annee, mois, jour]: readonly [number, number, number]): boolean {
  return mois >= 1 && mois <= 12 && jour >= 1 && jour <= lastDay(annee, mois);
}

export function anneeEntiere({ annee, scolaire }: Exercice): Periode | null {
  return scolaire
    ? periode([annee, RENTREE, 1], [annee + 1, RENTREE - 1, 31], 'annee')
    : periode([annee, 1, 1], [annee, 12, 31], 'annee');
}

/** « à partir de septembre » : to the end of the year, or of the programme's. */
export function aPartir([jour, nom, an]: Groupes, e: Exercice): Periode | null {
  const m = monthNumber(nom ?? '');
  if (m === null) return null;
  const a = nombre(an, anneeDuMois(e, m));
  const fin: readonly [number, number, number] =
    e.scolaire && an === undefined ? [e.annee + 1, RENTREE - 1, 31] : [a, 12, 31];
  return periode([a, m, nombre(jour, 1)], fin, jour === undefined ? 'mois' : 'jour');
}

/** « d'ici l'été », « avant fin juin » : from the beginning of the programme's year. */
export function avant([fin, terme, an]: Groupes, e: Exercice): Periode | null {
  const m = monthNumber(terme ?? '');
  const limite = m ?? (terme === 'ete' ? 6 : 12);
  const a = nombre(an, e.scolaire ? e.annee + (limite < RENTREE ? 1 : 0) : e.annee);
  const debut: readonly [number, number, number] =
    e.scolaire && an === undefined ? [e.annee, RENTREE, 1] : [a, 1, 1];
  const complet = fin !== undefined || terme?.startsWith('fin') === true;
  if (m !== null && !complet) {
    return m === 1
      ? periode([a - 1, 1, 1], [a - 1, 12, 31], 'mois')
      : periode(debut, [a, m - 1, lastDay(a, m - 1)], 'mois');
  }
  const precision = m !== null ? 'mois' : terme === 'ete' ? 'saison' : 'annee';
  return periode(debut, [a, limite, terme === 'ete' ? 20 : lastDay(a, limite)], precision);
}

export function nombre(texte: string | undefined, defaut: number): number {
  return texte === undefined ? defaut : Number(texte);
}

/**
 * A first month later in the year than the second one is of the year before: « octobre-mars 2013 »;
 * without any year the programme's is the first one's.
 */
export function entreMois([m1, a1, m2, a2]: Groupes, e: Exercice): Periode | null {
  const debut = monthNumber(m1 ?? '');
  const fin = monthNumber(m2 ?? '');
  if (debut === null || fin === null) return null;
  const saute = fin < debut ? 1 : 0;
  const premiere = nombre(a1, a2 === undefined ? anneeDuMois(e, debut) : Number(a2) - saute);
  const anFin = nombre(a2, premiere + saute);
  return periode([premiere, debut, 1], [anFin, fin, lastDay(anFin, fin)], 'mois');
}

export function jourChiffre([jour, mois, an]: Groupes, e: Exercice): Periode | null {
  const lue = nombre(an, anneeDuMois(e, Number(mois)));
  const annee = lue < 100 ? 2000 + lue : lue;
  const date = [annee, Number(mois), Number(jour)] as const;
  return periode(date, date, 'jour');
}

export function duAu([j1, m1, a1, j2, m2, a2]: Groupes, e: Exercice): Periode | null {
  const fin = monthNumber(m2 ?? '');
  if (fin === null) return null;
  const debut = m1 === undefined ? fin : (monthNumber(m1) ?? fin);
  const saute = fin < debut ? 1 : 0;
  const premiere = nombre(a1, a2 === undefined ? anneeDuMois(e, debut) : Number(a2) - saute);
  const anFin = nombre(a2, premiere + saute);
  return periode([premiere, debut, Number(j1)], [anFin, fin, Number(j2)], 'jour');
}

export function jours([liste, nom, an]: Groupes, e: Exercice): Periode | null {
  const numeros = (liste ?? '').match(/\d+/g)?.map(Number) ?? [];
  const m = monthNumber(nom ?? '');
  if (m === null || numeros.length === 0) return null;
  const a = nombre(an, anneeDuMois(e, m));
  return periode([a, m, Math.min(...numeros)], [a, m, Math.max(...numeros)], 'jour');
}

const DEBUTS: Readonly<Record<string, readonly [number, number]>> = {
  debut: [1, 4],
  mi: [5, 8],
  fin: [9, 12],
  courant: [1, 12],
};

export function bornes([q1, a1, q2, a2]: Groupes): Periode | null {
  const [debut] = DEBUTS[q1 ?? ''] ?? [1, 12];
  const [, fin] = DEBUTS[q2 ?? ''] ?? [1, 12];
  const anFin = Number(a2);
  return periode([Number(a1), debut, 1], [anFin, fin, lastDay(anFin, fin)], 'saison');
}

export function partAnnee([quand, an]: Groupes, e: Exercice): Periode | null {
  const [debut, fin] = DEBUTS[quand ?? ''] ?? [1, 12];
  const a = nombre(an, anneeDuMois(e, debut));
  return periode([a, debut, 1], [a, fin, lastDay(a, fin)], 'saison');
}

export function mois([nom, an]: Groupes, e: Exercice): Periode | null {
  const m = monthNumber(nom ?? '');
  if (m === null) return null;
  const a = nombre(an, anneeDuMois(e, m));
  return periode([a, m, 1], [a, m, lastDay(a, m)], 'mois');
}

/** « premier » -> 1, « 2ème » -> 2, « dernier » -> the last of `total`. */
export function rang(texte: string | undefined, total: number): number {
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
  return unite?.startsWith('s') === true
    ? { total: 2, mois: 6, precision: 'semestre' }
    : { total: 4, mois: 3, precision: 'trimestre' };
}

export function abrege([unite, ordre, an]: Groupes, e: Exercice): Periode | null {
  return parties([ordre, ordre, unite, an], e);
}

export function parties([o1, o2, unite, an]: Groupes, e: Exercice): Periode | null {
  const { total, mois: duree, precision } = decoupe(unite);
  const debut = rang(o1, total);
  const fin = rang(o2, total);
  if (debut < 1 || fin > total || fin < debut) return null;
  const a = nombre(an, anneeDuMois(e, (debut - 1) * duree + 1));
  return periode(
    [a, (debut - 1) * duree + 1, 1],
    [a, fin * duree, lastDay(a, fin * duree)],
    precision,
  );
}

/** « du 3e trimestre 2012 au 1er trimestre 2013 »: a second part earlier in the year is of the next one. */
export function entreParties([o1, u1, a1, o2, u2, a2]: Groupes, e: Exercice): Periode | null {
  const seconde = parties([o2, o2, u2, a2], e);
  const saute =
    a1 === undefined && a2 !== undefined && rang(o1, 4) > rang(o2, 4) ? Number(a2) - 1 : a2;
  const premiere = parties([o1, o1, u1 ?? u2, a1 ?? (saute === undefined ? a1 : `${saute}`)], e);
  if (premiere === null || seconde === null) return null;
  const annee = Number(seconde.fin.slice(0, 4)) + 1;
  const fin =
    premiere.debut <= seconde.fin || a2 !== undefined
      ? seconde
      : parties([o2, o2, u2, `${annee}`], e);
  return fin === null || premiere.debut > fin.fin ? null : { ...premiere, fin: fin.fin };
}

export function saison([nom, an, suite]: Groupes, e: Exercice): Periode | null {
  const [debut, fin] = SAISONS[nom ?? ''] ?? [1, 12];
  const a = nombre(an, anneeDuMois(e, debut));
  const anFin = suite !== undefined || fin < debut ? a + 1 : a;
  return periode([a, debut, 21], [anFin, fin, 20], 'saison');
}

export function annees([a1, a2]: Groupes, e: Exercice): Periode | null {
  const debut = Number(a1);
  const fin = (a2 ?? '').length === 2 ? Math.floor(debut / 100) * 100 + Number(a2) : Number(a2);
  if (e.scolaire && fin === debut + 1) return anneeEntiere({ annee: debut, scolaire: true });
  return periode([debut, 1, 1], [fin, 12, 31], 'annee');
}

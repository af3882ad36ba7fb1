import { isoDate, lastDay, monthNumber } from './months.js';

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
  return periode([a, m, nombre(jour, 1)], fin, 'intervalle');
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
      ? periode([a - 1, 1, 1], [a - 1, 12, 31], 'intervalle')
      : periode(debut, [a, m - 1, lastDay(a, m - 1)], 'intervalle');
  }
  return periode(debut, [a, limite, terme === 'ete' ? 20 : lastDay(a, limite)], 'intervalle');
}

function nombre(texte: string | undefined, defaut: number): number {
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
  return periode([premiere, debut, 1], [anFin, fin, lastDay(anFin, fin)], 'intervalle');
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
  return periode([premiere, debut, Number(j1)], [anFin, fin, Number(j2)], 'intervalle');
}

export function jours([liste, nom, an]: Groupes, e: Exercice): Periode | null {
  const numeros = (liste ?? '').match(/\d+/g)?.map(Number) ?? [];
  const m = monthNumber(nom ?? '');
  if (m === null || numeros.length === 0) return null;
  const a = nombre(an, anneeDuMois(e, m));
  const precision = numeros.length === 1 ? 'jour' : 'intervalle';
  return periode([a, m, Math.min(...numeros)], [a, m, Math.max(...numeros)], precision);
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
  return periode([Number(a1), debut, 1], [anFin, fin, lastDay(anFin, fin)], 'intervalle');
}

export function partAnnee([quand, an]: Groupes): Periode | null {
  const [debut, fin] = DEBUTS[quand ?? ''] ?? [1, 12];
  const a = Number(an);
  return periode([a, debut, 1], [a, fin, lastDay(a, fin)], 'intervalle');
}

export function mois([nom, an]: Groupes, e: Exercice): Periode | null {
  const m = monthNumber(nom ?? '');
  if (m === null) return null;
  const a = nombre(an, anneeDuMois(e, m));
  return periode([a, m, 1], [a, m, lastDay(a, m)], 'mois');
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
  const precisionLue = debut === fin ? precision : 'intervalle';
  return periode(
    [a, (debut - 1) * duree + 1, 1],
    [a, fin * duree, lastDay(a, fin * duree)],
    precisionLue,
  );
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
  return periode([debut, 1, 1], [fin, 12, 31], 'intervalle');
}

import { lastDay, monthNumber } from './months.js';
import type { Exercice, Groupes, Periode } from './periodReadings.js';
import { anneeDuMois, estDate, nombre, periode, rang } from './periodReadings.js';

/** « 1re quinzaine de juin », « seconde moitié de mai ». */
export function quinzaine([ordre, nom, an]: Groupes, e: Exercice): Periode | null {
  const m = monthNumber(nom ?? '');
  const r = rang(ordre, 2);
  if (m === null || r < 1 || r > 2) return null;
  const a = nombre(an, anneeDuMois(e, m));
  return r === 1
    ? periode([a, m, 1], [a, m, 15], 'quinzaine')
    : periode([a, m, 16], [a, m, lastDay(a, m)], 'quinzaine');
}

const JOUR_MS = 86_400_000;

function semaineDepuis(lundi: number, nombreDeSemaines: number): Periode {
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return {
    debut: iso(lundi),
    fin: iso(lundi + (7 * nombreDeSemaines - 1) * JOUR_MS),
    precision: 'semaine',
  };
}

/** « semaine 24 », « semaines 40 à 42 »: numbered as ISO 8601 does, the first holds 4 January. */
export function semaineNumerotee([n1, n2, an]: Groupes, e: Exercice): Periode | null {
  const [premiere, derniere] = [Number(n1), Number(n2 ?? n1)];
  if (premiere < 1 || derniere > 53 || derniere < premiere) return null;
  const a = nombre(an, e.scolaire && premiere < 35 ? e.annee + 1 : e.annee);
  const quatre = Date.UTC(a, 0, 4);
  const lundi = quatre - ((new Date(quatre).getUTCDay() + 6) % 7) * JOUR_MS;
  return semaineDepuis(lundi + (premiere - 1) * 7 * JOUR_MS, derniere - premiere + 1);
}

/** « semaine du 16 juin »: seven days from the one printed. */
export function semaineDu([jour, nom, an]: Groupes, e: Exercice): Periode | null {
  const m = monthNumber(nom ?? '');
  if (m === null) return null;
  const a = nombre(an, anneeDuMois(e, m));
  if (!estDate([a, m, Number(jour)])) return null;
  return semaineDepuis(Date.UTC(a, m - 1, Number(jour)), 1);
}

/** Months and days between which school holidays fall, whatever the zone and the year. */
const VACANCES: readonly (readonly [
  RegExp,
  readonly [number, number],
  readonly [number, number],
])[] = [
  [/toussaint|automne/, [10, 15], [11, 10]],
  [/noel|fin d'annee/, [12, 15], [1, 7]],
  [/hiver|fevrier/, [2, 1], [3, 15]],
  [/printemps|paques/, [4, 1], [5, 10]],
  [/ete|estivales/, [7, 1], [8, 31]],
];

/** « vacances de la Toussaint ». */
export function vacances([nom, an]: Groupes, e: Exercice): Periode | null {
  const connues = VACANCES.find(([motif]) => motif.test(nom ?? ''));
  if (connues === undefined) return null;
  const [, [m1, j1], [m2, j2]] = connues;
  const a = nombre(an, anneeDuMois(e, m1));
  return periode([a, m1, j1], [m2 < m1 ? a + 1 : a, m2, j2], 'saison');
}

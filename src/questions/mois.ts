import type { Entite } from '../domain/vue.js';
import { texte } from './references.js';

/** Months of a year, 1 to 12, both included. */
export interface Mois {
  readonly debut: number;
  readonly fin: number;
}

const NOMS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const NOM = `(${NOMS.join('|')})`;
const ORDINAUX: Readonly<Record<string, number>> = {
  premier: 1,
  '1er': 1,
  second: 2,
  deuxieme: 2,
  '2e': 2,
  '2eme': 2,
  '2nd': 2,
  troisieme: 3,
  '3e': 3,
  '3eme': 3,
  quatrieme: 4,
  dernier: 4,
  '4e': 4,
  '4eme': 4,
};
const ORDINAL = `(${Object.keys(ORDINAUX)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const AVANT =
  "(?:(?:au|en|du|pendant|durant|courant|pour|des|au mois de|au mois d'|du mois de) (?:le )?)?";

type Calcul = (a: string, b: string) => Mois | null;

/** First match wins. Folded text. */
const REGLES: readonly (readonly [RegExp, Calcul])[] = [
  // « de mars à juin », « entre mars et juin »
  [
    new RegExp(`\\b(?:de |d'|entre )${NOM} (?:a|et) ${NOM}\\b`),
    (a, b) => ({ debut: rangMois(a), fin: rangMois(b) }),
  ],
  // « au premier semestre »
  [
    new RegExp(`\\b${AVANT}${ORDINAL} semestre\\b`),
    (a) => parTranche(a === 'dernier' ? 2 : (ORDINAUX[a] ?? 0), 6),
  ],
  // « au 2e trimestre »
  [new RegExp(`\\b${AVANT}${ORDINAL} trimestre\\b`), (a) => parTranche(ORDINAUX[a] ?? 0, 3)],
  // « en avril », « au mois d'avril »
  [new RegExp(`\\b${AVANT}${NOM}\\b`), (a) => ({ debut: rangMois(a), fin: rangMois(a) })],
];

function rangMois(nom: string): number {
  return NOMS.indexOf(nom) + 1;
}

function parTranche(rang: number, mois: number): Mois | null {
  if (rang < 1 || rang * mois > 12) return null;
  return { debut: (rang - 1) * mois + 1, fin: rang * mois };
}

/** The months that a folded question asks, and the part of the text that says them. */
export function lireMois(
  plie: string,
): { readonly mois: Mois; readonly debut: number; readonly fin: number } | null {
  for (const [motif, calcul] of REGLES) {
    const m = motif.exec(plie);
    const mois = m === null ? null : calcul(m[1] ?? '', m[2] ?? '');
    if (m === null || mois === null) continue;
    return { mois, debut: m.index, fin: m.index + m[0].length };
  }
  return null;
}

/** What the period of an action says of months asked: within or across them, all year round, or nothing. */
export function periodeDans(
  action: Entite,
  { debut, fin }: Mois,
): 'dedans' | 'annee' | 'dehors' | 'inconnue' {
  const [d, f] = [texte(action, 'periodeDebut'), texte(action, 'periodeFin')];
  if (d === null || f === null) return 'inconnue';
  const [a, b] = [moisDepuis(d), moisDepuis(f)];
  if (b - a >= 11) return 'annee';
  const annee = Math.floor(a / 12) * 12;
  const touche = [annee, annee + 12].some((y) => a <= y + fin - 1 && y + debut - 1 <= b);
  return touche ? 'dedans' : 'dehors';
}

/** Months since year 0 of an ISO date. */
function moisDepuis(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

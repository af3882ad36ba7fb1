import { analyze } from '../french/chain.js';
import { distance, fautesPermises } from '../french/typo.js';
import { type Cle, cleContenu } from './termes.js';

/** The words of the index: what is known, what is near, what stands for what. */
export interface Lexique {
  /** Documents that hold a key; 0 when it is unknown. */
  df(cle: Cle): number;
  /** How a word is written in the base (« délinquance »). */
  forme(mot: string): string;
  /** Documents that hold words beginning so, a word counted once a document that has it. */
  dfPrefixe(prefixe: string): number;
  /** Some words beginning so, at most `COMMENCANT_MAX`, in the order of the keys. */
  commencantPar(prefixe: string): string[];
  /** Words within the edits allowed for this length, the nearest then the most frequent first. */
  voisins(mot: string): { readonly mot: string; readonly forme: string }[];
  /** A word of the language, which is then not misspelt; folded. */
  motFrancais(mot: string): boolean;
  /** Other names of the thing that these keys name: lists of keys, and the words for a phrase. */
  synonymes(cles: readonly Cle[]): Nom[];
}

/** A name as the index looks for it: the keys that tell it, and every word in order. */
export interface Nom {
  readonly cles: readonly Cle[];
  readonly mots: readonly Cle[];
}

export const COMMENCANT_MAX = 60;
export const SYNONYMES_MAX = 40;
const VOISINS_MAX = 5;

/** Words of letters only, by length, as the search of near words reads them. */
export type MotsConnus = ReadonlyMap<number, readonly MotConnu[]>;

interface MotConnu {
  readonly mot: string;
  readonly df: number;
  readonly lettres: number;
}

/** Groups the words that a misspelt one may stand for. */
export function rangerMots(mots: Iterable<readonly [mot: string, df: number]>): MotsConnus {
  const parLongueur = new Map<number, MotConnu[]>();
  for (const [mot, df] of mots) {
    if (!/^[a-z]{4,30}$/.test(mot)) continue;
    const liste = parLongueur.get(mot.length) ?? [];
    liste.push({ mot, df, lettres: signature(mot) });
    parLongueur.set(mot.length, liste);
  }
  return parLongueur;
}

/** One bit a letter: two words one edit apart differ by two bits at most. */
function signature(mot: string): number {
  let bits = 0;
  for (let i = 0; i < mot.length; i += 1) bits |= 1 << (mot.charCodeAt(i) - 97);
  return bits;
}

function bits(n: number): number {
  let x = n;
  let total = 0;
  for (; x !== 0; x &= x - 1) total += 1;
  return total;
}

/** The words nearest to one that is misspelt, the most frequent first; `connus` is read only when it is long enough. */
export function motsVoisins(mot: string, connus: () => MotsConnus): string[] {
  const fautes = fautesPermises(mot);
  return fautes === 0 ? [] : proches(mot, fautes, connus());
}

function proches(mot: string, fautes: number, connus: MotsConnus): string[] {
  const lettres = signature(mot);
  const trouves: { mot: string; d: number; df: number }[] = [];
  for (let longueur = mot.length - fautes; longueur <= mot.length + fautes; longueur += 1) {
    for (const c of connus.get(longueur) ?? []) {
      if (bits(c.lettres ^ lettres) > 2 * fautes) continue;
      const d = distance(mot, c.mot, fautes);
      if (d <= fautes) trouves.push({ mot: c.mot, d, df: c.df });
    }
  }
  trouves.sort((a, b) => a.d - b.d || b.df - a.df || (a.mot < b.mot ? -1 : 1));
  const plusProche = trouves[0]?.d ?? 0;
  return trouves
    .filter((t) => t.d === plusProche)
    .slice(0, VOISINS_MAX)
    .map((t) => t.mot);
}

/** A name of the base as the index looks for it. */
export function nomCherche(nom: string): Nom {
  const termes = analyze(nom, { mode: 'index' });
  return {
    cles: termes.filter((t) => !t.vide).map(cleContenu),
    mots: termes.map((t) => (t.sigle !== null && !t.estMot ? `^${t.sigle}` : t.mot)),
  };
}

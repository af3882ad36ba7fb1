import { analyze } from '../../french/chain.js';
import { distance, fautesPermises } from '../../french/typo.js';
import { type Cle, cleContenu } from '../termes.js';
import { scalaire } from './scalaire.js';
import type { Base } from './schema.js';

/** The words of the index: what is known, what is near, what stands for what. */
export interface Lexique {
  /** Documents that hold a key; 0 when it is unknown. */
  df(cle: Cle): number;
  /** How a word is written in the base (« délinquance »). */
  forme(mot: string): string;
  /** Documents that hold words beginning so, a word counted once a document that has it. */
  dfPrefixe(prefixe: string): number;
  /** Some words beginning so. */
  commencantPar(prefixe: string): string[];
  /** Words within the edits allowed for this length, the nearest then the most frequent first. */
  voisins(mot: string): { readonly mot: string; readonly forme: string }[];
  /** Other names of the thing that these keys name: lists of keys, and the words for a phrase. */
  synonymes(
    cles: readonly Cle[],
  ): { readonly cles: readonly Cle[]; readonly mots: readonly string[] }[];
}

const VOISINS_MAX = 5;

interface MotConnu {
  readonly mot: string;
  readonly df: number;
  readonly lettres: number;
}

/** Reads the vocabulary on demand; the words near another are looked for in a list read once. */
export function ouvrirLexique(base: Base): Lexique {
  const df = scalaire(base, 'SELECT df AS v FROM vocabulaire WHERE cle = ?');
  const forme = scalaire(base, 'SELECT forme AS v FROM vocabulaire WHERE cle = ?');
  const prefixe = scalaire(
    base,
    'SELECT coalesce(sum(df), 0) AS v FROM vocabulaire WHERE cle >= ? AND cle < ?',
  );
  const noms = base.prepare(
    'SELECT mots FROM synonymes WHERE doc IN (SELECT doc FROM synonymes WHERE cle = ?) AND cle <> ? LIMIT 40',
  );
  const suivants = base.prepare('SELECT cle FROM vocabulaire WHERE cle >= ? AND cle < ? LIMIT 60');
  let connus: Map<number, MotConnu[]> | undefined;
  return {
    df: (cle) => Number(df(cle) ?? 0),
    forme: (mot) => String(forme(mot) ?? mot) || mot,
    dfPrefixe: (p) => Number(prefixe(p, `${p}\u{10FFFF}`)),
    commencantPar: (p) =>
      (suivants.all(p, `${p}\u{10FFFF}`) as { cle: string }[]).map(({ cle }) => cle),
    voisins(mot) {
      const fautes = fautesPermises(mot);
      if (fautes === 0) return [];
      connus ??= chargerMots(base);
      return proches(mot, fautes, connus).map((m) => ({
        mot: m,
        forme: String(forme(m) ?? m) || m,
      }));
    },
    synonymes(cles) {
      const cle = cles.join(' ');
      return (noms.all(cle, cle) as { mots: string }[]).map(({ mots: nom }) => {
        const termes = analyze(nom, { mode: 'index' });
        return {
          cles: termes.filter((t) => !t.vide).map(cleContenu),
          mots: termes.map((t) => (t.sigle !== null && !t.estMot ? `^${t.sigle}` : t.mot)),
        };
      });
    },
  };
}

/** Words of letters only, by length. One string from the engine: reading rows one by one is ten times slower. */
function chargerMots(base: Base): Map<number, MotConnu[]> {
  const texte = scalaire(
    base,
    `SELECT coalesce(group_concat(cle || ' ' || df, ';'), '') AS v FROM vocabulaire
      WHERE cle >= 'a' AND cle < '{' AND length(cle) BETWEEN 4 AND 30`,
  )();
  const parLongueur = new Map<number, MotConnu[]>();
  for (const ligne of String(texte).split(';')) {
    const [mot = '', df = '0'] = ligne.split(' ');
    if (!/^[a-z]+$/.test(mot)) continue;
    const liste = parLongueur.get(mot.length) ?? [];
    liste.push({ mot, df: Number(df), lettres: signature(mot) });
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

function proches(
  mot: string,
  fautes: number,
  connus: ReadonlyMap<number, readonly MotConnu[]>,
): string[] {
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

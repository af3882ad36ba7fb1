import { fold } from '../../../../src/french/fold.js';
import { distance } from '../../../../src/french/typo.js';

/** Words that tie the parts of a name and tell nothing apart. Folded. */
const VIDES = new Set(
  'a au aux d de des du en et l la le les un une pour par sur dans s'.split(' '),
);
const ABREGES: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
};

/** Folded words of a name, « St » opened, dotted sigles joined (« C.A.F. » -> « caf »). */
export function words(nom: string): string[] {
  return fold(
    nom.replace(/(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,}/gu, (s) => `${s.replaceAll('.', '')} `),
  )
    .split(/[^a-z0-9]+/)
    .filter((m) => m !== '')
    .map((m) => ABREGES[m] ?? m);
}

/** The words that tell something apart, without their plural mark. */
export function significant(nom: string): string[] {
  return words(nom)
    .filter((m) => !VIDES.has(m))
    .map((m) => (m.length > 3 ? m.replace(/[sx]$/, '') : m));
}

/** True when a word is written as a sigle: « CAF », « C.A.F. », « ANRU ». */
export function isSigle(nom: string): boolean {
  return /^\p{Lu}[\p{Lu}\d&+.•·'’-]+$/u.test(nom.trim()) && !/\s/.test(nom.trim());
}

/** True when the letters of a sigle are the initials of a name, its small words counted or not. */
export function isInitials(sigle: string, nom: string): boolean {
  const lettres = fold(sigle).replace(/[^a-z0-9]/g, '');
  const tous = words(nom);
  if (lettres.length < 2 || tous.length < 2) return false;
  const initiales = (mots: readonly string[]) => mots.map((m) => m[0] ?? '').join('');
  const pleins = tous.filter((m) => !VIDES.has(m));
  return initiales(tous) === lettres || initiales(pleins) === lettres;
}

/** True when every word of the shorter list is in the longer one. */
export function contains(long: readonly string[], court: readonly string[]): boolean {
  return court.length > 0 && court.length < long.length && court.every((m) => long.includes(m));
}

/** One letter for four, two for nine: a slip of the pen. Numbers are never mistyped. */
export function isTypo(a: string, b: string): boolean {
  if (a === b || /\d/.test(a) || /\d/.test(b)) return false;
  const longueur = Math.min(a.length, b.length);
  const max = longueur >= 9 ? 2 : longueur >= 4 ? 1 : 0;
  return max > 0 && distance(a, b, max) <= max;
}

/** Same number of words, in order, each equal or mistyped, and not all equal. */
export function isMistyped(a: readonly string[], b: readonly string[]): boolean {
  if (a.join('') === b.join('')) return a.join(' ') !== b.join(' ');
  return (
    a.length === b.length &&
    a.every((mot, i) => mot === b[i] || isTypo(mot, b[i] ?? '')) &&
    a.some((mot, i) => mot !== b[i])
  );
}

/** Same words in another order. */
export function isShuffled(a: readonly string[], b: readonly string[]): boolean {
  return a.join(' ') !== b.join(' ') && [...a].sort().join(' ') === [...b].sort().join(' ');
}

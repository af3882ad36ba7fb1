import { fold } from '../../src/french/fold.js';

/** Marks of inclusive writing that may stand before an optional ending: « Intervenant·e·s », « élu(e)s ». */
const MARQUE = '[.·•(/\\u2027-]?';

/**
 * Source of a regular expression, for folded text, from an expression of a profile where what is
 * in brackets is optional: « Intervenant(e)(s) (prévu(e)(s)) ».
 */
export function sourceMotif(expression: string): string {
  const [source, reste] = lireSuite(fold(expression.trim()), 0);
  if (reste !== fold(expression.trim()).length) {
    throw new Error(`parenthèse fermante en trop dans « ${expression} »`);
  }
  return source;
}

function lireSuite(texte: string, depuis: number): [string, number] {
  let source = '';
  let i = depuis;
  while (i < texte.length && texte[i] !== ')') {
    if (texte[i] === '(') {
      const [dedans, fin] = lireSuite(texte, i + 1);
      if (texte[fin] !== ')') throw new Error(`parenthèse ouvrante sans fin dans « ${texte} »`);
      source += facultatif(dedans, texte, i);
      i = fin + 1;
    } else {
      source += lettre(texte, i);
      i += 1;
    }
  }
  return [source, i];
}

/** A space before an optional group belongs to the group; an ending may be written the inclusive way. */
function facultatif(dedans: string, texte: string, ouverture: number): string {
  const avant = texte[ouverture - 1];
  if (avant === ' ') return `(?:\\s?${dedans})?`;
  return /^[a-z]{1,5}$/.test(dedans) ? `(?:${MARQUE}${dedans}\\)?)?` : `(?:${dedans})?`;
}

function lettre(texte: string, i: number): string {
  const c = texte[i] ?? '';
  // « Lieu / territoire », « Lieu/territoire »
  if (c === ' ' && [texte[i - 1], texte[i + 1]].some((v) => v === '/' || v === '-')) return '\\s*';
  if (c !== ' ') return c.replace(/[.*+?^${}|[\]\\/]/g, '\\$&');
  return texte[i + 1] === '(' || texte.startsWith('(', i + 1) ? '' : '\\s+';
}

/** One alternation of several expressions, the longest first. */
export function alternative(expressions: readonly string[]): string {
  if (expressions.length === 0) return '(?!)';
  const sources = [...expressions].sort((a, b) => b.length - a.length).map(sourceMotif);
  return `(?:${sources.join('|')})`;
}

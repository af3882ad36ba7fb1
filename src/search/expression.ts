import type { Cle } from './termes.js';

/** What a document must hold, in keys of the index; each engine writes it in its own language. */
export type Expression =
  | { readonly genre: 'cle'; readonly cle: Cle }
  /** Some key that begins so. */
  | { readonly genre: 'debut'; readonly cle: Cle }
  /** Keys side by side in one field. */
  | { readonly genre: 'suite'; readonly cles: readonly Cle[] }
  | { readonly genre: 'et' | 'ou'; readonly parties: readonly Expression[] };

/** Keys side by side; one key alone is itself. */
export function suite(cles: readonly Cle[]): Expression {
  const [seule] = cles;
  return cles.length === 1 && seule !== undefined
    ? { genre: 'cle', cle: seule }
    : { genre: 'suite', cles };
}

/** Any of these; undefined when there is none. */
export function ou(parties: readonly Expression[]): Expression | undefined {
  return parties.length > 1 ? { genre: 'ou', parties } : parties[0];
}

/** All of these; undefined when there is none. */
export function et(parties: readonly Expression[]): Expression | undefined {
  return parties.length > 1 ? { genre: 'et', parties } : parties[0];
}

/** True when two expressions are written alike. */
export function memeExpression(a: Expression | undefined, b: Expression | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Each of these once, in order. */
export function distinctes(expressions: readonly Expression[]): Expression[] {
  return [...new Map(expressions.map((e) => [JSON.stringify(e), e])).values()];
}

import type { Lexique } from './lexique.js';
import type { Retouche } from './travail.js';

/** What a rule may look at beside the text of the page. */
export interface Indices {
  readonly lexique: Lexique;
  /** Words of the whole document as stored, folded to lower case, with how many times each stands there. */
  readonly document: ReadonlyMap<string, number>;
}

/** A kind of damage and its repair. */
export interface Regle {
  /** `reparation-…@version`, kept in the facts' blocks. */
  readonly nom: string;
  /** What it repairs, as an alert names it: « des lettres doublées ». */
  readonly quoi: string;
  /** Damaged, then repaired: its test. */
  readonly exemples: readonly (readonly [string, string])[];
  /** True: only on pages whose characters were recognised on their image. */
  readonly surImage?: true;
  /** The changes to a page's text, in order, not overlapping; none for a sound text. */
  trouver(texte: string, indices: Indices): Retouche[];
}

/** The changes that a pattern finds, each match given to `lire`, which says null for a sound one. */
export function parMotif(
  texte: string,
  motif: RegExp,
  lire: (trouve: RegExpExecArray) => string | null,
): Retouche[] {
  const retouches: Retouche[] = [];
  for (const trouve of texte.matchAll(motif)) {
    const neuf = lire(trouve);
    if (neuf === null || neuf === trouve[0]) continue;
    retouches.push({ debut: trouve.index, fin: trouve.index + trouve[0].length, texte: neuf });
  }
  return retouches;
}

/** A word of a text: a run of letters, with where it stands. */
export interface Mot {
  readonly debut: number;
  readonly fin: number;
  readonly texte: string;
}

/** The words of a text: runs of letters that no hyphen, apostrophe or mark joins to others. */
export function motsDe(texte: string): Mot[] {
  return [
    ...texte.matchAll(/(?<![\p{L}\p{M}\p{N}’'\-@./_])\p{L}+(?![\p{L}\p{M}\p{N}’'\-@_])/gu),
  ].map((m) => ({ debut: m.index, fin: m.index + m[0].length, texte: m[0] }));
}

import { fold } from './fold.js';
import { estVide } from './stopwords.js';
import type { Jeton } from './tokens.js';

/** Two to ten capitals or digits without accent, a final plural s aside: « PRE », « CLSPD », « QPVs ». */
const SIGLE = /^([A-Z][A-Z0-9]{1,9})s?$/;
/** From this length on capitals may be a name (« SARCELLES »): it is kept as a word too. */
const LONGUEUR_NOM = 6;

/** What a written word is: a sigle, a word, or both when capitals alone do not tell. */
export interface Nature {
  /** Folded sigle, or null. */
  readonly sigle: string | null;
  readonly mot: boolean;
}

/**
 * Tells sigles from words by their capitals: « PRE » is a sigle, « pré », « Pré » and « PRÉ » never are.
 * In a line all in capitals a short word may be either, and is both.
 */
export function nature(jeton: Jeton, ligneEnCapitales: boolean): Nature {
  const sigle = SIGLE.exec(jeton.texte)?.[1];
  if (sigle === undefined) return { sigle: null, mot: true };
  if (jeton.pointe) return { sigle: fold(sigle), mot: false };
  if (ligneEnCapitales) return { sigle: estVide(fold(sigle)) ? null : fold(sigle), mot: true };
  return { sigle: fold(sigle), mot: sigle.length >= LONGUEUR_NOM };
}

/**
 * True for a line printed in capitals: « PRÉVENTION DE LA DÉLINQUANCE ». A row of sigles
 * (« PRE, ASV, GUP ») is not one: it has neither a small word nor a long one.
 */
export function enCapitales(ligne: string): boolean {
  if (/\p{Ll}{2}/u.test(ligne)) return false;
  const mots = ligne.match(/\p{Lu}+/gu) ?? [];
  return mots.length > 1 && mots.some((m) => m.length > LONGUEUR_NOM || estVide(fold(m)));
}

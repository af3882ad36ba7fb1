import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { estPreuveTexte } from '../../../src/domain/fait.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';

/** « 3. » before the title of an action. */
const NUMERO = /\d+\s*[.)°–-]*\s*$/;
/** « Axe 3 : », « PARTIE II – », « IV. » before the title of a part. */
const RANG =
  /(?<![\p{L}\d])(?:\p{L}{3,12}[ \u00a0]+)?(?:n°\s*)?(?:\d{1,2}|[IVX]{1,5})(?![\p{L}\d])\s*[.):°–—-]*\s*$/u;

/** The title of an action with the number printed just before it: « 3. Les ateliers du logement ». */
export function numberProofs(contexte: Contexte, titre: Bloc): Preuve[] {
  return withBefore(contexte, titre, NUMERO, 12);
}

/** The title of a part with its printed rank: « Axe 3 : La réussite éducative ». */
export function rankProofs(contexte: Contexte, titre: Bloc): Preuve[] {
  return withBefore(contexte, titre, RANG, 28);
}

function withBefore(contexte: Contexte, titre: Bloc, motif: RegExp, portee: number): Preuve[] {
  const [premiere, ...suite] = proofs(contexte, titre);
  if (premiere === undefined || !estPreuveTexte(premiere)) return [];
  const texte = contexte.pages.get(premiere.page) ?? '';
  const avant = motif.exec(texte.slice(Math.max(0, premiere.debut - portee), premiere.debut));
  const debut = premiere.debut - (avant?.[0].length ?? 0);
  return [{ ...premiere, debut, citation: texte.slice(debut, premiere.fin) }, ...suite];
}

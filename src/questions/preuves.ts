import { estPreuveTexte, type Fait, type Preuve } from '../domain/fait.js';
import { urlPage } from '../domain/urls.js';
import type { Contexte } from './contexte.js';
import type { PreuveSituee } from './types.js';

/** A proof with the file's name, the printed page and the address of its passage. */
function situer(contexte: Contexte, preuve: Preuve): PreuveSituee {
  if (!estPreuveTexte(preuve)) return preuve;
  const resume = contexte.documents().get(preuve.document);
  const { document, page, debut, fin } = preuve;
  return {
    ...preuve,
    ...(resume === undefined ? {} : { fichier: resume.document.fichier }),
    imprimee: resume?.pages.get(page)?.imprimee ?? null,
    url: urlPage(document, page, { debut, fin }),
  };
}

/** The proofs of several facts, each passage once, passages of documents before lines of reference lists. */
export function preuvesSituees(contexte: Contexte, faits: readonly Fait[]): PreuveSituee[] {
  const uniques = new Map<string, Preuve>();
  for (const preuve of faits.flatMap((f) => f.preuves)) uniques.set(clePreuve(preuve), preuve);
  const triees = [...uniques.values()].sort(
    (a, b) => Number(estPreuveTexte(b)) - Number(estPreuveTexte(a)),
  );
  return triees.map((preuve) => situer(contexte, preuve));
}

/** Two proofs with the same key are the same passage, or the same line of the same list. */
export function clePreuve(preuve: Preuve): string {
  return estPreuveTexte(preuve)
    ? `${preuve.document}#${preuve.page}:${preuve.debut}-${preuve.fin}`
    : `${preuve.referentiel}@${preuve.millesime}#${preuve.cle}`;
}

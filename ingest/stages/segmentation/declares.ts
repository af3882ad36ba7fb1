import { estCourte, type LigneDoc, type Mesures } from './lignes.js';
import type { Para } from './paragraphes.js';

/**
 * What a format that declares its paragraphs tells of a line: true when it goes on with the one
 * before, false when it does not, null when nothing is declared or when its wording decides.
 * `valeurAttendue`: the paragraph before is a label alone, whose value comes next.
 */
export function suiteDeclaree(
  ligne: LigneDoc,
  dernier: Para,
  avant: LigneDoc,
  valeurAttendue: boolean,
  m: Mesures,
): boolean | null {
  if (ligne.paragraphe === null || avant.paragraphe === null) return null;
  if (!ligne.paragraphe && valeurAttendue && dernier.lignes.length === 1) return true;
  if (!ligne.paragraphe) return suiteDansLeParagraphe(ligne, avant);
  if (ligne.niveau !== null) return false;
  if (valeurAttendue && dernier.lignes.length === 1) return ligne.liste === null;
  // a text taken out of a PDF has a paragraph for each of its lines: a sentence goes on in the next
  const inacheve = /^\p{Ll}/u.test(ligne.texte) && !/[.!?…:;,»)]\s*$/.test(avant.texte);
  return (
    inacheve &&
    ligne.liste === null &&
    avant.niveau === null &&
    dansLaMemeCellule(ligne, avant) &&
    !estCourte(avant, m)
  );
}

/** A line break inside a paragraph, or a page break: only a change of weight ends what was said. */
function suiteDansLeParagraphe(ligne: LigneDoc, avant: LigneDoc): boolean {
  return avant.gras !== true || ligne.gras === true || /[,:–—-]\s*$/.test(avant.texte);
}

/** True when both stand in one cell of a table, or in none. */
export function dansLaMemeCellule(a: LigneDoc, b: LigneDoc): boolean {
  const [x, y] = [a.cellule, b.cellule];
  if (x === null || y === null) return x === y;
  return x.tableau === y.tableau && x.rangee === y.rangee && x.colonne === y.colonne;
}

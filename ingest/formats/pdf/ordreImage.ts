import type { Ligne, PageLue } from '../../../src/domain/page.js';
import type { LigneMiseEnPage } from '../ocr/lignes.js';
import type { PageReconnue } from '../ocr/page.js';
import type { Fragment } from './alignement.js';
import { lignesDePage } from './lignes.js';

/**
 * The lines of a recognised page in reading order, by the rules of pages of text: the engine reads across
 * two columns or cells that stand close. Where there is one flow only, they stay as they are.
 */
export function remettreEnOrdre(
  lue: PageReconnue,
  reconnues: readonly LigneMiseEnPage[],
): PageReconnue {
  if (lue.etat !== 'ocr') return lue;
  const fragments = lue.lignes.flatMap((l) => fragmentsDe(l, lue.texte, reconnues));
  const lignes = lignesDePage(lue.texte, { fragments, filets: [] });
  const parties = lignes.some((l) => l.bloc !== undefined || l.cellule !== undefined);
  return parties ? { ...lue, lignes } : lue;
}

/** Its words, where it was recognised; else the line as the file writes it, about as wide as its letters. */
function fragmentsDe(
  { debut, fin, x, y, taille = 10, gras = false }: Ligne,
  page: string,
  reconnues: readonly LigneMiseEnPage[],
): Fragment[] {
  const texte = page.slice(debut, fin);
  if (x === undefined || y === undefined) return [];
  const commun = { y, taille, gras, italique: false, angle: 0 };
  const source = reconnues.find((r) => r.texte === texte && r.x === x && r.y === y);
  if (source === undefined) {
    return [{ ...commun, texte, x, largeur: texte.length * taille * LARGEUR_LETTRE }];
  }
  return source.mots.map((m) => ({ ...commun, ...m }));
}

/** Width of a letter, in font sizes. */
const LARGEUR_LETTRE = 0.5;

/** Tables found on pages of image, each page from 0: numbered after those of the pages of text. */
export function numeroterALaSuite(pages: readonly PageLue[]): PageLue[] {
  const rangs = (p: PageLue) => p.lignes.map((l) => l.cellule?.tableau ?? -1);
  const plus = (r: readonly number[]) => r.reduce((a, b) => Math.max(a, b), -1);
  let suivant = plus(pages.filter((p) => p.etat !== 'ocr').flatMap(rangs)) + 1;
  return pages.map((page) => {
    const premier = suivant;
    const propres = page.etat === 'ocr' ? plus(rangs(page)) + 1 : 0;
    if (propres === 0) return page;
    suivant += propres;
    const lignes = page.lignes.map((l) => {
      if (l.cellule === undefined) return l;
      return { ...l, cellule: { ...l.cellule, tableau: l.cellule.tableau + premier } };
    });
    return { ...page, lignes };
  });
}

import type { Ligne, PageLue } from '../../../src/domain/page.js';

/** A passage that is not looked into, with the reason. */
export interface HorsMesure {
  readonly page: number;
  readonly debut: number;
  readonly texte: string;
  readonly raison: string;
}

/** No printed line is that long: a paragraph on one line of a text file has a few thousand characters. */
const CARACTERES_PAR_LIGNE = 20_000;
/** Twenty programmes of three hundred pages. */
const LIGNES_PAR_DOCUMENT = 100_000;

/**
 * Sets aside what is beyond any sane size, so that a hostile file costs no more than its length: the lines
 * that are too long, and all that follows the last line which a document may have.
 */
export function borner(pages: readonly PageLue[]): {
  pages: readonly PageLue[];
  hors: readonly HorsMesure[];
} {
  const hors: HorsMesure[] = [];
  let reste = LIGNES_PAR_DOCUMENT;
  const bornees = pages.map((page) => {
    const gardees: Ligne[] = [];
    for (const l of page.lignes) {
      if (l.fin - l.debut > CARACTERES_PAR_LIGNE) hors.push(passage(page, l, 'ligne démesurée'));
      else if (reste > 0) {
        reste -= 1;
        gardees.push(l);
      } else hors.push(passage(page, l, 'document démesuré'));
    }
    return gardees.length === page.lignes.length ? page : { ...page, lignes: gardees };
  });
  return { pages: bornees, hors };
}

function passage(page: PageLue, { debut, fin }: Ligne, raison: string): HorsMesure {
  return { page: page.numero, debut, texte: page.texte.slice(debut, fin), raison };
}

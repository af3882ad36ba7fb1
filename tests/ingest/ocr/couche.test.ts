import { describe, expect, it } from 'vitest';
import type { LigneMiseEnPage } from '../../../ingest/formats/ocr/lignes.js';
import { composerPage } from '../../../ingest/formats/ocr/page.js';

const IMAGE = ['Programme 2031', 'Axe 1 : Habitat', '1. Rencontre sur la santé à Cergy'];
const COUCHE = ['Programme 2031', 'Axe 1 : Habitat', '1. Rencontre sur la sante a Cergy'];

const reconnues: LigneMiseEnPage[] = IMAGE.map((texte, i) => ({
  texte,
  confiance: 95,
  taille: 12,
  gras: false,
  x: 50,
  y: 770 - 30 * i,
  pieces: [],
  mots: [],
}));

/** A text that the file writes, from a height of the page down. */
function fond(textes: readonly string[], haut: number, pas: number) {
  let debut = 0;
  const lignes = textes.map((t, i) => {
    const ligne = {
      debut,
      fin: debut + t.length,
      x: 50,
      y: haut - pas * i,
      taille: 12,
      espaceAvant: false,
    };
    debut += t.length + 1;
    return ligne;
  });
  return { texte: textes.join('\n'), lignes };
}

describe('a page of image with a layer of text', () => {
  it('is read once where the layer lies beside the image', () => {
    const lue = composerPage(reconnues, fond(COUCHE, 600, 14));
    expect(lue.texte.split('\n')).toEqual(IMAGE);
    expect(lue.etat).toBe('ocr');
  });

  it('keeps what the file writes beside the layer, and what only looks like one line', () => {
    const cachet = composerPage(reconnues, fond([...COUCHE, 'Reçu le 3 mars'], 600, 14));
    expect(cachet.texte.split('\n')).toEqual([...IMAGE, 'Reçu le 3 mars']);
    const pied = composerPage(reconnues, fond(['Programme 2031', 'Page 3'], 30, 14));
    expect(pied.texte.split('\n')).toEqual([...IMAGE, 'Programme 2031', 'Page 3']);
  });

  it('keeps the characters of the file where the layer lies on the image', () => {
    expect(composerPage(reconnues, fond(COUCHE, 770, 30)).texte.split('\n')).toEqual(COUCHE);
  });
});

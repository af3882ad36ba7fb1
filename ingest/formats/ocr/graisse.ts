import type { ImagePage } from './image.js';
import type { MotReconnu } from './moteur.js';

/**
 * Mean width of the strokes of words, in points of the image: runs of ink from left to right, the
 * longest ones (a horizontal bar is no stroke) counted at three times the median. 0 without ink.
 */
export function epaisseur(
  image: Pick<ImagePage, 'gris' | 'largeur' | 'hauteur'>,
  mots: readonly MotReconnu[],
  noir: number,
): number {
  const traits = mots.flatMap((mot) => traitsDe(image, mot, noir)).sort((a, b) => a - b);
  const plafond = (traits[Math.floor(traits.length / 2)] ?? 0) * 3;
  const somme = traits.reduce((s, t) => s + Math.min(t, plafond), 0);
  return traits.length === 0 ? 0 : somme / traits.length;
}

function traitsDe(
  { gris, largeur, hauteur }: Pick<ImagePage, 'gris' | 'largeur' | 'hauteur'>,
  { x0, y0, x1, y1 }: MotReconnu,
  noir: number,
): number[] {
  const traits: number[] = [];
  for (let y = Math.max(0, y0); y < Math.min(hauteur, y1); y += 1) {
    let suite = 0;
    for (let x = Math.max(0, x0); x <= Math.min(largeur - 1, x1); x += 1) {
      const encre = (gris[y * largeur + x] ?? 255) <= noir;
      if (encre) suite += 1;
      else if (suite > 0) {
        traits.push(suite);
        suite = 0;
      }
    }
    if (suite > 0) traits.push(suite);
  }
  return traits;
}

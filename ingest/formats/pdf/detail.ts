import type { Ligne, Piece } from '../../../src/domain/page.js';
import type { FragmentPose } from './alignement.js';

/** What a line's fragments tell beyond the line itself: its pieces, its raised figures. */
export function detailler(
  fragments: readonly FragmentPose[],
  principal: FragmentPose,
): Pick<Ligne, 'pieces' | 'exposants'> {
  const pieces = piecesDe(fragments);
  const exposants = fragments
    .filter((f) => estExposant(f, principal))
    .map(({ debut, fin }) => ({ debut, fin }));
  return {
    ...(pieces.length > 1 ? { pieces } : {}),
    ...(exposants.length > 0 ? { exposants } : {}),
  };
}

/** A gap wider than the type is high parts two cells: a space, even stretched, is half of it. */
function piecesDe(fragments: readonly FragmentPose[]): Piece[] {
  const pieces: Piece[] = [];
  let avant: FragmentPose | null = null;
  for (const f of fragments) {
    const colonne = avant !== null && f.x - (avant.x + avant.largeur) > f.taille;
    const graisse = avant !== null && avant.gras !== f.gras;
    if (avant === null || colonne || graisse) {
      pieces.push({ debut: f.debut, x: Math.round(f.x * 10) / 10, colonne, gras: f.gras });
    }
    avant = f;
  }
  return pieces;
}

/** « 1 » in a body of 8 points above the baseline of a line of 11: « 1er » and « m2 » have letters or no note. */
function estExposant(f: FragmentPose, principal: FragmentPose): boolean {
  if (!/^[\d(),\s*]{1,6}$/.test(f.texte) || !/[\d*]/.test(f.texte)) return false;
  return f.taille <= principal.taille * 0.88 && f.y > principal.y + principal.taille * 0.1;
}

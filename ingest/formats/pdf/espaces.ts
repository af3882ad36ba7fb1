import type { Ligne } from '../../../src/domain/page.js';

/**
 * Marks the lines that a gap parts from the one above: a step down clearly larger than the usual one
 * between lines of that size, a jump up, or another block of the page.
 */
export function espacer(lignes: readonly Ligne[]): Ligne[] {
  const pas = pasUsuel(lignes);
  const corps = mediane(lignes) ?? 10;
  return lignes.map((ligne, i) => {
    const avant = lignes[i - 1];
    if (avant?.y === undefined || ligne.y === undefined) return ligne;
    const descente = avant.y - ligne.y;
    const usuel = pas ?? (ligne.taille ?? 10) * 1.25;
    // a text set around a box goes on below it
    const ailleurs = avant.bloc !== ligne.bloc && (descente <= 0 || avant.x !== ligne.x);
    const echelle = Math.max(0.8, Math.max(ligne.taille ?? 10, avant.taille ?? 10) / corps);
    return {
      ...ligne,
      espaceAvant:
        ligne.espaceAvant || ailleurs || descente > usuel * echelle * 1.15 || descente < -usuel * 2,
    };
  });
}

function mediane(lignes: readonly Ligne[]): number | null {
  const tailles = lignes
    .flatMap((l) => (l.taille === undefined ? [] : [l.taille]))
    .sort((a, b) => a - b);
  return tailles[Math.floor(tailles.length / 2)] ?? null;
}

/** The commonest step between lines of the same size on the page. */
function pasUsuel(lignes: readonly Ligne[]): number | null {
  const comptes = new Map<number, number>();
  lignes.forEach((ligne, i) => {
    const avant = lignes[i - 1];
    if (avant?.y === undefined || ligne.y === undefined || avant.taille !== ligne.taille) return;
    const pas = Math.round((avant.y - ligne.y) * 2) / 2;
    const taille = ligne.taille ?? 10;
    if (pas > taille * 0.9 && pas < taille * 2) comptes.set(pas, (comptes.get(pas) ?? 0) + 1);
  });
  const trie = [...comptes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return trie[0]?.[0] ?? null;
}

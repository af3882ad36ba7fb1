import type { Ligne } from '../../src/domain/page.js';

/** A printed line before its layout is known: offsets of its text, outer white space excluded. */
export interface LigneBrute {
  readonly debut: number;
  readonly fin: number;
  /** True when at least one blank line stands above. */
  readonly blancAvant: boolean;
}

/** The lines of a page that carry a character other than white space, in order. */
export function decouperLignes(texte: string): LigneBrute[] {
  const lignes: LigneBrute[] = [];
  let blancAvant = false;
  let position = 0;
  for (const brute of texte.split('\n')) {
    const debut = position + (brute.length - brute.trimStart().length);
    const fin = position + brute.trimEnd().length;
    if (debut < fin) {
      lignes.push({ debut, fin, blancAvant });
      blancAvant = false;
    } else blancAvant = lignes.length > 0;
    position += brute.length + 1;
  }
  return lignes;
}

/** Lines of a text without layout: a blank line above is the only cue. */
export function lignesSansMiseEnPage(texte: string): Ligne[] {
  return decouperLignes(texte).map(({ debut, fin, blancAvant }) => ({
    debut,
    fin,
    espaceAvant: blancAvant,
  }));
}

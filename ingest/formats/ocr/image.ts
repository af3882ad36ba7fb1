/** A page as an image: grey levels from 0 (black) to 255, row by row from the top, and the same as a PNG. */
export interface ImagePage {
  readonly png: Uint8Array;
  readonly gris: Uint8Array;
  readonly largeur: number;
  readonly hauteur: number;
  /** Points per inch. */
  readonly resolution: number;
}

/** Share of clearly darker points below which a page carries nothing: specks of dust, a fold. */
const ENCRE_MIN = 0.0004;
/** How much darker than the paper a point of ink is. */
const CONTRASTE = 60;

/** Grey levels of the red, green, blue and opacity bytes of an image. */
export function enGris(rvba: Uint8ClampedArray): Uint8Array {
  const gris = new Uint8Array(rvba.length / 4);
  for (let i = 0, j = 0; j < gris.length; i += 4, j += 1) {
    gris[j] = ((rvba[i] ?? 0) * 77 + (rvba[i + 1] ?? 0) * 150 + (rvba[i + 2] ?? 0) * 29) >> 8;
  }
  return gris;
}

/** True when nothing is printed on the page, whatever the shade of its paper. */
export function estBlanche({ gris }: Pick<ImagePage, 'gris'>): boolean {
  const comptes = histogramme(gris);
  const papier = comptes.indexOf(Math.max(...comptes));
  const encre = comptes.slice(0, Math.max(0, papier - CONTRASTE)).reduce((a, b) => a + b, 0);
  const clair = comptes.slice(papier + CONTRASTE).reduce((a, b) => a + b, 0);
  return encre + clair <= gris.length * ENCRE_MIN;
}

/** The grey level that best parts ink from paper (Otsu, 1979: largest variance between the two). */
export function seuil(gris: Uint8Array): number {
  const comptes = histogramme(gris);
  const somme = comptes.reduce((s, n, g) => s + n * g, 0);
  let [dessous, sommeDessous, meilleur, choisi] = [0, 0, -1, 127];
  comptes.forEach((n, g) => {
    dessous += n;
    sommeDessous += n * g;
    const dessus = gris.length - dessous;
    if (dessous === 0 || dessus === 0) return;
    const ecart = sommeDessous / dessous - (somme - sommeDessous) / dessus;
    const variance = dessous * dessus * ecart * ecart;
    if (variance > meilleur) [meilleur, choisi] = [variance, g];
  });
  return choisi;
}

function histogramme(gris: Uint8Array): number[] {
  const comptes = new Array<number>(256).fill(0);
  for (const g of gris) comptes[g] = (comptes[g] ?? 0) + 1;
  return comptes;
}

import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A place change: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrice = readonly [number, number, number, number, number, number];

const IDENTITE: Matrice = [1, 0, 0, 1, 0, 0];
const IMAGES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintInlineImageXObject,
  OPS.paintSolidColorImageMask,
]);
/** Several images in one operator: a scan cut into strips. */
const GROUPES: ReadonlySet<number> = new Set([
  OPS.paintImageMaskXObjectGroup,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
]);

/** What is drawn on a page. */
export interface ContenuDessine {
  /** Share of the page that its images cover, from 0 to 1. */
  readonly images: number;
  /** Share of the page where an image was left out: a place is made for it, and nothing is drawn there. */
  readonly retirees: number;
  /** How many images there are, and how many shapes. */
  readonly nombre: number;
  readonly traces: number;
  readonly operateurs: number;
}

/** Measures what is drawn on a page. The parser goes on decoding its images after that. */
export async function mesurerContenu(page: PDFPageProxy): Promise<ContenuDessine> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  let matrice = IDENTITE;
  let images = 0;
  let retirees = 0;
  let traces = 0;
  const pile: Matrice[] = [];
  fnArray.forEach((fn, i) => {
    const args: unknown = argsArray[i];
    if (fn === OPS.save) pile.push(matrice);
    else if (fn === OPS.restore) {
      if (fnArray[i - 1] === OPS.transform) retirees += surface(matrice, [x0, y0, x1, y1]);
      matrice = pile.pop() ?? IDENTITE;
    } else if (fn === OPS.transform) matrice = composer(matrice, lireMatrice(args));
    else if (fn === OPS.paintFormXObjectBegin) {
      pile.push(matrice);
      matrice = composer(matrice, lireMatrice(Array.isArray(args) ? args[0] : null));
    } else if (fn === OPS.paintFormXObjectEnd) matrice = pile.pop() ?? IDENTITE;
    else if (IMAGES.has(fn)) images += surface(matrice, [x0, y0, x1, y1]);
    else if (GROUPES.has(fn)) images = (x1 - x0) * (y1 - y0);
    else if (fn === OPS.constructPath) traces += 1;
  });
  const aire = Math.max(1, (x1 - x0) * (y1 - y0));
  const nombre = fnArray.filter((fn) => IMAGES.has(fn) || GROUPES.has(fn)).length;
  return {
    images: Math.min(1, images / aire),
    retirees: Math.min(1, retirees / aire),
    nombre,
    traces,
    operateurs: fnArray.length,
  };
}

function lireMatrice(valeur: unknown): Matrice {
  if (!Array.isArray(valeur) || valeur.length !== 6) return IDENTITE;
  const [a, b, c, d, e, f] = valeur.map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function composer(m: Matrice, n: Matrice): Matrice {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** An image fills the unit square of its place; what stands outside the page does not show. */
function surface([a, b, c, d, e, f]: Matrice, [x0, y0, x1, y1]: readonly number[]): number {
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const largeur = Math.min(Math.max(...xs), x1 ?? 0) - Math.max(Math.min(...xs), x0 ?? 0);
  const hauteur = Math.min(Math.max(...ys), y1 ?? 0) - Math.max(Math.min(...ys), y0 ?? 0);
  return largeur > 0 && hauteur > 0 ? largeur * hauteur : 0;
}

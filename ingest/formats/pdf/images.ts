import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageLue } from '../../../src/domain/page.js';
import { titresCourants } from '../courants.js';
import type { OptionsLecture } from '../format.js';
import { aReconnaitre, estPauvre, sansCodage } from '../ocr/besoin.js';
import { enGris, estBlanche, type ImagePage } from '../ocr/image.js';
import { mettreEnPage } from '../ocr/lignes.js';
import { Moteur } from '../ocr/moteur.js';
import { composerPage, type PageReconnue, pageIllisible, RAISONS } from '../ocr/page.js';
import { mesurerContenu } from './contenu.js';

/** Points per inch: enough for a body of 8 points, and three seconds a page. */
const RESOLUTION = 200;
/** A poster is drawn smaller: an image of more points than this is no easier to read. */
const POINTS_MAX = 12_000_000;

const RIEN = { texte: '', lignes: [] };

/**
 * Reads the pages whose text is in their image. The other pages are left as they are; so is the
 * text that the file itself writes on a page of image. Each page read is told to `options.annoncer`.
 */
export async function lireImages(
  octets: Uint8Array,
  pages: readonly PageLue[],
  options: OptionsLecture,
): Promise<readonly PageLue[]> {
  const pauvres = pages.filter((p) => estPauvre(p.texte));
  if (pauvres.length === 0) return pages;
  const tache = getDocument({
    data: Uint8Array.from(octets),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
  });
  const moteur = new Moteur();
  try {
    const document = await tache.promise;
    const images = await pagesImages(document, pauvres);
    if (images.length === 0) return pages;
    const lues = new Map<number, PageReconnue>();
    for (const [rang, page] of images.entries()) {
      options.annoncer?.(rang, images.length);
      lues.set(
        page.numero,
        await lireImage(document, page, moteur, options.reconnaissance !== false),
      );
    }
    return renumeroter(pages.map((p) => ({ ...p, ...lues.get(p.numero) })));
  } finally {
    await moteur.fermer();
    await tache.destroy();
  }
}

async function pagesImages(
  document: PDFDocumentProxy,
  pauvres: readonly PageLue[],
): Promise<PageLue[]> {
  const images: PageLue[] = [];
  for (const pauvre of pauvres) {
    const page = await document.getPage(pauvre.numero);
    const contenu = await mesurerContenu(page);
    if (aReconnaitre({ texte: pauvre.texte, ...contenu })) images.push(pauvre);
    page.cleanup();
  }
  return images;
}

async function lireImage(
  document: PDFDocumentProxy,
  fond: PageLue,
  moteur: Moteur,
  reconnaissance: boolean,
): Promise<PageReconnue> {
  const page = await document.getPage(fond.numero);
  try {
    const image = await dessiner(document, page);
    if (fond.texte.trim() === '' && estBlanche(image)) return { ...fond, etat: 'vide' };
    if (!reconnaissance) return pageIllisible(fond, RAISONS.desactivee);
    const lignes = mettreEnPage(await moteur.lire(image.png), image);
    const lue = composerPage(lignes, sansCodage(fond.texte) ? RIEN : fond);
    // glyphs that stand for nothing are still better than nothing
    return lue.etat === 'ocr' ? lue : { ...lue, texte: fond.texte, lignes: fond.lignes };
  } catch {
    return pageIllisible(fond, RAISONS.echec);
  } finally {
    page.cleanup();
  }
}

async function dessiner(document: PDFDocumentProxy, page: PDFPageProxy): Promise<ImagePage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const echelle = Math.min(RESOLUTION / 72, Math.sqrt(POINTS_MAX / (width * height)));
  const viewport = page.getViewport({ scale: echelle });
  const fabrique = document.canvasFactory as Fabrique;
  const dessin = fabrique.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  try {
    const { canvas, context } = dessin;
    await page.render({ canvas, canvasContext: context, viewport }).promise;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return {
      png: canvas.toBuffer('image/png'),
      gris: enGris(data),
      largeur: canvas.width,
      hauteur: canvas.height,
      resolution: echelle * 72,
    };
  } finally {
    fabrique.destroy(dessin);
  }
}

/** The part of the parser's own drawing surface that is used here; it is not in its types. */
interface Fabrique {
  create(largeur: number, hauteur: number): Dessin;
  destroy(dessin: Dessin): void;
}

interface Dessin {
  readonly canvas: HTMLCanvasElement & { toBuffer(type: 'image/png'): Uint8Array };
  readonly context: CanvasRenderingContext2D;
}

/** Printed numbers, now that more pages have a text. */
function renumeroter(pages: readonly PageLue[]): PageLue[] {
  const { imprimees } = titresCourants(
    pages.map((p) => p.lignes.map((l) => p.texte.slice(l.debut, l.fin))),
  );
  return pages.map((p, i) => ({ ...p, imprimee: imprimees[i] ?? null }));
}

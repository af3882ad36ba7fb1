import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageLue } from '../../../src/domain/page.js';
import { titresCourants } from '../courants.js';
import type { OptionsLecture } from '../format.js';
import { aReconnaitre, estPauvre, sansCodage } from '../ocr/besoin.js';
import { enGris, estBlanche, type ImagePage } from '../ocr/image.js';
import { mettreEnPage } from '../ocr/lignes.js';
import { Moteur } from '../ocr/moteur.js';
import { composerPage, type PageReconnue, pageIllisible, RAISONS } from '../ocr/page.js';
import { type Candidate, pagesCandidates } from './candidates.js';
import { mesurerContenu } from './contenu.js';
import { numeroterALaSuite, remettreEnOrdre } from './ordreImage.js';
import { avecDocument, IMAGE_MAX } from './ouvrir.js';

/** Points per inch: enough for a body of 8 points, and three seconds a page. */
const RESOLUTION = 200;
/** Enough to see whether there is anything on a page. */
const RESOLUTION_VUE = 100;
/** A poster is drawn smaller: an image of more points than this is no easier to read. */
const POINTS_MAX = 12_000_000;

/** Pages after which the document is opened again: what the parser keeps of their images goes with it. */
const LOT = 8;

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
  const images = await pagesCandidates(octets, pauvres);
  if (images.length === 0) return pages;
  const moteur = new Moteur();
  const lues = new Map<number, PageReconnue>();
  const lire = async (document: PDFDocumentProxy, debut: number): Promise<void> => {
    for (const [i, candidate] of images.slice(debut, debut + LOT).entries()) {
      options.annoncer?.(debut + i, images.length);
      lues.set(candidate.page.numero, await lirePage(document, candidate, moteur, options));
    }
  };
  try {
    for (let debut = 0; debut < images.length; debut += LOT) {
      const ouverture = { imageMax: IMAGE_MAX };
      await avecDocument(Uint8Array.from(octets), ouverture, (d) => lire(d, debut));
    }
  } finally {
    await moteur.fermer();
  }
  return renumeroter(numeroterALaSuite(pages.map((p) => ({ ...p, ...lues.get(p.numero) }))));
}

async function lirePage(
  document: PDFDocumentProxy,
  { page: fond, sure }: Candidate,
  moteur: Moteur,
  options: OptionsLecture,
): Promise<PageReconnue> {
  const page = await document.getPage(fond.numero);
  try {
    const contenu = sure ? null : await mesurerContenu(page);
    if (contenu === null || aReconnaitre({ texte: fond.texte, ...contenu })) {
      return await lireImage(document, page, fond, moteur, options.reconnaissance !== false);
    }
    return contenu.nombre === 0 ? sansImage(fond) : fond;
  } finally {
    page.cleanup();
  }
}

/** A page whose only images are too large to be decoded. */
function sansImage(fond: PageLue): PageReconnue {
  return fond.texte.trim() === '' ? pageIllisible(fond, RAISONS.tropGrande) : fond;
}

async function lireImage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  fond: PageLue,
  moteur: Moteur,
  reconnaissance: boolean,
): Promise<PageReconnue> {
  try {
    const image = await dessiner(document, page, reconnaissance);
    if (fond.texte.trim() === '' && estBlanche(image)) {
      const { nombre, traces } = await mesurerContenu(page);
      return nombre + traces === 0 ? sansImage(fond) : { ...fond, etat: 'vide' };
    }
    if (!reconnaissance) return pageIllisible(fond, RAISONS.desactivee);
    const lignes = mettreEnPage(await moteur.lire(image.png), image);
    const lue = remettreEnOrdre(composerPage(lignes, sansCodage(fond.texte) ? RIEN : fond), lignes);
    // glyphs that stand for nothing are still better than nothing
    return lue.etat === 'ocr' ? lue : { ...lue, texte: fond.texte, lignes: fond.lignes };
  } catch {
    return pageIllisible(fond, RAISONS.echec);
  }
}

/** A page as it is seen; without its PNG, which takes longer than the rest, when nothing will read it. */
async function dessiner(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  avecPng: boolean,
): Promise<ImagePage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const voulue = avecPng ? RESOLUTION : RESOLUTION_VUE;
  const echelle = Math.min(voulue / 72, Math.sqrt(POINTS_MAX / (width * height)));
  const viewport = page.getViewport({ scale: echelle });
  const fabrique = document.canvasFactory as Fabrique;
  const dessin = fabrique.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  try {
    const { canvas, context } = dessin;
    await page.render({ canvas, canvasContext: context, viewport }).promise;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return {
      png: avecPng ? canvas.toBuffer('image/png') : new Uint8Array(),
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

import {
  getDocument,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { restorePush } from './pushNatif.js';

/** Points of the largest image that is decoded: an A4 sheet at 600 points per inch has 35 millions. */
export const IMAGE_MAX = 40_000_000;
/** Where no image matters, none is decoded: a single page can hold a gigabyte of them. */
export const SANS_IMAGE = 1;

/**
 * Gives a PDF to `lire`, and closes it after. Images of more points than `imageMax` are left out;
 * when `strict`, the drawing of a page stops at them. Takes ownership of the buffer.
 */
export async function avecDocument<T>(
  octets: Uint8Array,
  { imageMax, strict = false }: { readonly imageMax: number; readonly strict?: boolean },
  lire: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const tache = getDocument({
    data: octets,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    maxImageSize: imageMax,
    stopAtErrors: strict,
  });
  try {
    const document = await tache.promise;
    // the parser loads its second half with its first document
    restorePush();
    return await lire(document);
  } finally {
    await tache.destroy();
  }
}

import { getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Fragment } from './alignement.js';

interface MiseEnPage {
  readonly fragments: Fragment[][];
  /** Title in the file's metadata, unless empty or a file name left there by a word processor. */
  readonly titre: string | null;
}

/** Glyph runs of every page with position, size and font. Takes ownership of the buffer. */
export async function lireFragments(octets: Uint8Array): Promise<MiseEnPage> {
  const tache = getDocument({
    data: octets,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
  });
  try {
    const document = await tache.promise;
    const fragments: Fragment[][] = [];
    const polices: Polices = new Map();
    for (let numero = 1; numero <= document.numPages; numero += 1) {
      const page = await document.getPage(numero);
      fragments.push(await fragmentsDe(page, polices));
      page.cleanup();
    }
    return { fragments, titre: titreDe(await document.getMetadata()) };
  } finally {
    await tache.destroy();
  }
}

/** Names of the fonts of a document, by the keys of its text items. */
type Polices = Map<string, string>;

async function fragmentsDe(page: PDFPageProxy, polices: Polices): Promise<Fragment[]> {
  const { items } = await page.getTextContent();
  const textes = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
  const inconnues = new Set(textes.map((t) => t.fontName).filter((f) => !polices.has(f)));
  if (inconnues.size > 0) await nommer(page, inconnues, polices);
  return textes.map((item) => {
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const taille = item.height > 0 ? item.height : Math.hypot(a, b);
    const police = polices.get(item.fontName) ?? '';
    return { texte: item.str, x, y, largeur: item.width, taille, police };
  });
}

/** A font's name is known only once the drawing operators that use it were read, which is slow: once a font. */
async function nommer(
  page: PDFPageProxy,
  cles: ReadonlySet<string>,
  polices: Polices,
): Promise<void> {
  await page.getOperatorList();
  for (const cle of cles) polices.set(cle, nomPolice(page, cle));
}

function nomPolice(page: PDFPageProxy, cle: string): string {
  if (!page.commonObjs.has(cle)) return '';
  const police: unknown = page.commonObjs.get(cle);
  if (typeof police !== 'object' || police === null || !('name' in police)) return '';
  return typeof police.name === 'string' ? police.name : '';
}

function titreDe({ info }: { info: object }): string | null {
  const titre: unknown = 'Title' in info ? info.Title : null;
  if (typeof titre !== 'string' || titre.trim() === '') return null;
  return /\.(docx?|odt|pdf|indd|rtf)$|^microsoft word/i.test(titre.trim()) ? null : titre.trim();
}

import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Fragment } from './alignement.js';
import { type Filet, filetsDe } from './filets.js';
import { avecDocument, SANS_IMAGE } from './ouvrir.js';
import { POLICE_INCONNUE, type Police, policeDe } from './polices.js';

/** What a page of a PDF shows: runs of glyphs, and the rules drawn between them. */
export interface Planche {
  readonly fragments: readonly Fragment[];
  readonly filets: readonly Filet[];
}

interface MiseEnPage {
  readonly planches: readonly Planche[];
  /** Title in the file's metadata, unless empty or a file name left there by a word processor. */
  readonly titre: string | null;
}

/** Glyph runs of every page with position, size and font. Takes ownership of the buffer. */
export function lireFragments(octets: Uint8Array): Promise<MiseEnPage> {
  return avecDocument(octets, { imageMax: SANS_IMAGE }, async (document) => {
    const planches: Planche[] = [];
    const polices: Polices = new Map();
    for (let numero = 1; numero <= document.numPages; numero += 1) {
      const page = await document.getPage(numero);
      planches.push(await plancheDe(page, polices));
      page.cleanup();
    }
    return { planches, titre: titreDe(await document.getMetadata()) };
  });
}

/** The fonts of a document, by the keys of its text items. */
type Polices = Map<string, Police>;

async function plancheDe(page: PDFPageProxy, polices: Polices): Promise<Planche> {
  const { items } = await page.getTextContent();
  const textes = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
  if (textes.length === 0) return { fragments: [], filets: [] };
  // fonts and rules are known only once the drawing operators were read
  const operateurs = await page.getOperatorList();
  for (const cle of new Set(textes.map((t) => t.fontName))) {
    if (!polices.has(cle)) polices.set(cle, lirePolice(page, cle));
  }
  const fragments = textes.map((item) => {
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const taille = item.height > 0 ? item.height : Math.hypot(a, b);
    const police = polices.get(item.fontName) ?? POLICE_INCONNUE;
    const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI);
    return { texte: item.str, x, y, largeur: item.width, taille, angle, ...police };
  });
  return redresser(fragments, filetsDe(operateurs));
}

/** A page set sideways (a wide table) is read as a person turns it: by the angle of most of its text. */
function redresser(fragments: readonly Fragment[], filets: readonly Filet[]): Planche {
  const poids = new Map<number, number>();
  for (const f of fragments) poids.set(f.angle, (poids.get(f.angle) ?? 0) + f.texte.length);
  const [angle = 0] = [...poids].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (angle === 0) return { fragments, filets };
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const tourner = (x: number, y: number) => ({ x: x * cos + y * sin, y: y * cos - x * sin });
  return {
    fragments: fragments.map((f) => ({ ...f, ...tourner(f.x, f.y), angle: f.angle - angle })),
    filets: filets.map((f) => {
      const [a, b] = [tourner(f.x0, f.y0), tourner(f.x1, f.y1)];
      return {
        x0: Math.min(a.x, b.x),
        x1: Math.max(a.x, b.x),
        y0: Math.min(a.y, b.y),
        y1: Math.max(a.y, b.y),
      };
    }),
  };
}

function lirePolice(page: PDFPageProxy, cle: string): Police {
  return page.commonObjs.has(cle) ? policeDe(page.commonObjs.get(cle)) : POLICE_INCONNUE;
}

function titreDe({ info }: { info: object }): string | null {
  const titre: unknown = 'Title' in info ? info.Title : null;
  if (typeof titre !== 'string' || titre.trim() === '') return null;
  return /\.(docx?|odt|pdf|indd|rtf)$|^microsoft word/i.test(titre.trim()) ? null : titre.trim();
}

import type { Format } from '../../ingest/formats/format.js';
import type { Ligne, PageLue } from '../../src/domain/page.js';

/** The pages that a format makes of bytes. */
export async function pagesDe(format: Format, octets: Uint8Array): Promise<readonly PageLue[]> {
  return (await format.lire(octets)).pages;
}

/** The lines of every page with their text; each page's own text is checked to hold them. */
export async function lignesDe(
  format: Format,
  octets: Uint8Array,
): Promise<(Ligne & { texte: string })[]> {
  const pages = await pagesDe(format, octets);
  return pages.flatMap((page) =>
    page.lignes.map((l) => ({ ...l, texte: page.texte.slice(l.debut, l.fin) })),
  );
}

/** Their texts. */
export async function textesDe(format: Format, octets: Uint8Array): Promise<string[]> {
  return (await lignesDe(format, octets)).map((l) => l.texte);
}

import { expect } from 'vitest';
import { pdf } from '../../ingest/formats/pdf/index.js';
import type { PageLue } from '../../src/domain/page.js';
import { type PagePlacee, pdfPlace } from './pdf.js';

/** The pages of a PDF whose runs of text stand where they are told to; every character is in one line, once. */
export async function lirePages(pages: readonly PagePlacee[]): Promise<readonly PageLue[]> {
  const { pages: lues } = await pdf.lire(pdfPlace(pages));
  for (const page of lues) verifierLignes(page);
  return lues;
}

/** The texts of the lines of a page, in reading order. */
export function textesDe(page: PageLue | undefined): string[] {
  return (page?.lignes ?? []).map((l) => page?.texte.slice(l.debut, l.fin) ?? '');
}

export function verifierLignes(page: PageLue): void {
  const couvert = new Uint8Array(page.texte.length);
  for (const l of page.lignes)
    for (let i = l.debut; i < l.fin; i += 1) couvert[i] = (couvert[i] ?? 0) + 1;
  const fautes = [...couvert].flatMap((n, i) =>
    n > 1 || (n === 0 && /\S/.test(page.texte[i] ?? '')) ? [i] : [],
  );
  expect(fautes).toEqual([]);
}

import { expect } from 'vitest';
import { pdf } from '../../ingest/formats/pdf/index.js';
import { chooseProfil, loadProfils } from '../../ingest/sources/profil.js';
import { segmentProgramme } from '../../ingest/stages/segment.js';
import type { ProgrammeLu } from '../../ingest/stages/structure.js';
import { uncovered } from '../../ingest/stages/uncovered.js';
import { type Place, pdfPlace } from './pdf.js';

const COUVERTURE: readonly Place[] = [
  { x: 80, y: 700, taille: 24, gras: true, texte: 'Programme de travail 2031' },
];

/** A programme read from a PDF: a cover, then text at the given places; no character may be lost. */
export async function lirePdf(pages: readonly (readonly Place[])[]): Promise<ProgrammeLu> {
  const { pages: lues } = await pdf.lire(pdfPlace([COUVERTURE, ...pages]));
  const programme = segmentProgramme(lues, chooseProfil(lues, loadProfils()));
  expect(uncovered(lues, programme)).toEqual([]);
  return programme;
}

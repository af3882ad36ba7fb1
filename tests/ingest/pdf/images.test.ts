import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdf } from '../../../ingest/formats/pdf/index.js';
import { pdfImages } from '../../support/pdf.js';

const SANS_OCR = { reconnaissance: false };

/** A grey image with black stripes, as wide as high. */
function rayee(cote: number): Buffer {
  const points = Buffer.alloc(cote * cote, 255);
  for (let y = 0; y < cote; y += 20) points.fill(0, y * cote, (y + 4) * cote);
  return deflateSync(points);
}

describe('the pages of image of a PDF', () => {
  it('are read one after the other: thirty of them hold no more memory than a few', async () => {
    const cote = 1200;
    const octets = pdfImages(Array.from({ length: 30 }, () => ({ cote, points: rayee(cote) })));
    let plus = 0;
    const annoncer = () => {
      plus = Math.max(plus, process.memoryUsage().arrayBuffers);
    };
    const avant = process.memoryUsage().arrayBuffers;
    const { pages } = await pdf.lire(octets, { ...SANS_OCR, annoncer });
    expect(new Set(pages.map((p) => p.etat))).toEqual(new Set(['illisible']));
    expect(pages[0]?.raison).toMatch(/désactivée/);
    // decoded, the thirty images are 170 megabytes
    expect((plus - avant) / 1e6).toBeLessThan(120);
  }, 60_000);

  it('are unreadable one by one: an image too large to be decoded leaves the others', async () => {
    const octets = pdfImages([
      { cote: 600, points: rayee(600) },
      { cote: 30_000, points: deflateSync(Buffer.alloc(1000)) },
    ]);
    const { pages } = await pdf.lire(octets, SANS_OCR);
    expect(pages.map((p) => p.etat)).toEqual(['illisible', 'illisible']);
    expect(pages[0]?.raison).toMatch(/désactivée/);
    expect(pages[1]?.raison).toMatch(/trop grande/);
  });

  it('are empty when nothing is printed on them, or when there is no image at all', async () => {
    const blanche = deflateSync(Buffer.alloc(600 * 600, 255));
    const { pages } = await pdf.lire(pdfImages([{ cote: 600, points: blanche }, null]), SANS_OCR);
    expect(pages.map((p) => p.etat)).toEqual(['vide', 'vide']);
  });
});

import { describe, expect, it } from 'vitest';
import { html } from '../../../ingest/formats/html/index.js';
import { texte } from '../../../ingest/formats/texte/index.js';
import { annonceDe, chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';

describe('the kind of a document', () => {
  it('is told by its head, even where a single page has more lines than a call takes', async () => {
    const suite = 'Une ligne du texte.\n'.repeat(150_000);
    const { pages } = await texte.lire(Buffer.from(`PROGRAMME D’ACTIVITÉS 2031\n\n${suite}`));
    expect(pages[0]?.lignes.length).toBeGreaterThan(150_000);
    const profil = chooseProfil(pages, loadProfils());
    expect(annonceDe(pages, profil)).toEqual({ type: 'programme', sure: true });
  }, 30_000);

  it('does not stop a web page of as many elements from being read', async () => {
    const page = `<html><body>${'<p>a</p>'.repeat(150_000)}</body></html>`;
    const { pages } = await html.lire(Buffer.from(page));
    expect(pages.flatMap((p) => p.lignes).length).toBe(150_000);
  }, 30_000);
});

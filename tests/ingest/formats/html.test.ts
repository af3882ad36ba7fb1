import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { html } from '../../../ingest/formats/html/index.js';
import { lignesDe, pagesDe, textesDe } from '../../support/lignes.js';

const page = (corps: string, tete = '') =>
  Buffer.from(`<!DOCTYPE html><html><head>${tete}</head><body>${corps}</body></html>`);

describe('the encoding of a web page', () => {
  const source = (declare: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${declare}"></head><body><p>L’été à l’Œuvre – 3 €</p></body></html>`;

  it.each([
    ['windows-1252', 'iso-8859-1'],
    ['windows-1252', 'utf-8'],
    ['windows-1252', 'iso-8859-15'],
    ['utf-8', 'iso-8859-1'],
    ['utf-8', 'windows-1252'],
  ])('is %s when the bytes are, though it declares %s', async (vrai, declare) => {
    const octets = iconv.encode(source(declare), vrai);
    expect(html.reconnait(octets)).toBe(true);
    expect(await textesDe(html, octets)).toEqual(['L’été à l’Œuvre – 3 €']);
  });
});

describe('the text of a web page', () => {
  it('leaves out scripts, styles, menus and what is hidden, and keeps what only looks like it', async () => {
    const corps =
      '<nav><a href="/">Accueil</a> <a href="/p">Programme</a></nav><nav><p>Un texte dans une balise de menu, sans aucun lien.</p></nav><script>x</script><p hidden>caché</p><p style="display:none">caché</p><p class="c">caché</p><header><h1>Programme</h1></header><noscript>x</noscript>';
    expect(await textesDe(html, page(corps, '<style>.c{display:none}</style>'))).toEqual([
      'Un texte dans une balise de menu, sans aucun lien.',
      'Programme',
    ]);
  });

  it('has headings, lists with their numbers and bullets, cells, and pieces where the weight changes', async () => {
    const corps =
      '<h2>Axe</h2><p><b>Public :</b> élus<br><b>Lieu :</b> mairie</p><ol type="I" start="2"><li>deux<ul><li>dedans</ul><li><p>trois</p></ol><table><tr><th rowspan=2>A<td>B<tr><td>C&amp;D</table>';
    const lues = await lignesDe(html, page(corps));
    expect(
      lues.map((l) => [l.niveau ?? l.liste ?? l.cellule?.colonne, l.texte, l.pieces?.length]),
    ).toEqual([
      [2, 'Axe', undefined],
      [undefined, 'Public : élus', 2],
      [undefined, 'Lieu : mairie', 2],
      [1, 'II. deux', undefined],
      [2, '• dedans', undefined],
      [1, 'III. trois', undefined],
      [0, 'A', undefined],
      [1, 'B', undefined],
      [1, 'C&D', undefined],
    ]);
  });

  it('sets the notes that links call at the foot of the page', async () => {
    const corps =
      '<p>Onze contrats<a id="r1" href="#n1"><sup>1</sup></a>.</p><div id="n1"><p><a href="#r1">1</a> La note.</p></div><p>Fin.</p>';
    expect(await textesDe(html, page(corps))).toEqual(['Onze contrats1.', 'Fin.', '1 La note.']);
  });

  it('breaks its pages where its styles do, and takes its title', async () => {
    const corps = '<h1>Un</h1><h1 style="page-break-before: always">Deux</h1>';
    const lue = await html.lire(page(corps, '<title>Programme &eacute;t&eacute;</title>'));
    expect(lue.titre).toBe('Programme été');
    expect(lue.pages.map((x) => x.texte)).toEqual(['Un', 'Deux']);
  });

  it('parts paragraphs at two line breaks, in pages that know no other way', async () => {
    const lues = await lignesDe(html, page('Un<br>suite<br><br>Deux'));
    expect(lues.map((l) => [l.texte, l.paragraphe])).toEqual([
      ['Un', true],
      ['suite', false],
      ['Deux', true],
    ]);
  });

  it('is refused when it is nested beyond any sane depth', async () => {
    await expect(pagesDe(html, page('<div>'.repeat(3000)))).rejects.toThrow(/imbriquée/);
  });
});

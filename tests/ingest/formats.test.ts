import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titresCourants } from '../../ingest/formats/courants.js';
import { pdf } from '../../ingest/formats/pdf/index.js';
import { formatOf } from '../../ingest/formats/registry.js';
import { decoder } from '../../ingest/formats/texte/decodage.js';
import { texte } from '../../ingest/formats/texte/index.js';
import { coupuresPerdues, decouperPages } from '../../ingest/formats/texte/pages.js';
import { petitPdf } from '../support/pdf.js';

describe('decoder', () => {
  it.each([
    ['UTF-8', Buffer.from('été à l’Œuvre €')],
    ['UTF-8 with its mark', Buffer.from('\ufeffété à l’Œuvre €')],
    ['UTF-16', Buffer.from('\ufeffété à l’Œuvre €', 'utf16le')],
    [
      'windows-1252',
      Buffer.from([
        0xe9, 0x74, 0xe9, 0x20, 0xe0, 0x20, 0x6c, 0x92, 0x8c, 0x75, 0x76, 0x72, 0x65, 0x20, 0x80,
      ]),
    ],
  ])('reads %s', (_, octets) => {
    expect(decoder(octets)).toBe('été à l’Œuvre €');
  });
});

describe('decouperPages', () => {
  const corps = (n: number) => Array.from({ length: 40 }, (_, i) => `Ligne ${i} de la page ${n}.`);

  it('cuts at form feeds', () => {
    expect(decouperPages('un\fdeux\f')).toEqual(['un', 'deux']);
  });

  it('cuts at the lines with one leading space when they are rare and regular', () => {
    const lignes = [1, 2, 3, 4].flatMap((n) => [` Titre ${n}`, ...corps(n)]);
    expect(coupuresPerdues(lignes)).toEqual([0, 41, 82, 123]);
  });

  it('cuts at a running title whose number grows', () => {
    const lignes = [7, 8, 9].flatMap((n) => [`Programme du centre - ${n}`, ...corps(n)]);
    expect(coupuresPerdues(lignes)).toEqual([0, 41, 82]);
  });

  it('leaves a text with indented paragraphs whole', () => {
    const lignes = Array.from({ length: 60 }, (_, i) =>
      i % 3 === 0 ? ` Alinéa ${i}` : `Ligne ${i}`,
    );
    expect(coupuresPerdues(lignes)).toEqual([0]);
  });

  it('keeps every line, once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', ' Titre', 'Texte', '  retrait', 'Centre de ressources - 3')),
        (lignes) => {
          expect(decouperPages(lignes.join('\n')).join('\n')).toBe(lignes.join('\n'));
        },
      ),
    );
  });
});

describe('titresCourants', () => {
  const page = (tete: string, pied: string) => [tete, 'Un texte.', 'Un autre.', 'Encore.', pied];

  it('finds the number in a running title and fills in the pages without one', () => {
    const pages = [
      page('A', 'x'),
      ...[4, 5, 6].map((n) => page('Texte', `Programme 2012 - ${n}`)),
      page('B', 'y'),
    ];
    const { imprimees, lignes } = titresCourants(pages);
    expect(imprimees).toEqual([3, 4, 5, 6, 7]);
    expect(lignes[1]?.has(4)).toBe(true);
    expect(lignes[0]?.has(4)).toBe(false);
  });

  it.each(['3', '- 3 -', 'Page 3', '3/40', 'page 3 sur 40'])('reads a lone « %s »', (modele) => {
    const pages = [3, 4, 5].map((n) =>
      page(`Chapitre ${'abc'[n - 3]}`, modele.replace('3', String(n))),
    );
    expect(titresCourants(pages).imprimees).toEqual([3, 4, 5]);
  });

  it('sets aside lone roman numbers that advance, without numbering pages by them', () => {
    const pages = ['iii', 'iv', 'v'].map((n, i) => page(`Chapitre ${'abc'[i]}`, n));
    const { imprimees, lignes } = titresCourants([...pages, page('Chapitre d', 'Fin en X')]);
    expect(lignes.map((l) => l.has(4))).toEqual([true, true, true, false]);
    expect(imprimees).toEqual([null, null, null, null]);
  });

  it('does not take a year, nor a last line that three actions share, for a running title', () => {
    const pages = Array.from({ length: 20 }, (_, i) =>
      page(
        `Atelier ${i}`,
        i % 6 === 0
          ? 'Intervenant : non encore déterminé'
          : `Fin du texte ${'abcdefghijklmnopqrst'[i]} en 2012`,
      ),
    );
    const { imprimees, lignes } = titresCourants(pages);
    expect(imprimees.every((n) => n === null)).toBe(true);
    expect(lignes.every((l) => l.size === 0)).toBe(true);
  });
});

describe('formats', () => {
  it('reads the lines of a PDF with their place, and leaves the bytes to their owner', async () => {
    const octets = petitPdf([['Un titre', 'Un texte'], []]);
    const avant = Buffer.from(octets);
    const { pages } = await pdf.lire(octets);
    expect(octets.equals(avant)).toBe(true);
    expect(pages.map((p) => p.etat)).toEqual(['lu', 'vide']);
    expect(
      pages[0]?.lignes.map((l) => [pages[0]?.texte.slice(l.debut, l.fin), l.taille, l.x]),
    ).toEqual([
      ['Un titre', 11, 60],
      ['Un texte', 11, 60],
    ]);
  });

  it('goes by the content, not by the name', () => {
    expect(formatOf(petitPdf([['a']]), 'a.txt').nom).toBe('pdf');
  });

  it('refuses printable bytes under the name of another format: a script renamed .pdf', () => {
    expect(() => formatOf(Buffer.from('#!/bin/sh\n'), 'a.pdf')).toThrow(
      /du format texte, et non un fichier \.pdf/,
    );
  });

  it('stores the text of a page as read, control characters apart', async () => {
    const { pages } = await texte.lire(Buffer.from('a\r\nb\u0007c\n'));
    expect(pages.map((p) => p.texte)).toEqual(['a\nbc\n']);
  });
});

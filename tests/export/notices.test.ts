import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { BibLatexParser } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/domain/notice.js';
import { bibtex } from '../../src/export/notices/bibtex.js';
import { cslJson } from '../../src/export/notices/cslJson.js';
import { csv } from '../../src/export/notices/csv.js';
import { jsonld } from '../../src/export/notices/jsonld.js';
import type { FormatNotices } from '../../src/export/notices/notices.js';
import { ris } from '../../src/export/notices/ris.js';
import { CATALOGUES, LECTEURS, lireTout } from '../support/catalogues.js';
import { central, exporter, notice } from '../support/notices-signes.js';

function ecrire(format: FormatNotices, notices: readonly Notice[]): string {
  const pieces = [...format.ecrire(notices.map((n, i) => exporter(n, i + 1)))];
  return Buffer.concat(pieces.map((p) => Buffer.from(p as string))).toString();
}

async function relire(format: string, fichier: string): Promise<Notice[]> {
  const catalogue = CATALOGUES[format];
  if (catalogue === undefined) throw new Error(format);
  return (await lireTout(catalogue, Buffer.from(fichier))).map((lu) => {
    if (lu.genre === 'rompu') throw new Error(`${lu.raison} ${fichier}`);
    const lue = LECTEURS[lu.dialecte]?.(lu);
    if (lue === undefined) throw new Error(lu.dialecte);
    return lue.notice;
  });
}

describe.each([
  ['ris', ris],
  ['tableur', csv],
  ['bibtex', bibtex],
] as const)('%s, written then read', (nom, format) => {
  it('gives back the core fields of any notice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(notice, { minLength: 1, maxLength: 3 }), async (notices) => {
        const relues = await relire(nom, ecrire(format, notices));
        expect(relues.map(central)).toEqual(notices.map(central));
      }),
      { numRuns: 300 },
    );
  });
});

const SEUIL: Notice = {
  type: 'livre',
  titre: 'Faire société',
  complement: 'la politique de la ville aux États-Unis et en France',
  auteurs: [
    { nom: 'Donzelot', prenom: 'Jacques', role: 'auteur' },
    { nom: 'Mével', prenom: 'Catherine', role: 'auteur' },
    { nom: 'Roy', prenom: 'Anne', role: 'préfacier' },
  ],
  date: { imprimee: 'cop. 2003', debut: 2003, fin: 2003 },
  editeur: 'Seuil',
  lieu: 'Paris',
  collection: 'La couleur des idées',
  isbn: [],
  issn: [],
  langues: ['fre'],
  descripteurs: ['Politique de la ville'],
  motsCles: ['100 % banlieue'],
  sujetsGeographiques: [],
  exemplaires: [],
  urls: ['https://exemple.fr/a_b'],
};

describe('RIS', () => {
  it('is read by an independent reader', () => {
    const article: Notice = { ...SEUIL, type: 'article', hote: 'Esprit', numero: 'n° 303' };
    const lus = plugins.input.chain(ecrire(ris, [SEUIL, article]), { generateGraph: false });
    expect(lus).toMatchObject([
      {
        id: 'notice:1',
        type: 'book',
        title: 'Faire société : la politique de la ville aux États-Unis et en France',
        author: [
          { family: 'Donzelot', given: 'Jacques' },
          { family: 'Mével', given: 'Catherine' },
        ],
        publisher: 'Seuil',
        'publisher-place': 'Paris',
        issued: { 'date-parts': [[2003]] },
      },
      { type: 'article-journal', 'container-title': 'Esprit', issue: '303' },
    ]);
  });

  it('never lets a value open a field, and writes back what it kept under a tag of its own', () => {
    const perfide = { ...SEUIL, resume: 'Un\r\nER  - \r\nTY  - BOOK' };
    const autres = ['N1 Une note', '801 $aFR', 'TY TRUC'];
    const [texte] = [...ris.ecrire([{ ...exporter(perfide), autres }])];
    const lignes = String(texte).split('\r\n');
    expect(lignes.filter((l) => /^(TY|ER)/.test(l))).toEqual(['TY  - BOOK', 'ER  - ']);
    expect(lignes.filter((l) => l.startsWith('N1'))).toEqual([
      'N1  - Une note',
      'N1  - 801 $aFR',
      'N1  - TY TRUC',
    ]);
  });
});

describe('CSL-JSON', () => {
  it('is one array, with what CSL has no variable for apart', () => {
    expect(JSON.parse(ecrire(cslJson, []))).toEqual([]);
    const [lu, deux] = JSON.parse(ecrire(cslJson, [SEUIL, SEUIL]));
    expect(deux.id).toBe('notice:2');
    expect(lu).toMatchObject({
      type: 'book',
      'title-short': 'Faire société',
      author: [{ family: 'Donzelot' }, { family: 'Mével' }],
      contributor: [{ family: 'Roy', given: 'Anne' }],
      issued: { 'date-parts': [[2003]], literal: 'cop. 2003' },
      language: 'fr',
      custom: { descripteurs: ['Politique de la ville'], auteurs: SEUIL.auteurs },
    });
  });
});

describe('CSV', () => {
  it('opens in a French spreadsheet without running a formula, and reads back', async () => {
    const perfide = { ...SEUIL, titre: '=HYPERLINK("http://a.fr") : ici', resume: "'-1" };
    const texte = ecrire(csv, [perfide]);
    expect(texte).toMatch(/^\uFEFFIdentifiant;Type;Titre;/);
    expect(texte).toContain(`;"'=HYPERLINK(""http://a.fr"") : ici";`);
    expect((await relire('tableur', texte)).map(central)).toEqual([central(perfide)]);
  });
});

describe('BibTeX', () => {
  it('is read by an independent reader, its keys stable and unique', () => {
    const cher = { ...SEUIL, editeur: 'Seuil & Cie ~ 100 % #1' };
    const { entries, errors } = new BibLatexParser(ecrire(bibtex, [cher, SEUIL])).parse();
    expect(errors).toEqual([]);
    const lues = Object.values(entries);
    expect(lues.map((e) => e.entry_key)).toEqual(['donzelot2003', 'donzelot2003-2']);
    expect(JSON.stringify(lues[0]?.fields)).toContain('Faire société');
    expect(JSON.stringify(lues[0]?.fields)).toContain('Seuil & Cie ~ 100 % #1');
    expect(JSON.stringify(lues[0]?.fields.author)).toContain('Donzelot');
  });
});

describe('JSON-LD', () => {
  it('is one graph of schema.org', () => {
    expect(JSON.parse(ecrire(jsonld, []))['@graph']).toEqual([]);
    const { '@graph': graphe } = JSON.parse(ecrire(jsonld, [SEUIL, SEUIL]));
    expect(graphe).toHaveLength(2);
    expect(graphe[0]).toMatchObject({
      '@type': 'Book',
      name: 'Faire société',
      author: [{ '@type': 'Person', familyName: 'Donzelot' }, { familyName: 'Mével' }],
      datePublished: '2003',
      publisher: { name: 'Seuil', location: 'Paris' },
    });
  });
});

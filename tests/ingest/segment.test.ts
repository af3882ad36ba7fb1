import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../ingest/formats/format.js';
import { pdf } from '../../ingest/formats/pdf/index.js';
import { texte } from '../../ingest/formats/texte/index.js';
import { chooseProfil, loadProfils, typeOf } from '../../ingest/sources/profil.js';
import { segmentProgramme } from '../../ingest/stages/segment.js';
import { uncovered } from '../../ingest/stages/uncovered.js';
import { lisible } from '../support/lisible.js';

const PROFILS = loadProfils();
const PDF = '../../seeds/documents/programme-2012.pdf';
const TXT = '../golden/programmes/texte-2012/source.txt';

async function lire(format: Format, chemin: string) {
  const { pages } = await format.lire(
    readFileSync(fileURLToPath(new URL(chemin, import.meta.url))),
  );
  const profil = chooseProfil(pages, PROFILS);
  return { pages, profil, programme: segmentProgramme(pages, profil) };
}

async function lireTexte(contenu: string) {
  const { pages } = await texte.lire(Buffer.from(contenu));
  const programme = segmentProgramme(pages, chooseProfil(pages, PROFILS));
  expect(uncovered(pages, programme)).toEqual([]);
  return programme;
}

describe('segmentProgramme on the programme of 2012', () => {
  it.each([
    ['PDF', pdf, PDF],
    ['text', texte, TXT],
  ] as const)(
    'counts parts, actions, services and publications from the %s',
    async (_, format, chemin) => {
      const { programme, profil } = await lire(format, chemin);
      const entrees = programme.axes.flatMap((a) => a.actions);
      expect(profil.source).toBe('pole-ressources-95');
      expect(programme.annee).toBe(2012);
      expect(programme.axes).toHaveLength(13);
      expect(entrees).toHaveLength(41);
      expect(entrees.flatMap((a) => (a.renvoi === null ? [] : [a.renvoi.page]))).toEqual([5, 7]);
      expect(programme.axes.flatMap((a) => a.services)).toHaveLength(3);
      expect(programme.axes.flatMap((a) => a.publications)).toHaveLength(9);
    },
  );

  it('reads the same from both, the cover apart', async () => {
    const [a, b] = await Promise.all([lire(pdf, PDF), lire(texte, TXT)]);
    const dire = ({ pages, programme }: typeof a) =>
      lisible({ ...programme, titre: null }, new Map(pages.map((p) => [p.numero, p.imprimee])));
    expect(dire(b)).toEqual(dire(a));
    expect(typeOf(a.pages, a.profil)).toBe('programme');
  });
});

describe('segmentProgramme on other writings', () => {
  it('joins a word cut at the end of a line, keeping a hyphen of its own', async () => {
    const programme = await lireTexte(
      [
        '1. Rencontre',
        '',
        'Le développement social à Garges-lès-',
        'Gonesse et le déve-',
        'loppement socio-',
        'économique.',
        'Public : élus',
        '',
        '2. Suite',
        '',
        'Texte.',
        'Public : élus',
      ].join('\n'),
    );
    expect(programme.axes[0]?.actions[0]?.corps[0]?.texte).toBe(
      'Le développement social à Garges-lès-Gonesse et le développement socio-économique.',
    );
  });

  it('reads two labels on one line as two fields', async () => {
    const programme = await lireTexte(
      '1. Un atelier\n\nTexte.\n\nAnimation : le centre  Intervenantes : Mme A\nPublic : élus\n\n2. Un autre\n\nTexte.\n\nPublic : élus\n',
    );
    expect(
      programme.axes[0]?.actions[0]?.champs.map((c) => [c.champs.join(), c.valeur.texte]),
    ).toEqual([
      ['animation', 'le centre'],
      ['intervenants', 'Mme A'],
      ['publics', 'élus'],
    ]);
  });

  it('keeps a numbered list inside a text from making actions', async () => {
    const programme = await lireTexte(
      '1. Un atelier\n\nIl aura trois temps :\n\n1. lire les données, puis\n2. les discuter.\n\nPublic : élus\n\n2. Un autre atelier\n\nTexte.\n\nPublic : élus\n',
    );
    expect(programme.axes.flatMap((a) => a.actions.map((x) => x.titre.texte))).toEqual([
      'Un atelier',
      'Un autre atelier',
    ]);
  });

  it('ties a footnote to the part of the text that calls it', async () => {
    const programme = await lireTexte(
      'Habitat\n\n1. Un atelier\n\nDouze villes2 sont concernées.\n\nPublic : élus\n\n2. Un autre atelier\n\nTexte.\n\nPublic : élus\n\n\n2 Sarcelles et Persan.\n',
    );
    const [premiere, seconde] = programme.axes[0]?.actions ?? [];
    expect(premiere?.corps[0]?.texte).toBe('Douze villes sont concernées.');
    expect(premiere?.notes.map((n) => [n.appel, n.texte.texte])).toEqual([
      ['2', 'Sarcelles et Persan.'],
    ]);
    expect(seconde?.notes).toEqual([]);
  });

  it('leaves out of a title the quotation mark that has no other', async () => {
    const programme = await lireTexte(
      '1. Habiter ensemble » – atelier\n\nTexte.\n\nPublic : élus\n\n2. « Vivre en ville » et ailleurs\n\nTexte.\n\nPublic : élus\n\nPublications\n\n- Guide du « bien vieillir » (Atelier)\n- Une autre idée du travail » (Rencontre)\n- « La rue en partage\n',
    );
    const [axe] = programme.axes;
    expect(axe?.actions.map((a) => a.intitule.texte)).toEqual([
      'Habiter ensemble',
      '« Vivre en ville » et ailleurs',
    ]);
    expect(axe?.publications.map((p) => p.titre.texte)).toEqual([
      'Guide du « bien vieillir »',
      'Une autre idée du travail',
      'La rue en partage',
    ]);
  });

  it('reads a list under a label alone on its line as the value of the field', async () => {
    const programme = await lireTexte(
      'Axe II – Logement\n\nAction n° 3 : Lire une charge\n\nTexte.\n\nObjectifs :\n- comprendre ses charges ;\n- en parler.\nPublics :\n\n• gardiens\n• locataires\n\nFiche 4 – Trier\n\nTexte.\n\nPublic : élus\n',
    );
    const [axe] = programme.axes;
    expect(axe?.titre.texte).toBe('Logement');
    expect(axe?.actions.map((a) => [a.numero, a.titre.texte])).toEqual([
      [3, 'Lire une charge'],
      [4, 'Trier'],
    ]);
    expect(axe?.actions[0]?.champs.map((c) => [c.champs.join(), c.valeur.texte])).toEqual([
      ['objectifs', 'comprendre ses charges ; en parler.'],
      ['publics', 'gardiens locataires'],
    ]);
  });

  it('reads the number of an action after the letter of its part', async () => {
    const programme = await lireTexte(
      'Axe I – Logement\n\nA1 – Trier\n\nTexte.\n\nPublic : élus\n\nA2 – Planter\n\nTexte.\n\nPublic : élus\n\nAxe II – Santé\n\nB1 – Dormir\n\nTexte.\n\nPublic : élus\n',
    );
    expect(programme.axes.map((a) => a.actions.map((x) => [x.numero, x.titre.texte]))).toEqual([
      [
        [1, 'Trier'],
        [2, 'Planter'],
      ],
      [[1, 'Dormir']],
    ]);
  });

  it('makes no action of prose', async () => {
    const programme = await lireTexte(
      'Rapport moral\n\nL’année fut riche. Nous avons reçu 12 personnes.\n',
    );
    expect(programme.axes.flatMap((a) => a.actions)).toEqual([]);
  });

  it('reads a long document in time proportional to its length', async () => {
    const action = (n: number) =>
      `${n}. Atelier sur le thème ${n}\n\n${'Un texte assez long pour remplir une ligne entière de la page, ou presque. '.repeat(20)}\n\nPublic : élus\nTerritoire : département\n\n`;
    const contenu = Array.from({ length: 90 }, (_, i) => `\f${action(i + 1).repeat(1)}`)
      .join('')
      .repeat(3);
    const { pages } = await texte.lire(Buffer.from(contenu));
    const debut = performance.now();
    segmentProgramme(pages, chooseProfil(pages, PROFILS));
    expect(pages.length).toBeGreaterThan(200);
    expect(performance.now() - debut).toBeLessThan(2000);
  });

  it.each([
    ['a line without a space', 'a'.repeat(300_000)],
    ['a line of spaces', `a${' '.repeat(300_000)}b`],
    ['brackets never closed', `Public : ${'('.repeat(100_000)}`],
    ['dots', `${'. '.repeat(100_000)}x`],
    [
      'contents without end',
      Array.from({ length: 5000 }, (_, i) => `Titre ..... ${i % 500}`).join('\n'),
    ],
    [
      'numbers without end',
      Array.from({ length: 5000 }, (_, i) => `${(i % 9) + 1}. Titre`).join('\n'),
    ],
    ['one paragraph without end', Array.from({ length: 5000 }, (_, i) => `ligne ${i}`).join('\n')],
  ])('is not slowed down by %s', async (_, contenu) => {
    const debut = performance.now();
    await lireTexte(contenu);
    expect(performance.now() - debut).toBeLessThan(3000);
  });
});

import { describe, expect, it } from 'vitest';
import type { PageLue } from '../../../src/domain/page.js';
import { lirePages, textesDe } from '../../support/mise.js';
import type { Place } from '../../support/pdf.js';

const X = [60, 150, 320, 440] as const;
const NOMS = ['Date', 'Action', 'Public', 'Territoire'];

/** A row of cells, each over as many lines as it has; returns the runs of text from `y` down. */
function rangee(y: number, cellules: readonly (readonly string[])[], milieu = false): Place[] {
  const hauteur = Math.max(...cellules.map((c) => c.length));
  return cellules.flatMap((lignes, c) =>
    lignes.map((texte, i) => {
      const decale = milieu ? (hauteur - lignes.length) / 2 : 0;
      return { x: X[c] ?? 60, y: y - (i + decale) * 12, texte };
    }),
  );
}

const PREMIERE = [['Janvier'], ['Ecrire ensemble le', 'contrat de ville'], ['Elus'], ['Creil']];
const SECONDE = [
  ['Mars'],
  ['Observer'],
  ['Agents', 'des mairies', 'et associations'],
  ['Beauvais'],
];

function cellules(page: PageLue | undefined): string[] {
  return (page?.lignes ?? []).flatMap((l) =>
    l.cellule === undefined
      ? []
      : [`${l.cellule.rangee}.${l.cellule.colonne} ${page?.texte.slice(l.debut, l.fin)}`],
  );
}

describe('a table that no rule draws', () => {
  it.each([
    ['at the top of its rows', false],
    ['in the middle of its rows', true],
  ])('is read cell by cell under the names of its columns, set %s', async (_, milieu) => {
    const [page] = await lirePages([
      [
        {
          x: 60,
          y: 760,
          texte: 'Une phrase de toute la largeur de la page, au-dessus du tableau.',
        },
        ...rangee(
          720,
          NOMS.map((n) => [n]),
        ),
        ...rangee(704, PREMIERE, milieu),
        ...rangee(676, SECONDE, milieu),
      ],
    ]);
    expect(cellules(page)).toEqual([
      ...NOMS.map((n, i) => `0.${i} ${n}`),
      '1.0 Janvier',
      '1.1 Ecrire ensemble le',
      '1.1 contrat de ville',
      '1.2 Elus',
      '1.3 Creil',
      '2.0 Mars',
      '2.1 Observer',
      '2.2 Agents',
      '2.2 des mairies',
      '2.2 et associations',
      '2.3 Beauvais',
    ]);
  });

  it('keeps the name of a part that runs across its columns as a row', async () => {
    const [page] = await lirePages([
      [
        ...rangee(
          720,
          NOMS.map((n) => [n]),
        ),
        { x: 60, y: 700, texte: 'Une partie dont le nom court sur deux colonnes au moins' },
        ...rangee(680, PREMIERE),
        ...rangee(640, SECONDE),
      ],
    ]);
    expect(cellules(page)).toContain('1.0 Une partie dont le nom court sur deux colonnes au moins');
    expect(cellules(page)).toContain('3.1 Observer');
  });

  it('is not seen in three texts side by side', async () => {
    const texte = [
      'Une phrase un peu plus longue',
      'qui continue en dessous avec',
      'une fin qui vient plus bas',
    ];
    const colonne = (x: number) =>
      ['Titre', ...texte, ...texte].map((t, i) => ({ x, y: 700 - i * 12, texte: t }));
    const [page] = await lirePages([[...colonne(40), ...colonne(220), ...colonne(400)]]);
    expect(cellules(page)).toEqual([]);
  });
});

describe('cards one below the other', () => {
  const TEXTE = [
    'Une journee pour comparer les manieres',
    'de faire avec les habitants, depuis le',
    'diagnostic jusqu a la livraison.',
  ];
  const carte = (y: number, titre: string, n: number): Place[] => [
    { x: 60, y, taille: 14, gras: true, texte: titre },
    ...TEXTE.map((texte, i) => ({ x: 60, y: y - 20 - i * 13, texte: `${texte} ${n}` })),
    ...['Date : mars', 'Public : elus', 'Lieu : Creil', 'Avec : Jean'].map((texte, i) => ({
      x: 400,
      y: y - i * 14,
      texte: `${texte} ${n}`,
    })),
  ];

  it('are each read with the box at their side', async () => {
    const [page] = await lirePages([
      [...carte(760, 'Le premier', 1), ...carte(660, 'Le second', 2)],
    ]);
    const textes = textesDe(page);
    expect(textes.indexOf('Avec : Jean 1')).toBeLessThan(textes.indexOf('Le second'));
    expect(textes.indexOf('Date : mars 2')).toBeGreaterThan(textes.indexOf('Le second'));
  });
});

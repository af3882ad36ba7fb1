import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lirePages, textesDe } from '../../support/mise.js';
import type { Place } from '../../support/pdf.js';

const GAUCHE = [
  'Les equipes des villes du secteur se',
  'retrouvent pour comparer leurs manieres',
  'de faire avec les habitants, depuis le',
  'diagnostic de depart jusqu a la livraison',
  'des logements et des espaces publics.',
];
const DROITE = [
  'Une journee reunira les bailleurs et les',
  'centres sociaux qui accompagnent des',
  'personnes agees, afin de confronter les',
  'travaux recents et les pratiques de',
  'terrain, quartier par quartier.',
];

function colonne(x: number, textes: readonly string[], y = 700, pas = 13): Place[] {
  return textes.map((texte, i) => ({ x, y: y - i * pas, texte }));
}

/** What a producer that writes line after line across the page does. */
function ligneParLigne(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => b.y - a.y || a.x - b.x);
}

const TITRE: Place = {
  x: 60,
  y: 760,
  taille: 16,
  gras: true,
  texte: 'Un titre qui court sur les deux colonnes de la page',
};
const FIN: Place = {
  x: 60,
  y: 600,
  texte: 'Un texte de toute la largeur, sous les colonnes, dit ce qui les suit dans la page.',
};

describe('a page of two columns', () => {
  const colonnes = [...colonne(60, GAUCHE), ...colonne(310, DROITE)];
  const attendu = [TITRE.texte, ...GAUCHE, ...DROITE, FIN.texte];

  it.each([
    ['column after column', [TITRE, ...colonnes, FIN]],
    ['line after line across both', [TITRE, ...ligneParLigne(colonnes), FIN]],
    ['from the second to the first', [FIN, ...colonne(310, DROITE), ...colonne(60, GAUCHE), TITRE]],
    [
      'on baselines of their own',
      ligneParLigne([TITRE, ...colonne(60, GAUCHE), ...colonne(310, DROITE, 695), FIN]),
    ],
  ])(
    'is read column by column, its headings and ends in place, when drawn %s',
    async (_, places) => {
      const [page] = await lirePages([places]);
      expect(textesDe(page)).toEqual(attendu);
    },
  );

  it('keeps the end of the longer column before the other', async () => {
    const longue = [...GAUCHE, ...GAUCHE.map((t) => t.toLowerCase())];
    const [page] = await lirePages([
      ligneParLigne([...colonne(60, longue), ...colonne(310, DROITE)]),
    ]);
    expect(textesDe(page)).toEqual([...longue, ...DROITE]);
  });

  it('reads the columns above a heading of part before those below it', async () => {
    const titre: Place = { x: 60, y: 610, taille: 16, texte: 'Sante' };
    const bas = [...colonne(60, DROITE, 580), ...colonne(310, GAUCHE, 580)];
    const [page] = await lirePages([ligneParLigne([...colonnes, titre, ...bas])]);
    expect(textesDe(page)).toEqual([...GAUCHE, ...DROITE, 'Sante', ...DROITE, ...GAUCHE]);
  });

  it('leaves a running title in two parts whole', async () => {
    const pied = [
      { x: 60, y: 40, taille: 8, texte: 'Centre de ressources' },
      { x: 500, y: 40, taille: 8, texte: 'page 4' },
    ];
    const [page] = await lirePages([[...ligneParLigne(colonnes), ...pied]]);
    expect(textesDe(page).slice(-1)[0]?.replace(/\s+/g, ' ')).toBe('Centre de ressources page 4');
  });
});

describe('other pages of several texts', () => {
  it('are read column by column when there are three', async () => {
    const colonnes = [40, 220, 400].map((x, i) =>
      colonne(
        x,
        GAUCHE.map((t) => `${'abc'[i]} ${t.slice(0, 26).trim()}`),
      ),
    );
    const [page] = await lirePages([ligneParLigne(colonnes.flat())]);
    expect(textesDe(page)).toEqual(colonnes.flat().map((p) => p.texte));
  });

  it('keep a box beside a text together, drawn first or last', async () => {
    const boite = colonne(430, ['Public :', 'gardiens', 'Date :', 'mai 2031'], 693, 11).map(
      (p) => ({ ...p, taille: 9 }),
    );
    const texte = colonne(
      60,
      [...GAUCHE, ...DROITE].map((t) => `${t} ${t.slice(0, 20).trim()}`),
    );
    for (const places of [
      [...boite, ...texte],
      [...texte, ...boite],
      ligneParLigne([...boite, ...texte]),
    ]) {
      const [page] = await lirePages([places]);
      expect(textesDe(page)).toEqual([...texte, ...boite].map((p) => p.texte));
    }
  });

  it('read a box before the paragraph set around it, which goes on below', async () => {
    const titre: Place = { x: 60, y: 730, taille: 14, texte: 'Un titre' };
    const cote = colonne(60, GAUCHE.slice(0, 4));
    const boite = colonne(330, ['Public : gardiens', 'Date : mai 2031', 'Lieu : mairie'], 698, 11);
    const dessous = colonne(
      60,
      ['des logements que le texte decrit ensuite sur toute la largeur de la page,'],
      648,
    );
    const [page] = await lirePages([[titre, ...cote, ...dessous, ...boite]]);
    expect(textesDe(page)).toEqual([titre, ...boite, ...cote, ...dessous].map((p) => p.texte));
    expect(page?.lignes.at(-1)?.espaceAvant).toBe(false);
  });

  it('set apart what is turned, after the rest', async () => {
    const [page] = await lirePages([
      [{ x: 30, y: 300, texte: 'En marge', angle: 90 }, ...colonne(60, GAUCHE)],
    ]);
    expect(textesDe(page)).toEqual([...GAUCHE, 'En marge']);
    expect(page?.lignes.at(-1)?.x).toBeUndefined();
  });

  it('are read as a person turns them when most of the page is turned', async () => {
    const couche = GAUCHE.map((texte, i) => ({ x: 100 + i * 13, y: 60, texte, angle: 90 }));
    const [page] = await lirePages([couche]);
    expect(textesDe(page)).toEqual(GAUCHE);
    expect(page?.lignes.map((l) => l.espaceAvant)).toEqual([false, false, false, false, false]);
  });

  it('have their contents read column by column', async () => {
    const entrees = (x: number, debut: number) =>
      colonne(
        x,
        [0, 1, 2, 3].map((i) => `Chapitre ${'abcdefgh'[debut + i]} ........... ${debut + i + 3}`),
      );
    const places = [...entrees(60, 0), ...entrees(310, 4)];
    const [page] = await lirePages([ligneParLigne(places)]);
    expect(textesDe(page)).toEqual(places.map((p) => p.texte));
  });
});

describe('rows of cells', () => {
  const champs = [
    ['Public', 'gardiens et locataires des residences du quartier, par petits groupes'],
    ['Date', 'mai et juin 2031, le jeudi matin, hors vacances scolaires de la zone'],
    ['Lieu', 'mairie annexe, salle du premier etage, avec une visite du chantier'],
    ['Pilote', 'service du logement de la ville, avec le bailleur et l amicale'],
  ];

  it('are not columns when labels stand beside their values', async () => {
    const places = champs.flatMap(([a = '', b = ''], i) => [
      { x: 60, y: 700 - i * 18, gras: true, texte: a },
      { x: 180, y: 700 - i * 18, texte: b },
    ]);
    const [page] = await lirePages([places]);
    expect(textesDe(page).map((t) => t.replace(/\s+/g, ' '))).toEqual(
      champs.map((c) => c.join(' ')),
    );
    expect(page?.lignes.every((l) => l.bloc === undefined)).toBe(true);
  });

  const tableau = [
    [['Date'], ['Theme'], ['Lieu']],
    [['12 mars'], ['Associer les habitants', 'aux projets'], ['Cergy, maison', 'de quartier']],
    [['Jeudi', '14 mai'], ['Sante mentale'], ['Persan']],
  ];
  const xs = [60, 150, 330];

  function cellules(pasDeRangee: number): Place[] {
    let y = 700;
    return tableau.flatMap((rangee) => {
      const places = rangee.flatMap((textes, j) => colonne(xs[j] ?? 0, textes, y));
      y -= pasDeRangee + 13 * (Math.max(...rangee.map((c) => c.length)) - 1);
      return places;
    });
  }
  const lues = tableau.flatMap((rangee, r) =>
    rangee.flatMap((textes, c) => textes.map((t) => `${r}.${c} ${t}`)),
  );

  it.each([
    ['cell after cell', (p: Place[]) => p],
    ['line after line', ligneParLigne],
  ])('have all the lines of a cell together, drawn %s', async (_, dessiner) => {
    const [page] = await lirePages([dessiner(cellules(24))]);
    const textes = textesDe(page);
    expect(
      page?.lignes.map((l, i) => `${l.cellule?.rangee}.${l.cellule?.colonne} ${textes[i]}`),
    ).toEqual(lues);
    expect(page?.lignes.every((l) => l.cellule?.rangees === 3 && l.cellule.colonnes === 3)).toBe(
      true,
    );
  });

  it('are told by the rules drawn between them, however close they stand', async () => {
    const filets = [712, 695, 669, 643].map((y) => ({ x0: 55, y0: y, x1: 480, y1: y }));
    const montants = [55, 145, 325, 480].map((x) => ({ x0: x, y0: 643, x1: x, y1: 712 }));
    const places = ligneParLigne(cellules(13));
    const [page] = await lirePages([{ places, filets: [...filets, ...montants] }]);
    const textes = textesDe(page);
    expect(
      page?.lignes.map((l, i) => `${l.cellule?.rangee}.${l.cellule?.colonne} ${textes[i]}`),
    ).toEqual(lues);
  });
});

describe('a table over two pages', () => {
  const xs = [60, 200, 340];
  const rangee = (y: number, ...textes: string[]): Place[] =>
    textes.map((texte, i) => ({ x: xs[i] ?? 0, y, texte }));
  const entete = (y: number) => rangee(y, 'Date', 'Theme', 'Lieu');
  const mars = (y: number) => rangee(y, '12 mars', 'Lire un budget', 'Cergy');
  const mai = (y: number) => rangee(y, '14 mai', 'Trouver un local', 'Persan');
  const juin = (y: number) => rangee(y, '2 juin', 'Recevoir la presse', 'Cergy');
  const places = (pages: readonly (readonly Place[])[]) =>
    lirePages(pages).then((lues) =>
      lues.map((p) => [
        ...new Set(
          p.lignes.map((l) => `${l.cellule?.tableau}.${l.cellule?.rangee}/${l.cellule?.rangees}`),
        ),
      ]),
    );

  it('is one table', async () => {
    const suite = [...juin(780), ...mars(760), ...mai(740)];
    expect(await places([[...entete(100), ...mars(80), ...mai(60)], suite])).toEqual([
      ['0.0/6', '0.1/6', '0.2/6'],
      ['0.3/6', '0.4/6', '0.5/6'],
    ]);
  });

  it('is two when its header comes again', async () => {
    const suite = [...entete(780), ...juin(760), ...mai(740)];
    expect(await places([[...entete(100), ...mars(80), ...mai(60)], suite])).toEqual([
      ['0.0/3', '0.1/3', '0.2/3'],
      ['1.0/3', '1.1/3', '1.2/3'],
    ]);
  });
});

describe('the lines of a page', () => {
  it('hold every character once, wherever its runs of text stand and turn', async () => {
    const place = fc.record({
      x: fc.integer({ min: 20, max: 500 }),
      y: fc.integer({ min: 20, max: 800 }),
      taille: fc.constantFrom(6, 10, 11, 18),
      gras: fc.boolean(),
      angle: fc.constantFrom(0, 0, 0, 90, 45),
      texte: fc.constantFrom(
        'un',
        'Deux mots',
        'Une ligne de texte plus longue que les autres',
        '3',
        'a',
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 40 }), async (places) => {
        await lirePages([places]);
      }),
      { numRuns: 60 },
    );
  });

  it('come column by column whatever the order in which two texts are drawn', async () => {
    const places = [...colonne(60, GAUCHE), ...colonne(310, DROITE)];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(places, { minLength: places.length }),
        async (melees) => {
          const [page] = await lirePages([melees]);
          expect(textesDe(page)).toEqual([...GAUCHE, ...DROITE]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

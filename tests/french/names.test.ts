import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/french/fold.js';
import { parseIntervenants } from '../../src/french/names.js';

const PRENOMS = new Set([
  'francois',
  'patrick',
  'cyprien',
  'bernard',
  'frederic',
  'marie',
  'jean',
  'pierre',
  'ali',
  'fatima',
  'anne',
  'france',
]);
const estPrenom = (mot: string) => PRENOMS.has(fold(mot));
const lire = (texte: string) =>
  parseIntervenants(texte, estPrenom).map((i) => [
    i.genre,
    i.nom,
    ...(i.fonction === undefined ? [] : [i.fonction]),
  ]);

describe('parseIntervenants', () => {
  it.each<[string, string[][]]>([
    ['François Dubet, sociologue', [['personne', 'François Dubet', 'sociologue']]],
    ['Frédéric Tréca', [['personne', 'Frédéric Tréca']]],
    [
      'Patrick Savidan (philosophe), Cyprien Avenel (sociologue)',
      [
        ['personne', 'Patrick Savidan', 'philosophe'],
        ['personne', 'Cyprien Avenel', 'sociologue'],
      ],
    ],
    [
      'François Dubet, sociologue, directeur d’études à l’EHESS',
      [['personne', 'François Dubet', 'sociologue, directeur d’études à l’EHESS']],
    ],
    ['Soraya Vidal, sociologue (INED)', [['personne', 'Soraya Vidal', 'sociologue']]],
    ['Octave Lemarin (maire de Persan)', [['personne', 'Octave Lemarin', 'maire de Persan']]],
    [
      'Habitat Plus, bailleur social',
      [
        ['organisme', 'Habitat Plus'],
        ['generique', 'bailleur social'],
      ],
    ],
    [
      'BPI France, ADIE',
      [
        ['organisme', 'BPI France'],
        ['organisme', 'ADIE'],
      ],
    ],
    [
      'Marie Noir, urbaniste et sociologue, université de Nantes',
      [['personne', 'Marie Noir', 'urbaniste et sociologue']],
    ],
    [
      'Ville de Rennes, chargée de mission',
      [
        ['organisme', 'Ville de Rennes'],
        ['generique', 'chargée de mission'],
      ],
    ],
    ['DUBET François', [['personne', 'DUBET François']]],
    [
      'Jean-Pierre Le Goff et Marie de La Tour',
      [
        ['personne', 'Jean-Pierre Le Goff'],
        ['personne', 'Marie de La Tour'],
      ],
    ],
    [
      'Ali El Kadi, Anne d’Ormesson',
      [
        ['personne', 'Ali El Kadi'],
        ['personne', 'Anne d’Ormesson'],
      ],
    ],
    [
      'M. Durand, Mme Benali, Dr Fatima Haddad',
      [
        ['personne', 'Durand'],
        ['personne', 'Benali'],
        ['personne', 'Fatima Haddad'],
      ],
    ],
    [
      'CSTB, Ville de Rennes (et d’autres en cours de repérage)',
      [
        ['organisme', 'CSTB'],
        ['organisme', 'Ville de Rennes'],
      ],
    ],
    ['Geste (et d’autres intervenants)', [['organisme', 'Geste']]],
    [
      'ANRU et DDT (Préfecture du Val d’Oise)',
      [
        ['organisme', 'ANRU'],
        ['organisme', 'DDT (Préfecture du Val d’Oise)'],
      ],
    ],
    [
      'Pôle de ressources et les deux Fédérations',
      [
        ['organisme', 'Pôle de ressources'],
        ['generique', 'les deux Fédérations'],
      ],
    ],
    [
      'Fédération des centres sociaux et socioculturels du Val d’Oise',
      [['organisme', 'Fédération des centres sociaux et socioculturels du Val d’Oise']],
    ],
    [
      'FDMJC 95 et Fédération des Centres sociaux et socioculturels du Val d’Oise',
      [
        ['organisme', 'FDMJC 95'],
        ['organisme', 'Fédération des Centres sociaux et socioculturels du Val d’Oise'],
      ],
    ],
    [
      'divers (chercheurs, associations et professionnels)',
      [['generique', 'divers (chercheurs, associations et professionnels)']],
    ],
    ['non encore déterminé', [['generique', 'non encore déterminé']]],
    ['directions des structures visitées', [['generique', 'directions des structures visitées']]],
    ['DIRECCTE', [['organisme', 'DIRECCTE']]],
    ['', []],
  ])('reads « %s »', (texte, attendu) => {
    expect(lire(texte)).toEqual(attendu);
  });

  it.each([
    ['Fatima Haddad, urbaniste (CNRS)', 'Fatima Haddad', 'urbaniste', 'CNRS'],
    [
      'Ali Benali (Observatoire du logement)',
      'Ali Benali',
      'Observatoire du logement',
      'Observatoire du logement',
    ],
    [
      'Anne Petit, cheffe de projet (par intérim)',
      'Anne Petit',
      'cheffe de projet (par intérim)',
      undefined,
    ],
    ['Jean Roux (maire de Persan)', 'Jean Roux', 'maire de Persan', undefined],
    [
      'Marie Noir, juriste (Défenseur des droits), déléguée',
      'Marie Noir',
      'juriste (Défenseur des droits), déléguée',
      undefined,
    ],
  ])('reads in « %s » the function and the organisation', (texte, nom, fonction, organisme) => {
    const [lu, ...autres] = parseIntervenants(texte, estPrenom);
    expect(autres).toEqual([]);
    expect([lu?.nom, lu?.fonction, lu?.organisme]).toEqual([nom, fonction, organisme]);
  });

  it.each([
    ['la Préfecture de l’Eure et la CAF de l’Eure', ['Préfecture de l’Eure', 'CAF de l’Eure']],
    ['l’association Aurore, le CCAS', ['association Aurore', 'CCAS']],
    ['les Compagnons bâtisseurs', ['Compagnons bâtisseurs']],
    ['La Poste', ['La Poste']],
    ['Laser, Lesage', ['Laser', 'Lesage']],
  ])('names the organisations of « %s » without their article', (texte, noms) => {
    expect(parseIntervenants(texte, estPrenom).map((i) => [i.genre, i.nom])).toEqual(
      noms.map((nom) => ['organisme', nom]),
    );
  });

  it.each(['le centre et les deux Fédérations', 'le centre et les trois Unions'])(
    'keeps a group that « %s » does not name a group',
    (texte) => {
      expect(parseIntervenants(texte, estPrenom).at(-1)?.genre).toBe('generique');
    },
  );

  it('gives offsets at which each name stands', () => {
    fc.assert(
      fc.property(fc.string(), (texte) => {
        for (const i of parseIntervenants(texte, estPrenom)) {
          expect(texte.slice(i.debut, i.fin)).toBe(i.nom);
        }
      }),
    );
  });
});

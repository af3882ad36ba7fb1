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

import { describe, expect, it } from 'vitest';
import { parseSeances } from '../../src/french/sessions.js';

describe('parseSeances', () => {
  it.each([
    ['3 en 2012 (1 en 2011)', 3, 3, 'seance', false],
    ['5 en 2012 (1 en 2011)', 5, 5, 'seance', false],
    ['2 (en 2012)', 2, 2, 'seance', false],
    ['2 à 3', 2, 3, 'seance', false],
    ['3 à 4', 3, 4, 'seance', false],
    ['10aine', 10, 10, 'seance', true],
    ['une dizaine', 10, 10, 'seance', true],
    ['1 (voir plus)', 1, null, 'seance', true],
    ['2 jours', 2, 2, 'jour', false],
    ['4 journées en 2012 (1 en 2011)', 4, 4, 'jour', false],
    ['trois demi-journées', 3, 3, 'demi-journee', false],
    ['trois', 3, 3, 'seance', false],
    ['environ 6', 6, 6, 'seance', true],
    ['au moins 4 séances', 4, null, 'seance', true],
    ['une séance', 1, 1, 'seance', false],
  ])('reads « %s »', (texte, min, max, unite, approx) => {
    expect(parseSeances(texte, 2012)).toEqual({ min, max, unite, approx });
  });

  it.each([
    ['6 séances de 3 heures', '', 6, 'seance'],
    ['deux ateliers d’une demi-journée', 'Durée', 2, 'seance'],
    ['2 à 3 réunions de 2 heures', '', 2, 'seance'],
    ['3', 'Nombre de jours', 3, 'jour'],
    ['4', 'Nb de demi-journées', 4, 'demi-journee'],
    ['3', 'Nombre de séances', 3, 'seance'],
    ['2 demi-journées', 'Nombre de jours', 2, 'demi-journee'],
    ['4 séances', 'Nombre de jours', 4, 'seance'],
    ['une demi-journée', 'Durée', 1, 'demi-journee'],
  ] as const)('counts in « %s », under the label « %s », its own unit or its label’s', (...cas) => {
    const [texte, etiquette, min, unite] = cas;
    const lues = parseSeances(texte, 2012, etiquette);
    expect([lues?.min, lues?.unite]).toEqual([min, unite]);
  });

  it.each(['non encore déterminé', 'à définir', '', 'selon les besoins'])(
    'counts nothing in « %s »',
    (texte) => {
      expect(parseSeances(texte, 2012)).toBeNull();
    },
  );
});

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

  it.each(['non encore déterminé', 'à définir', '', 'selon les besoins'])(
    'counts nothing in « %s »',
    (texte) => {
      expect(parseSeances(texte, 2012)).toBeNull();
    },
  );
});

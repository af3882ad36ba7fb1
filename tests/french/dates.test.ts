import { describe, expect, it } from 'vitest';
import { findDates, weekday } from '../../src/french/dates.js';
import { fold } from '../../src/french/fold.js';
import { NOMBRE, readNumber } from '../../src/french/nombres.js';

const dates = (texte: string) => findDates(fold(texte), 2012).map((d) => d.date);

describe('the days that a text names', () => {
  it.each([
    ['trois fois (12 mars, 14 mai et 2 juillet 2012)', ['2012-03-12', '2012-05-14', '2012-07-02']],
    ['les 3, 10 et 17 mai', ['2012-05-03', '2012-05-10', '2012-05-17']],
    ['le mercredi 13 mai 2009', ['2009-05-13']],
    ['le 1er juin', ['2012-06-01']],
    ['le 13/05/2011 puis le 4.06.11', ['2011-05-13', '2011-06-04']],
    ['lundi 5 et mardi 6 novembre 2013', ['2013-11-05', '2013-11-06']],
    ['le 31 février', []],
    ['page 12, mars 2012', []],
  ])('%s', (texte, attendu) => {
    expect(dates(texte)).toEqual(attendu);
  });

  it('keep the day of the week printed with each, and their place', () => {
    const texte = fold('Rencontres les lundi 5 et mardi 6 novembre 2013');
    const lues = findDates(texte, 2013);
    expect(lues.map((d) => [d.jourSemaine, texte.slice(d.debut, d.fin)])).toEqual([
      ['lundi', 'lundi 5'],
      ['mardi', 'mardi 6 novembre 2013'],
    ]);
    expect(lues.map((d) => weekday(d.date))).toEqual(['mardi', 'mercredi']);
  });
});

describe('the numbers that a text writes', () => {
  const lire = (texte: string) => readNumber(new RegExp(NOMBRE).exec(fold(texte))?.[0] ?? '');

  it.each([
    ['45 personnes', 45, false],
    ['1 200 habitants', 1200, false],
    ['quarante-cinq personnes', 45, false],
    ['soixante et onze participants', 71, false],
    ['quatre-vingt-dix-huit élus', 98, false],
    ['les douze communes', 12, false],
    ['une trentaine de professionnels', 30, true],
    ['deux centaines de visiteurs', 200, true],
    ['cent vingt inscrits', 120, false],
  ])('%s', (texte, valeur, approx) => {
    expect(lire(texte)).toEqual({ valeur, approx });
  });

  it('are not read in words or in decimals', () => {
    expect(lire('sixième')).toBeNull();
    expect(lire('3,5')).toBeNull();
  });
});

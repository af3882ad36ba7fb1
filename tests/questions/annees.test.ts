import { describe, expect, it } from 'vitest';
import { fold } from '../../src/french/fold.js';
import { lireAnnees } from '../../src/questions/annees.js';

describe('years of a question', () => {
  it.each([
    ['en 2012', 2012, 2012],
    ['pour l’année 2012', 2012, 2012],
    ['entre 2010 et 2012', 2010, 2012],
    ['de 2010 à 2012', 2010, 2012],
    ['2011-12', 2011, 2012],
    ['2011/2013', 2011, 2013],
    ['2011 et 2012', 2011, 2012],
    ['depuis 2007', 2007, 2013],
    ['à partir de 2007', 2007, 2013],
    ['après 2010', 2011, 2013],
    ['avant 2007', 1977, 2006],
    ['jusqu’en 2010', 1977, 2010],
    ['l’an dernier', 2012, 2012],
    ['l’année passée', 2012, 2012],
    ['cette année', 2013, 2013],
    ['l’année prochaine', 2014, 2014],
    ['il y a 3 ans', 2010, 2010],
    ['ces 3 dernières années', 2010, 2013],
    ['entre 2012 et 2010', 2010, 2012],
  ])('« %s » is %i to %i', (texte, debut, fin) => {
    expect(lireAnnees(fold(`les actions ${texte} ?`), 2013).annees).toEqual({ debut, fin });
  });

  it.each(['le code 95200', 'dans 3 ans', 'les 16-25 ans', 'article 20124'])(
    '« %s » names no year',
    (texte) => {
      expect(lireAnnees(fold(texte), 2013).annees).toBeNull();
    },
  );

  it('gives the part of the text that says them', () => {
    const texte = 'actions depuis 2007 à bezons';
    const { parties } = lireAnnees(fold(texte), 2013);
    expect(parties.map((p) => texte.slice(p.debut, p.fin))).toEqual(['depuis 2007']);
  });
});

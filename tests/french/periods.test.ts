import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriode } from '../../src/french/periods.js';

describe('parsePeriode', () => {
  it.each([
    ['année 2012', '2012-01-01', '2012-12-31', 'annee'],
    ['1er semestre 2012', '2012-01-01', '2012-06-30', 'semestre'],
    ['premier semestre', '2012-01-01', '2012-06-30', 'semestre'],
    ['2ème semestre', '2012-07-01', '2012-12-31', 'semestre'],
    ['deuxième semestre 2012', '2012-07-01', '2012-12-31', 'semestre'],
    ['3e trimestre 2013', '2013-07-01', '2013-09-30', 'trimestre'],
    ['dernier trimestre', '2012-10-01', '2012-12-31', 'trimestre'],
    ['T2 2012', '2012-04-01', '2012-06-30', 'trimestre'],
    ['1er et 2ème trimestres 2014', '2014-01-01', '2014-06-30', 'trimestre'],
    ['avril 2012', '2012-04-01', '2012-04-30', 'mois'],
    ['février', '2012-02-01', '2012-02-29', 'mois'],
    ['mi-mars 2012', '2012-03-01', '2012-03-31', 'mois'],
    ['année 2012-13', '2012-01-01', '2013-12-31', 'annee'],
    ['2011-2013', '2011-01-01', '2013-12-31', 'annee'],
    ['fin 2006-début 2007', '2006-09-01', '2007-04-30', 'saison'],
    ['fin 2012', '2012-09-01', '2012-12-31', 'saison'],
    ['mercredi 13 mai', '2012-05-13', '2012-05-13', 'jour'],
    ['Jeudi 1er mars 2012, de 9h à 12h', '2012-03-01', '2012-03-01', 'jour'],
    ['13/05/2012', '2012-05-13', '2012-05-13', 'jour'],
    ['automne', '2012-09-21', '2012-12-20', 'saison'],
    ['hiver 2012', '2012-12-21', '2013-03-20', 'saison'],
    ['de mars à juin 2012', '2012-03-01', '2012-06-30', 'mois'],
    ["d'octobre 2012 à mars 2013", '2012-10-01', '2013-03-31', 'mois'],
    ['janvier à juin 2016', '2016-01-01', '2016-06-30', 'mois'],
    ['mars et juin 2012', '2012-03-01', '2012-06-30', 'mois'],
    ['les 3 et 10 mai 2012', '2012-05-03', '2012-05-10', 'jour'],
    ['du 3 au 5 mai 2012', '2012-05-03', '2012-05-05', 'jour'],
    ['du 28 mars au 5 mai', '2012-03-28', '2012-05-05', 'jour'],
    ['les 12 avril et 18 octobre 2016', '2016-04-12', '2016-10-18', 'jour'],
    ['3 mars, 7 avril et 12 mai', '2012-03-03', '2012-05-12', 'jour'],
    ['mardi 6 mars, jeudi 12 et vendredi 13 avril', '2012-03-06', '2012-04-13', 'jour'],
    ['12 décembre et 9 janvier 2013', '2012-12-12', '2013-01-09', 'jour'],
    ['8 novembre 2011 puis 10 janvier', '2011-11-08', '2012-01-10', 'jour'],
    ['12/03/2012, 14/05/2012 et 11/06/2012', '2012-03-12', '2012-06-11', 'jour'],
    ['15 mai (Cergy), de 9h à 12h, et 5 juin (Persan)', '2012-05-15', '2012-06-05', 'jour'],
    ['10 mai de 9h30 à 12h et 24 mai de 14h à 17h', '2012-05-10', '2012-05-24', 'jour'],
    ['le 4 février et en juin', '2012-02-04', '2012-06-30', 'mois'],
    ['le 1er avril ; le 2 mai 2012', '2012-04-01', '2012-05-02', 'jour'],
    ['toute l’année', '2012-01-01', '2012-12-31', 'annee'],
    ['1re quinzaine de juin', '2012-06-01', '2012-06-15', 'quinzaine'],
    ['seconde moitié de mai 2013', '2013-05-16', '2013-05-31', 'quinzaine'],
    ['semaine 24', '2012-06-11', '2012-06-17', 'semaine'],
    ['semaines 40 à 42', '2012-10-01', '2012-10-21', 'semaine'],
    ['semaine du 18 juin', '2012-06-18', '2012-06-24', 'semaine'],
    ['en fin d’année', '2012-09-01', '2012-12-31', 'saison'],
    ['vacances de la Toussaint', '2012-10-15', '2012-11-10', 'saison'],
    ['mi-mars à mi-juin', '2012-03-01', '2012-06-30', 'mois'],
    ['du 3e trimestre 2012 au 1er trimestre 2013', '2012-07-01', '2013-03-31', 'trimestre'],
    ['4e trimestre 2012 - 1er trimestre 2013', '2012-10-01', '2013-03-31', 'trimestre'],
    ['du 4e au 1er trimestre 2013', '2012-10-01', '2013-03-31', 'trimestre'],
  ])('reads « %s »', (texte, debut, fin, precision) => {
    expect(parsePeriode(texte, 2012)).toEqual({ debut, fin, precision });
  });

  it.each(['non encore déterminé', '', 'à préciser', 'pilote', 'Marseille'])(
    'finds no date in « %s »',
    (texte) => {
      expect(parsePeriode(texte, 2012)).toBeNull();
    },
  );

  it('never gives a day that does not exist', () => {
    expect(parsePeriode('31/02/2012', 2012)?.precision).not.toBe('jour');
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1990, max: 2040 }), (texte, annee) => {
        const lue = parsePeriode(texte, annee);
        if (lue === null) return;
        expect(new Date(lue.debut).toISOString().slice(0, 10)).toBe(lue.debut);
        expect(lue.debut <= lue.fin).toBe(true);
      }),
    );
  });
});

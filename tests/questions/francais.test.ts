import { describe, expect, it } from 'vitest';
import { aLieu, compter, deLieu, enumerer, periode } from '../../src/questions/francais.js';

describe('the grammar of sentences made by rule', () => {
  it.each([
    ['Persan', 'à Persan', 'de Persan'],
    ['Argenteuil', 'à Argenteuil', 'd’Argenteuil'],
    ['Éragny-sur-Oise', 'à Éragny-sur-Oise', 'd’Éragny-sur-Oise'],
    ['Le Thillay', 'au Thillay', 'du Thillay'],
    ['Les Mureaux', 'aux Mureaux', 'des Mureaux'],
    ['La Courneuve', 'à La Courneuve', 'de La Courneuve'],
    ["L'Isle-Adam", "à L'Isle-Adam", "de L'Isle-Adam"],
    ['Levallois-Perret', 'à Levallois-Perret', 'de Levallois-Perret'],
  ])('%s', (nom, a, de) => {
    expect([aLieu(nom), deLieu(nom)]).toEqual([a, de]);
  });

  it('counts, lists and dates', () => {
    expect([0, 1, 2].map((n) => compter(n, 'action'))).toEqual([
      '0 action',
      '1 action',
      '2 actions',
    ]);
    expect(enumerer(['a', 'b', 'c'])).toBe('a, b et c');
    expect(periode(2000, 2015)).toBe('2000-2015');
    expect(periode(2012, 2012)).toBe('2012');
    expect(periode(2016, 9999)).toBe('depuis 2016');
  });
});

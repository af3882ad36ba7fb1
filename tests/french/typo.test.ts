import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, fautesPermises } from '../../src/french/typo.js';

/** The definition, word for word, without the early stop. */
function naive(a: string, b: string): number {
  const [x, y] = [a.length, b.length];
  if (x === 0 || y === 0) return x + y;
  const memes = a[x - 1] === b[y - 1];
  const choix = [
    naive(a.slice(0, -1), b) + 1,
    naive(a, b.slice(0, -1)) + 1,
    naive(a.slice(0, -1), b.slice(0, -1)) + (memes ? 0 : 1),
  ];
  if (x > 1 && y > 1 && a[x - 1] === b[y - 2] && a[x - 2] === b[y - 1]) {
    choix.push(naive(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...choix);
}

describe('distance', () => {
  it.each([
    ['mediaton', 'mediation', 1],
    ['garegs', 'garges', 1],
    ['sarceles', 'sarcelles', 1],
    ['sante', 'sante', 0],
    ['abcde', 'vwxyz', 3],
  ])('%s / %s : %i', (a, b, attendu) => {
    expect(distance(a, b, 2)).toBe(attendu);
  });

  it('est celle de la définition, arrêtée au-dessus du maximum', () => {
    const mot = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(mot, mot, fc.integer({ min: 0, max: 3 }), (a, b, max) => {
        expect(distance(a, b, max)).toBe(Math.min(naive(a, b), max + 1));
      }),
    );
  });

  it('permet plus de fautes aux mots longs, aucune aux courts', () => {
    expect(['asv', 'acces', 'mediation'].map(fautesPermises)).toEqual([0, 1, 2]);
  });
});

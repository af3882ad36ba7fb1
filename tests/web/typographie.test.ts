import { describe, expect, it } from 'vitest';
import { joindreLignes, nombre, typographier } from '../../src/web/typographie.js';

describe('typographier', () => {
  it.each([
    ["L'action « Santé » s'adresse à qui ?", 'L’action «\u00a0Santé\u00a0» s’adresse à qui\u00a0?'],
    ["l'« atelier » : 1 ; 2 !", 'l’«\u00a0atelier\u00a0»\u00a0: 1\u00a0; 2\u00a0!'],
    ['http://exemple.fr/?q=1', 'http://exemple.fr/?q=1'],
    ["'ceci'", "'ceci'"],
  ])('%s', (phrase, attendu) => {
    expect(typographier(phrase)).toBe(attendu);
  });
});

describe('nombre', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1278, '1\u202f278'],
    [1234567, '1\u202f234\u202f567'],
  ])('%d', (n, attendu) => {
    expect(nombre(n)).toBe(attendu);
  });
});

describe('joindreLignes', () => {
  it('joins a name broken after its hyphen, and no other line', () => {
    expect(joindreLignes('Le Mée-sur-\nSeine et\nMelun')).toBe('Le Mée-sur-Seine et\nMelun');
    expect(joindreLignes('2012 -\nsuite')).toBe('2012 -\nsuite');
  });
});

import { describe, expect, it } from 'vitest';
import { typographier } from '../../src/web/typographie.js';

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

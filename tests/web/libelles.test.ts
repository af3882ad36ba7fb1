import { describe, expect, it } from 'vitest';
import { definitionLabel } from '../../src/domain/schema.js';
import { champs, champsNormalises, champsRealises } from '../../src/web/libelles.js';

describe('the names of an action’s properties', () => {
  it.each(Object.keys(definitionLabel('Action').proprietes))('says « %s » in French', (nom) => {
    const dits = { ...champs, ...champsNormalises, ...champsRealises };
    expect(dits[nom]).toMatch(/^\p{Lu}/u);
  });
});

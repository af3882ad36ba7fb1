import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, tokens } from '../../src/french/tokens.js';

const mots = (texte: string): string[] => tokens(normalise(texte)).map((j) => j.texte);

describe('tokens', () => {
  const CAS: readonly (readonly [string, readonly string[]])[] = [
    ['l’école d’Éragny', ['école', 'Éragny']],
    ['jusqu’à lorsqu’un', ['à', 'un']],
    ['les usages d’aujourd’hui', ['les', 'usages', "aujourd'hui"]],
    ['conseil de prud’hommes', ['conseil', 'de', "prud'hommes"]],
    ['adultes-relais', ['adultes', 'relais']],
    ['Garges-lès-Gonesse', ['Garges', 'lès', 'Gonesse']],
    ['main-d’œuvre', ['main', 'œuvre']],
    ['un C.U.C.S. signé', ['un', 'CUCS', 'signé']],
    ['le CR•DSU', ['le', 'CRDSU']],
    ['Fin. La suite', ['Fin', 'La', 'suite']],
    ['15-24 ans, en 2011-12', ['15', '24', 'ans', 'en', '2011', '12']],
    ['dévelop-\npement', ['dévelop', 'pement']],
    ['O’Brien', ['O', 'Brien']],
    ['', []],
    ['… – « » !', []],
  ];
  it.each(CAS)('lit « %s »', (texte, attendus) => {
    expect(mots(texte)).toEqual(attendus);
  });

  it('donne le même numéro aux parties d’un mot composé, et à elles seules', () => {
    const [chef, emploi, insertion] = tokens('chef emploi-insertion');
    expect(chef?.compose).toBeNull();
    expect(emploi?.compose).not.toBeNull();
    expect(insertion?.compose).toBe(emploi?.compose);
  });

  it('garde les places dans le texte, quel que soit le texte', () => {
    const alphabet = fc.constantFrom(..."aéÉ’'-–. \nL12•œ«»😀".split(''), 'jusqu', 'CUCS');
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), (morceaux) => {
        const texte = morceaux.join('');
        const normal = normalise(texte);
        expect(normal).toHaveLength(texte.length);
        let avant = 0;
        for (const j of tokens(normal)) {
          expect(j.debut).toBeGreaterThanOrEqual(avant);
          expect(j.fin).toBeGreaterThan(j.debut);
          if (!j.pointe) expect(normal.slice(j.debut, j.fin)).toBe(j.texte);
          avant = j.fin;
        }
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openComparison } from '../../../ingest/stages/resolve/identite/ouvrir.js';
import type { TypeNom } from '../../../ingest/stages/resolve/identite/types.js';
import { TYPES } from '../../../ingest/stages/resolve/identite/types.js';
import { answerPairs } from '../../../src/cli/commands/same.js';
import { packageRoot } from '../../../src/domain/racine.js';
import { seedGazetteer } from '../../support/base.js';

interface Piege {
  readonly type: TypeNom;
  readonly a: string;
  readonly b: string;
  readonly memes: boolean;
  readonly departement?: string;
  readonly annee?: number;
}

function table(fichier: string): Piege[] {
  const chemin = join(packageRoot(), 'tests', 'ingest', 'resolve', fichier);
  const [, ...lignes] = readFileSync(chemin, 'utf8').trim().split('\n');
  return lignes.map((ligne) => {
    const [type = '', a = '', b = '', memes, departement = '', annee = ''] = ligne.split(';');
    return {
      type: type as TypeNom,
      a,
      b,
      memes: memes === 'oui',
      ...(departement === '' ? {} : { departement }),
      ...(annee === '' ? {} : { annee: Number(annee) }),
    };
  });
}

const { compare, answer } = openComparison(seedGazetteer());

/** Pairs wrongly joined, and true pairs that are neither joined nor proposed. */
function judge(paires: readonly Piege[]) {
  const lues = paires.map((p) => ({ ...p, ...compare(p) }));
  const dire = (p: (typeof lues)[number]) => `${p.type} : ${p.a} / ${p.b} (${p.regle})`;
  const vraies = lues.filter((p) => p.memes);
  return {
    fusionsFausses: lues.filter((p) => !p.memes && p.decision === 'meme').map(dire),
    manquees: vraies.filter((p) => p.decision === 'different').map(dire),
    vraies: vraies.length,
    jointes: vraies.filter((p) => p.decision === 'meme').length,
    fausses: lues.length - vraies.length,
    ecartees: lues.filter((p) => !p.memes && p.decision === 'different').length,
  };
}

describe.each(['paires.csv', 'paires-reservees.csv'])(
  'same, on the trap pairs of %s',
  (fichier) => {
    const paires = table(fichier);

    it('joins no pair that is two things', () => {
      expect(judge(paires).fusionsFausses).toEqual([]);
    });

    it('joins or proposes at least 95 % of the pairs that are one thing, in each type', () => {
      for (const type of TYPES) {
        const { manquees, vraies } = judge(paires.filter((p) => p.type === type));
        expect(vraies, type).toBeGreaterThan(0);
        expect(manquees.length / vraies, manquees.join('\n')).toBeLessThanOrEqual(0.05);
      }
    });

    it('says the same of a pair the other way round', () => {
      for (const p of paires) {
        expect(compare({ ...p, a: p.b, b: p.a }), `${p.a} / ${p.b}`).toEqual(compare(p));
      }
    });

    it('settles most pairs by itself rather than proposing them all', () => {
      const { jointes, vraies, ecartees, fausses } = judge(paires);
      expect(jointes / vraies).toBeGreaterThan(0.6);
      expect(ecartees / fausses).toBeGreaterThan(0.85);
    });
  },
);

describe('a line of pairs', () => {
  it('is answered, or told what is wrong with it, its rank and its field', () => {
    expect(answer('{"type":"commune","a":"Éragny","b":"Eragny"}', 1)).toEqual({
      decision: 'meme',
      regle: 'commune@1',
    });
    expect(answer('{"type":"ville","a":"x","b":"y"}', 2)).toEqual({
      erreur: expect.stringContaining('Ligne 2, champ « type »'),
    });
    expect(answer('{"type":"commune","a":"x"}', 3)).toEqual({
      erreur: expect.stringContaining('Ligne 3, champ « b »'),
    });
    expect(answer('pas du JSON', 4)).toEqual({ erreur: expect.stringContaining('objet JSON') });
  });

  it('looks a name up once, however often a list repeats it', () => {
    const source = seedGazetteer();
    let recherches = 0;
    const { compare } = openComparison({
      ...source,
      referentiels: source.referentiels,
      commune: (id) => source.commune(id),
      mentions(texte, options) {
        recherches += 1;
        return source.mentions(texte, options);
      },
    });
    const paire = { type: 'commune', a: 'Eragny', b: "Saint-Ouen-l'Aumône" } as const;
    const premier = compare(paire);
    const apres = recherches;
    expect(apres).toBeGreaterThan(0);
    expect(compare(paire)).toEqual(premier);
    expect(recherches).toBe(apres);
  });

  it('has its answer in front of it, a blank line too', async () => {
    const paire = '{"type":"commune","a":"Éragny","b":"Eragny"}\n';
    let ecrit = '';
    const out = new PassThrough().on('data', (texte) => {
      ecrit += String(texte);
    });
    const output = { out, err: new PassThrough() };
    expect(await answerPairs(Readable.from([paire, '\n', paire]), { output })).toBe(false);
    const reponses = ecrit.trim().split('\n');
    expect(reponses).toHaveLength(3);
    expect(reponses[0]).toBe(reponses[2]);
    expect(reponses[1]).toContain('Ligne 2');
  });
});

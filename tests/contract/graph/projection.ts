import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as entites from '../../../queries/coherence/entites.js';
import * as relations from '../../../queries/coherence/relations.js';
import { lireQuestion } from '../../../src/graph/ask.js';
import type { GrapheEcriture, GrapheLecture } from '../../../src/graph/port.js';
import { complet, difference, type Lien, type Monde, monde } from '../../support/monde.js';
import { mondesAuHasard, reunis } from '../../support/mondes-au-hasard.js';
import type { Banc } from '../graph.js';

/** Everything the graph holds, as lines. */
async function contenu(graphe: GrapheLecture): Promise<string[]> {
  const noeuds = await lireQuestion(graphe, entites, {});
  const liens = await lireQuestion(graphe, relations, {});
  return [
    ...noeuds.map((n) => `${n.id} « ${n.libelle} » ${n.faits}`),
    ...liens.map((l) => `${l.id} : ${l.de} ${l.relation} ${l.vers} ${l.faits}`),
  ].sort();
}

function attendu({ entites, relations }: Monde): string[] {
  return [
    ...entites.map((e) => `${e.id} « ${e.libelle} » ${e.faits}`),
    ...relations.map((r) => `${r.id} : ${r.de} ${r.type} ${r.vers} ${r.faits}`),
  ].sort();
}

/** How changes reach the graph: all or nothing, by what changed, once. */
export function testProjection(banc: Banc): void {
  describe('projeter', () => {
    const A = monde([['action:a', 'TOUCHE', 'commune:x']]);
    const B = monde([
      ['action:b', 'TOUCHE', 'commune:x'],
      ['action:b', 'MOBILISE', 'dispositif:pre'],
    ]);
    const projete = async (m: Monde): Promise<GrapheEcriture> => {
      const graphe = await banc.vide();
      await graphe.projeter(complet(m));
      return graphe;
    };

    it('is at sequence 0 and answers nothing before anything was projected', async () => {
      const graphe = await banc.vide();
      expect(await graphe.sequence()).toBe(0);
      expect(await contenu(graphe)).toEqual([]);
    });

    it('replaces everything by a complete projection', async () => {
      const graphe = await projete(A);
      await graphe.projeter(complet(B, 7));
      expect(await contenu(graphe)).toEqual(attendu(B));
      expect(await graphe.sequence()).toBe(7);
    });

    it('starts from nothing with changes only', async () => {
      const graphe = await banc.vide();
      await graphe.projeter(difference({ entites: [], relations: [] }, A, 1));
      expect(await contenu(graphe)).toEqual(attendu(A));
    });

    it('removes what no fact supports any more, with the relations of what is gone', async () => {
      const graphe = await projete(A);
      await graphe.projeter(difference(A, B));
      expect(await contenu(graphe)).toEqual(attendu(B));
    });

    it('keeps the relations of an entity whose properties change', async () => {
      const apres = monde([['action:a', 'TOUCHE', 'commune:x']], {
        'action:a': { titre: 'Autre' },
      });
      const graphe = await projete(A);
      await graphe.projeter(difference(A, apres));
      expect(await contenu(graphe)).toEqual(attendu(apres));
    });

    it('changes nothing when the same changes come twice', async () => {
      const graphe = await projete(A);
      await graphe.projeter(difference(A, B));
      await graphe.projeter(difference(A, B));
      expect(await contenu(graphe)).toEqual(attendu(B));
      await graphe.projeter(complet(B, 2));
      expect(await contenu(graphe)).toEqual(attendu(B));
      expect(await graphe.sequence()).toBe(2);
    });

    it('by steps gives what a complete projection gives, on any worlds', async () => {
      const suite = fc.tuple(mondesAuHasard(3), mondesAuHasard(3), mondesAuHasard(3));
      await fc.assert(
        fc.asyncProperty(suite, async (etapes) => {
          const [premier, ...suivants] = etapes.map(reunis);
          let avant = premier ?? A;
          const graphe = await projete(avant);
          for (const [i, apres] of suivants.entries()) {
            await graphe.projeter(difference(avant, apres, i + 2));
            expect(await contenu(graphe)).toEqual(attendu(apres));
            avant = apres;
          }
        }),
        { numRuns: 8, endOnFailure: true },
      );
    }, 60_000);

    it('refuses a relation to nothing, whole, and keeps what was there', async () => {
      const graphe = await projete(A);
      const sansCommune = { ...B, entites: B.entites.filter((e) => e.type !== 'Commune') };
      await expect(graphe.projeter(complet(sansCommune, 2))).rejects.toThrow(/commune:x/);
      expect(await contenu(graphe)).toEqual(attendu(A));
      expect(await graphe.sequence()).toBe(1);
    });

    it('refuses a property or a pair of ends that the model does not know, by name', async () => {
      const graphe = await banc.vide();
      const propriete = monde([], { 'commune:x': { couleur: 'bleu' } });
      await expect(graphe.projeter(complet(propriete))).rejects.toThrow(/couleur/);
      const paire = monde([['commune:x', 'TOUCHE', 'action:a']]);
      await expect(graphe.projeter(complet(paire))).rejects.toThrow(/TOUCHE/);
    });

    it('shows a projection to another handle that was open before it', async () => {
      const graphe = await projete(A);
      const autre = await banc.encore();
      expect(await contenu(autre)).toEqual(attendu(A));
      await graphe.projeter(difference(A, B));
      expect(await contenu(autre)).toEqual(attendu(B));
      expect(await autre.sequence()).toBe(2);
    });

    it('takes ten thousand entities and twenty thousand relations', async () => {
      const liens: Lien[] = Array.from({ length: 20_000 }, (_, i) => [
        `action:${i % 9_000}`,
        i < 9_000 ? 'TOUCHE' : 'CITE',
        `commune:${i % 1_000}`,
      ]);
      const grand = monde(liens);
      const uniques = new Map(grand.relations.map((r) => [r.id, r]));
      const graphe = await projete({ ...grand, relations: [...uniques.values()] });
      expect(await lireQuestion(graphe, entites, {})).toHaveLength(10_000);
      expect(await lireQuestion(graphe, relations, {})).toHaveLength(uniques.size);
    }, 60_000);
  });
}

import type { Ouvrages } from '../ouvrages/joindre.js';
import type { Arbitrage } from './arbitrage.js';
import type { Identites } from './automatique.js';
import type { ResumeLot } from './mentions.js';

/** Under which entity answers each id that leads to another, where it leads to one only. */
export function aliases(
  lots: ReadonlyMap<string, ResumeLot>,
  { personnes }: Identites,
  arbitrage: Arbitrage,
  { joints }: Ouvrages,
): Map<string, string> {
  const cibles = new Map<string, Set<string>>();
  const add = (id: string, entite: string) =>
    cibles.set(id, (cibles.get(id) ?? new Set()).add(entite));
  for (const [lot, { entites }] of lots) {
    for (const id of entites) {
      add(id, arbitrage.entite(lot, id));
      const propre = personnes.get(lot)?.get(id);
      if (propre !== undefined) add(propre, arbitrage.courante(propre));
    }
  }
  for (const { absorber } of arbitrage.fusions) add(absorber, arbitrage.courante(absorber));
  for (const id of joints.keys()) add(id, arbitrage.courante(id));
  return new Map(
    [...cibles].flatMap(([id, entites]) => {
      const [seule, autre] = entites;
      return seule === undefined || autre !== undefined || seule === id
        ? []
        : [[id, seule] as const];
    }),
  );
}

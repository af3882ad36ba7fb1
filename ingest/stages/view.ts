import type { Label } from '../../src/domain/schema.js';
import { LABELS } from '../../src/domain/schema.js';
import type { Entite, Relation } from '../../src/domain/vue.js';
import type { FactsReader } from '../../src/facts/reader.js';

/** Every entity of the base, by label then by id, as a stream. */
export function* allEntites(facts: FactsReader): Generator<Entite> {
  for (const label of Object.keys(LABELS) as Label[]) yield* facts.fluxEntites(label);
}

/** Every entity and relation of the base, held in memory. */
export function wholeView(facts: FactsReader): { entites: Entite[]; relations: Relation[] } {
  return { entites: [...allEntites(facts)], relations: facts.relations({}) };
}

import type { Label } from '../../src/domain/schema.js';
import { LABELS } from '../../src/domain/schema.js';
import type { Entite, Relation } from '../../src/domain/vue.js';
import type { FactsReader } from '../../src/facts/reader.js';

/** Every entity and relation of the base, sorted by id: what the graph, the index and the exports show. */
export function wholeView(facts: FactsReader): { entites: Entite[]; relations: Relation[] } {
  const entites = (Object.keys(LABELS) as Label[]).flatMap((label) => facts.entites(label));
  return { entites, relations: facts.relations({}) };
}

import type { TypeRelation } from '../../src/domain/schema.js';
import type { Relation } from '../../src/domain/vue.js';
import { aggregateRelations } from '../../src/facts/aggregate.js';
import type { FactsReader } from '../../src/facts/reader.js';
import type { Referentiels } from '../../src/gazetteer/types.js';
import type { ChangementsGraphe, GrapheEcriture } from '../../src/graph/port.js';
import type { RechercheEcriture } from '../../src/search/port.js';
import { readableProofs } from './readableProofs.js';
import { searchDocuments } from './searchDocuments.js';
import { wholeView } from './view.js';

/**
 * Brings the graph to the fact store's sequence: what changed since the sequence it stands at,
 * or everything when `complet` or when it is empty. Returns false when there was nothing to do.
 */
export async function projectGraph(
  facts: FactsReader,
  graphe: GrapheEcriture,
  complet = false,
): Promise<boolean> {
  const sequence = facts.sequence();
  const depuis = complet ? 0 : await graphe.sequence();
  if (depuis === sequence) return false;
  const changements =
    depuis === 0 || depuis > sequence ? whole(facts, sequence) : changes(facts, depuis, sequence);
  const preuves = graphe.capacites.preuvesLisibles
    ? { preuves: readableProofs(facts, changements.relations) }
    : {};
  await graphe.projeter({ ...changements, ...preuves });
  return true;
}

/** Brings the index to the fact store's sequence. Returns false when there was nothing to do. */
export async function projectSearch(
  facts: FactsReader,
  recherche: RechercheEcriture,
  referentiels: Referentiels,
  complet = false,
): Promise<boolean> {
  const sequence = facts.sequence();
  if (!complet && (await recherche.sequence()) === sequence) return false;
  await recherche.indexer({
    sequence,
    complet: true,
    documents: searchDocuments(facts, referentiels),
    retires: [],
  });
  return true;
}

function whole(facts: FactsReader, sequence: number): ChangementsGraphe {
  return {
    sequence,
    complet: true,
    ...wholeView(facts),
    entitesRetirees: [],
    relationsRetirees: [],
  };
}

function changes(facts: FactsReader, depuis: number, sequence: number): ChangementsGraphe {
  const { sujets, relations: touched } = facts.changesSince(depuis);
  const entites = facts.entitesDe([...sujets].sort());
  const vivantes = new Set(entites.map((e) => e.id));
  const before = aggregateRelations(touched);
  const after = new Map<string, Relation>();
  for (const relation of before) {
    for (const now of facts.relations({ de: relation.de, type: relation.type as TypeRelation })) {
      if (now.id === relation.id) after.set(now.id, now);
    }
  }
  return {
    sequence,
    complet: false,
    entites,
    relations: [...after.values()],
    entitesRetirees: [...sujets].filter((id) => !vivantes.has(id)).sort(),
    relationsRetirees: before.filter((relation) => !after.has(relation.id)),
  };
}

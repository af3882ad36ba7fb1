import type { TypeRelation } from '../../src/domain/schema.js';
import type { Relation } from '../../src/domain/vue.js';
import { aggregateRelations } from '../../src/facts/aggregate.js';
import type { FactsReader } from '../../src/facts/reader.js';
import type { Referentiels } from '../../src/gazetteer/types.js';
import type { ChangementsGraphe, GrapheEcriture } from '../../src/graph/port.js';
import type { RechercheEcriture } from '../../src/search/port.js';
import { readableProofs } from './readableProofs.js';
import { changedDocuments, searchDocuments } from './searchDocuments.js';
import { allEntites } from './view.js';

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
  const entier =
    depuis === 0 || depuis > sequence || facts.compterChanges(depuis) > CHANGEMENTS_MAX;
  const changements = entier ? whole(facts, sequence) : changes(facts, depuis, sequence);
  await graphe.projeter(
    graphe.capacites.preuvesLisibles ? withProofs(facts, changements) : changements,
  );
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
  const depuis = complet ? 0 : await recherche.sequence();
  if (!complet && depuis === sequence) return false;
  const entier = depuis === 0 || depuis > sequence || !recherche.capacites.parChangements;
  const changements = entier
    ? searchDocuments(facts, referentiels)
    : changedDocuments(facts, referentiels, depuis);
  await recherche.indexer({ sequence, complet: entier, ...changements });
  return true;
}

/** Facts moved beyond which the whole graph is made again, as a stream. */
const CHANGEMENTS_MAX = 200_000;

function withProofs(facts: FactsReader, changements: ChangementsGraphe): ChangementsGraphe {
  const relations = [...changements.relations];
  return { ...changements, relations, preuves: readableProofs(facts, relations) };
}

function whole(facts: FactsReader, sequence: number): ChangementsGraphe {
  return {
    sequence,
    complet: true,
    entites: allEntites(facts),
    relations: facts.fluxRelations(),
    entitesRetirees: [],
    relationsRetirees: [],
  };
}

function changes(facts: FactsReader, depuis: number, sequence: number): ChangementsGraphe {
  const { sujets, relations: touched } = facts.changesSince(depuis);
  const entites = facts.entitesDe([...sujets].sort());
  const vivantes = new Set(entites.map((e) => e.id));
  const before = aggregateRelations(touched);
  const ids = new Set(before.map((relation) => relation.id));
  const after = new Map<string, Relation>();
  for (const bout of new Set(before.map((relation) => `${relation.type} ${relation.de}`))) {
    const [type, de] = bout.split(' ') as [TypeRelation, string];
    for (const now of facts.relations({ de, type })) if (ids.has(now.id)) after.set(now.id, now);
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

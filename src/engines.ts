import { join } from 'node:path';
import type { Config } from './config.js';
import { packageRoot } from './domain/racine.js';
import type { FactsReader } from './facts/reader.js';
import { openFactsReader } from './facts/reader.js';
import { createGazetteer } from './gazetteer/gazetteer.js';
import { loadReferentiels } from './gazetteer/load.js';
import { openMotsFrancais } from './gazetteer/motsFrancais.js';
import type { Gazetteer } from './gazetteer/types.js';
import { createQueryBook } from './graph/cypher.js';
import { openEmbeddedGraph } from './graph/embedded/graphe.js';
import type { GrapheEcriture, GrapheLecture } from './graph/port.js';
import { openEmbeddedSearch } from './search/embedded/ouvrir.js';
import { openMeilisearch } from './search/meilisearch/ouvrir.js';
import type { RechercheEcriture, RechercheLecture } from './search/port.js';

/** The names of the seeds. About a quarter of a second to load: do it once a process. */
export function openGazetteer(): Gazetteer {
  return createGazetteer(loadReferentiels(join(packageRoot(), 'seeds')));
}

export interface Readers {
  readonly faits: FactsReader;
  readonly graphe: GrapheLecture;
  readonly recherche: RechercheLecture;
  fermer(): Promise<void>;
}

export interface Writers {
  readonly graphe: GrapheEcriture;
  readonly recherche: RechercheEcriture;
  fermer(): Promise<void>;
}

/** Opens the readers of a base. Throws MaillageError `introuvable` when there is no base yet. */
export async function openReaders(config: Config): Promise<Readers> {
  const faits = openFactsReader(config.data);
  const graphe = await openGraph(config, false);
  const recherche = openSearch(config, false);
  return {
    faits,
    graphe,
    recherche,
    async fermer() {
      await graphe.fermer();
      await recherche.fermer();
      faits.close();
    },
  };
}

/** Opens the graph and the index for projection. The caller holds the write lock. */
export async function openWriters(config: Config): Promise<Writers> {
  const graphe = await openGraph(config, true);
  const recherche = openSearch(config, true);
  return {
    graphe,
    recherche,
    async fermer() {
      await graphe.fermer();
      await recherche.fermer();
    },
  };
}

/** The graph of the server that is named, else of the data folder. */
function openGraph(config: Config, ecriture: true): Promise<GrapheEcriture>;
function openGraph(config: Config, ecriture: boolean): Promise<GrapheLecture>;
async function openGraph(config: Config, ecriture: boolean): Promise<GrapheLecture> {
  const book = createQueryBook(packageRoot());
  if (config.neo4j === undefined)
    return openEmbeddedGraph(join(config.data, 'graphe'), book, { ecriture });
  // its driver takes half a second to load, which a base of one machine never needs
  const { openNeo4jGraph } = await import('./graph/neo4j/graphe.js');
  return openNeo4jGraph(config.neo4j, book, { ecriture });
}

/** The index of the server that is named, else of the data folder. */
function openSearch(config: Config, ecriture: boolean): RechercheEcriture {
  const ouverture = { ecriture, motFrancais: openMotsFrancais(join(packageRoot(), 'seeds')) };
  if (config.meilisearch === undefined)
    return openEmbeddedSearch(join(config.data, 'index.db'), ouverture);
  return openMeilisearch(config.meilisearch, ouverture);
}

import { join } from 'node:path';
import type { Config } from './config.js';
import { packageRoot } from './domain/racine.js';
import type { FactsReader } from './facts/reader.js';
import { openFactsReader } from './facts/reader.js';
import { createGazetteer } from './gazetteer/gazetteer.js';
import { loadReferentiels } from './gazetteer/load.js';
import type { Gazetteer } from './gazetteer/types.js';
import { createQueryBook } from './graph/cypher.js';
import { openEmbeddedGraph } from './graph/embedded/graphe.js';
import type { GrapheEcriture, GrapheLecture } from './graph/port.js';
import { openEmbeddedSearch } from './search/embedded/ouvrir.js';
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
  const graphe = await openEmbeddedGraph(graphDir(config), createQueryBook(packageRoot()), {
    ecriture: false,
  });
  const recherche = openEmbeddedSearch(searchFile(config), { ecriture: false });
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
  const graphe = await openEmbeddedGraph(graphDir(config), createQueryBook(packageRoot()), {
    ecriture: true,
  });
  const recherche = openEmbeddedSearch(searchFile(config), { ecriture: true });
  return {
    graphe,
    recherche,
    async fermer() {
      await graphe.fermer();
      await recherche.fermer();
    },
  };
}

function graphDir(config: Config): string {
  return join(config.data, 'graphe');
}

function searchFile(config: Config): string {
  return join(config.data, 'index.db');
}

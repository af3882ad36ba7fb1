import type { RechercheEcriture } from '../../src/search/port.js';
import { openTemporarySearch } from './index-temporaire.js';
import { descriptionDe, indexDeTest } from './meilisearch/index-de-test.js';

/** An engine that a test file runs on. `open` gives a new empty index. */
export interface MoteurDeTest {
  readonly nom: string;
  ouvrir(): Promise<{
    readonly open: () => Promise<RechercheEcriture>;
    readonly fermer: () => Promise<void>;
  }>;
}

export const EMBARQUE = 'SQLite FTS5';

const embarque: MoteurDeTest = {
  nom: EMBARQUE,
  ouvrir: async () => ({ open: openTemporarySearch, fermer: async () => undefined }),
};

/** Both engines; Meilisearch as a server, else as it was recorded under this name. */
export function moteurs(enregistrement: string): MoteurDeTest[] {
  return [
    embarque,
    { nom: descriptionDe(enregistrement), ouvrir: () => indexDeTest(enregistrement) },
  ];
}

/** Both engines for tests whose requests are drawn at random: Meilisearch only when there is a server. */
export function moteursAuHasard(nom: string): MoteurDeTest[] {
  return process.env.MEILISEARCH_URL === undefined ? [embarque] : moteurs(nom);
}

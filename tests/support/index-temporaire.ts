import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedSearch } from '../../src/search/embedded/ouvrir.js';
import type { RechercheEcriture } from '../../src/search/port.js';
import { motFrancais } from './mots-francais.js';

/** An empty embedded index in a folder of its own, removed when it is closed. */
export async function openTemporarySearch(): Promise<RechercheEcriture> {
  const dossier = mkdtempSync(join(tmpdir(), 'recherche-'));
  const index = openEmbeddedSearch(join(dossier, 'index.sqlite'), {
    ecriture: true,
    motFrancais,
  });
  return {
    ...index,
    fermer: async () => {
      await index.fermer();
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The cases of a folder whose reading is pinned by a snapshot, sorted. A case that only has an
 * `annotation.yml` is measured (`npm run bench:extraction`), not pinned: a snapshot shows what the
 * rules make of a document, an annotation what they should.
 */
export function casInstantanes(dossier: string): string[] {
  return readdirSync(dossier)
    .filter((cas) => {
      const a = (fichier: string) => existsSync(join(dossier, cas, fichier));
      return a('expected.json') || !a('annotation.yml');
    })
    .sort();
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../src/domain/racine.js';

/** What a document's facts depend on beside its bytes: the code that reads and the seeds that name. */
const CODE = [
  'ingest',
  'src/domain',
  'src/french',
  'src/comparaison',
  'src/gazetteer',
  'src/facts',
];
const DONNEES = ['seeds/gazetteers', 'seeds/dispositifs', 'ingest'];
const SUFFIXE_CODE = /\.(js|ts)$/;
const SUFFIXE_DONNEES = /\.(yml|csv|txt)$/;

/**
 * Fingerprint of the rules and seeds: a document read under the same one need not be read again.
 * Where the code runs from source (tests), the sources are what is hashed.
 */
export function rulesFingerprint(): string {
  const code = join(dirname(fileURLToPath(import.meta.url)), '..');
  const hash = createHash('sha256');
  for (const dossier of CODE) addFolder(hash, join(code, dossier), SUFFIXE_CODE);
  for (const dossier of DONNEES) addFolder(hash, join(packageRoot(), dossier), SUFFIXE_DONNEES);
  return hash.digest('hex');
}

function addFolder(hash: ReturnType<typeof createHash>, dossier: string, suffixe: RegExp): void {
  if (!existsSync(dossier)) return;
  for (const nom of readdirSync(dossier).sort()) {
    const chemin = join(dossier, nom);
    if (statSync(chemin).isDirectory()) {
      if (nom !== 'cases') addFolder(hash, chemin, suffixe);
    } else if (suffixe.test(nom)) hash.update(nom).update(readFileSync(chemin));
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A temporary folder for all the tests of a file, removed after the last. */
export function dossierDuFichier(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'maillage-'));
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));
  return dossier;
}

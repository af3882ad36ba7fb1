import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary folder, removed when the test ends. */
export function dossierTemporaire(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'maillage-'));
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }));
  return dossier;
}

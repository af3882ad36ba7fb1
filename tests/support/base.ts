import { join } from 'node:path';
import { ingest } from '../../ingest/main.js';
import type { RapportIngestion } from '../../ingest/report.js';
import type { IngestionPorts } from '../../ingest/run.js';
import type { Config } from '../../src/config.js';
import { readConfig } from '../../src/config.js';
import { packageRoot } from '../../src/domain/racine.js';
import type { Readers } from '../../src/engines.js';
import { openGazetteer, openReaders, openWriters } from '../../src/engines.js';
import type { Gazetteer } from '../../src/gazetteer/types.js';

/** What a fresh clone reads first. */
export const SEED_DOCUMENTS = join(packageRoot(), 'seeds', 'documents');

let gazetteer: Gazetteer | undefined;

/** The seeds, loaded once a test file. */
export function seedGazetteer(): Gazetteer {
  gazetteer ??= openGazetteer();
  return gazetteer;
}

export function configFor(dataDir: string): Config {
  return readConfig({ MAILLAGE_DATA: dataDir });
}

/** The ports of an ingest into a folder, on the embedded engines. */
export function portsFor(dataDir: string): IngestionPorts {
  return {
    dataDir,
    gazetteer: seedGazetteer(),
    ouvrirMoteurs: () => openWriters(configFor(dataDir)),
  };
}

/** Reads files into a base of a folder. */
export function ingestInto(
  dataDir: string,
  chemins: readonly string[] = [SEED_DOCUMENTS],
): Promise<RapportIngestion> {
  return ingest(portsFor(dataDir), chemins);
}

/** Readers of the base of a folder. The caller closes them. */
export function readersOf(dataDir: string): Promise<Readers> {
  return openReaders(configFor(dataDir));
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../../ingest/main.js';
import { openFile } from '../../ingest/stages/read.js';
import { readConfig } from '../../src/config.js';
import { openGazetteer, openWriters } from '../../src/engines.js';
import { openFactsReader } from '../../src/facts/reader.js';
import type { Cas } from './annotation.js';
import { Bilan, comparerDocument } from './comparer.js';
import { trouver } from './lu.js';

/**
 * Reads cases as `maillage ingest` does, all in one new base (parse in its own process, segment, assert,
 * resolve), and compares each with its annotation. A file that is refused has read nothing.
 */
export async function mesurer(cas: readonly Cas[]): Promise<Bilan> {
  const dataDir = mkdtempSync(join(tmpdir(), 'maillage-extraction-'));
  try {
    const config = readConfig({ MAILLAGE_DATA: dataDir });
    const ports = { dataDir, gazetteer: openGazetteer(), ouvrirMoteurs: () => openWriters(config) };
    await ingest(
      ports,
      cas.map((c) => c.chemin),
    );
    const facts = openFactsReader(dataDir);
    try {
      const bilan = new Bilan();
      for (const { nom, chemin, verite } of cas) {
        const { id } = await openFile(chemin);
        comparerDocument(bilan, nom, verite, trouver(facts, id));
      }
      return bilan;
    } finally {
      facts.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Figures of one field, from 0 to 1; precision is 1 when nothing was found, recall 1 when nothing was expected. */
export interface Chiffres {
  readonly attendus: number;
  readonly trouves: number;
  readonly justes: number;
  readonly precision: number;
  readonly rappel: number;
  readonly f1: number;
}

/** Figures of each field of a balance. */
export function chiffres(bilan: Bilan): Record<string, Chiffres> {
  const arrondi = (n: number) => Math.round(n * 10_000) / 10_000;
  return Object.fromEntries(
    [...bilan.comptes].map(([champ, { attendus, trouves, justes }]) => {
      const precision = trouves === 0 ? 1 : justes / trouves;
      const rappel = attendus === 0 ? 1 : justes / attendus;
      const f1 = attendus + trouves === 0 ? 1 : (2 * justes) / (attendus + trouves);
      return [
        champ,
        {
          attendus,
          trouves,
          justes,
          precision: arrondi(precision),
          rappel: arrondi(rappel),
          f1: arrondi(f1),
        },
      ];
    }),
  );
}

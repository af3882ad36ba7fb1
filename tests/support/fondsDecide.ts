import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RapportDecisions } from '../../ingest/decisions/decider.js';
import { decide } from '../../ingest/decisions/decider.js';
import { readDecisions } from '../../ingest/decisions/lire.js';
import type { DecisionEcrite } from '../../src/domain/decision.js';
import { exportRecords } from '../../src/export/records.js';
import type { FactsReader } from '../../src/facts/reader.js';
import { openFactsReader } from '../../src/facts/reader.js';
import { portsFor } from './base.js';

const SIGNE = { auteur: 'Documentaliste', date: '2026-03-17', commentaire: 'essai' };

type Sans<T> = T extends unknown ? Omit<T, 'auteur' | 'date' | 'commentaire'> : never;

/** A record of RIS, by its tags. */
export function ris(id: string, champs: readonly (readonly [etiquette: string, valeur: string])[]) {
  const lignes = champs.map(([etiquette, valeur]) => `${etiquette}  - ${valeur}\n`).join('');
  return `TY  - BOOK\n${lignes}ID  - ${id}\nER  - \n\n`;
}

/** Writes a file in a folder of sources and gives its path. */
export function write(dossier: string, fichier: string, contenu: string | Buffer): string {
  mkdirSync(dossier, { recursive: true });
  const chemin = join(dossier, fichier);
  writeFileSync(chemin, contenu);
  return chemin;
}

/** Takes decisions on a base, as a person would by `maillage decide`. */
export function take(
  data: string,
  ...decisions: Sans<DecisionEcrite>[]
): Promise<RapportDecisions> {
  const lignes = decisions.map((d) => JSON.stringify({ ...SIGNE, ...d })).join('\n');
  return decide(portsFor(data), readDecisions(lignes, 'essai.ndjson'), 'essai.ndjson');
}

export function read<T>(data: string, travail: (facts: FactsReader) => T): T {
  const facts = openFactsReader(data);
  try {
    return travail(facts);
  } finally {
    facts.close();
  }
}

/** The canonical export of a base, as one text. */
export function exported(data: string): string {
  return read(data, (facts) =>
    [...exportRecords(facts, { pages: true })].map((r) => JSON.stringify(r)).join('\n'),
  );
}

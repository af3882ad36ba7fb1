import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '../../src/domain/decision.js';
import { canonicalJson } from '../../src/domain/fait.js';
import type { FactsWriter } from '../../src/facts/writer.js';
import { readDecisions, refusal } from './lire.js';

/** The ledger of decisions in a data folder, one event a line, oldest first. */
export function ledgerFile(dataDir: string): string {
  return join(dataDir, 'decisions.ndjson');
}

/**
 * The ledger, file and table made equal: the file is the truth, so that a base lost and rebuilt from the
 * originals keeps its decisions; an event that only the table has (the file was lost, or cut) is put
 * back at the end: no decision is ever dropped.
 * @throws MaillageError `refus` when a line of the file was altered.
 */
export function syncLedger(facts: FactsWriter, dataDir: string): Decision[] {
  const fichier = readLedger(dataDir);
  const table = facts.decisions();
  const connues = new Map(fichier.map((d) => [d.id, canonicalJson(d)]));
  const alterees = table.filter(
    (d) => (connues.get(d.id) ?? canonicalJson(d)) !== canonicalJson(d),
  );
  if (alterees.length > 0) {
    throw refusal(
      ledgerFile(dataDir),
      alterees.map(
        (d) =>
          `la décision ${d.id} n’est plus celle qui avait été enregistrée : une décision ne se change pas, elle s’annule`,
      ),
    );
  }
  const toutes = [...fichier, ...table.filter((d) => !connues.has(d.id))];
  if (toutes.length !== fichier.length) writeLedger(dataDir, toutes);
  if (canonicalJson(toutes) !== canonicalJson(table)) facts.enregistrer(toutes);
  return toutes;
}

/** Appends events whose ids are new; the others are left. Returns those appended. The file is written first. */
export function appendDecisions(
  facts: FactsWriter,
  dataDir: string,
  nouvelles: readonly Decision[],
): Decision[] {
  const anciennes = syncLedger(facts, dataDir);
  const ids = new Set(anciennes.map((d) => d.id));
  const ajoutees = nouvelles.filter((d) => !ids.has(d.id) && ids.add(d.id));
  if (ajoutees.length === 0) return [];
  const toutes = [...anciennes, ...ajoutees];
  writeLedger(dataDir, toutes);
  facts.enregistrer(toutes);
  return ajoutees;
}

function readLedger(dataDir: string): Decision[] {
  const chemin = ledgerFile(dataDir);
  if (!existsSync(chemin)) return [];
  return readDecisions(readFileSync(chemin, 'utf8'), chemin).map((l) => l.decision);
}

function writeLedger(dataDir: string, decisions: readonly Decision[]): void {
  const chemin = ledgerFile(dataDir);
  const provisoire = `${chemin}.tmp`;
  const descripteur = openSync(provisoire, 'w');
  try {
    writeSync(descripteur, decisions.map((d) => `${canonicalJson(d)}\n`).join(''));
    fsyncSync(descripteur);
  } finally {
    closeSync(descripteur);
  }
  renameSync(provisoire, chemin);
}

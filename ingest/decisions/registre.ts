import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Decision, DecisionEcrite } from '../../src/domain/decision.js';
import { withId } from '../../src/domain/decision.js';
import { MaillageError } from '../../src/domain/errors.js';
import { canonicalJson } from '../../src/domain/fait.js';
import type { FactsWriter } from '../../src/facts/writer.js';
import { parseJson, readEvent } from './lire.js';

/** The ledger of decisions in a data folder, one event a line, oldest first. */
export function ledgerFile(dataDir: string): string {
  return join(dataDir, 'decisions.ndjson');
}

/** What was put right in the ledger's file, each in one French sentence. */
export interface Registre {
  readonly decisions: readonly Decision[];
  readonly reparations: readonly string[];
}

/**
 * The ledger, file and table made equal: the file is the truth, so that a base lost and rebuilt from the
 * originals keeps its decisions; an event that only the table has (the file was lost, or cut) is put
 * back at the end: no decision is ever dropped. A line twice is one event; a line that is no event any
 * more is put aside in a file of its own.
 * @throws MaillageError `refus` when a line of the file says another thing than what was registered.
 */
export function syncLedger(facts: FactsWriter, dataDir: string): Registre {
  const table = facts.decisions();
  const lu = readLedger(dataDir, table);
  const connues = new Map(lu.decisions.map((d) => [d.id, canonicalJson(d)]));
  const alterees = table
    .filter((d) => (connues.get(d.id) ?? canonicalJson(d)) !== canonicalJson(d))
    .map((d) => d.id);
  if (lu.doubles.length + alterees.length > 0) throw altered(dataDir, [...lu.doubles, ...alterees]);
  const toutes = [...lu.decisions, ...table.filter((d) => !connues.has(d.id))];
  if (lu.illisibles.length > 0) putAside(dataDir, lu.illisibles);
  if (lu.reparations.length > 0 || toutes.length !== lu.decisions.length)
    writeLedger(dataDir, toutes);
  if (canonicalJson(toutes) !== canonicalJson(table)) facts.enregistrer(toutes);
  return { decisions: toutes, reparations: lu.reparations };
}

function altered(dataDir: string, ids: readonly string[]): MaillageError {
  const liste = [...new Set(ids)].join(', ');
  return new MaillageError(
    'refus',
    `Le registre « ${ledgerFile(dataDir)} » a été changé à la main : ${liste} n’y est plus la décision enregistrée. Rien n’est changé.`,
    'Remettez la ligne d’origine, que montre « maillage decide --liste » : une décision ne se change pas, elle s’annule (maillage decide --annuler).',
  );
}

/** Appends events whose ids are new; the others are left. Returns those appended. The file is written first. */
export function appendDecisions(
  facts: FactsWriter,
  dataDir: string,
  nouvelles: readonly Decision[],
): Decision[] {
  const { decisions: anciennes } = syncLedger(facts, dataDir);
  const ids = new Set(anciennes.map((d) => d.id));
  const ajoutees = nouvelles.filter((d) => !ids.has(d.id) && ids.add(d.id));
  if (ajoutees.length === 0) return [];
  const toutes = [...anciennes, ...ajoutees];
  writeLedger(dataDir, toutes);
  facts.enregistrer(toutes);
  return ajoutees;
}

interface RegistreLu extends Registre {
  /** Ids that two different lines bear. */
  readonly doubles: readonly string[];
  readonly illisibles: readonly string[];
}

function readLedger(dataDir: string, table: readonly Decision[]): RegistreLu {
  const chemin = ledgerFile(dataDir);
  const lues = new Map<string, Decision>();
  const reparations: string[] = [];
  const doubles: string[] = [];
  const illisibles: string[] = [];
  const lignes = existsSync(chemin) ? readFileSync(chemin, 'utf8').split(/\r?\n/) : [];
  for (const [i, brute] of lignes.entries()) {
    const ligne = brute.replace(/^\ufeff/, '').trim();
    if (ligne === '') continue;
    const dire = (quoi: string) => reparations.push(`decisions.ndjson, ligne ${i + 1} : ${quoi}`);
    const json = parseJson(ligne);
    if (json === null || typeof json !== 'object' || Array.isArray(json)) {
      if (table.some((d) => canonicalJson(d).startsWith(ligne)))
        dire('elle était coupée, elle est rétablie d’après la base.');
      else {
        illisibles.push(ligne);
        dire(`elle ne se lit plus, elle est mise de côté dans ${ILLISIBLES}.`);
      }
      continue;
    }
    const decision = eventOf(json);
    const avant = lues.get(decision.id);
    if (avant === undefined) lues.set(decision.id, decision);
    else if (canonicalJson(avant) === canonicalJson(decision))
      dire(`${decision.id} y était une seconde fois, elle n’y est plus qu’une.`);
    else doubles.push(decision.id);
  }
  return { decisions: [...lues.values()], reparations, doubles, illisibles };
}

/** An event that the model does not allow is kept as it is: an alert tells it when it is applied. */
function eventOf(json: object): Decision {
  const lu = readEvent(json);
  return Array.isArray(lu) ? withId(json as DecisionEcrite) : lu;
}

const ILLISIBLES = 'decisions-illisibles.txt';

/** Nothing that a person wrote is thrown away. */
function putAside(dataDir: string, lignes: readonly string[]): void {
  appendFileSync(join(dataDir, ILLISIBLES), lignes.map((l) => `${l}\n`).join(''));
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

import type { PaireNotices } from '../../../src/facts/ouvrages.js';
import type { FactsWriter } from '../../../src/facts/writer.js';
import { compareWorks } from './comparer.js';
import type { Signalement } from './signalement.js';

/** A key of more records tells nothing: « Rapport d’activité », an author of hundreds of papers a year. */
const NOTICES_PAR_CLE = 40;
/** Records compared with all that meet them, in one transaction. */
const LOT = 200;

/** Under which key the store notes how many times the pairs moved. */
export const NOTE_OUVRAGES = 'ouvrages';

/**
 * Compares the records that changed since the last time with those that share a key with them: the pairs
 * kept are those of all records, whatever the order in which these came. Cut short, it goes on from there.
 */
export function updatePairs(facts: FactsWriter): void {
  const changees = facts.noticesChangees();
  if (changees.length === 0) return;
  facts.noter(NOTE_OUVRAGES, String(Number(facts.note(NOTE_OUVRAGES) ?? 0) + 1));
  for (let i = 0; i < changees.length; i += LOT) {
    const ids = changees.slice(i, i + LOT);
    facts.remplacerPaires(ids, pairsOf(facts, ids));
  }
}

function pairsOf(facts: FactsWriter, ids: readonly string[]): PaireNotices[] {
  const candidats = facts.candidats(ids, NOTICES_PAR_CLE);
  const paires = new Map(
    candidats.map(({ id, autre }) => {
      const [a, b] = id < autre ? [id, autre] : [autre, id];
      return [`${a} ${b}`, [a, b] as const];
    }),
  );
  const lues = readRecords(facts, [...new Set([...paires.values()].flat())]);
  return [...paires.values()].flatMap(([a, b]): PaireNotices[] => {
    const [x, y] = [lues.get(a), lues.get(b)];
    if (x === undefined || y === undefined) return [];
    const { decision, regle, motifs } = compareWorks(x, y);
    return decision === 'different' ? [] : [{ a, b, decision, regle, motifs }];
  });
}

/** What records say of their works, by id. */
export function readRecords(facts: FactsWriter, ids: readonly string[]): Map<string, Signalement> {
  return new Map(
    [...facts.signalements(ids)].map(([id, dit]) => [id, JSON.parse(dit) as Signalement]),
  );
}

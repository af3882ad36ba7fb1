import type { DocumentStocke } from '../../src/facts/types.js';
import type { FactsWriter } from '../../src/facts/writer.js';

/** Records withdrawn in one transaction. */
const RETRAITS = 2_000;
/** Share of an old export that must be in the new one for the latter to take its place. */
const PART_COMMUNE = 0.5;

/** An older export of a catalogue, and how many records it held before this reading. */
export interface Ancien {
  readonly document: DocumentStocke;
  readonly notices: number;
}

/** The exports of the same catalogue that are in the base, this one aside. */
export function olderExports(facts: FactsWriter, catalogue: string, sauf: string): Ancien[] {
  return facts
    .documents()
    .filter((d) => d.catalogue === catalogue && d.id !== sauf)
    .map((document) => ({ document, notices: facts.notices(document.id).length }));
}

/** Those whose records came again for the most part. One of which few did is another catalogue under the same name: it stays. */
export function replacedExports(facts: FactsWriter, anciens: readonly Ancien[]): DocumentStocke[] {
  return anciens
    .filter(({ document, notices }) => {
      const restent = facts.notices(document.id).length;
      return notices - restent >= notices * PART_COMMUNE;
    })
    .map(({ document }) => document);
}

/** Fingerprint of each record that these documents hold, by its id. */
export function knownRecords(
  facts: FactsWriter,
  documents: readonly string[],
): Map<string, string> {
  return new Map(documents.flatMap((d) => facts.empreintesNotices(d)));
}

/** Withdraws records, some at a time. Returns how many facts left. */
export function withdrawRecords(facts: FactsWriter, ids: readonly string[]): number {
  let retires = 0;
  for (let i = 0; i < ids.length; i += RETRAITS)
    retires += facts.retirerNotices(ids.slice(i, i + RETRAITS));
  return retires;
}

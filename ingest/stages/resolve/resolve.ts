import type { BilanEcriture, FactsWriter } from '../../../src/facts/writer.js';

/**
 * Applies every lot whose raw content, or what the other lots and the decisions make of it, has changed
 * since it was last applied. The result depends on the raw lots and the decisions only: neither on the
 * order of files nor on what was applied before. Returns what each lot applied has moved.
 */
export function resolveLots({
  facts,
}: {
  readonly facts: FactsWriter;
}): Map<string, BilanEcriture> {
  const appliques = new Map<string, BilanEcriture>();
  for (const { lot: nom, cle } of facts.lotsLus()) {
    if (facts.empreinte(nom) === cle) continue;
    const lot = facts.lotLu(nom);
    if (lot !== undefined) appliques.set(nom, facts.appliquer({ ...lot, empreinte: cle }));
  }
  return appliques;
}

import type { Assertion } from '../../src/domain/fait.js';
import { estPreuveTexte } from '../../src/domain/fait.js';
import type { Page } from '../../src/domain/page.js';

/** Gives each fact the lowest confidence (0 to 100) of the recognised pages that its proofs stand on. */
export function withConfidence(
  assertions: readonly Assertion[],
  document: string,
  pages: readonly Page[],
): readonly Assertion[] {
  const confiances = new Map(
    pages.flatMap((p) => (p.confiance === undefined ? [] : [[p.numero, p.confiance] as const])),
  );
  if (confiances.size === 0) return assertions;
  return assertions.map((assertion) => {
    const lues = assertion.preuves
      .filter(estPreuveTexte)
      .filter((preuve) => preuve.document === document)
      .flatMap((preuve) => confiances.get(preuve.page) ?? []);
    return lues.length === 0 ? assertion : { ...assertion, confiance: Math.min(...lues) };
  });
}

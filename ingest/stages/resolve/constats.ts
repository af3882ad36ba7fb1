import type { Decision } from '../../../src/domain/decision.js';

/** What is wrong with a decision today: nothing for it to act on, or a later one that says the contrary. */
export interface Constat {
  readonly decision: Decision;
  readonly code: 'decision-sans-objet' | 'decision-contredite' | 'decision-invalide';
  readonly motif: string;
}

/** A decision that has nothing to act on. */
export function groundless(decision: Decision, motif: string): Constat {
  return { decision, code: 'decision-sans-objet', motif };
}

/** A decision that a later one contradicts. */
export function contradicted(decision: Decision, contre: string): Constat {
  return {
    decision,
    code: 'decision-contredite',
    motif: `la décision ${contre}, plus récente, dit le contraire`,
  };
}

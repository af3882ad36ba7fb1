import type { Decision } from '../../../src/domain/decision.js';

/**
 * The decisions in force, oldest first: those that no later undoing in force names. Undoing an undoing
 * brings the decision back.
 */
export function inForce(registre: readonly Decision[]): Decision[] {
  const annulees = new Set<string>();
  const gardees: Decision[] = [];
  for (const d of [...registre].reverse()) {
    if (annulees.has(d.id)) continue;
    if (d.type === 'annuler') annulees.add(d.decision);
    else gardees.push(d);
  }
  return gardees.reverse();
}

import type { Decision } from '../../../src/domain/decision.js';
import { readEvent } from '../../decisions/lire.js';
import type { Constat } from './constats.js';

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

/**
 * The decisions that the model allows, and an alert for each other: an event kept by an older version, or
 * written into the ledger by hand, must stop neither the lots nor the graph.
 */
export function setInvalidAside(decisions: readonly Decision[]): {
  readonly valables: readonly Decision[];
  readonly constats: readonly Constat[];
} {
  const valables: Decision[] = [];
  const constats: Constat[] = [];
  for (const decision of decisions) {
    // what it says holds, whatever the day written beside it
    const lu = readEvent({ ...decision, date: '2000-01-01' });
    if (Array.isArray(lu))
      constats.push({ decision, code: 'decision-invalide', motif: lu.join(' ; ') });
    else valables.push(decision);
  }
  return { valables, constats };
}

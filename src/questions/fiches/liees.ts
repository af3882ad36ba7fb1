import { listerActions } from '../actions.js';
import type { Contexte } from '../contexte.js';
import type { Maillon } from '../types.js';
import type { ActionLiee } from './types.js';

/** The actions at one end of hops, each once, with the hops that bring it here; in the programme's order. */
export function actionsLiees(
  contexte: Contexte,
  hops: readonly Maillon[],
  bout: 'de' | 'vers',
): ActionLiee[] {
  const parAction = new Map<string, Maillon[]>();
  for (const hop of hops) {
    parAction.set(hop[bout].id, [...(parAction.get(hop[bout].id) ?? []), hop]);
  }
  return listerActions(contexte, parAction.keys()).map((action) => {
    const maillons = parAction.get(action.id) ?? [];
    return { ...action, maillons, preuves: maillons.flatMap((m) => m.preuves) };
  });
}

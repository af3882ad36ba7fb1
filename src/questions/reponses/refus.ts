import type { Contexte } from '../contexte.js';
import { silence } from '../silences.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette } from './corps.js';

/** A negation that no rule reads is never answered as its opposite. */
export function repondreRefus(_: Contexte, { negationNonLue }: Lecture): Promise<Corps> {
  const quoi = negationNonLue ? ` (« ${negationNonLue} »)` : '';
  const phrase = `La négation de cette question${quoi} n’est pas traitée : rien n’est répondu, plutôt que le contraire de ce qui est demandé. Posez la question sans négation, ou sous la forme « … mais pas … », « … sauf … ».`;
  return Promise.resolve(muette(silence('non-traite', phrase)));
}

import type { Contexte } from '../contexte.js';
import { silence, silenceAnnee } from '../silences.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette } from './corps.js';

/** A negation that no rule reads is never answered as its opposite. */
export function repondreRefus(_: Contexte, { negationNonLue }: Lecture): Promise<Corps> {
  const quoi = negationNonLue ? ` (« ${negationNonLue} »)` : '';
  const phrase = `La négation de cette question${quoi} n’est pas traitée : rien n’est répondu, plutôt que le contraire de ce qui est demandé. Posez la question sans négation, ou sous la forme « … mais pas … », « … sauf … ».`;
  return Promise.resolve(muette(silence('non-traite', phrase)));
}

/** Programmes are not compared yet: what each plans is asked year by year. */
export function repondreComparaison(contexte: Contexte, { equation }: Lecture): Promise<Corps> {
  const nonCouverte = silenceAnnee(contexte, equation.annee);
  const phrase =
    'La comparaison de deux programmes n’est pas encore proposée. Demandez les actions de chaque année, par exemple « actions en 2012 ».';
  return Promise.resolve(muette(nonCouverte ?? silence('non-traite', phrase)));
}

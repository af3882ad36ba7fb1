import type { Negations } from './negations.js';
import type { Partie } from './partie.js';
import type { Intention } from './types.js';

/** What the negations of a question make of it. */
export interface Tranche {
  readonly intention: Intention;
  readonly exclues: readonly Partie[];
  readonly nie: boolean;
  readonly negationNonLue: string | null;
}

/** Intentions answered from the texts: what is denied there is only words. */
const TEXTES: readonly Intention[] = ['definition', 'comparaison'];

/**
 * Settles what a question with negations asks: what is excluded, whether the deployment itself is
 * denied, or that no rule reads it. « Melun n'a-t-elle pas de PRE ? » asks whether it has one.
 */
export function trancher(
  lue: Intention,
  parties: readonly Partie[],
  { exclues, verbe, nonLue, parVerbe }: Negations,
): Tranche {
  if (TEXTES.includes(lue)) return sansNegation(lue);
  const intention =
    exclues.length > 0 && (lue === 'liens' || lue === 'recherche') ? 'actions' : lue;
  if (intention === 'recherche') return sansNegation(intention);
  if (intention === 'documents' && (exclues.length > 0 || nonLue !== null))
    return refus(intention, exclues);
  // « qui n'intervient pas sur la santé » denies of people, not of actions.
  if (intention === 'intervenants' && (parVerbe || verbe)) return refus(intention, exclues);
  const deDispositifs = parties.filter((p) => p.genre === 'DISPOSITIF');
  const ici = parties.some((p) => p.genre === 'COMMUNE' && !exclues.includes(p));
  if (
    intention === 'deploiement' &&
    ici &&
    deDispositifs.length > 0 &&
    (verbe || tous(deDispositifs, exclues))
  ) {
    return {
      intention,
      exclues: exclues.filter((p) => p.genre !== 'DISPOSITIF'),
      nie: true,
      negationNonLue: null,
    };
  }
  const deploiement = intention === 'deploiement' || intention === 'comptage';
  if (verbe && exclues.length === 0) {
    return deploiement && deDispositifs.length > 0 && !ici
      ? { intention: 'deploiement', exclues: deDispositifs, nie: false, negationNonLue: null }
      : refus(intention, []);
  }
  if (intention === 'deploiement' && exclues.length > 0 && deDispositifs.length === 0)
    return refus(intention, exclues);
  return { intention, exclues, nie: false, negationNonLue: nonLue };
}

function tous(dispositifs: readonly Partie[], exclues: readonly Partie[]): boolean {
  return dispositifs.length > 0 && dispositifs.every((p) => exclues.includes(p));
}

function sansNegation(intention: Intention): Tranche {
  return { intention, exclues: [], nie: false, negationNonLue: null };
}

function refus(intention: Intention, exclues: readonly Partie[]): Tranche {
  return { intention, exclues, nie: false, negationNonLue: '' };
}

import type { Gazetteer } from '../../../../src/gazetteer/types.js';
import type { VocabulaireOrganismes } from './vocabulaire.js';

/** What two names are to each other: one entity, two, or a doubt that a person settles. */
export type Decision = 'meme' | 'different' | 'proposer';

/** A decision with the rule that took it (`nom@version`). */
export interface Verdict {
  readonly decision: Decision;
  readonly regle: string;
}

/** Kinds of names that can be compared. */
export const TYPES = ['commune', 'epci', 'dispositif', 'personne', 'organisme'] as const;
export type TypeNom = (typeof TYPES)[number];

/** Where the two names are printed, as far as it is known. */
export interface Cadre {
  readonly gazetteer: Gazetteer;
  readonly organismes: VocabulaireOrganismes;
  /** `departementCodes`, where many names are read: else it is made for each. */
  readonly departements?: ReadonlyMap<string, string>;
  /** Code of the département that both are about (« 95 »). */
  readonly departement?: string;
  readonly annee?: number;
}

export function meme(regle: string): Verdict {
  return { decision: 'meme', regle: `${regle}@1` };
}

export function different(regle: string): Verdict {
  return { decision: 'different', regle: `${regle}@1` };
}

export function proposer(regle: string): Verdict {
  return { decision: 'proposer', regle: `${regle}@1` };
}

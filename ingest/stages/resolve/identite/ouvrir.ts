import type { Gazetteer } from '../../../../src/gazetteer/types.js';
import { compareNames } from './comparer.js';
import type { TypeNom, Verdict } from './types.js';
import { TYPES } from './types.js';
import { loadOrganismes } from './vocabulaire.js';

/** Two printed names to compare. */
export interface Paire {
  readonly type: TypeNom;
  readonly a: string;
  readonly b: string;
  readonly departement?: string | undefined;
  readonly annee?: number | undefined;
}

/** The comparison of names, with its words loaded once. */
export function openComparison(gazetteer: Gazetteer): {
  compare(paire: Paire): Verdict;
  types: typeof TYPES;
} {
  const organismes = loadOrganismes();
  return {
    types: TYPES,
    compare: ({ type, a, b, departement, annee }) =>
      compareNames(type, a, b, {
        gazetteer,
        organismes,
        ...(departement === undefined ? {} : { departement }),
        ...(annee === undefined ? {} : { annee }),
      }),
  };
}

import { z } from 'zod';
import type { Gazetteer } from '../../../../src/gazetteer/types.js';
import { compareNames } from './comparer.js';
import { rememberNames } from './memoire.js';
import { departementCodes } from './noms.js';
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

const nom = z.string().trim().min(1).max(1000);
const schemaPaire = z.object({
  type: z.enum(TYPES),
  a: nom,
  b: nom,
  departement: z
    .string()
    .regex(/^(?:\d{2,3}|2[AB])$/)
    .optional(),
  annee: z.number().int().min(1900).max(2100).optional(),
});

export interface Comparaison {
  compare(paire: Paire): Verdict;
  /** The answer to a line of JSON, or what is wrong with it, in French. */
  answer(ligne: string, rang: number): Verdict | { readonly erreur: string };
}

/** The comparison of names, with its words loaded once. */
export function openComparison(gazetteer: Gazetteer): Comparaison {
  const organismes = loadOrganismes();
  const departements = departementCodes(gazetteer);
  const memoire = rememberNames(gazetteer);
  const compare = ({ type, a, b, departement, annee }: Paire): Verdict =>
    compareNames(type, a, b, {
      gazetteer: memoire,
      organismes,
      departements,
      ...(departement === undefined ? {} : { departement }),
      ...(annee === undefined ? {} : { annee }),
    });
  return {
    compare,
    answer(ligne, rang) {
      const lue = schemaPaire.safeParse(parseJson(ligne));
      return lue.success ? compare(lue.data) : { erreur: fault(rang, lue.error.issues[0]) };
    },
  };
}

function parseJson(ligne: string): unknown {
  try {
    return JSON.parse(ligne.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const REMEDES: Readonly<Record<string, string>> = {
  a: 'donnez un nom, d’au plus 1000 caractères',
  b: 'donnez un nom, d’au plus 1000 caractères',
  departement: 'donnez un code de département, par exemple "95"',
  annee: 'donnez une année, par exemple 2012',
};

function fault(rang: number, issue: z.core.$ZodIssue | undefined): string {
  const champ = String(issue?.path[0] ?? '');
  if (champ === '')
    return `Ligne ${rang} : ce n’est pas un objet JSON. Exemple : {"type":"commune","a":"Cergy","b":"Eragny"}`;
  const remede = champ === 'type' ? `donnez l’un de ceux-ci : ${TYPES.join(', ')}` : REMEDES[champ];
  return `Ligne ${rang}, champ « ${champ} » : valeur absente ou refusée ; ${remede ?? 'vérifiez-la'}.`;
}

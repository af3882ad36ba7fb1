import { z } from 'zod';

/** Ids of facts. */
export const faits = z.array(z.string());

/** Bounds of years, both included; never null: pass 0 and 9999 for « any year ». */
export const annees = { anneeMin: z.int(), anneeMax: z.int() };

export const portee = z.enum([
  'nommee',
  'quartier',
  'groupement',
  'dispositif',
  'departement',
  'reservee',
  'citee',
]);

/**
 * One chain from an action to a territory. Hop i is `(de[i])-[:relations[i]]->(vers[i])`,
 * proved by `faitsMaillons[i]`; `faits` is all of them in order. `via` is the entity in between, or ''.
 */
export const chaine = z.object({
  action: z.string(),
  portee,
  via: z.string(),
  relations: z.array(z.string()),
  de: z.array(z.string()),
  vers: z.array(z.string()),
  faitsMaillons: z.array(faits),
  faits,
});

import type { Clause } from './clauses.js';
import type { Expression } from './expression.js';
import type { Cle } from './termes.js';

/** Share of the best document's weight that another must have to be given. */
export const SEUIL = 0.5;
/** Rarest things asked for that are looked for: more would say little and cost much. */
const CLAUSES_MAX = 6;

/** One thing asked for, and its weight: the rarer, the heavier. */
export interface ClausePesee {
  readonly expression: Expression;
  readonly sujet: readonly Cle[];
  readonly idf: number;
}

/** The things asked for that the base knows, the rarest first. `total`: documents of the index. */
export function peserClauses(clauses: readonly Clause[], total: number): ClausePesee[] {
  return clauses
    .flatMap(({ expression, sujet, documents }) =>
      expression === undefined || documents <= 0
        ? []
        : [{ expression, sujet, idf: Math.log(1 + total / documents) }],
    )
    .sort((a, b) => b.idf - a.idf)
    .slice(0, CLAUSES_MAX);
}

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

/** A thing asked for that no document has. */
function absente({ expression, documents }: Clause): boolean {
  return expression === undefined || documents <= 0;
}

/** What the heaviest set found (`poids`) is of all that was asked, from 0 to 1; what no document has weighs the most. */
export function partTrouvee(poids: number, clauses: readonly Clause[], total: number): number {
  const connues = peserClauses(clauses, total).reduce((s, c) => s + c.idf, 0);
  const absentes = clauses.filter(absente).length * Math.log(1 + total);
  return Math.round((100 * poids) / (connues + absentes)) / 100;
}

/** What no document has, as typed; nothing is missing of an empty index. `total`: documents of the index. */
export function absents(clauses: readonly Clause[], total: number): string[] {
  return total === 0 ? [] : clauses.filter(absente).map((c) => c.ecrit);
}

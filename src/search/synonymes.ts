import type { Clause } from './clauses.js';
import { distinctes, type Expression, et, ou, suite } from './expression.js';
import type { Lexique } from './lexique.js';

/** Words of the longest name looked for. */
const FENETRE_SYNONYMES = 8;

/** Joins the clauses that name one thing together (longest first) and adds its other names. */
export function avecSynonymes(clauses: readonly Clause[], lexique: Lexique): Clause[] {
  const sortie: Clause[] = [];
  for (let i = 0; i < clauses.length; ) {
    const groupe = plusLongNom(clauses.slice(i, i + FENETRE_SYNONYMES), lexique);
    const premiere = clauses[i];
    if (groupe !== undefined) sortie.push(groupe.clause);
    else if (premiere !== undefined) sortie.push(premiere);
    i += groupe?.longueur ?? 1;
  }
  return sortie;
}

function plusLongNom(
  clauses: readonly Clause[],
  lexique: Lexique,
): { clause: Clause; longueur: number } | undefined {
  for (let n = clauses.length; n > 0; n -= 1) {
    const partie = clauses.slice(0, n);
    const autres = lexique.synonymes(partie.flatMap((c) => c.sujet));
    if (autres.length > 0) return { clause: reunir(partie, autres, lexique), longueur: n };
  }
  return undefined;
}

function reunir(
  clauses: readonly Clause[],
  autres: ReturnType<Lexique['synonymes']>,
  lexique: Lexique,
): Clause {
  const expressions = clauses.flatMap((c) => c.expression ?? []);
  const toutes = expressions.length === clauses.length ? et(expressions) : undefined;
  const formes: Expression[] = autres.flatMap((a) =>
    a.cles.length === 1 ? [suite(a.cles)] : [suite(a.cles), suite(a.mots)],
  );
  return {
    expression: ou([...(toutes === undefined ? [] : [toutes]), ...distinctes(formes)]),
    cles: [...clauses.flatMap((c) => c.cles), ...autres.flatMap((a) => a.cles)],
    prefixes: clauses.flatMap((c) => c.prefixes),
    sujet: clauses.flatMap((c) => c.sujet),
    ecrit: clauses.map((c) => c.ecrit).join(' '),
    autresNoms: true,
    occurrences:
      clauses.reduce((n, c) => n + c.occurrences, 0) +
      autres.flatMap((a) => a.cles).reduce((n, c) => n + lexique.df(c), 0),
    documents: Math.max(
      Math.min(...clauses.map((c) => c.documents)),
      ...autres.map((a) => Math.min(...a.cles.map(lexique.df))),
    ),
  };
}

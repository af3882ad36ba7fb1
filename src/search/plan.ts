import { type Clause, clauseDe, exclusion } from './clauses.js';
import { type Expression, memeExpression } from './expression.js';
import type { Marques } from './extrait.js';
import type { Lexique } from './lexique.js';
import type { RequeteLue } from './requete.js';
import { avecSynonymes } from './synonymes.js';
import { type Cle, cleNom } from './termes.js';

/** Letters of a query that may be a name. */
const NOM_MAX = 300;

export interface Plan {
  readonly clauses: readonly Clause[];
  readonly exclues: readonly Expression[];
  readonly marques: Marques;
  /** The query with its unknown words corrected, when some were. */
  readonly suggestion?: string;
}

/** Turns what was asked into what the index is asked: forms, sigles, beginnings, corrections, other names. */
export function planifier(requete: RequeteLue, lexique: Lexique, corriger = false): Plan {
  const simples = requete.demandes.map((d) => clauseDe(d, lexique, corriger));
  const clauses = avecSynonymes(simples, lexique);
  const exclues = requete.exclues.flatMap((d) => exclusion(d) ?? []);
  const corrigee = simples.some((c) => c.correction !== undefined);
  const suggestion = simples.map((c) => c.correction ?? c.ecrit).join(' ');
  return { clauses, exclues, marques: marquesDe(clauses), ...(corrigee ? { suggestion } : {}) };
}

function marquesDe(clauses: readonly Clause[]): Marques {
  const cles = new Map<Cle, number>();
  const prefixes = new Map<string, number>();
  for (const [i, c] of clauses.entries()) {
    for (const cle of c.cles) if (!cles.has(cle)) cles.set(cle, i);
    for (const p of c.prefixes) if (!prefixes.has(p)) prefixes.set(p, i);
  }
  return { cles, prefixes };
}

/** The plan with the words known in another form only corrected too; undefined when it is the same. */
export function planCorrige(lue: RequeteLue, lexique: Lexique, plan: Plan): Plan | undefined {
  const corrige = planifier(lue, lexique, true);
  return corrige.clauses.some((c, i) => !memeExpression(c.expression, plan.clauses[i]?.expression))
    ? corrige
    : undefined;
}

/** The names that a query may be, whole, without its empty words or well spelt, as names are compared. */
export function nomsDemandes(mots: string, plan: Plan): string[] {
  const noms = [mots.slice(0, NOM_MAX), plan.clauses.map((c) => c.ecrit).join(' ')];
  if (plan.suggestion !== undefined) noms.push(plan.suggestion);
  return [...new Set(noms.map(cleNom))];
}

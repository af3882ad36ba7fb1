import type { Marques } from '../extrait.js';
import type { RequeteLue } from '../requete.js';
import type { Cle } from '../termes.js';
import { type Clause, clauseDe, exclusion } from './clauses.js';
import type { Lexique } from './lexique.js';
import { avecSynonymes } from './synonymes.js';

export interface Plan {
  readonly clauses: readonly Clause[];
  readonly exclues: readonly string[];
  readonly marques: Marques;
  /** The query with its unknown words corrected, when some were. */
  readonly suggestion?: string;
}

/** Turns what was asked into what the index is asked: forms, sigles, beginnings, corrections, other names. */
export function planifier(requete: RequeteLue, lexique: Lexique, corriger = false): Plan {
  const simples = requete.demandes.map((d) => clauseDe(d, lexique, corriger));
  const clauses = avecSynonymes(simples, lexique);
  const exclues = requete.exclues.map((d) => exclusion(d)).filter((e) => e !== '');
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

import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { Lexique } from './blocs.js';
import { lireFiches } from './cellules.js';
import { type RangeeGrille, trouverGrilles } from './grilles.js';
import type { LigneDoc } from './lignes.js';
import { type Rangee, trouverRangees } from './rangees.js';
import { trouverTableaux } from './tableaux.js';

/** What the tables of a document say, by the first line of each row. */
export interface Tables {
  readonly rangees: ReadonlyMap<LigneDoc, Rangee>;
  readonly grilles: ReadonlyMap<LigneDoc, RangeeGrille>;
}

/** Grids first, then the pairs of declared tables, then what geometry alone shows. */
export function lireTables(lignes: readonly LigneDoc[], v: Vocabulaire, lexique: Lexique): Tables {
  const tableaux = trouverTableaux(lignes);
  const grilles = trouverGrilles(tableaux, v, lexique);
  const enGrille = new Set([...grilles.values()].flatMap((g) => g.lignes));
  const autres = tableaux.filter((t) => !t.some((r) => r.lignes.some((l) => enGrille.has(l))));
  const fiches = lireFiches(autres, v, lexique);
  const prises = new Set([
    ...enGrille,
    ...[...fiches.rangees.values(), ...fiches.titres.values()].flatMap((r) => r.lignes),
  ]);
  const libres = trouverRangees(
    lignes.filter((l) => !prises.has(l)),
    v,
    lexique,
  );
  return {
    rangees: new Map([...libres, ...fiches.rangees]),
    grilles: new Map([...grilles, ...fiches.titres]),
  };
}

import type { Cellule } from '../../../src/domain/page.js';
import type { AtomePlace } from './atomes.js';
import type { Filet } from './filets.js';
import { caseDe, type Grille, grillesDe } from './grille.js';
import { rangsDe } from './rangs.js';

/** A table of a page: its atoms, cell by cell, each with its cell. */
export interface Tableau {
  readonly atomes: readonly AtomePlace[];
  /** By rank of atom; `tableau` is the rank in the page. */
  readonly cellules: ReadonlyMap<number, Cellule>;
  readonly x0: number;
  readonly x1: number;
}

/** A frame around most of a page holds no table. */
const PART_MAX = 0.9;

/** The tables that a page draws with rules, from two cells on. */
export function tableauxTraces(atomes: readonly AtomePlace[], filets: readonly Filet[]): Tableau[] {
  const tableaux: Tableau[] = [];
  const pris = new Set<number>();
  for (const grille of grillesDe(filets).sort((a, b) => aire(a) - aire(b))) {
    if (grille.xs.length < 3) continue;
    const libres = atomes.filter((a) => !pris.has(a.rang));
    const tableau = remplir(grille, libres, tableaux.length);
    if (tableau === null || tableau.atomes.length > atomes.length * PART_MAX + 20) continue;
    for (const a of tableau.atomes) pris.add(a.rang);
    tableaux.push(tableau);
  }
  return tableaux;
}

function aire({ xs, ys }: Grille): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys[0] ?? 0) - (ys.at(-1) ?? 0));
}

/** An atom and its cell, by any ranks that grow down and to the right. */
export interface Place {
  readonly atome: AtomePlace;
  readonly rangee: number;
  readonly colonne: number;
}

function remplir(grille: Grille, atomes: readonly AtomePlace[], tableau: number): Tableau | null {
  const places = atomes.flatMap((atome) => {
    const { x0, y, taille } = atome.cadre;
    const trouvee = caseDe(grille, x0 + taille * 0.3, y + taille * 0.3);
    return trouvee === null ? [] : [{ atome, ...trouvee }];
  });
  return composer(places, tableau, { x0: grille.xs[0] ?? 0, x1: grille.xs.at(-1) ?? 0 });
}

/** A table from its atoms and their cells; null when they all stand in one column. */
export function composer(
  places: readonly Place[],
  tableau: number,
  bords: { readonly x0: number; readonly x1: number },
): Tableau | null {
  const rangees = [...new Set(places.map((p) => p.rangee))].sort((a, b) => a - b);
  const colonnes = [...new Set(places.map((p) => p.colonne))].sort((a, b) => a - b);
  if (colonnes.length < 2) return null;
  const tailles = { rangees: rangees.length, colonnes: colonnes.length };
  const atomes: AtomePlace[] = [];
  const cellules = new Map<number, Cellule>();
  rangees.forEach((r, rangee) => {
    const rang = places.filter((p) => p.rangee === r);
    colonnes.forEach((c, colonne) => {
      const contenu = rang.filter((p) => p.colonne === c).map((p) => p.atome);
      for (const atome of rangsDe(contenu).flatMap((ligne) => ligne.atomes)) {
        atomes.push(atome);
        cellules.set(atome.rang, { tableau, rangee, colonne, ...tailles });
      }
    });
  });
  return { atomes, cellules, ...bords };
}

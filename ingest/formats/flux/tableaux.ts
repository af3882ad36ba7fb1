/** A cell as a format declares it: the column it starts in, counting what is merged. */
export interface CelluleDeclaree {
  readonly grille: number;
}

/**
 * The column of each cell, row by row, and how many columns there are. Word processors cut a grid
 * finer than a person sees when rows are not drawn alike: rows with as many cells as each other are
 * counted by rank; else the columns are the places where cells start.
 */
export function rangerColonnes(rangees: readonly (readonly CelluleDeclaree[])[]): {
  readonly colonnes: number;
  readonly rangs: readonly (readonly number[])[];
} {
  const nombres = new Set(rangees.map((r) => r.length));
  if (nombres.size <= 1) {
    return { colonnes: [...nombres][0] ?? 0, rangs: rangees.map((r) => r.map((_, i) => i)) };
  }
  const departs = [...new Set(rangees.flatMap((r) => r.map((c) => c.grille)))].sort(
    (a, b) => a - b,
  );
  return {
    colonnes: departs.length,
    rangs: rangees.map((r) => r.map((c) => departs.indexOf(c.grille))),
  };
}

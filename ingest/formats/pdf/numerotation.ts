import type { Cellule, Ligne } from '../../../src/domain/page.js';

/** A table at the foot of a page: its number, its rows so far, where its columns start, its header. */
interface Ouvert {
  readonly tableau: number;
  readonly rangees: number;
  readonly xs: readonly number[];
  readonly entete: string;
}

/** Lines that may stand between a table and the edge of the page: a running title, a page number. */
const LIGNES_DE_BORD = 2;
/** Points by which the columns of one table may differ from page to page. */
const JEU = 3;

/**
 * Tables are numbered page by page: this numbers them through the document. One that goes on over the page,
 * with the same columns and without its header again, stays one table.
 */
export function numeroterTableaux(
  pages: readonly (readonly Ligne[])[],
  textes: readonly string[],
): Ligne[][] {
  const suites = new Map<number, { tableau: number; rangee: number }>();
  const totaux = new Map<number, number>();
  let suivant = 0;
  let ouvert: Ouvert | null = null;
  const numerotees = pages.map((lignes, p) => {
    const texte = textes[p] ?? '';
    suites.clear();
    for (const rang of new Set(lignes.flatMap((l) => l.cellule?.tableau ?? []))) {
      const siennes = lignes.filter((l) => l.cellule?.tableau === rang);
      const xs = debutsDesColonnes(siennes);
      const entete = enteteDe(siennes, texte);
      const haut = lignes.findIndex((l) => l.cellule?.tableau === rang) <= LIGNES_DE_BORD;
      const reprend: boolean =
        ouvert !== null && haut && memes(ouvert.xs, xs) && ouvert.entete !== entete;
      const base: Ouvert | null = reprend ? ouvert : null;
      const place = { tableau: base?.tableau ?? suivant, rangee: base?.rangees ?? 0 };
      if (base === null) suivant += 1;
      suites.set(rang, place);
      const rangees = place.rangee + (siennes[0]?.cellule?.rangees ?? 0);
      totaux.set(place.tableau, rangees);
      const dernier = lignes.findLastIndex((l) => l.cellule?.tableau === rang);
      const bas = dernier >= lignes.length - 1 - LIGNES_DE_BORD;
      ouvert = bas ? { tableau: place.tableau, rangees, xs, entete: base?.entete ?? entete } : null;
    }
    if (!lignes.some((l) => l.cellule !== undefined)) ouvert = null;
    return lignes.map((l) =>
      l.cellule === undefined ? l : { ...l, cellule: deplacer(l.cellule, suites) },
    );
  });
  return numerotees.map((lignes) =>
    lignes.map((l) =>
      l.cellule === undefined
        ? l
        : {
            ...l,
            cellule: { ...l.cellule, rangees: totaux.get(l.cellule.tableau) ?? l.cellule.rangees },
          },
    ),
  );
}

function deplacer(
  c: Cellule,
  suites: ReadonlyMap<number, { tableau: number; rangee: number }>,
): Cellule {
  const place = suites.get(c.tableau);
  return place === undefined
    ? c
    : { ...c, tableau: place.tableau, rangee: c.rangee + place.rangee };
}

function debutsDesColonnes(lignes: readonly Ligne[]): number[] {
  const xs: number[] = [];
  for (const { cellule, x } of lignes) {
    if (cellule === undefined || x === undefined) continue;
    xs[cellule.colonne] = Math.min(xs[cellule.colonne] ?? x, x);
  }
  return xs;
}

function enteteDe(lignes: readonly Ligne[], texte: string): string {
  return lignes
    .filter((l) => l.cellule?.rangee === 0)
    .map((l) => texte.slice(l.debut, l.fin))
    .join('|');
}

function memes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? Number.NaN)) <= JEU);
}

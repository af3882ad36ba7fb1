import type { Filet } from './filets.js';

/** A table drawn with rules: the heights of its horizontal rules (from the top) and the places of its vertical ones. */
export interface Grille {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly filets: readonly Filet[];
}

/** Points by which the ends of two rules that meet may be apart, or one rule drawn twice. */
const JEU = 3;

/** The grids of a page: rules that meet, at least two across and two down. Boxes of one cell are kept. */
export function grillesDe(filets: readonly Filet[]): Grille[] {
  return composantes(filets).flatMap((groupe) => {
    const xs = places(groupe.filter(estVertical).map((f) => (f.x0 + f.x1) / 2));
    const ys = places(
      groupe.filter((f) => !estVertical(f)).map((f) => (f.y0 + f.y1) / 2),
    ).reverse();
    return xs.length < 2 || ys.length < 2 ? [] : [{ xs, ys, filets: groupe }];
  });
}

function estVertical(f: Filet): boolean {
  return f.y1 - f.y0 > f.x1 - f.x0;
}

/** Rules that touch, one through the other. Sorted sweep: only rules whose heights meet are compared. */
function composantes(filets: readonly Filet[]): Filet[][] {
  const tries = [...filets].sort((a, b) => a.y0 - b.y0);
  const chef = tries.map((_, i) => i);
  const racine = (i: number): number => {
    let r = i;
    while (chef[r] !== undefined && chef[r] !== r) r = chef[r] ?? r;
    chef[i] = r;
    return r;
  };
  let actifs: number[] = [];
  tries.forEach((f, i) => {
    actifs = actifs.filter((j) => (tries[j]?.y1 ?? 0) >= f.y0 - JEU);
    for (const j of actifs) {
      const g = tries[j];
      if (g !== undefined && g.x0 <= f.x1 + JEU && f.x0 <= g.x1 + JEU) chef[racine(j)] = racine(i);
    }
    actifs.push(i);
  });
  const groupes = new Map<number, Filet[]>();
  tries.forEach((f, i) => {
    const r = racine(i);
    const groupe = groupes.get(r);
    if (groupe === undefined) groupes.set(r, [f]);
    else groupe.push(f);
  });
  return [...groupes.values()];
}

/** Distinct places, from the least, those closer than the play made one. */
function places(valeurs: readonly number[]): number[] {
  const tries = [...valeurs].sort((a, b) => a - b);
  return tries.filter((v, i) => i === 0 || v - (tries[i - 1] ?? v) > JEU);
}

/**
 * Row and column of a point, cells that no rule parts taken as one (its first row, its first column);
 * null outside the grid.
 */
export function caseDe(
  grille: Grille,
  x: number,
  y: number,
): { rangee: number; colonne: number } | null {
  let colonne = grille.xs.findLastIndex((v) => v <= x + 1);
  let rangee = grille.ys.findLastIndex((v) => v >= y - 1);
  if (colonne < 0 || rangee < 0) return null;
  if (colonne >= grille.xs.length - 1 || rangee >= grille.ys.length - 1) return null;
  while (rangee > 0 && !couvre(grille, 'y', rangee, colonne)) rangee -= 1;
  while (colonne > 0 && !couvre(grille, 'x', colonne, rangee)) colonne -= 1;
  return { rangee, colonne };
}

/** True when a rule is drawn at the boundary `i`, along the middle of the row or column `j`. */
function couvre({ xs, ys, filets }: Grille, axe: 'x' | 'y', i: number, j: number): boolean {
  const [bornes, milieux] = axe === 'y' ? [ys, xs] : [xs, ys];
  const borne = bornes[i] ?? 0;
  const milieu = ((milieux[j] ?? 0) + (milieux[j + 1] ?? 0)) / 2;
  return filets.some((f) =>
    axe === 'y'
      ? !estVertical(f) && proche((f.y0 + f.y1) / 2, borne) && f.x0 <= milieu && milieu <= f.x1
      : estVertical(f) && proche((f.x0 + f.x1) / 2, borne) && f.y0 <= milieu && milieu <= f.y1,
  );
}

function proche(a: number, b: number): boolean {
  return Math.abs(a - b) <= JEU * 2;
}

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A rule or the side of a box: points, `x0 <= x1`, `y0 <= y1`, one of both spans nearly nothing. */
export interface Filet {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface Operateurs {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Matrice = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

/** Thickest rule, and shortest side that can frame a word, in points. */
const EPAISSEUR = 3;
const LONGUEUR = 8;
/** More is a drawing, not a table. */
const NOMBRE_MAX = 4000;
/** The parser's path codes: move, line, curve, close. */
const PAS = [2, 2, 6, 0] as const;

/** The straight horizontal and vertical rules that a page draws: lines, thin filled boxes, sides of boxes. */
export function filetsDe({ fnArray, argsArray }: Operateurs): Filet[] {
  const filets: Filet[] = [];
  const pile: Matrice[] = [];
  let m: Matrice = [1, 0, 0, 1, 0, 0];
  for (let i = 0; i < fnArray.length && filets.length < NOMBRE_MAX; i += 1) {
    const fn = fnArray[i];
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin) pile.push(m);
    else if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) m = pile.pop() ?? m;
    if (fn === OPS.transform) m = composer(m, argsArray[i]);
    else if (fn === OPS.paintFormXObjectBegin) m = composer(m, premier(argsArray[i]));
    else if (fn === OPS.constructPath) {
      for (const trace of tracesDe(argsArray[i]))
        filets.push(...cotes(trace.map((p) => porter(m, p))));
    }
  }
  return filets;
}

function premier(args: unknown): unknown {
  return Array.isArray(args) ? args[0] : null;
}

function composer(m: Matrice, args: unknown): Matrice {
  const n = nombres(args);
  if (n.length < 6) return m;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = n;
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ];
}

function porter(m: Matrice, [x, y]: Point): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

function nombres(valeur: unknown): number[] {
  if (typeof valeur !== 'object' || valeur === null) return [];
  return Object.values(valeur).map(Number);
}

/** The closed or open polygons of a path; one with curves is no rule. Painting nothing (a clip) draws nothing. */
function tracesDe(args: unknown): Point[][] {
  if (!Array.isArray(args) || args[0] === OPS.endPath) return [];
  const donnees = nombres(Array.isArray(args[1]) ? args[1][0] : null);
  const traces: Point[][] = [];
  let courant: Point[] = [];
  for (let i = 0; i < donnees.length; ) {
    const code = donnees[i] ?? 9;
    const pas = PAS[code as 0 | 1 | 2 | 3];
    if (pas === undefined) break;
    if (code === 0) {
      courant = [];
      traces.push(courant);
    }
    if (code <= 1) courant.push([donnees[i + 1] ?? 0, donnees[i + 2] ?? 0]);
    if (code === 3 && courant[0] !== undefined) courant.push(courant[0]);
    if (code === 2) courant.length = 0;
    i += 1 + pas;
  }
  return traces.filter((t) => t.length >= 2 && t.length <= 12);
}

/** A thin polygon is one rule; of a larger one, each side that is straight up or across. */
function cotes(points: readonly Point[]): Filet[] {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  const boite = {
    x0: Math.min(...xs),
    x1: Math.max(...xs),
    y0: Math.min(...ys),
    y1: Math.max(...ys),
  };
  if (estMince(boite)) return estLong(boite) ? [boite] : [];
  return points.slice(1).flatMap((b, i) => {
    const a = points[i] ?? b;
    const cote = {
      x0: Math.min(a[0], b[0]),
      x1: Math.max(a[0], b[0]),
      y0: Math.min(a[1], b[1]),
      y1: Math.max(a[1], b[1]),
    };
    return Math.min(cote.x1 - cote.x0, cote.y1 - cote.y0) < 0.5 && estLong(cote) ? [cote] : [];
  });
}

function estMince(f: Filet): boolean {
  return Math.min(f.x1 - f.x0, f.y1 - f.y0) <= EPAISSEUR;
}

function estLong(f: Filet): boolean {
  return Math.max(f.x1 - f.x0, f.y1 - f.y0) >= LONGUEUR;
}

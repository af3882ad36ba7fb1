import type { AtomePlace } from './atomes.js';

/** Atoms on one baseline, from left to right. */
export interface Rang {
  readonly y: number;
  readonly taille: number;
  readonly atomes: readonly AtomePlace[];
}

/** A stretch of the page's width, in points. */
export interface Intervalle {
  readonly debut: number;
  readonly fin: number;
}

/** The rows of a region, from top to bottom. */
export function rangsDe(atomes: readonly AtomePlace[]): Rang[] {
  const tries = [...atomes].sort((a, b) => b.cadre.y - a.cadre.y || a.cadre.x0 - b.cadre.x0);
  const groupes: AtomePlace[][] = [];
  let tete: AtomePlace | null = null;
  for (const a of tries) {
    const jeu = Math.min(a.cadre.taille, tete?.cadre.taille ?? 0) * 0.35;
    if (tete !== null && tete.cadre.y - a.cadre.y <= jeu) groupes.at(-1)?.push(a);
    else {
      groupes.push([a]);
      tete = a;
    }
  }
  return groupes.map((g) => {
    const ordre = [...g].sort((a, b) => a.cadre.x0 - b.cadre.x0);
    const taille = Math.max(...g.map((a) => a.cadre.taille));
    return { y: g[0]?.cadre.y ?? 0, taille, atomes: ordre };
  });
}

/** Where a row has no ink, the margins without end included. */
export function blancsDe(rang: Rang): Intervalle[] {
  const blancs: Intervalle[] = [];
  let depuis = Number.NEGATIVE_INFINITY;
  for (const { cadre } of rang.atomes) {
    if (cadre.x0 > depuis) blancs.push({ debut: depuis, fin: cadre.x0 });
    depuis = Math.max(depuis, cadre.x1);
  }
  return [...blancs, { debut: depuis, fin: Number.POSITIVE_INFINITY }];
}

/** The usual step from one row to the next, in points. */
export function pasDe(rangs: readonly Rang[]): number {
  const pas = rangs
    .slice(1)
    .map((r, i) => (rangs[i]?.y ?? r.y) - r.y)
    .filter((p) => p > 0)
    .sort((a, b) => a - b);
  return mediane(pas) ?? (rangs[0]?.taille ?? 10) * 1.2;
}

/** The step between the lines of a paragraph, in points: one of the shortest, gaps between rows being common. */
export function interligne(rangs: readonly Rang[]): number {
  const taille = rangs[0]?.taille ?? 10;
  const pas = rangs
    .slice(1)
    .map((r, i) => (rangs[i]?.y ?? r.y) - r.y)
    .filter((p) => p > taille * 0.8)
    .sort((a, b) => a - b);
  return pas[Math.floor(pas.length / 5)] ?? taille * 1.2;
}

export function mediane(tries: readonly number[]): number | null {
  return tries[Math.floor(tries.length / 2)] ?? null;
}

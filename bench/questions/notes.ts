/** Ranks looked at, and the grade from which a thing answers. */
const RANGS = 10;
const REPOND = 2;

/** How good a ranked list of ids is for a judged search, each from 0 to 1. */
export interface Notes {
  /** Share of what answers that is among the first ten (of ten at most). */
  readonly rappel: number;
  /** Gain discounted by rank, over that of the best order (Järvelin and Kekäläinen, 2002). */
  readonly ndcg: number;
  /** Inverse of the rank of the first thing that answers. */
  readonly rr: number;
}

/** `juges`: grade by id, at least one. */
export function noter(ids: readonly string[], juges: ReadonlyMap<string, number>): Notes {
  const bons = new Set([...juges].filter(([, note]) => note >= REPOND).map(([id]) => id));
  const dix = ids.slice(0, RANGS);
  const ideal = [...juges.values()].sort((a, b) => b - a).slice(0, RANGS);
  const premier = ids.findIndex((id) => bons.has(id));
  return {
    rappel: dix.filter((id) => bons.has(id)).length / Math.min(RANGS, bons.size),
    ndcg: gain(dix.map((id) => juges.get(id) ?? 0)) / gain(ideal),
    rr: premier < 0 ? 0 : 1 / (premier + 1),
  };
}

function gain(notes: readonly number[]): number {
  return notes.reduce((somme, note, i) => somme + (2 ** note - 1) / Math.log2(i + 2), 0);
}

export function moyenne(nombres: readonly number[]): number {
  return nombres.length === 0 ? 1 : nombres.reduce((a, b) => a + b, 0) / nombres.length;
}

/** The value below which this share of the numbers is. */
export function centile(nombres: readonly number[], part: number): number {
  const tries = [...nombres].sort((a, b) => a - b);
  return tries[Math.min(tries.length - 1, Math.floor(tries.length * part))] ?? 0;
}

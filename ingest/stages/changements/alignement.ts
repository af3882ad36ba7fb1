/** Words in a row that, found once in each text, say that both are at the same place. */
const SUITE = 4;
/** Largest product of two gaps that are compared word by word. */
const CASES_MAX = 400_000;

/**
 * For each word of `apres`, the rank of the same word in `avant`, or -1: what stands once in each text is
 * the same (patience), then what surrounds it. Order is kept: what was moved is withdrawn and added. Pure.
 */
export function alignWords(avant: readonly string[], apres: readonly string[]): Int32Array {
  const rangs = new Int32Array(apres.length).fill(-1);
  let [i, j] = [0, 0];
  for (const [x, y] of [...anchors(avant, apres), [avant.length, apres.length] as const]) {
    // an earlier anchor may have been extended over this one
    if (x < i || y < j) continue;
    fillGap(avant, apres, { i, j, x, y }, rangs);
    [i, j] = [x, y];
    while (i < avant.length && j < apres.length && avant[i] === apres[j]) rangs[j++] = i++;
  }
  return rangs;
}

interface Trou {
  readonly i: number;
  readonly j: number;
  readonly x: number;
  readonly y: number;
}

/** Between two anchors: the end that they share, then the longest common subsequence of the rest. */
function fillGap(
  avant: readonly string[],
  apres: readonly string[],
  { i, j, x, y }: Trou,
  rangs: Int32Array,
): void {
  let [finA, finB] = [x, y];
  while (finA > i && finB > j && avant[finA - 1] === apres[finB - 1]) rangs[--finB] = --finA;
  if ((finA - i) * (finB - j) > CASES_MAX) return;
  const communs = longestCommon(avant.slice(i, finA), apres.slice(j, finB));
  for (const [a, b] of communs.filter((_, k) => inRun(communs, k))) rangs[j + b] = i + a;
}

/** Two pages about other things share their articles in some order: a word alone says nothing. */
function inRun(paires: readonly [number, number][], k: number): boolean {
  const suit = (m: number) => {
    const [p, q] = [paires[m], paires[m + 1]];
    return p !== undefined && q !== undefined && q[0] === p[0] + 1 && q[1] === p[1] + 1;
  };
  return (suit(k) && (suit(k + 1) || suit(k - 1))) || (suit(k - 1) && suit(k - 2));
}

/** Places of the runs of words that stand once in each text, in an order that both keep. */
function anchors(avant: readonly string[], apres: readonly string[]): [number, number][] {
  const [a, b] = [uniqueRuns(avant), uniqueRuns(apres)];
  const communs = [...b].flatMap(([suite, y]): [number, number][] => {
    const x = a.get(suite);
    return x === undefined || x < 0 || y < 0 ? [] : [[x, y]];
  });
  return increasing(communs.sort((m, n) => m[1] - n[1]));
}

/** Where each run of words stands; -1 when it stands at several places. */
function uniqueRuns(mots: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = 0; i + SUITE <= mots.length; i += 1) {
    const suite = mots.slice(i, i + SUITE).join(' ');
    places.set(suite, places.has(suite) ? -1 : i);
  }
  return places;
}

/** The longest run of pairs whose first ranks grow, of pairs sorted by the second. */
function increasing(paires: readonly [number, number][]): [number, number][] {
  const bouts: number[] = [];
  const precedents = new Int32Array(paires.length).fill(-1);
  const premier = (k: number | undefined) => (k === undefined ? -1 : (paires[k]?.[0] ?? -1));
  for (let k = 0; k < paires.length; k += 1) {
    let [bas, haut] = [0, bouts.length];
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if (premier(bouts[milieu]) < premier(k)) bas = milieu + 1;
      else haut = milieu;
    }
    precedents[k] = bouts[bas - 1] ?? -1;
    bouts[bas] = k;
  }
  const chaine: [number, number][] = [];
  for (let k = bouts.at(-1) ?? -1; k >= 0; k = precedents[k] ?? -1) {
    const paire = paires[k];
    if (paire !== undefined) chaine.push(paire);
  }
  return chaine.reverse();
}

/** Ranks of the longest common subsequence of two lists. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const tailles = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  const at = (i: number, j: number) => tailles[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const ligne = tailles[i];
      if (ligne !== undefined)
        ligne[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const paires: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) paires.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return paires;
}

/** Edits allowed in a word, by its length: one from 5 letters, two from 9 (DESIGN 10). */
export function fautesPermises(mot: string): 0 | 1 | 2 {
  if (mot.length >= 9) return 2;
  return mot.length >= 5 ? 1 : 0;
}

/**
 * Damerau-Levenshtein distance (optimal string alignment), or `max + 1` as soon as it is above `max`.
 * « mediaton » / « mediation » -> 1, « garegs » / « garges » -> 1 (two letters swapped).
 */
export function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let avantDerniere: number[] = [];
  let derniere = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const ligne = [i];
    let plusPetit = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cout = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(at(derniere, j) + 1, at(ligne, j - 1) + 1, at(derniere, j - 1) + cout);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d = Math.min(d, at(avantDerniere, j - 2) + 1);
      }
      ligne.push(d);
      plusPetit = Math.min(plusPetit, d);
    }
    if (plusPetit > max) return max + 1;
    avantDerniere = derniere;
    derniere = ligne;
  }
  return Math.min(at(derniere, b.length), max + 1);
}

function at(ligne: readonly number[], i: number): number {
  return ligne[i] ?? Number.POSITIVE_INFINITY;
}

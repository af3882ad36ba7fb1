/**
 * Edits (insertion, removal, replacement, exchange of neighbours) from one word to another,
 * or `max + 1` as soon as there are more than `max`.
 */
export function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let avant: number[] = [];
  let ligne = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const suivante = [i];
    let minimum = i;
    for (let j = 1; j <= b.length; j += 1) {
      const egal = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min((ligne[j] ?? 0) + 1, (suivante[j - 1] ?? 0) + 1, (ligne[j - 1] ?? 0) + egal);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, (avant[j - 2] ?? 0) + 1);
      suivante.push(d);
      minimum = Math.min(minimum, d);
    }
    if (minimum > max) return max + 1;
    avant = ligne;
    ligne = suivante;
  }
  return ligne[b.length] ?? max + 1;
}

/** A source of chance that a seed fixes: the same seed draws the same programme. */
export class Hasard {
  #etat: number;

  constructor(graine: number) {
    this.#etat = graine * 2654435761 + 12345;
  }

  /** A number in [0, 1[ (mulberry32). */
  nombre(): number {
    this.#etat = (this.#etat + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#etat ^ (this.#etat >>> 15), 1 | this.#etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from `a` to `b`, both included. */
  entier(a: number, b: number): number {
    return a + Math.floor(this.nombre() * (b - a + 1));
  }

  oui(chance = 0.5): boolean {
    return this.nombre() < chance;
  }

  un<T>(liste: readonly T[]): T {
    const choisi = liste[Math.floor(this.nombre() * liste.length)];
    if (choisi === undefined) throw new Error('liste vide');
    return choisi;
  }

  /** `n` of a list, in its order. */
  plusieurs<T>(liste: readonly T[], n: number): T[] {
    const rangs = new Set<number>();
    while (rangs.size < Math.min(n, liste.length)) rangs.add(this.entier(0, liste.length - 1));
    return liste.filter((_, i) => rangs.has(i));
  }

  melange<T>(liste: readonly T[]): T[] {
    return liste
      .map((v) => [this.nombre(), v] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, v]) => v);
  }
}

/** Where a whole name stands. */
export type PlaceNom = (typeof PLACES)[number];

const PLACES = ['titre', 'alias'] as const;
/** Figures of a number in the text that keeps it. */
const BASE = 36;

/** Whole names of an index, each as a number of 32 bits: two names may share one, which costs a query and nothing else. */
export class NomsEntiers {
  readonly #places: Map<number, number>;

  constructor(places: Iterable<readonly [empreinte: number, places: number]> = []) {
    this.#places = new Map(places);
  }

  ajouter(nom: string, place: PlaceNom): void {
    const e = empreinte(nom);
    this.#places.set(e, (this.#places.get(e) ?? 0) | (1 << PLACES.indexOf(place)));
  }

  /** False when no document has this name there. */
  a(nom: string, place: PlaceNom): boolean {
    return (((this.#places.get(empreinte(nom)) ?? 0) >> PLACES.indexOf(place)) & 1) === 1;
  }

  /** About eight characters a name. */
  ecrire(): string {
    return [...this.#places].map(([e, p]) => `${p}${e.toString(BASE)}`).join(' ');
  }

  static lire(texte: string): NomsEntiers {
    const paires = texte.split(' ').filter((m) => m !== '');
    return new NomsEntiers(
      paires.map((m) => [Number.parseInt(m.slice(1), BASE), Number(m.charAt(0))] as const),
    );
  }
}

/** FNV-1a. */
function empreinte(nom: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < nom.length; i += 1) h = Math.imul(h ^ nom.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

import { fold } from '../french/fold.js';
import type { Jeton } from './tokens.js';
import { tokenize } from './tokens.js';

/** Phrases by their folded words; knows how many words may follow a first one, so a text is read in one pass. */
export class Lexicon<T> {
  readonly #formes = new Map<string, T[]>();
  readonly #longueurs = new Map<string, number>();
  readonly #mot: 'forme' | 'singulier';

  constructor(mot: 'forme' | 'singulier') {
    this.#mot = mot;
  }

  /** Adds a phrase; `key` gives its words when they are already known. */
  add(phrase: string, value: T, key = keyOf(phrase, this.#mot)): void {
    if (key === '') return;
    const liste = this.#formes.get(key);
    if (liste !== undefined) {
      if (!liste.includes(value)) liste.push(value);
      return;
    }
    this.#formes.set(key, [value]);
    const espace = key.indexOf(' ');
    const premier = espace < 0 ? key : key.slice(0, espace);
    const longueur = key.split(' ').length;
    if (longueur > (this.#longueurs.get(premier) ?? 0)) this.#longueurs.set(premier, longueur);
  }

  get(key: string): readonly T[] {
    return this.#formes.get(key) ?? [];
  }

  has(key: string): boolean {
    return this.#formes.has(key);
  }

  keys(): IterableIterator<string> {
    return this.#formes.keys();
  }

  /** Every phrase that starts at a token, the longest first: its values, the token after it, and whether a dash stands inside. */
  at(
    jetons: readonly Jeton[],
    debut: number,
  ): { valeurs: readonly T[]; fin: number; tiret: boolean }[] {
    const premier = jetons[debut]?.[this.#mot];
    const max = premier === undefined ? undefined : this.#longueurs.get(premier);
    if (premier === undefined || max === undefined) return [];
    const trouves: { valeurs: readonly T[]; fin: number; tiret: boolean }[] = [];
    let key = premier;
    let tiret = false;
    let mots = 1;
    for (let fin = debut + 1; ; fin += 1) {
      const valeurs = this.#formes.get(key);
      if (valeurs !== undefined) trouves.unshift({ valeurs, fin, tiret });
      const suivant = jetons[fin];
      if (suivant === undefined || suivant.avant === 'rupture' || mots >= max) return trouves;
      if (suivant.avant === 'virgule') {
        key += ' ,';
        mots += 1;
      }
      tiret ||= suivant.avant === 'tiret';
      key += ` ${suivant[this.#mot]}`;
      mots += 1;
    }
  }
}

/** The words of a phrase as the texts are read: « Réseau d'écoute, d'appui » -> « reseau d ecoute , d appui ». */
export function keyOf(phrase: string, mot: 'forme' | 'singulier'): string {
  return tokenize(phrase)
    .map((jeton, i) => `${i > 0 && jeton.avant === 'virgule' ? ', ' : ''}${jeton[mot]}`)
    .join(' ');
}

/** Same as `keyOf` for a plain place name, ten times faster: 34,000 of them are read before the first answer. */
export function nameKey(nom: string): string {
  return fold(nom)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== '')
    .join(' ');
}

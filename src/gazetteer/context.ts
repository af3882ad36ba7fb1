import { nameKey } from './lexicon.js';
import type { Jeton } from './tokens.js';
import { PARTICULES } from './tokens.js';
import type { OptionsMentions, Referentiels } from './types.js';

/** Phrases that may stand right before a name, read backwards from it. */
export class Avant {
  readonly #phrases: ReadonlySet<string>;
  readonly #max: number;

  constructor(phrases: readonly string[]) {
    this.#phrases = new Set(phrases.map(nameKey));
    this.#max = Math.max(0, ...[...this.#phrases].map((p) => p.split(' ').length));
  }

  /** The phrase that ends right before a token, when only spaces, quotes, dots or hyphens stand between. */
  find(texte: string, jetons: readonly Jeton[], rang: number): string | undefined {
    let key = '';
    let suivant = jetons[rang];
    for (let n = 1; n <= this.#max; n += 1) {
      const jeton = jetons[rang - n];
      if (jeton === undefined || suivant === undefined) return undefined;
      if (!/^[\s.'’‘«»"“”-]{1,4}$/.test(texte.slice(jeton.fin, suivant.debut))) return undefined;
      key = key === '' ? jeton.forme : `${jeton.forme} ${key}`;
      if (this.#phrases.has(key)) return key;
      suivant = jeton;
    }
    return undefined;
  }
}

/** A text being read, with what its reader asked. */
export interface Contexte {
  readonly texte: string;
  readonly jetons: readonly Jeton[];
  readonly options: OptionsMentions;
  readonly ref: Referentiels;
  /** The whole text without outer spaces and final stop: equal to a name that stands alone in its field. */
  readonly nu: string;
}

/** The words as written, from one token to another (excluded). */
export function ecrit(c: Contexte, debut: number, fin: number): string {
  return c.texte.slice(c.jetons[debut]?.debut ?? 0, c.jetons[fin - 1]?.fin ?? 0);
}

/** True when a name is written as one: its first and last significant words have a capital. A question needs none. */
export function estPropre(c: Contexte, debut: number, fin: number): boolean {
  if (c.options.mode === 'question') return true;
  const significatifs = c.jetons.slice(debut, fin).filter((j) => !PARTICULES.has(j.forme));
  const [premier, dernier] = [significatifs[0], significatifs.at(-1)];
  const propre = (j: Jeton | undefined): boolean =>
    j !== undefined && (j.capitale || /^\p{N}/u.test(j.brut));
  return propre(premier) && (propre(dernier) || estLie(c, debut, fin));
}

/** « Aulnay-sous-bois »: hyphens make one name of words of which only the first has a capital. */
function estLie(c: Contexte, debut: number, fin: number): boolean {
  return fin - debut >= 3 && /^[^\s]+$/.test(ecrit(c, debut, fin).replace(/\n/g, ''));
}

/** True when a hyphen ties the passage to another word: « Cergy » in « Cergy-Pontoise ». */
export function estSoude(c: Contexte, debut: number, fin: number): boolean {
  const avant = c.texte.slice(0, c.jetons[debut]?.debut ?? 0);
  const apres = c.texte.slice(c.jetons[fin - 1]?.fin ?? 0, (c.jetons[fin - 1]?.fin ?? 0) + 3);
  return /\p{L}[-‐‑]\s?$/u.test(avant.slice(-3)) || /^[-‐‑]\n?\p{L}/u.test(apres);
}

/** True when a sigle is written as it must be: exactly in a document, without accent in a question. */
export function estSigleEcrit(
  c: Contexte,
  rang: number,
  sigle: string,
  majuscules: boolean,
): boolean {
  const brut = c.jetons[rang]?.brut ?? '';
  if (brut === sigle || (brut.toUpperCase() === brut && brut === sigle.toUpperCase())) return true;
  const minuscules = c.options.mode === 'question' && !majuscules && sigle.length >= 3;
  return (
    minuscules &&
    brut.toLowerCase() === sigle.toLowerCase() &&
    c.ref.motsCourants?.has(brut.toLowerCase()) !== true
  );
}

/** « Metz Métropole », « Brest métropole océane », « Le Havre Seine Métropole », « Tulle agglo ». */
const GROUPEMENT_APRES =
  /^[\s-]{1,2}(?:\p{Lu}[\p{L}’']+[\s-]){0,3}(?:[Mm]étropole|MÉTROPOLE|METROPOLE|[Aa]gglomération|AGGLOMERATION|AGGLOMÉRATION|[Aa]gglo|Communauté)(?!\p{L})/u;
/** « Grand Tulle », « Grand-Chalon », « Val de Reims ». */
const GROUPEMENT_AVANT = /(?<!\p{L})(?:Grand|GRAND|Val de|VAL DE)[\s-]$/u;

/** « Douarnenez Habitat »: a landlord. */
const BAILLEUR_APRES = /^\s(?:\p{Lu}\p{L}+\s)?(?:Habitat|HABITAT|Logement|LOGEMENT)(?!\p{L})/u;

/** Longer than « Val de » before a name. */
const DEVANT = 12;

/** True for the name of a commune inside the name of a grouping, known or not, or of a landlord. */
export function dansGroupement(c: Contexte, debut: number, fin: number): boolean {
  if (c.options.mode === 'question') return false;
  const position = c.jetons[debut]?.debut ?? 0;
  const avant = c.texte.slice(Math.max(0, position - DEVANT), position);
  const apres = c.texte.slice(c.jetons[fin - 1]?.fin ?? 0);
  return GROUPEMENT_AVANT.test(avant) || GROUPEMENT_APRES.test(apres) || BAILLEUR_APRES.test(apres);
}

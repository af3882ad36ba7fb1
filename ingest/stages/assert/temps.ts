import { fold } from '../../../src/french/fold.js';
import type { Contexte } from './contexte.js';

const ANNEE = /(?<![0-9])(?:19|20)\d\d(?![0-9])/g;

/** The sentence of a text around an offset. */
export function sentenceAt(texte: string, position: number): string {
  const avant = texte.slice(0, position);
  const debut = Math.max(...['. ', '? ', '! ', '.\n'].map((fin) => avant.lastIndexOf(fin)));
  const suite = /[.?!](?=\s|$)/.exec(texte.slice(position))?.index ?? texte.length - position;
  return texte.slice(debut < 0 ? 0 : debut + 1, position + suite);
}

/** True in a sentence about earlier years only, which nothing carries on to the programme's own. */
export function isBackground(
  { vocabulaire }: Contexte,
  texte: string,
  position: number,
  annee: number,
): boolean {
  const phrase = fold(sentenceAt(texte, position));
  const debut =
    /^\s*(?:en|au cours de|courant|durant|fin|debut|l'annee|pendant)\s[^,]{0,60}?(?:19|20)\d\d/;
  if (!debut.test(phrase)) return false;
  const annees = [...phrase.matchAll(ANNEE)].map((m) => Number(m[0]));
  return annees.every((a) => a < annee) && !vocabulaire.continuite.test(phrase);
}

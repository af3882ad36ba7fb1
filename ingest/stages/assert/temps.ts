import { fold } from '../../../src/french/fold.js';
import type { Exercice } from '../../../src/french/periodReadings.js';
import type { Contexte } from './contexte.js';

const ANNEE = /(?<![0-9])(?:19|20)\d\d(?![0-9])/g;

/** « 2013-2014 », « 2013/14 » where a programme prints its year. */
const DEUX_ANS = /^(\d{4})\s?[-–/]\s?(\d{4}|\d\d)(?!\d)/;

/** The year of a programme: a school year when its own year is printed with the next one. */
export function exercice(contexte: Contexte): Exercice {
  const { annee, anneePreuves, pages } = contexte;
  for (const preuve of anneePreuves) {
    if (!('page' in preuve)) continue;
    const texte = pages.get(preuve.page) ?? '';
    const [, debut, fin] =
      DEUX_ANS.exec(texte.slice(preuve.debut, preuve.debut + 12)) ??
      DEUX_ANS.exec(/\d{4}\s?[-–/]\s?\d{2,4}$/.exec(texte.slice(0, preuve.fin))?.[0] ?? '') ??
      [];
    if (debut === undefined || fin === undefined) continue;
    if (Number(fin) % 100 === (Number(debut) + 1) % 100 && annee - Number(debut) <= 1)
      return { annee: Number(debut), scolaire: true };
  }
  return { annee, scolaire: false };
}

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

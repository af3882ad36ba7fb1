import { PREMIERE_ANNEE } from './couverture.js';

/** Years read in a question, and where: offsets of the folded text. */
export interface AnneesLues {
  readonly annees: { readonly debut: number; readonly fin: number } | null;
  readonly parties: readonly { readonly debut: number; readonly fin: number }[];
}

type Calcul = (nombres: readonly number[], maintenant: number) => readonly [number, number];

const A = '((?:19|20)\\d\\d)';

/** First match wins. Folded text. « maintenant » is the year of the clock. */
const REGLES: readonly (readonly [RegExp, Calcul])[] = [
  // « entre 2010 et 2012 »
  [new RegExp(`\\bentre (?:les annees )?${A} et ${A}\\b`), ([a = 0, b = 0]) => [a, b]],
  // « de 2010 à 2012 », « 2010 à 2012 »
  [
    new RegExp(`\\b(?:de |des annees )?${A} (?:a|jusqu'en|jusqu'a) ${A}\\b`),
    ([a = 0, b = 0]) => [a, b],
  ],
  // « 2011-12 », « 2011/2012 »
  [
    new RegExp(`\\b(?:en )?${A} ?[-/] ?((?:19|20)?\\d\\d)\\b`),
    ([a = 0, b = 0]) => [a, siecle(a, b)],
  ],
  // « 2011 et 2012 », « 2011 ou 2012 »
  [new RegExp(`\\b(?:en )?${A} (?:et|ou) (?:en )?${A}\\b`), ([a = 0, b = 0]) => [a, b]],
  // « 2012 vs 2014 », « 2012 par rapport à 2014 »
  [
    new RegExp(`\\b(?:en )?${A} (?:vs\\.?|versus|par rapport a|avec) ${A}\\b`),
    ([a = 0, b = 0]) => [a, b],
  ],
  // « depuis 2007 », « à partir de 2007 »
  [
    new RegExp(`\\b(?:depuis|a partir de|a compter de|des) (?:l'annee )?${A}\\b`),
    ([a = 0], n) => [a, n],
  ],
  // « après 2010 »
  [new RegExp(`\\bapres ${A}\\b`), ([a = 0], n) => [a + 1, n]],
  // « avant 2007 »
  [new RegExp(`\\bavant ${A}\\b`), ([a = 0]) => [PREMIERE_ANNEE, a - 1]],
  // « jusqu'en 2012 »
  [new RegExp(`\\bjusqu'(?:en|a) (?:l'annee )?${A}\\b`), ([a = 0]) => [PREMIERE_ANNEE, a]],
  // « en 2012 », « pour l'année 2012 », « 2012 »
  [
    new RegExp(`\\b(?:(?:en|pour|de|courant|durant) )?(?:l'an(?:nee)? )?${A}\\b`),
    ([a = 0]) => [a, a],
  ],
  // « ces trois dernières années » is left to words; « ces 3 dernières années » is read
  [/\b(?:ces|les|des) (\d{1,2}) dernieres annees\b/, ([a = 0], n) => [n - a, n]],
  // « il y a 2 ans »
  [/\bil y a (\d{1,2}) ans\b/, ([a = 0], n) => [n - a, n - a]],
  // « l'an dernier », « l'année passée »
  [/\bl'an(?:nee)? (?:derniere?|passee?|precedente?)\b/, (_, n) => [n - 1, n - 1]],
  // « l'année prochaine »
  [/\bl'an(?:nee)? prochaine?\b/, (_, n) => [n + 1, n + 1]],
  // « cette année », « cet an-ci »
  [/\bcette annee\b/, (_, n) => [n, n]],
];

/** The years of a folded question, in order, and the part of the text that says them. */
export function lireAnnees(texte: string, maintenant: number): AnneesLues {
  for (const [motif, calcul] of REGLES) {
    const trouve = motif.exec(texte);
    if (trouve === null) continue;
    const [a, b] = calcul(trouve.slice(1).map(Number), maintenant);
    return {
      annees: { debut: Math.min(a, b), fin: Math.max(a, b) },
      parties: [{ debut: trouve.index, fin: trouve.index + trouve[0].length }],
    };
  }
  return { annees: null, parties: [] };
}

/** « 2012 vs 2014 »: two years set against each other. */
export function compareDesAnnees(texte: string): boolean {
  if (/\b(?:a|ont) (?:bien )?(?:change|evolue)\b/.test(texte) && new RegExp(A).test(texte))
    return true;
  return new RegExp(`${A} (?:vs\\.?|versus|par rapport a|compare \\w+ ?(?:a|avec)?) `).test(texte);
}

/** « 2011-12 » : the short year is of the same century. */
function siecle(annee: number, court: number): number {
  return court < 100 ? annee - (annee % 100) + court : court;
}

import type { Expression } from '../expression.js';
import { chercherSuite } from './suites.js';

/** Attributes that hold the keys of a document: of its title (words alone), of all its fields. */
export type Attribut = 'clesTitre' | 'cles';

/** Characters of a value that the server compares: it keeps 468 bytes, one of ours takes at most four. */
const VALEUR_MAX = 110;

/** A value as it is written in the index and looked for. */
export function valeur(texte: string): string {
  return texte.slice(0, VALEUR_MAX);
}

/** An expression as a filter of the server over the keys of one attribute. */
export function filtre(expression: Expression, attribut: Attribut): string {
  switch (expression.genre) {
    case 'cle':
      return egal(attribut, expression.cle);
    case 'debut':
      return `${attribut} STARTS WITH ${cite(expression.cle)}`;
    case 'suite':
      return filtreSuite(expression.cles, attribut);
    case 'et':
      return tous(expression.parties.map((p) => filtre(p, attribut)));
    case 'ou':
      return alternative(expression.parties, attribut);
  }
}

/** All of these filters. */
export function tous(filtres: readonly string[]): string {
  return filtres.length === 1 ? (filtres[0] ?? '') : `(${filtres.join(' AND ')})`;
}

/** One of these filters at least. */
export function unDe(filtres: readonly string[]): string {
  return filtres.length === 1 ? (filtres[0] ?? '') : `(${filtres.join(' OR ')})`;
}

/** The attribute has one of these values. */
export function parmi(attribut: string, valeurs: readonly (string | number)[]): string {
  return `${attribut} IN [${valeurs.map((v) => cite(String(v))).join(', ')}]`;
}

/** The attribute has this value. */
export function egal(attribut: string, v: string): string {
  return `${attribut} = ${cite(v)}`;
}

/** Keys alone are asked for together: one reading of the attribute instead of one for each. */
function alternative(parties: readonly Expression[], attribut: Attribut): string {
  const cles = parties.flatMap((p) => (p.genre === 'cle' ? [p.cle] : []));
  const autres = parties.filter((p) => p.genre !== 'cle').map((p) => filtre(p, attribut));
  return unDe([...(cles.length > 0 ? [parmi(attribut, cles)] : []), ...autres]);
}

function filtreSuite(cles: readonly string[], attribut: Attribut): string {
  if (attribut === 'clesTitre') return tous(cles.map((cle) => egal(attribut, cle)));
  const { valeurs, triples } = chercherSuite(cles);
  return tous([
    ...valeurs.map((v) => egal(attribut, v)),
    ...triples.map((t) => `(NOT ${egal(attribut, t.ambigu)} OR ${egal(attribut, t.valeur)})`),
  ]);
}

function cite(texte: string): string {
  return `"${valeur(texte).replace(/[\\"]/g, '\\$&')}"`;
}

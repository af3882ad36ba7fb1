import type { AtomePlace } from './atomes.js';

/** « 03 », « 12. », « n° 4 » alone. */
const NUMERO = /^(?:n\s?°\s?)?\d{1,2}\s?[.)]?$/i;

/**
 * A number alone in the margin is set in the middle of a title of two lines, between them: it is read
 * before the first of these lines, whose title it numbers.
 */
export function numerosAvantTitres(atomes: readonly AtomePlace[], page: string): AtomePlace[] {
  const lus: AtomePlace[] = [];
  for (const a of atomes) {
    let rang = lus.length;
    if (NUMERO.test(page.slice(a.debut, a.fin).trim()))
      while (rang > 0 && aCote(a, lus[rang - 1])) rang -= 1;
    lus.splice(rang, 0, a);
  }
  return lus;
}

/** A line at the right of the number, whose top is no higher than the number's, or hardly. */
function aCote(numero: AtomePlace, ligne: AtomePlace | undefined): boolean {
  if (ligne === undefined) return false;
  const [n, l] = [numero.cadre, ligne.cadre];
  const haut = l.y - n.y;
  return l.x0 > n.x1 && haut > 0 && haut <= Math.max(n.taille, l.taille) * 0.9;
}

/** A column of numbers alone is no text of its own: each is read with what it numbers. */
export function sontDesNumeros(colonne: readonly AtomePlace[], page: string): boolean {
  return colonne.every((a) => NUMERO.test(page.slice(a.debut, a.fin).trim()));
}

import { interligne, type Rang } from './rangs.js';

type Rangs = readonly Rang[];

/**
 * Two columns in reading order. A text set around a box goes on below it: the box is then read before the
 * paragraphs it stands beside, so as not to cut a sentence.
 */
export function enColonnes(colonne: Rangs, autre: Rangs, dessous: Rangs, page: string): Rangs[] {
  if (enMarge(colonne, autre)) return [autre, colonne];
  if (!sEnchaine(colonne.at(-1), dessous[0], page) || sEnchaine(colonne.at(-1), autre[0], page)) {
    return [colonne, autre];
  }
  const debut = auDessus(colonne, autre[0]);
  return [colonne.slice(0, debut), autre, colonne.slice(debut)];
}

/** A narrow column at the left of a heading in larger type tells of what is under this heading. */
function enMarge(colonne: Rangs, autre: Rangs): boolean {
  const [tete, titre] = [colonne[0], autre[0]];
  if (tete === undefined || titre === undefined) return false;
  const plus = Math.max(...colonne.map((r) => r.taille));
  const proche = Math.abs(tete.y - titre.y) < titre.taille * 2.5;
  return proche && titre.taille > plus * 1.1 && largeur(colonne) < largeur(autre) * 0.6;
}

function largeur(rangs: Rangs): number {
  const cadres = rangs.flatMap((r) => r.atomes.map((a) => a.cadre));
  return Math.max(...cadres.map((c) => c.x1)) - Math.min(...cadres.map((c) => c.x0));
}

/** How many rows of a column are of paragraphs that end above a box. */
function auDessus(colonne: Rangs, boite: Rang | undefined): number {
  const haut = (boite?.y ?? 0) + (boite?.taille ?? 0) / 2;
  const pas = interligne(colonne);
  let k = colonne.filter((r) => r.y > haut).length;
  while (k > 0 && (colonne[k - 1]?.y ?? 0) - (colonne[k]?.y ?? 0) < pas * 1.25) k -= 1;
  return k;
}

/** A sentence that the one row leaves unfinished and the other finishes. */
function sEnchaine(a: Rang | undefined, b: Rang | undefined, page: string): boolean {
  return /[\p{L}\d,’'-]$/u.test(texteDe(a, page)) && /^\p{Ll}/u.test(texteDe(b, page));
}

function texteDe(rang: Rang | undefined, page: string): string {
  return rang?.atomes.map((a) => page.slice(a.debut, a.fin)).join(' ') ?? '';
}

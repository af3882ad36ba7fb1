import { colonneDe, rangeesDe } from './alignes.js';
import type { AtomePlace } from './atomes.js';
import { estUnTexte } from './colonnes.js';
import type { Filet } from './filets.js';
import { blancsDe, type Intervalle, type Rang, rangsDe } from './rangs.js';
import { composer, type Tableau } from './tableaux.js';

/** Two columns are labels and values, which the segmentation reads by themselves. */
const COLONNES_MIN = 3;
const NOM_MAX = 40;
/** A step, in heights of type, beyond which rows are of two tables. */
const LOIN = 6;

interface Etendue {
  readonly debut: number;
  readonly fin: number;
  readonly gouttieres: readonly Intervalle[];
  /** Ranks of the rows of text that run across the columns: the name of a part. */
  readonly travers: ReadonlySet<number>;
}

/**
 * The tables that no rule draws: a row of short names, three at least, and below it rows that keep to the
 * white stretches between them. `depuis` is the rank of the first in the page.
 */
export function tableauxSousNoms(
  atomes: readonly AtomePlace[],
  filets: readonly Filet[],
  page: string,
  depuis: number,
): Tableau[] {
  const rangs = rangsDe(atomes);
  const tableaux: Tableau[] = [];
  for (let i = 0; i < rangs.length; ) {
    const etendue = nomme(rangs[i], page) ? etendre(rangs, i) : null;
    const tableau =
      etendue === null ? null : remplir(rangs, etendue, filets, page, depuis + tableaux.length);
    if (tableau !== null) tableaux.push(tableau);
    i = tableau === null || etendue === null ? i + 1 : etendue.fin;
  }
  return tableaux;
}

/** Names of columns: short, each with a capital. */
function nomme(rang: Rang | undefined, page: string): boolean {
  if (rang === undefined || rang.atomes.length < COLONNES_MIN) return false;
  return rang.atomes.every((a) => {
    const texte = page.slice(a.debut, a.fin);
    return texte.length <= NOM_MAX && /^\P{L}*\p{Lu}/u.test(texte) && !/[.;:]$/.test(texte);
  });
}

/** The rows that keep to the columns of a row of names; names over several lines go above it too. */
function etendre(rangs: readonly Rang[], i: number): Etendue | null {
  const tete = rangs[i];
  if (tete === undefined) return null;
  let gouttieres = interieurs(blancsDe(tete));
  const colonnes = tete.atomes.length;
  const travers = new Set<number>();
  let debut = i;
  while (debut > 0 && proche(rangs[debut - 1], rangs[debut])) {
    const au = communs(gouttieres, rangs[debut - 1]);
    if (au.length < colonnes - 1 || seul(rangs[debut - 1])) break;
    gouttieres = au;
    debut -= 1;
  }
  let fin = i + 1;
  for (; fin < rangs.length; fin += 1) {
    const [avant, rang] = [rangs[fin - 1], rangs[fin]];
    if (avant === undefined || rang === undefined) break;
    if (avant.y - rang.y > tete.taille * LOIN || rang.taille > tete.taille * 1.25) break;
    const restants = communs(gouttieres, rang);
    if (restants.length >= colonnes - 1) gouttieres = restants;
    else if (seul(rang) && communs(gouttieres, rangs[fin + 1]).length >= colonnes - 1)
      travers.add(fin);
    else break;
  }
  while (fin > i + 1 && seul(rangs[fin - 1]) && !proche(rangs[fin - 2], rangs[fin - 1])) fin -= 1;
  return { debut, fin, gouttieres, travers };
}

function interieurs(blancs: readonly Intervalle[]): Intervalle[] {
  return blancs.filter((b) => Number.isFinite(b.debut) && Number.isFinite(b.fin));
}

function communs(gouttieres: readonly Intervalle[], rang: Rang | undefined): Intervalle[] {
  if (rang === undefined) return [];
  return gouttieres.flatMap((g) =>
    blancsDe(rang).flatMap((b) => {
      const [debut, fin] = [Math.max(g.debut, b.debut), Math.min(g.fin, b.fin)];
      return fin - debut < rang.taille * 0.3 ? [] : [{ debut, fin }];
    }),
  );
}

function proche(dessus: Rang | undefined, dessous: Rang | undefined): boolean {
  return (dessus?.y ?? 0) - (dessous?.y ?? 0) < (dessous?.taille ?? 0) * 1.3;
}

function seul(rang: Rang | undefined): boolean {
  return rang === undefined || rang.atomes.length === 1;
}

function remplir(
  rangs: readonly Rang[],
  { debut, fin, gouttieres, travers }: Etendue,
  filets: readonly Filet[],
  page: string,
  tableau: number,
): Tableau | null {
  const lignes = rangs.slice(debut, fin);
  const colonnes = lignes.filter((_, i) => !travers.has(debut + i));
  const lues = rangeesDe(lignes, gouttieres, filets);
  const parLigne = lues === null || lues.length === (lues.at(-1) ?? 0) + 1;
  const rangees = parLigne ? uneParLigne(colonnes, travers, page) : lues;
  const dernier = rangees?.at(-1) ?? 0;
  if (rangees === null || dernier < (gouttieres.length >= COLONNES_MIN ? 1 : 2)) return null;
  const places = lignes.flatMap((rang, i) =>
    rang.atomes.map((atome) => ({
      atome,
      rangee: rangees[i] ?? 0,
      colonne: travers.has(debut + i) ? 0 : colonneDe(atome.cadre.x0, gouttieres),
    })),
  );
  if (textesCoteACote(places, gouttieres.length + 1, page)) return null;
  const bords = lignes.flatMap((r) => r.atomes.map((a) => a.cadre));
  const x0 = Math.min(...bords.map((c) => c.x0));
  return composer(places, tableau, { x0, x1: Math.max(...bords.map((c) => c.x1)) });
}

/** Rows of one line each: no cell goes on in lower case. */
function uneParLigne(
  lignes: readonly Rang[],
  travers: ReadonlySet<number>,
  page: string,
): number[] | null {
  const atomes = lignes.flatMap((r) => r.atomes);
  // lines of cells set in the middle of their rows stand between those of others
  if (lignes.some((r, i) => (lignes[i - 1]?.y ?? Number.POSITIVE_INFINITY) - r.y < r.taille * 0.9))
    return null;
  const suites = atomes.filter((a) => /^\p{Ll}/u.test(page.slice(a.debut, a.fin))).length;
  const nombre = lignes.length + travers.size;
  return suites * 4 > atomes.length ? null : Array.from({ length: nombre }, (_, i) => i);
}

/** Three articles side by side under their titles are no table. */
function textesCoteACote(
  places: readonly { readonly atome: AtomePlace; readonly colonne: number }[],
  colonnes: number,
  page: string,
): boolean {
  const textes = Array.from({ length: colonnes }, (_, c) =>
    places.filter((p) => p.colonne === c).map((p) => p.atome),
  ).filter((colonne) => estUnTexte(colonne, page));
  return textes.length * 2 > colonnes;
}

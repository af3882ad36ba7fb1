import type { Filet } from './filets.js';
import { blancsDe, type Intervalle, interligne, type Rang } from './rangs.js';
import { composer, type Tableau } from './tableaux.js';

/** Two columns are labels and values, which the segmentation reads by themselves. */
const COLONNES_MIN = 3;
/** A header and two rows. */
const RANGEES_MIN = 3;

/**
 * The table that rows of text make by being aligned, when it is clear: three columns at least, a header
 * that fills them all, and rows told by white bands, by rules across, or by filling every column. Null otherwise.
 */
export function tableauAligne(
  rangs: readonly Rang[],
  filets: readonly Filet[],
  tableau: number,
): Tableau | null {
  const debut = rangs.findIndex((r) => r.atomes.length >= COLONNES_MIN);
  if (debut < 0) return null;
  const lignes = jusquAuBout(rangs.slice(debut));
  const colonnes = colonnesDe(lignes);
  if (colonnes.length < COLONNES_MIN - 1) return null;
  const rangees = rangeesDe(lignes, colonnes, filets);
  if (rangees === null || (rangees.at(-1) ?? 0) + 1 < RANGEES_MIN) return null;
  const entete = lignes.filter((_, i) => rangees[i] === 0);
  if (
    new Set(entete.flatMap((r) => r.atomes.map((a) => colonneDe(a.cadre.x0, colonnes)))).size <=
    colonnes.length
  )
    return null;
  const places = lignes.flatMap((r, i) =>
    r.atomes.map((atome) => ({
      atome,
      rangee: rangees[i] ?? 0,
      colonne: colonneDe(atome.cadre.x0, colonnes),
    })),
  );
  const x0 = Math.min(...places.map((p) => p.atome.cadre.x0));
  return composer(places, tableau, { x0, x1: Math.max(...places.map((p) => p.atome.cadre.x1)) });
}

/** A text right below a table, one stretch wide, is not of it. */
function jusquAuBout(rangs: readonly Rang[]): readonly Rang[] {
  const dernier = rangs.findLastIndex((r) => r.atomes.length >= 2);
  const pas = interligne(rangs);
  let fin = dernier + 1;
  while (fin < rangs.length && (rangs[fin - 1]?.y ?? 0) - (rangs[fin]?.y ?? 0) <= pas * 1.2)
    fin += 1;
  return rangs.slice(0, fin);
}

/** The white stretches common to all rows, outer margins apart. */
function colonnesDe(rangs: readonly Rang[]): Intervalle[] {
  let communs: Intervalle[] = [{ debut: Number.NEGATIVE_INFINITY, fin: Number.POSITIVE_INFINITY }];
  for (const rang of rangs) {
    communs = communs.flatMap((c) =>
      blancsDe(rang).flatMap((b) => {
        const [debut, fin] = [Math.max(c.debut, b.debut), Math.min(c.fin, b.fin)];
        return fin - debut < rang.taille * 0.5 ? [] : [{ debut, fin }];
      }),
    );
  }
  return communs.filter((c) => Number.isFinite(c.debut) && Number.isFinite(c.fin));
}

export function colonneDe(x: number, gouttieres: readonly Intervalle[]): number {
  return gouttieres.filter((g) => g.fin <= x + 0.1).length;
}

/** The row of the table that each row of text belongs to; null when nothing tells. */
export function rangeesDe(
  lignes: readonly Rang[],
  colonnes: readonly Intervalle[],
  filets: readonly Filet[],
): number[] | null {
  const pas = interligneDesColonnes(lignes, colonnes);
  const pleine = ({ atomes }: Rang) =>
    new Set(atomes.map((a) => colonneDe(a.cadre.x0, colonnes))).size > colonnes.length;
  const traits = filets.filter((f) => f.y1 - f.y0 < 3 && traverse(f, lignes));
  const regles: ((avant: Rang, ligne: Rang) => boolean)[] = [
    (avant, ligne) => traits.some((t) => t.y0 < avant.y && t.y1 > ligne.y),
    (avant, ligne) => avant.y - ligne.y > pas * 1.2,
  ];
  for (const nouvelle of regles) {
    let rangee = 0;
    const rangees = lignes.map((ligne, i) => {
      const avant = lignes[i - 1];
      if (avant !== undefined && nouvelle(avant, ligne)) rangee += 1;
      return rangee;
    });
    if (rangee + 1 >= RANGEES_MIN) return rangees;
  }
  return lignes.every(pleine) ? lignes.map((_, i) => i) : null;
}

/** Cells set in the middle of their rows have their lines between those of others: each column has its own step. */
function interligneDesColonnes(lignes: readonly Rang[], colonnes: readonly Intervalle[]): number {
  const pas = Array.from({ length: colonnes.length + 1 }, (_, c) =>
    lignes.flatMap((r) => {
      const atomes = r.atomes.filter((a) => colonneDe(a.cadre.x0, colonnes) === c);
      return atomes.length === 0 ? [] : [{ ...r, atomes }];
    }),
  )
    .filter((colonne) => colonne.length > 1)
    .map(interligne);
  return Math.min(...pas, Number.POSITIVE_INFINITY);
}

/** A rule across most of the table. */
function traverse(f: Filet, lignes: readonly Rang[]): boolean {
  const x0 = Math.min(...lignes.flatMap((r) => r.atomes.map((a) => a.cadre.x0)));
  const x1 = Math.max(...lignes.flatMap((r) => r.atomes.map((a) => a.cadre.x1)));
  return Math.min(f.x1, x1) - Math.max(f.x0, x0) > (x1 - x0) * 0.6;
}

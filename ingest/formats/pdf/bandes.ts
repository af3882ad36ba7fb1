import type { AtomePlace } from './atomes.js';
import type { Zone } from './gouttieres.js';
import { mediane, pasDe, type Rang, rangsDe } from './rangs.js';

/** Rows of a zone that are read before those below them. */
export interface Bande {
  readonly debut: number;
  readonly fin: number;
}

/** A white band, in steps between lines. */
const BLANC = 1.6;
/** Above a title at the left, with its box at the side. */
const BLANC_DE_FICHE = 1.15;

export function cotes(
  rangs: readonly Rang[],
  { gouttiere }: Zone,
): { gauche: AtomePlace[]; droite: AtomePlace[] } {
  const atomes = rangs.flatMap((r) => r.atomes);
  return {
    gauche: atomes.filter((a) => a.cadre.x1 <= gouttiere.debut + 0.1),
    droite: atomes.filter((a) => a.cadre.x1 > gouttiere.debut + 0.1),
  };
}

/**
 * A zone cut where a white band runs across both columns above a heading, and all that stands above is
 * drawn first: one card below the other, each with its box at the side. Columns of one text are drawn
 * one after the other, and stay whole.
 */
export function bandes(rangs: readonly Rang[], zone: Zone): Bande[] {
  const dedans = rangs.slice(zone.debut, zone.fin);
  const { gauche } = cotes(dedans, zone);
  const pas = Math.max(pasDe(dedans), pasDe(rangsDe(gauche)));
  const corps = mediane(dedans.map((r) => r.taille).sort((a, b) => a - b)) ?? 10;
  const coupes = [zone.debut];
  const aGauche = new Set(gauche);
  for (let i = 1; i < dedans.length; i += 1) {
    const [avant, rang] = [dedans[i - 1], dedans[i]];
    if (avant === undefined || rang === undefined) continue;
    const deux = rang.atomes.some((a) => !aGauche.has(a));
    const fiche = deux && rang.atomes.some((a) => aGauche.has(a) && enGras(a));
    if (avant.y - rang.y < pas * (fiche ? BLANC_DE_FICHE : BLANC)) continue;
    if (titre(rang, corps) && enSuite(dedans.slice(0, i), dedans.slice(i)))
      coupes.push(zone.debut + i);
  }
  return coupes.map((debut, i) => ({ debut, fin: coupes[i + 1] ?? zone.fin }));
}

function titre(rang: Rang, corps: number): boolean {
  return rang.atomes.some((a) => a.cadre.taille > corps * 1.1 || enGras(a));
}

function enGras(a: AtomePlace): boolean {
  return a.fragments[0]?.gras === true;
}

function enSuite(dessus: readonly Rang[], dessous: readonly Rang[]): boolean {
  const dernier = Math.max(...dessus.flatMap((r) => r.atomes.map((a) => a.rang)));
  return dessous.every((r) => r.atomes.every((a) => a.rang > dernier));
}

import { blancsDe, type Intervalle, mediane, pasDe, type Rang } from './rangs.js';

/** Rows that one white stretch parts from top to bottom. */
export interface Zone {
  /** Ranks of its rows, from `debut` to before `fin`. */
  readonly debut: number;
  readonly fin: number;
  readonly gouttiere: Intervalle;
}

/** A white stretch common to the rows seen so far, and the rows that have text on each side of it. */
interface Piste extends Intervalle {
  readonly gauche: Cote;
  readonly droite: Cote;
}

interface Cote {
  readonly nombre: number;
  readonly premier: number;
  readonly dernier: number;
}

const COTE_VIDE: Cote = { nombre: 0, premier: Number.POSITIVE_INFINITY, dernier: -1 };
const RANGS_MIN = 3;
/** Narrower than the type is high, a stretch must part more rows: spaces of justified text line up at times. */
const RANGS_SI_ETROITE = 7;
/** More rows make no page of text; looking for their columns would cost the square of their number. */
export const RANGS_MAX = 260;

/**
 * The stretch that parts the most rows which have text on both sides; `fermes` are rows that no zone
 * may hold. Null when none parts three.
 */
export function meilleureZone(rangs: readonly Rang[], fermes: ReadonlySet<number>): Zone | null {
  let meilleure: Zone | null = null;
  let score = 0;
  for (let i = 0; i < rangs.length; i += 1) {
    if (rangs.length - i <= Math.floor(score)) break;
    let pistes: Piste[] = [{ ...PAGE, gauche: COTE_VIDE, droite: COTE_VIDE }];
    for (let j = i; j < rangs.length && pistes.length > 0; j += 1) {
      const rang = rangs[j];
      if (rang === undefined || fermes.has(j)) break;
      pistes = prolonger(pistes, rang, j);
      for (const p of pistes) {
        const note = noter(p, rang.taille);
        if (note <= score) continue;
        score = note;
        meilleure = zoneDe(p, rangs);
      }
    }
  }
  return meilleure;
}

const PAGE: Intervalle = { debut: Number.NEGATIVE_INFINITY, fin: Number.POSITIVE_INFINITY };

function prolonger(pistes: readonly Piste[], rang: Rang, j: number): Piste[] {
  const largeur = rang.taille * 0.6;
  const [x0, x1] = [rang.atomes[0]?.cadre.x0 ?? 0, Math.max(...rang.atomes.map((a) => a.cadre.x1))];
  return pistes.flatMap((p) =>
    blancsDe(rang).flatMap((b) => {
      const [debut, fin] = [Math.max(p.debut, b.debut), Math.min(p.fin, b.fin)];
      if (fin - debut < largeur) return [];
      const gauche = x0 < debut ? compter(p.gauche, j) : p.gauche;
      return [{ debut, fin, gauche, droite: x1 > fin ? compter(p.droite, j) : p.droite }];
    }),
  );
}

function compter(c: Cote, j: number): Cote {
  return { nombre: c.nombre + 1, premier: Math.min(c.premier, j), dernier: j };
}

/** Rows between the first and the last that have text on both sides; of equals, the zone with the most rows wins. */
function noter({ gauche, droite, debut, fin }: Piste, taille: number): number {
  const commun =
    Math.min(gauche.dernier, droite.dernier) - Math.max(gauche.premier, droite.premier) + 1;
  const minimum = fin - debut < taille ? RANGS_SI_ETROITE : RANGS_MIN;
  if (Math.min(gauche.nombre, droite.nombre) < minimum || commun < minimum) return 0;
  return (
    commun +
    Math.max(gauche.dernier, droite.dernier) / (RANGS_MAX * 2) +
    (gauche.nombre + droite.nombre) / (RANGS_MAX * 8)
  );
}

/** The rows of a zone: what stands apart at its ends, on one side only, belongs to what is above or below. */
function zoneDe({ debut, fin, gauche, droite }: Piste, rangs: readonly Rang[]): Zone {
  const pas = pasDe(rangs);
  const premier = gauche.premier;
  // a date alone at the top right is read before the columns
  const avance = droite.premier < premier && ecart(rangs, premier) >= pas * ECART;
  const bas = Math.max(gauche.dernier, droite.dernier) + 1;
  return {
    debut: avance ? premier : Math.min(premier, droite.premier),
    fin: gauche.dernier > droite.dernier ? sansTitres(rangs, bas, droite.dernier, pas) : bas,
    gouttiere: { debut, fin },
  };
}

/** A gap, in usual steps, that parts what is above from what is below. */
const ECART = 1.5;
const LIGNES_DE_TITRE = 3;

function ecart(rangs: readonly Rang[], k: number): number {
  return (rangs[k - 1]?.y ?? 0) - (rangs[k]?.y ?? 0);
}

/** Short headings right above what runs across are its headings, not the end of the first column. */
function sansTitres(rangs: readonly Rang[], bas: number, communs: number, pas: number): number {
  const corps = mediane(rangs.map((r) => r.taille).sort((a, b) => a - b)) ?? 10;
  let fin = bas;
  for (;;) {
    const dessous = rangs[fin];
    if (dessous === undefined || ecart(rangs, fin) > pas * 2.5 * (dessous.taille / corps))
      return fin;
    let k = fin - 1;
    while (k > communs && fin - k < LIGNES_DE_TITRE && ecart(rangs, k) < pas * ECART) k -= 1;
    if (k <= communs || ecart(rangs, k) < pas * ECART) return fin;
    const marque = rangs[k]?.atomes.every(
      (a) => a.cadre.taille > corps * 1.1 || a.fragments[0]?.gras === true,
    );
    if (fin < bas && marque !== true) return fin;
    fin = k;
  }
}

import type { AtomePlace } from './atomes.js';
import { sontDesTextes } from './colonnes.js';
import { meilleureZone, RANGS_MAX, type Zone } from './gouttieres.js';
import { mediane, pasDe, type Rang, rangsDe } from './rangs.js';

/** What is read in one go: a column, a box, or what runs across the page. */
export type Region = readonly AtomePlace[];

const PROFONDEUR_MAX = 8;

/** The regions of a page in reading order; the atoms of each in reading order too. */
export function regionsDe(atomes: readonly AtomePlace[], page: string): Region[] {
  const rangs = rangsDe(atomes);
  if (rangs.length > RANGS_MAX) return [atomes];
  const { tete, corps, pied } = bords(rangs);
  const milieu = partager(corps, page, 0);
  // with a single flow, the order of the stream says more about cells than the heights do
  if (milieu.length <= 1) return [enOrdre(atomes)];
  return [enOrdre(atomesDes(tete)), ...milieu, enOrdre(atomesDes(pied))].filter(
    (r) => r.length > 0,
  );
}

function atomesDes(rangs: readonly Rang[]): AtomePlace[] {
  return rangs.flatMap((r) => r.atomes).sort((a, b) => a.rang - b.rang);
}

/** One or two rows apart from the rest at the head and at the foot: a running title spans the columns. */
function bords(rangs: readonly Rang[]): { tete: Rang[]; corps: Rang[]; pied: Rang[] } {
  const pas = pasDe(rangs);
  const loin = (i: number) => (rangs[i - 1]?.y ?? 0) - (rangs[i]?.y ?? 0) > pas * 1.8;
  const haut = [1, 2].find((i) => i < rangs.length && loin(i)) ?? 0;
  const bas = [1, 2].find((n) => rangs.length - n > haut && loin(rangs.length - n)) ?? 0;
  const fin = rangs.length - bas;
  return { tete: rangs.slice(0, haut), corps: rangs.slice(haut, fin), pied: rangs.slice(fin) };
}

function partager(rangs: readonly Rang[], page: string, profondeur: number): Region[] {
  if (rangs.length === 0) return [];
  const zone = profondeur > PROFONDEUR_MAX ? null : zoneDeTexte(rangs, page);
  if (zone === null) return [enOrdre(atomesDes(rangs))];
  const { gauche, droite } = cotes(rangs.slice(zone.debut, zone.fin), zone);
  return [
    ...partager(rangs.slice(0, zone.debut), page, profondeur + 1),
    ...partager(rangsDe(gauche), page, profondeur + 1),
    ...partager(rangsDe(droite), page, profondeur + 1),
    ...partager(rangs.slice(zone.fin), page, profondeur + 1),
  ];
}

/** The widest zone whose gutter parts texts; the tables met on the way are left whole. */
function zoneDeTexte(rangs: readonly Rang[], page: string): Zone | null {
  const fermes = new Set<number>();
  for (;;) {
    const trouvee = meilleureZone(rangs, fermes);
    if (trouvee === null) return null;
    const zone = { ...trouvee, fin: coupure(rangs, trouvee) };
    const { gauche, droite } = cotes(rangs.slice(zone.debut, zone.fin), zone);
    if (gauche.length > 0 && droite.length > 0 && sontDesTextes(gauche, droite, page)) return zone;
    for (let i = trouvee.debut; i < trouvee.fin; i += 1) fermes.add(i);
  }
}

function cotes(
  rangs: readonly Rang[],
  { gouttiere }: Zone,
): { gauche: AtomePlace[]; droite: AtomePlace[] } {
  const atomes = rangs.flatMap((r) => r.atomes);
  return {
    gauche: atomes.filter((a) => a.cadre.x1 <= gouttiere.debut + 0.1),
    droite: atomes.filter((a) => a.cadre.x1 > gouttiere.debut + 0.1),
  };
}

/** A heading in larger type, alone on its rows between white bands, starts columns of its own. */
function coupure(rangs: readonly Rang[], { debut, fin, gouttiere }: Zone): number {
  const rangees = rangs.slice(debut, fin);
  const taille = mediane(rangees.map((r) => r.taille).sort((a, b) => a - b)) ?? 10;
  const pas = pasDe(rangees);
  for (let i = debut + 2; i < fin - 1; i += 1) {
    const [avant, rang, apres] = [rangs[i - 1], rangs[i], rangs[i + 1]];
    if (avant === undefined || rang === undefined || apres === undefined) break;
    const seul = rang.atomes.every((a) => a.cadre.x1 <= gouttiere.debut + 0.1);
    const blanc = avant.y - rang.y > pas * 1.4 && rang.y - apres.y > pas * 0.9;
    if (seul && blanc && rang.taille > taille * 1.12) return i;
  }
  return fin;
}

/**
 * Atoms in the order of the stream, except that a stretch of it set wholly above another is read first: a box
 * or a running title drawn last. Stretches side by side, as cells are, keep their order.
 */
function enOrdre(atomes: readonly AtomePlace[]): AtomePlace[] {
  const suites: { haut: number; bas: number; atomes: AtomePlace[] }[] = [];
  let avant: AtomePlace | null = null;
  for (const a of atomes) {
    const { y, taille } = a.cadre;
    const [haut, bas] = [y + taille * 0.7, y - taille * 0.2];
    const derniere = suites.at(-1);
    if (avant === null || derniere === undefined || y > avant.cadre.y + taille * 0.5) {
      suites.push({ haut, bas, atomes: [a] });
    } else {
      derniere.atomes.push(a);
      derniere.haut = Math.max(derniere.haut, haut);
      derniere.bas = Math.min(derniere.bas, bas);
    }
    avant = a;
  }
  suites.sort((a, b) => b.haut - a.haut);
  const fondues: { bas: number; atomes: AtomePlace[] }[] = [];
  for (const s of suites) {
    const dessus = fondues.at(-1);
    if (dessus !== undefined && s.haut > dessus.bas + 1) {
      dessus.bas = Math.min(dessus.bas, s.bas);
      dessus.atomes.push(...s.atomes);
    } else fondues.push({ bas: s.bas, atomes: [...s.atomes] });
  }
  return fondues.flatMap((s) => s.atomes.sort((a, b) => a.rang - b.rang));
}

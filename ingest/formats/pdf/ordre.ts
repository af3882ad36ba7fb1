import { tableauAligne } from './alignes.js';
import type { AtomePlace } from './atomes.js';
import { bandes, cotes } from './bandes.js';
import { sontDesTextes } from './colonnes.js';
import { enColonnes } from './contour.js';
import { tableauxSousNoms } from './entetes.js';
import type { Filet } from './filets.js';
import { meilleureZone, RANGS_MAX, type Zone } from './gouttieres.js';
import { numerosAvantTitres, sontDesNumeros } from './marges.js';
import { mediane, pasDe, type Rang, rangsDe } from './rangs.js';
import { type Tableau, tableauxTraces } from './tableaux.js';

/** What is read in one go: a column, a box, or what runs across the page. */
export type Region = readonly AtomePlace[];

/** The regions of a page in reading order, the atoms of each in reading order too, and the tables in them. */
export interface Lecture {
  readonly regions: readonly Region[];
  readonly tableaux: readonly Tableau[];
}

interface Contexte {
  readonly page: string;
  readonly filets: readonly Filet[];
  readonly tableaux: Tableau[];
}

const PROFONDEUR_MAX = 8;

export function lireDansLOrdre(
  atomes: readonly AtomePlace[],
  filets: readonly Filet[],
  page: string,
): Lecture {
  const tableaux = tableauxDe(atomes, filets, page);
  const rangs = rangsDe(elargir(atomes, tableaux));
  if (rangs.length > RANGS_MAX) return { regions: [atomes], tableaux: [] };
  const c: Contexte = { page, filets, tableaux };
  const { tete, corps, pied } = bords(rangs);
  const milieu = partager(corps, c, 0);
  // with a single flow, the order of the stream says more about what stands side by side than heights do
  const groupes = milieu.length <= 1 ? [rangs] : [tete, ...milieu, pied];
  const regions = groupes
    .map((g) => numerosAvantTitres(enOrdre(atomesDes(g)), page))
    .filter((r) => r.length > 0);
  return { regions: regions.map((r) => poserTableaux(r, tableaux)), tableaux };
}

/** Share of a table that must stand out of the drawn cells for these to be shaded rows of it. */
const HORS_TRACE = 0.25;

/** The tables drawn with rules, and those that alignment shows; a shaded row is only a part of these. */
function tableauxDe(
  atomes: readonly AtomePlace[],
  filets: readonly Filet[],
  page: string,
): Tableau[] {
  const traces = tableauxTraces(atomes, filets);
  const dedans = new Set(traces.flatMap((t) => [...t.cellules.keys()]));
  const contient = (t: Tableau, u: Tableau) =>
    u.atomes.filter((a) => t.cellules.has(a.rang)).length;
  const alignes = tableauxSousNoms(atomes, filets, page, traces.length).filter((t) => {
    if (traces.some((u) => contient(t, u) > 0 && contient(t, u) < u.atomes.length)) return false;
    return t.atomes.filter((a) => !dedans.has(a.rang)).length >= t.atomes.length * HORS_TRACE;
  });
  return [...traces.filter((u) => alignes.every((t) => contient(t, u) === 0)), ...alignes];
}

/** What stands in a table is as wide as the table: no gutter passes through it. */
function elargir(atomes: readonly AtomePlace[], tableaux: readonly Tableau[]): AtomePlace[] {
  const bords = new Map(tableaux.flatMap((t) => t.atomes.map((a) => [a.rang, t] as const)));
  return atomes.map((a) => {
    const t = bords.get(a.rang);
    return t === undefined ? a : { ...a, cadre: { ...a.cadre, x0: t.x0, x1: t.x1 } };
  });
}

/** Puts the cells of a table together, where its first atom stands. */
function poserTableaux(region: Region, tableaux: readonly Tableau[]): Region {
  const rangs = new Set(region.map((a) => a.rang));
  const prises = new Set<number>();
  const debuts = new Map<number, readonly AtomePlace[]>();
  for (const { atomes } of tableaux) {
    const dedans = atomes.filter((a) => rangs.has(a.rang));
    const premier = region.find((a) => dedans.some((b) => b.rang === a.rang));
    if (premier === undefined) continue;
    for (const a of dedans) prises.add(a.rang);
    debuts.set(premier.rang, dedans);
  }
  return region.flatMap((a) => debuts.get(a.rang) ?? (prises.has(a.rang) ? [] : [a]));
}

function atomesDes(rangs: readonly Rang[]): AtomePlace[] {
  return rangs.flatMap((r) => r.atomes).sort((a, b) => a.rang - b.rang);
}

/** Gap, in heights of its letters, that sets a running title apart from what stands under (or over) it. */
const ECART = 1.8;

/**
 * One or two rows apart from the rest at the head and at the foot: a running title spans the columns. The first
 * line of one column, above the first of the other, is not apart: what follows it in its column is near.
 */
function bords(rangs: readonly Rang[]): { tete: Rang[]; corps: Rang[]; pied: Rang[] } {
  const pas = pasDe(rangs);
  const loin = (i: number) => (rangs[i - 1]?.y ?? 0) - (rangs[i]?.y ?? 0) > pas * 1.8;
  const seul = (rang: Rang | undefined, voisins: readonly Rang[]) => {
    const proche = voisins.find((v) => rang !== undefined && seChevauchent(rang, v));
    if (rang === undefined || proche === undefined) return true;
    return Math.abs(rang.y - proche.y) > rang.taille * ECART;
  };
  const haut =
    [1, 2].find((i) => i < rangs.length && loin(i) && seul(rangs[i - 1], rangs.slice(i))) ?? 0;
  const bas =
    [1, 2].find((n) => {
      const i = rangs.length - n;
      return i > haut && loin(i) && seul(rangs[i], rangs.slice(0, i).reverse());
    }) ?? 0;
  const fin = rangs.length - bas;
  return { tete: rangs.slice(0, haut), corps: rangs.slice(haut, fin), pied: rangs.slice(fin) };
}

/** True when two rows have something one above the other. */
function seChevauchent(a: Rang, b: Rang): boolean {
  return a.atomes.some((x) =>
    b.atomes.some((y) => x.cadre.x0 < y.cadre.x1 && y.cadre.x0 < x.cadre.x1),
  );
}

function partager(rangs: readonly Rang[], c: Contexte, profondeur: number): (readonly Rang[])[] {
  if (rangs.length === 0) return [];
  const trouvee = profondeur > PROFONDEUR_MAX ? null : zoneDeTexte(rangs, c);
  if (trouvee === null) return [rangs];
  const zone = { ...trouvee, debut: premierRang(rangs, trouvee) };
  const colonnes = bandes(rangs, zone).flatMap(({ debut, fin }) => {
    const { gauche, droite } = cotes(rangs.slice(debut, fin), zone);
    return enColonnes(rangsDe(gauche), rangsDe(droite), rangs.slice(fin), c.page);
  });
  return [rangs.slice(0, zone.debut), ...colonnes, rangs.slice(zone.fin)].flatMap((partie) =>
    partager(partie, c, profondeur + 1),
  );
}

/** Where a zone begins: lines at the right of its gutter, near those below them, open the second column. */
function premierRang(rangs: readonly Rang[], { debut, gouttiere }: Zone): number {
  let i = debut;
  for (; i > 0; i -= 1) {
    const rang = rangs[i - 1];
    if (rang === undefined || !rang.atomes.every((a) => a.cadre.x0 >= gouttiere.fin - 0.1)) break;
    const dessous = rangs.slice(i).find((r) => seChevauchent(rang, r));
    if (dessous === undefined || rang.y - dessous.y > rang.taille * ECART) break;
  }
  return i;
}

/** The widest zone whose gutter parts texts; the tables met on the way are left whole. */
function zoneDeTexte(rangs: readonly Rang[], c: Contexte): Zone | null {
  const fermes = new Set<number>();
  const grilles: Tableau[] = [];
  for (;;) {
    const trouvee = meilleureZone(rangs, fermes);
    if (trouvee === null) {
      c.tableaux.push(...grilles);
      return null;
    }
    const zone = { ...trouvee, fin: coupure(rangs, trouvee) };
    const { gauche, droite } = cotes(rangs.slice(zone.debut, zone.fin), zone);
    const textes = gauche.length > 0 && droite.length > 0 && sontDesTextes(gauche, droite, c.page);
    if (textes && !sontDesNumeros(gauche, c.page)) return zone;
    const rang = c.tableaux.length + grilles.length;
    const grille = tableauAligne(rangs.slice(trouvee.debut, trouvee.fin), c.filets, rang);
    if (grille !== null) grilles.push(grille);
    for (let i = trouvee.debut; i < trouvee.fin; i += 1) fermes.add(i);
  }
}

/**
 * A heading in larger type, alone on its rows between white bands, starts columns of its own. Both columns
 * leave these bands white: a heading of the first, level with the text of the second, is only in its column.
 */
function coupure(rangs: readonly Rang[], zone: Zone): number {
  const { debut, fin } = zone;
  const rangees = rangs.slice(debut, fin);
  const taille = mediane(rangees.map((r) => r.taille).sort((a, b) => a - b)) ?? 10;
  const { gauche, droite } = cotes(rangees, zone);
  const [pas, colonne] = [pasDe(rangsDe(gauche)), rangsDe(droite)];
  for (let i = debut + 2; i < fin - 1; i += 1) {
    const [avant, rang, apres] = [rangs[i - 1], rangs[i], rangs[i + 1]];
    if (avant === undefined || rang === undefined || apres === undefined) break;
    if (rang.taille <= taille * 1.12) continue;
    const blanc = avant.y - rang.y > pas * 1.4 && rang.y - apres.y > pas * 0.9;
    const libre = colonne.every((r) => r.y >= avant.y - 1 || r.y <= apres.y + 1);
    if (blanc && libre) return i;
  }
  return fin;
}

/** A stretch of the stream, and the heights it spans. */
interface Suite {
  haut: number;
  bas: number;
  readonly atomes: AtomePlace[];
}

/**
 * Atoms in the order of the stream, except that a stretch of it set wholly above another is read first: a box
 * or a running title drawn last. Stretches side by side, as cells are, keep their order.
 */
function enOrdre(atomes: readonly AtomePlace[]): AtomePlace[] {
  const fondues: Suite[] = [];
  for (const s of suitesDe(atomes).sort((a, b) => b.haut - a.haut)) {
    const dessus = fondues.at(-1);
    if (dessus !== undefined && s.haut > dessus.bas + 1) {
      dessus.bas = Math.min(dessus.bas, s.bas);
      dessus.atomes.push(...s.atomes);
    } else fondues.push(s);
  }
  return fondues.flatMap((s) => deHautEnBas(s.atomes) ?? s.atomes.sort((a, b) => a.rang - b.rang));
}

/** The stretches of the stream that only go down. */
function suitesDe(atomes: readonly AtomePlace[]): Suite[] {
  const suites: Suite[] = [];
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
  return suites;
}

/** From top to bottom, when nothing stands side by side: null when a row has parts of two lines of the stream. */
function deHautEnBas(atomes: readonly AtomePlace[]): AtomePlace[] | null {
  const rangs = rangsDe(atomes);
  if (rangs.some((r) => r.atomes.some((a) => a.ligne !== r.atomes[0]?.ligne))) return null;
  return rangs.flatMap((r) => [...r.atomes].sort((a, b) => a.rang - b.rang));
}

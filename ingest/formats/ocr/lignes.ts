import { normalizePageText, type Piece } from '../../../src/domain/page.js';
import { epaisseur } from './graisse.js';
import { type ImagePage, seuil } from './image.js';
import type { LigneReconnue, MotReconnu } from './moteur.js';

/** A word of a recognised line: left edge and width, in points. */
export interface MotPlace {
  readonly texte: string;
  readonly x: number;
  readonly largeur: number;
}

/** A recognised line with its layout in points, origin at the bottom left of the page. */
export interface LigneMiseEnPage {
  readonly texte: string;
  readonly confiance: number;
  readonly taille: number;
  readonly gras: boolean;
  readonly x: number;
  readonly y: number;
  /** Offset of its first word in `texte`, and left edge. */
  readonly pieces: readonly Piece[];
  readonly mots: readonly MotPlace[];
}

/** Surer than noise, and something to read. */
const CONFIANCE_LIGNE = 45;
/** A printed word and its bold print: their strokes, against the font size, are in a ratio of about 1.5. */
const RAPPORT_GRAS = 1.28;
/** Heights measured on one line vary with its letters: what is this near to the page's usual size is that size. */
const ECART_TAILLE = 0.07;

/** Lines of a page from what was recognised on its image: noise left out, the page set straight. */
export function mettreEnPage(
  reconnues: readonly LigneReconnue[],
  image: ImagePage,
): LigneMiseEnPage[] {
  const lues = reconnues
    .map((l) => ({ ...l, mots: l.mots.filter((m) => m.texte.trim() !== '') }))
    .filter(
      (l) => l.confiance >= CONFIANCE_LIGNE && l.mots.some((m) => /[\p{L}\p{N}]/u.test(m.texte)),
    );
  const points = 72 / image.resolution;
  const droit = redresseur(lues);
  const tailles = lues.map((l) => l.hauteur * points);
  const corps = medianePonderee(lues.map((l, i) => [tailles[i] ?? 0, longueur(l)]));
  const noir = seuil(image.gris);
  const traits = lues.map((l, i) => epaisseur(image, l.mots, noir) / Math.max(tailles[i] ?? 1, 1));
  const trait = medianePonderee(lues.map((l, i) => [traits[i] ?? 0, longueur(l)]));
  return lues.map((l, i) => {
    const taille = arrondirTaille(tailles[i] ?? corps, corps);
    const { texte, pieces, mots } = composer(l.mots, (x, y) => droit(x, y).x * points, taille);
    const { x, y } = droit(l.base.x0, l.base.y0);
    return {
      texte,
      pieces,
      mots,
      confiance: l.confiance,
      taille,
      gras: (traits[i] ?? 0) > trait * RAPPORT_GRAS,
      x: dixieme(x * points),
      y: dixieme((image.hauteur - y) * points),
    };
  });
}

/** Turns places back by the slope that the lines have on the whole: a sheet is rarely laid straight. */
function redresseur(
  lignes: readonly LigneReconnue[],
): (x: number, y: number) => { x: number; y: number } {
  const pentes = lignes.map(({ base: b }): [number, number] => [
    (b.y1 - b.y0) / Math.max(1, b.x1 - b.x0),
    Math.max(0, b.x1 - b.x0),
  ]);
  const angle = Math.atan(medianePonderee(pentes));
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return (x, y) => ({ x: x * c + y * s, y: y * c - x * s });
}

/** The words of a line with a space between them, and where a gap as wide as between columns parts them. */
function composer(
  mots: readonly MotReconnu[],
  abscisse: (x: number, y: number) => number,
  taille: number,
): { texte: string; pieces: Piece[]; mots: MotPlace[] } {
  let texte = '';
  let droite: number | null = null;
  const pieces: Piece[] = [];
  const places: MotPlace[] = [];
  for (const mot of mots) {
    const x = abscisse(mot.x0, mot.y1);
    const colonne = droite !== null && x - droite > taille;
    if (texte !== '') texte += ' ';
    if (droite === null || colonne) pieces.push({ debut: texte.length, x: dixieme(x), colonne });
    const lu = normalizePageText(mot.texte).replace(/\s+/g, ' ').trim();
    texte += lu;
    droite = abscisse(mot.x1, mot.y1);
    places.push({ texte: lu, x: dixieme(x), largeur: dixieme(droite - x) });
  }
  return { texte, pieces, mots: places };
}

function arrondirTaille(taille: number, corps: number): number {
  const proche = Math.abs(taille - corps) <= corps * ECART_TAILLE;
  return Math.round((proche ? corps : taille) * 2) / 2;
}

function longueur({ mots }: LigneReconnue): number {
  return mots.reduce((n, m) => n + m.texte.length, 0);
}

/** The value at which half of the weights are reached; 0 of nothing. */
export function medianePonderee(valeurs: readonly (readonly [number, number])[]): number {
  const triees = [...valeurs].sort((a, b) => a[0] - b[0]);
  const moitie = triees.reduce((s, [, poids]) => s + poids, 0) / 2;
  let cumul = 0;
  for (const [valeur, poids] of triees) {
    cumul += poids;
    if (cumul >= moitie) return valeur;
  }
  return 0;
}

function dixieme(n: number): number {
  return Math.round(n * 10) / 10;
}

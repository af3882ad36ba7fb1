import type { AtomePlace } from './atomes.js';
import { interligne, mediane, type Rang, rangsDe } from './rangs.js';

/** One side of a gutter, as lines from top to bottom. */
interface Cote {
  readonly lignes: readonly LigneCote[];
  readonly pas: number;
  readonly x0: number;
  readonly x1: number;
}

interface LigneCote {
  readonly texte: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly taille: number;
}

/** Points by which two baselines of one row may differ. */
const JEU = 1.5;
const CARACTERES_MIN = 24;

/**
 * True when what a gutter parts is two texts to be read one after the other, and not the cells of a table.
 * Cells start on the baseline of their row; texts have lines that fill their width, or run on in lower case,
 * or labels of their own on each side.
 */
export function sontDesTextes(
  gauche: readonly AtomePlace[],
  droite: readonly AtomePlace[],
  page: string,
): boolean {
  const [a, b] = [coteDe(gauche, page), coteDe(droite, page)];
  const [prosesA, prosesB] = [estProse(a), estProse(b)];
  if (prosesA && prosesB) return !rangeesCommunes(a, b);
  if (listeDePages(a) && listeDePages(b)) return true;
  if (etiquetee(a) && etiquetee(b)) return true;
  const alignees = Math.min(partAlignee(a, b), partAlignee(b, a));
  if (!prosesA && !prosesB)
    return alignees < 0.5 && partAlignee(a, b) < 0.8 && partAlignee(b, a) < 0.8;
  // one line beside each: « Date | mai et juin, le jeudi matin »
  if (alignees > 0.9) return false;
  return !etiquetteLaProse(prosesA ? b : a, prosesA ? a : b);
}

/** True when a column holds running text, or a card with its own labels. */
export function estUnTexte(colonne: readonly AtomePlace[], page: string): boolean {
  if (colonne.length === 0) return false;
  const cote = coteDe(colonne, page);
  return estProse(cote) || etiquetee(cote);
}

function coteDe(atomes: readonly AtomePlace[], page: string): Cote {
  const rangs = rangsDe(atomes);
  const lignes = rangs.map((r) => ligneDe(r, page));
  return {
    lignes,
    pas: interligne(rangs),
    x0: Math.min(...lignes.map((l) => l.x0)),
    x1: Math.max(...lignes.map((l) => l.x1)),
  };
}

function ligneDe(rang: Rang, page: string): LigneCote {
  return {
    texte: rang.atomes.map((a) => page.slice(a.debut, a.fin)).join(' '),
    x0: Math.min(...rang.atomes.map((a) => a.cadre.x0)),
    x1: Math.max(...rang.atomes.map((a) => a.cadre.x1)),
    y: rang.y,
    taille: rang.taille,
  };
}

/** Lines long enough, most of them filling the width or going on in lower case. */
function estProse({ lignes, x0, x1 }: Cote): boolean {
  if (lignes.length < 3) return false;
  const longueurs = lignes.map((l) => l.texte.length).sort((a, b) => a - b);
  if ((mediane(longueurs) ?? 0) < CARACTERES_MIN) return false;
  const suites = lignes.slice(1).filter((l) => /^\p{Ll}/u.test(l.texte)).length;
  const pleines = lignes.filter((l) => l.x1 - l.x0 >= (x1 - x0) * 0.8).length;
  return (
    suites >= (lignes.length - 1) * 0.3 || (lignes.length >= 5 && pleines >= lignes.length * 0.6)
  );
}

/** Two texts whose white lines all stand at the same heights are the cells of rows. */
function rangeesCommunes(a: Cote, b: Cote): boolean {
  const [blancsA, blancsB] = [debuts(a), debuts(b)];
  const communs = blancsA.filter((l) => blancsB.some((m) => Math.abs(l.y - m.y) <= JEU)).length;
  return communs >= 2 && communs >= Math.min(blancsA.length, blancsB.length) * 0.7;
}

/** Lines under a gap. */
function debuts({ lignes, pas }: Cote): LigneCote[] {
  return lignes.filter((l, i) => {
    const avant = lignes[i - 1];
    return avant !== undefined && avant.y - l.y > pas * 1.25;
  });
}

/** Contents in two columns: most lines end with a page number after a leader or a gap. */
function listeDePages({ lignes }: Cote): boolean {
  const entrees = lignes.filter((l) => /(?:[.…_·\s]{3,}|\s|\t)\d{1,3}$/.test(l.texte)).length;
  return lignes.length >= 3 && entrees >= lignes.length * 0.5;
}

/** Two cards side by side: each has its own « label : value » lines. */
function etiquetee({ lignes }: Cote): boolean {
  const nommees = lignes.filter((l) =>
    /^[•\-–]?\s?\p{Lu}[^:.]{2,45}\s?:(?:\s|$)/u.test(l.texte),
  ).length;
  return nommees >= 2 && nommees >= lignes.length * 0.3;
}

/** Share of the lines of one side that have a line of the other on their baseline. */
function partAlignee(a: Cote, b: Cote): number {
  const alignees = a.lignes.filter((l) => b.lignes.some((m) => Math.abs(l.y - m.y) <= JEU));
  return alignees.length / Math.max(1, a.lignes.length);
}

/**
 * Labels beside their values: each group of short lines starts on a baseline where the prose starts a
 * paragraph. A box beside a text keeps its own baselines, or meets the text in the middle of a sentence.
 */
function etiquetteLaProse(courtes: Cote, prose: Cote): boolean {
  const groupes = courtes.lignes.filter((l, i) => {
    const avant = courtes.lignes[i - 1];
    return (
      avant === undefined || avant.y - l.y > courtes.pas * 1.25 || avant.y - l.y > l.taille * 1.6
    );
  });
  const tetes = groupes.filter((l) => ouvreUnParagraphe(prose, l.y));
  return tetes.length >= groupes.length * 0.7;
}

function ouvreUnParagraphe(prose: Cote, y: number): boolean {
  const rang = prose.lignes.findIndex((m) => Math.abs(m.y - y) <= JEU);
  const [ligne, avant] = [prose.lignes[rang], prose.lignes[rang - 1]];
  if (ligne === undefined) return false;
  if (avant === undefined) return true;
  return avant.y - ligne.y > prose.pas * 1.25 || !/^\p{Ll}/u.test(ligne.texte);
}

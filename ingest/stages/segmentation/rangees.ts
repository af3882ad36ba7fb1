import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { NomChamp } from '../structure.js';
import { joindre, type Lexique, type Passage } from './blocs.js';
import { type Etiquette, etiquetteEnTete } from './etiquettes.js';
import type { LigneDoc } from './lignes.js';
import { numeroEnMarge } from './numeros.js';
import { trouverRangeesDeclarees } from './rangeesDeclarees.js';
import { etiquettesDeLigne } from './relief.js';

/** A row of a table: a label and its value, over as many lines as each takes. */
export interface Rangee {
  /** Empty when the label is none of the vocabulary. */
  readonly champs: readonly NomChamp[];
  readonly lignes: readonly LigneDoc[];
  /** The cell of the label, and the offsets of the label in its text. */
  readonly cellule: Bloc;
  readonly etiquette: Etiquette | null;
  readonly valeur: readonly Passage[];
  /** True when the layout does not tell where the value ends: lines below may go on with it. */
  readonly ouverte: boolean;
  /** Left edge of the value's column. */
  readonly colonne: number | null;
}

interface Cellules {
  readonly gauche: Passage;
  readonly droite: Passage | null;
  /** Left edge of the right cell; null without layout, or when only the weight changes. */
  readonly x: number | null;
}

const LIGNES_ETIQUETTE = 4;
const ETIQUETTE_MAX = 80;
/** Points by which the edges of one column may differ. */
const JEU = 2;
/** How far a list may be indented inside its cell. */
const RETRAIT = 40;

/** The rows of the tables of a document, by their first line. */
export function trouverRangees(
  lignes: readonly LigneDoc[],
  v: Vocabulaire,
  lexique: Lexique,
): ReadonlyMap<LigneDoc, Rangee> {
  const rangees = new Map(trouverRangeesDeclarees(lignes, v, lexique));
  let precedente: Rangee | null = null;
  for (let i = 0; i < lignes.length; ) {
    if (lignes[i]?.cellule) {
      // its format tells where each cell ends
      precedente = null;
      i += 1;
      continue;
    }
    const rangee: Rangee | null =
      lireRangee(lignes, i, v, lexique) ?? rangeeInconnue(lignes, i, precedente, v, lexique);
    const ligne = lignes[i];
    if (rangee !== null && ligne !== undefined) rangees.set(ligne, rangee);
    precedente = rangee;
    i += rangee?.lignes.length ?? 1;
  }
  return rangees;
}

function lireRangee(
  lignes: readonly LigneDoc[],
  i: number,
  v: Vocabulaire,
  lexique: Lexique,
): Rangee | null {
  const tete = lignes[i];
  if (tete === undefined || etiquettesDeLigne(tete, v).length > 1) return null;
  const rang = colonneGauche(lignes, i);
  let lue: Rangee | null = null;
  for (let n = 1; n <= rang.length; n += 1) {
    // « Pour » above « Quand », each with its value beside it, is not « Pour quand »
    if (n > 1 && aSaValeur(rang[0], v) && aSaValeur(rang[n - 1], v)) break;
    const cellule = joindre(
      rang.slice(0, n).map((c) => c.gauche),
      lexique,
    );
    const etiquette = etiquetteEnTete(cellule.texte, v);
    if (etiquette === null || etiquette.valeur < cellule.texte.length) continue;
    const droite = valeurDe(lignes, i, rang.slice(0, n));
    if (droite !== null) lue = { champs: etiquette.champs, cellule, etiquette, ...droite };
  }
  return lue;
}

function aSaValeur(cellules: Cellules | undefined, v: Vocabulaire): boolean {
  if (cellules === undefined || cellules.droite === null) return false;
  const { ligne, debut, fin } = cellules.gauche;
  const nom = ligne.texte.slice(debut - ligne.debut, fin - ligne.debut).trim();
  const etiquette = etiquetteEnTete(nom, v);
  return etiquette !== null && etiquette.valeur >= nom.length;
}

/** The lines that may hold a label: same left edge, close to each other. */
function colonneGauche(lignes: readonly LigneDoc[], i: number): Cellules[] {
  const tete = lignes[i];
  const rang: Cellules[] = [];
  for (let j = i; j < i + LIGNES_ETIQUETTE; j += 1) {
    const ligne = lignes[j];
    if (ligne === undefined || tete === undefined || ligne.page !== tete.page) break;
    if (j > i && (ligne.espaceAvant || Math.abs((ligne.x ?? 0) - (tete.x ?? 0)) > JEU)) break;
    const cellules = couper(ligne);
    if (cellules.gauche.fin - cellules.gauche.debut > ETIQUETTE_MAX) break;
    rang.push(cellules);
  }
  return rang;
}

/** A line at its first gap, or else where its weight changes, or at its first tab when it has no layout. */
function couper(ligne: LigneDoc): Cellules {
  const piece = ligne.pieces.find((p) => p.colonne) ?? (ligne.gras ? ligne.pieces[1] : undefined);
  const tabulation = ligne.x === null ? ligne.texte.indexOf('\t') : -1;
  const coupe = piece?.debut ?? (tabulation < 0 ? null : ligne.debut + tabulation + 1);
  if (coupe === null) {
    return { gauche: { ligne, debut: ligne.debut, fin: ligne.fin }, droite: null, x: null };
  }
  return {
    gauche: { ligne, debut: ligne.debut, fin: coupe },
    droite: { ligne, debut: coupe, fin: ligne.fin },
    x: piece?.colonne === true ? piece.x : null,
  };
}

/** The value beside the label, or null when nothing stands there. */
function valeurDe(
  lignes: readonly LigneDoc[],
  i: number,
  rang: readonly Cellules[],
): Pick<Rangee, 'lignes' | 'valeur' | 'ouverte' | 'colonne'> | null {
  const fin = i + rang.length;
  const valeur = rang.flatMap((c) => c.droite ?? []);
  let x = rang.find((c) => c.x !== null)?.x ?? null;
  if (valeur.length === 0) {
    const suivante = lignes[fin];
    x = suivante !== undefined && remonte(suivante, lignes[fin - 1]) ? suivante.x : null;
    if (x === null) return null;
  } else if (x === null) {
    // « Public : élus » on one line is read with its label, however it is set
    if (rang.length === 1 && /[:\t]/.test(lignes[i]?.texte ?? '')) return null;
    return { lignes: lignes.slice(i, fin), valeur, ouverte: true, colonne: null };
  }
  const suite = dansLaColonne(lignes, fin, x);
  return {
    lignes: lignes.slice(i, fin + suite.length),
    valeur: [...valeur, ...suite.map((ligne) => ({ ligne, debut: ligne.debut, fin: ligne.fin }))],
    ouverte: false,
    colonne: x,
  };
}

/** The next cell of a row starts to the right of the last line of the label, and no lower. */
function remonte(ligne: LigneDoc, avant: LigneDoc | undefined): boolean {
  if (avant === undefined || ligne.page !== avant.page) return false;
  const { x, y, taille } = ligne;
  if (x === null || y === null || avant.x === null || avant.y === null) return false;
  const hauteur = taille ?? 10;
  return x > avant.x + 2 * hauteur && y >= avant.y - 1 && y - avant.y < 10 * hauteur;
}

/** The lines of a value: they keep to its column, over the page if need be. */
function dansLaColonne(lignes: readonly LigneDoc[], depuis: number, x: number): LigneDoc[] {
  const prises: LigneDoc[] = [];
  for (let j = depuis; j < lignes.length; j += 1) {
    const ligne = lignes[j];
    const avant = lignes[j - 1];
    if (ligne === undefined || avant === undefined || ligne.x === null) break;
    const retrait = ligne.premiere ? JEU : RETRAIT;
    if (ligne.x < x - JEU || ligne.x > x + retrait) break;
    if (Math.abs((ligne.taille ?? 0) - (avant.taille ?? 0)) > 0.9) break;
    if (ligne.gras === true && ligne.espaceAvant && ligne.x > x + JEU) break;
    prises.push(ligne);
  }
  return prises;
}

/** A row whose label says nothing known, right under another row: it ends the value above it. */
function rangeeInconnue(
  lignes: readonly LigneDoc[],
  i: number,
  precedente: Rangee | null,
  v: Vocabulaire,
  lexique: Lexique,
): Rangee | null {
  const ligne = lignes[i];
  const dessus = precedente?.lignes[0];
  if (ligne === undefined || dessus === undefined || ligne.page !== dessus.page) return null;
  const cellules = couper(ligne);
  const aligne = (a: number | null, b: number | null | undefined) =>
    a !== null && b !== null && b !== undefined && Math.abs(a - b) <= JEU;
  if (!aligne(ligne.x, dessus.x) || !aligne(cellules.x, precedente?.colonne)) return null;
  const droite = valeurDe(lignes, i, [cellules]);
  if (droite === null || numeroEnMarge(ligne, v) !== null) return null;
  return { champs: [], cellule: joindre([cellules.gauche], lexique), etiquette: null, ...droite };
}

/** The label of a row, and the rest of its cell: bullet, colon. */
export function etiquetteDe({ cellule, etiquette }: Rangee): { texte: Bloc; reste: Bloc[] } {
  if (etiquette === null) return { texte: cellule, reste: [] };
  const { debut, fin } = etiquette;
  const reste = [sliceBloc(cellule, 0, debut), sliceBloc(cellule, fin, cellule.texte.length)];
  return { texte: sliceBloc(cellule, debut, fin), reste: reste.filter((b) => b.carte.length > 0) };
}

import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { Passage } from './blocs.js';
import { etiquetteEnTete } from './etiquettes.js';
import type { LigneDoc } from './lignes.js';

const TITRES_MIN = 3;
const TITRE_MAX = 120;
const TEXTE_MIN = 40;

/**
 * Titles that open the very line of their text, in bold and ended by a point: « **Écrire son contrat.**
 * Les intercommunalités ont jusqu'au… ». Each such line is made two; the points are left out. A document
 * has several, or a bold beginning is only a stress.
 */
export function separerTitresEnLigne(
  lignes: readonly LigneDoc[],
  v: Vocabulaire,
): { lignes: readonly LigneDoc[]; points: readonly Passage[] } {
  const trouves = new Map<LigneDoc, number>();
  for (const ligne of lignes) {
    const fin = finDuTitre(ligne, v);
    if (fin !== null) trouves.set(ligne, fin);
  }
  if (trouves.size < TITRES_MIN) return { lignes, points: [] };
  const points: Passage[] = [];
  const separees = lignes.flatMap((ligne) => {
    const fin = trouves.get(ligne);
    if (fin === undefined) return [ligne];
    const { titre, point, texte } = couper(ligne, fin);
    if (point !== null) points.push(point);
    return [titre, texte];
  });
  return { lignes: separees, points };
}

/** Offset in the line's text where its bold beginning ends, when it reads as a title. */
function finDuTitre(ligne: LigneDoc, v: Vocabulaire): number | null {
  if (ligne.gras !== true || ligne.niveau !== null || ligne.liste !== null) return null;
  if (ligne.paragraphe === false || (ligne.paragraphe === null && !ligne.espaceAvant)) return null;
  const piece = ligne.pieces.find((p) => p.debut > ligne.debut);
  if (piece === undefined || piece.colonne) return null;
  const fin = piece.debut - ligne.debut;
  const titre = ligne.texte.slice(0, fin).trimEnd();
  const reste = ligne.texte.slice(fin).trimStart();
  if (titre.length > TITRE_MAX || !/\p{L}{2}.*[.?!]$/u.test(titre) || /[.?!]\s/.test(titre))
    return null;
  if (!/^[«"“]?\s?[\p{Lu}\d]/u.test(reste) || reste.length < TEXTE_MIN) return null;
  return etiquetteEnTete(titre, v) === null ? fin : null;
}

function couper(ligne: LigneDoc, fin: number) {
  const tete = ligne.texte.slice(0, fin).trimEnd();
  const nu = tete.endsWith('.') ? tete.slice(0, -1) : tete;
  const debut = fin + (/^\s*/.exec(ligne.texte.slice(fin))?.[0].length ?? 0);
  const titre = partie(ligne, 0, nu.length);
  const texte = { ...partie(ligne, debut, ligne.texte.length), gras: false, espaceAvant: false };
  const point =
    nu === tete ? null : { ligne, debut: ligne.debut + nu.length, fin: ligne.debut + tete.length };
  return { titre, point, texte: { ...texte, premiere: false } };
}

function partie(ligne: LigneDoc, debut: number, fin: number): LigneDoc {
  const [a, b] = [ligne.debut + debut, ligne.debut + fin];
  return {
    ...ligne,
    debut: a,
    fin: b,
    texte: ligne.texte.slice(debut, fin),
    pieces: ligne.pieces.filter((p) => p.debut > a && p.debut < b),
    exposants: ligne.exposants.filter((e) => e.debut >= a && e.fin <= b),
    coupes: ligne.coupes.filter((c) => c.debut >= a && c.fin <= b),
  };
}

import type { LigneDoc } from './lignes.js';
import type { Numero } from './numeros.js';

/** A series of numbers, at least. */
const SUITE_MIN = 3;
const SEUL = /^(?:n\s?°\s?)?(\d{1,2})\s?[.)]?$/i;

/** « 03  Lire en famille »: the title is at some distance, or the number has two figures on purpose. */
const COLLE = /^(\d{1,2})\s+(?=[«"“]?\s?\p{Lu})/u;

/**
 * The numbers that stand in the margin of a title, by their line: alone on it, the title beginning at
 * their right at about their height, or at its head; and each the next of the one before.
 */
export function numerosEnMarge(lignes: readonly LigneDoc[]): ReadonlyMap<LigneDoc, Numero> {
  const trouves = lignes.flatMap((ligne, i) => {
    const seul = aCote(ligne, lignes[i + 1]) ? SEUL.exec(ligne.texte) : null;
    const lu = seul ?? enTete(ligne);
    return lu === null ? [] : [{ ligne, numero: Number(lu[1]), retrait: lu[0].length }];
  });
  const suivis = trouves.filter(
    ({ numero }, i) =>
      trouves[i - 1]?.numero === numero - 1 || trouves[i + 1]?.numero === numero + 1,
  );
  if (suivis.length < SUITE_MIN) return new Map();
  return new Map(
    suivis.map(({ ligne, numero, retrait }) => {
      return [ligne, { genre: 'action', numero, retrait, forme: 'marge' }];
    }),
  );
}

function enTete(ligne: LigneDoc): RegExpExecArray | null {
  const lu = ligne.cellule === null ? COLLE.exec(ligne.texte) : null;
  if (lu === null) return null;
  const loin = ligne.pieces.some((p) => p.colonne && p.debut === ligne.debut + lu[0].length);
  return loin || /^0\d/.test(ligne.texte) ? lu : null;
}

function aCote(numero: LigneDoc, titre: LigneDoc | undefined): boolean {
  if (titre === undefined || titre.page !== numero.page || numero.cellule !== null) return false;
  if (numero.x === null || numero.y === null || titre.x === null || titre.y === null) return false;
  const hauteur = Math.max(numero.taille ?? 10, titre.taille ?? 10) * 1.2;
  return (
    titre.x > numero.x + 8 &&
    Math.abs(titre.y - numero.y) <= hauteur &&
    /^[«"“]?\s?\p{Lu}/u.test(titre.texte)
  );
}

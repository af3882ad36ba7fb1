import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { type Etiquette, etiquetteEnTete, etiquettesDe } from './etiquettes.js';
import type { LigneDoc } from './lignes.js';

/** A run of bold type inside a line of another weight: offsets in the line's text, outer marks excluded. */
export interface EnRelief {
  readonly debut: number;
  readonly fin: number;
  /** Where what it heads starts. */
  readonly valeur: number;
}

const TETE = /^[\s–—•|;:,-]*/u;
const QUEUE = /[\s:–—|>→-]*$/u;
const LONGUEUR_MAX = 60;

/** The bold runs of a line, each with plain text after it: « **Public** élus – **Durée** 2 jours » has two. */
export function enRelief(ligne: LigneDoc): EnRelief[] {
  const { pieces, texte, debut } = ligne;
  return pieces.flatMap((piece, i) => {
    const suivante = pieces[i + 1];
    if (piece.gras !== true || suivante === undefined || suivante.gras === true) return [];
    const depuis = piece.debut - debut;
    const valeur = suivante.debut - debut;
    const brut = texte.slice(depuis, valeur);
    const tete = TETE.exec(brut)?.[0].length ?? 0;
    const queue = QUEUE.exec(brut)?.[0].length ?? 0;
    const fin = valeur - queue;
    // the colon may stand in the plain text
    const colle = /^\s*[:|>→]?\s*/u.exec(texte.slice(valeur))?.[0].length ?? 0;
    if (fin <= depuis + tete || fin - depuis - tete > LONGUEUR_MAX) return [];
    return [{ debut: depuis + tete, fin, valeur: valeur + colle }];
  });
}

/** The labels of a line that its weight alone tells from their values. */
function etiquettesEnRelief(ligne: LigneDoc, v: Vocabulaire): Etiquette[] {
  return enRelief(ligne).flatMap(({ debut, fin, valeur }) => {
    const nom = ligne.texte.slice(debut, fin);
    const lue = etiquetteEnTete(nom, v);
    return lue !== null && lue.debut === 0 && lue.valeur >= nom.length
      ? [{ ...lue, debut, fin, valeur }]
      : [];
  });
}

/** The label that a line starts with, by its wording or by its weight; or null. */
export function etiquetteDeLigne(ligne: LigneDoc, v: Vocabulaire): Etiquette | null {
  const ecrite = etiquetteEnTete(ligne.texte, v);
  if (ecrite !== null) return ecrite;
  const [premiere] = etiquettesEnRelief(ligne, v);
  return premiere !== undefined && !/[\p{L}\d]/u.test(ligne.texte.slice(0, premiere.debut))
    ? premiere
    : null;
}

/** Every label of a line, by wording or by weight. */
export function etiquettesDeLigne(ligne: LigneDoc, v: Vocabulaire): Etiquette[] {
  const ecrites = etiquettesDe(ligne.texte, v);
  const autres = etiquettesEnRelief(ligne, v).filter(
    (r) => !ecrites.some((e) => r.debut < e.valeur && e.debut < r.valeur),
  );
  return [...ecrites, ...autres].sort((a, b) => a.debut - b.debut);
}

import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { joindre, type Lexique, passagesDe, texteDe } from './blocs.js';
import type { Ecartes } from './ecartes.js';
import { etiquetteEnTete } from './etiquettes.js';
import type { LigneDoc, Mesures } from './lignes.js';
import type { Para } from './paragraphes.js';

const LIGNES_DE_COUVERTURE = 15;
const LIBELLES_MIN = 2;
const SIGNATURE =
  /^.{2,80},?\s(?:le\s\d{1,2}\s)?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\s\d{4}$/;

/** Separates the cover (a first page of few lines, in a document of several) from the rest. */
export function separerCouverture(
  lignes: readonly LigneDoc[],
  v: Vocabulaire,
): {
  couverture: LigneDoc[];
  reste: LigneDoc[];
} {
  const premiere = lignes[0]?.page;
  const couverture = lignes.filter((l) => l.page === premiere);
  const seule = couverture.length === lignes.length;
  if (seule || couverture.length > LIGNES_DE_COUVERTURE || premiere !== 1) {
    return { couverture: [], reste: [...lignes] };
  }
  if (couverture.some((l) => /:\s|^\d+[.)]\s|\t/.test(l.texte) || (l.cellule?.colonnes ?? 1) > 1))
    return { couverture: [], reste: [...lignes] };
  // « Date », « Public »: labels above their values
  if (couverture.filter((l) => etiquetteEnTete(l.texte, v) !== null).length >= LIBELLES_MIN)
    return { couverture: [], reste: [...lignes] };
  return { couverture, reste: lignes.filter((l) => l.page !== premiere) };
}

/** The document's title on its cover: the lines in the largest type, or those that say « programme ». */
export function titreDeCouverture(
  couverture: readonly LigneDoc[],
  v: Vocabulaire,
  lexique: Lexique,
  ecartes: Ecartes,
): Bloc | null {
  if (couverture.length === 0) return null;
  const plus = Math.max(...couverture.map((l) => l.taille ?? 0));
  const grandes = couverture.filter((l) => plus > 0 && (l.taille ?? 0) >= plus - 0.5);
  const nommees = couverture.filter((l) => v.titre.test(fold(l.texte)));
  const titre = grandes.length > 0 && grandes.length <= 4 ? grandes : nommees.slice(0, 1);
  const choisies = titre.length > 0 ? titre : couverture.slice(0, 1);
  ecartes.lignes(
    couverture.filter((l) => !choisies.includes(l)),
    'couverture',
  );
  return joindre(passagesDe(choisies), lexique);
}

const PARAS_EN_TETE = 6;

/**
 * Without a cover: the rank of the first paragraph near the top that is set as a title and says
 * « programme » (in the very first, or with a year).
 */
export function rangDuTitre(paras: readonly Para[], v: Vocabulaire): number | null {
  const rang = paras.slice(0, PARAS_EN_TETE).findIndex((p, i) => {
    const texte = texteDe(p.lignes);
    if (!estTitre(p, texte) || !v.titre.test(fold(texte))) return false;
    return i === 0 || /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(texte);
  });
  return rang < 0 ? null : rang;
}

/** Failing that, the rank of a paragraph in larger type above the first part (`fin`). */
export function rangDuGrandTitre(
  paras: readonly Para[],
  fin: number,
  mesures: Mesures,
): number | null {
  const rang = paras.slice(0, Math.min(fin, PARAS_EN_TETE)).findIndex((p) => {
    const taille = p.lignes[0]?.taille ?? 0;
    return estTitre(p, texteDe(p.lignes)) && taille > (mesures.corps ?? 1000) * 1.15;
  });
  return rang < 0 ? null : rang;
}

function estTitre(para: Para, texte: string): boolean {
  return (
    para.nature === 'texte' &&
    para.lignes.length <= 3 &&
    texte.length < 160 &&
    !/[.;,]$/.test(texte)
  );
}

/** The last paragraph of a document when it only signs and dates it. */
export function estSignature(para: Para | undefined): boolean {
  return (
    para !== undefined &&
    para.lignes.length === 1 &&
    para.nature === 'texte' &&
    SIGNATURE.test(fold(texteDe(para.lignes)))
  );
}

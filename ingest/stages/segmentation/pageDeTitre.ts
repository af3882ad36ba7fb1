import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import { joindre, type Lexique, passagesDe, texteDe } from './blocs.js';
import type { Ecartes } from './ecartes.js';
import type { LigneDoc, Mesures } from './lignes.js';
import type { Para } from './paragraphes.js';

const LIGNES_DE_COUVERTURE = 15;
const TITRE = /programme|programmation|rapport|bilan|plan d'action|agenda/;
const SIGNATURE =
  /^.{2,80},?\s(?:le\s\d{1,2}\s)?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\s\d{4}$/;

/** Separates the cover (a first page of few lines, in a document of several) from the rest. */
export function separerCouverture(lignes: readonly LigneDoc[]): {
  couverture: LigneDoc[];
  reste: LigneDoc[];
} {
  const premiere = lignes[0]?.page;
  const couverture = lignes.filter((l) => l.page === premiere);
  const seule = couverture.length === lignes.length;
  if (seule || couverture.length > LIGNES_DE_COUVERTURE || premiere !== 1) {
    return { couverture: [], reste: [...lignes] };
  }
  if (couverture.some((l) => /:\s|^\d+[.)]\s/.test(l.texte)))
    return { couverture: [], reste: [...lignes] };
  return { couverture, reste: lignes.filter((l) => l.page !== premiere) };
}

/** The document's title on its cover: the lines in the largest type, or those that say « programme ». */
export function titreDeCouverture(
  couverture: readonly LigneDoc[],
  lexique: Lexique,
  ecartes: Ecartes,
): Bloc | null {
  if (couverture.length === 0) return null;
  const plus = Math.max(...couverture.map((l) => l.taille ?? 0));
  const grandes = couverture.filter((l) => plus > 0 && (l.taille ?? 0) >= plus - 0.5);
  const nommees = couverture.filter((l) => TITRE.test(fold(l.texte)));
  const titre = grandes.length > 0 && grandes.length <= 4 ? grandes : nommees.slice(0, 1);
  const choisies = titre.length > 0 ? titre : couverture.slice(0, 1);
  ecartes.lignes(
    couverture.filter((l) => !choisies.includes(l)),
    'couverture',
  );
  return joindre(passagesDe(choisies), lexique);
}

/** Without a cover: a heading above the first part that says « programme » and stands near the top. */
export function titreCourant(
  paras: readonly Para[],
  finIntroduction: number,
  lexique: Lexique,
  mesures: Mesures,
): { rang: number; bloc: Bloc } | null {
  const rang = paras.slice(0, Math.min(finIntroduction, 6)).findIndex((p) => {
    const texte = texteDe(p.lignes);
    const grande = (p.lignes[0]?.taille ?? 0) > (mesures.corps ?? 1000) * 1.15;
    return (
      p.nature === 'texte' &&
      p.lignes.length <= 3 &&
      texte.length < 160 &&
      !/[.;,]$/.test(texte) &&
      (grande || TITRE.test(fold(texte)))
    );
  });
  const para = paras[rang];
  return para === undefined ? null : { rang, bloc: joindre(passagesDe(para.lignes), lexique) };
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

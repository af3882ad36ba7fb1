import type { Cellule } from '../../../src/domain/page.js';
import { marquer } from '../flux/marque.js';
import type { Morceau, Paragraphe } from '../flux/modele.js';
import { type Element, elements } from '../xml/arbre.js';
import type { Numerotation } from './numerotation.js';
import { valeur } from './parties.js';
import type { Runs } from './runs.js';
import { couvrir, lirePara, type ReglagePara, type Styles } from './styles.js';

/** A paragraph read, the text boxes anchored in it, and the section that it ends. */
export interface ParagrapheLu {
  readonly paragraphe: Paragraphe;
  readonly boites: readonly Element[];
  readonly section: Element | undefined;
}

/** Reads `w:p`: its style, its list number or bullet, its runs. */
export function lireParagraphe(
  p: Element,
  cellule: Cellule | null,
  outils: { readonly styles: Styles; readonly numerotation: Numerotation; readonly runs: Runs },
): ParagrapheLu {
  const pPr = elements(p, 'w:pPr')[0];
  const idStyle = valeur(elements(pPr, 'w:pStyle')[0]);
  const style = outils.styles.para(idStyle);
  const reglage = couvrir(style.para, lirePara(pPr));
  const { morceaux, boites } = outils.runs.lire(p, style.texte);
  const niveau = reglage.niveau === null || reglage.niveau === 0 ? null : reglage.niveau;
  const rang = rangDeListe(reglage, idStyle, outils.numerotation);
  const numerotes =
    rang === null
      ? morceaux
      : marquer(morceaux, outils.numerotation.marque(reglage.liste ?? '', rang));
  const saut: Morceau[] = reglage.sautAvant === true ? [{ genre: 'saut', rendu: true }] : [];
  const paragraphe: Paragraphe = {
    morceaux: [...saut, ...numerotes],
    niveau,
    liste: rang === null || niveau !== null ? null : rang + 1,
    cellule,
    avant: reglage.avant ?? 0,
    apres: reglage.apres ?? 0,
    style: idStyle ?? '',
    serre: reglage.serre === true,
  };
  return { paragraphe, boites, section: elements(pPr, 'w:sectPr')[0] };
}

/** The level in its list, from 0; null when the paragraph is in none (« 0 » takes it out of its style's). */
function rangDeListe(
  reglage: ReglagePara,
  style: string | undefined,
  numerotation: Numerotation,
): number | null {
  if (reglage.liste === null || reglage.liste === '0') return null;
  const lie = numerotation.rangDuStyle(reglage.liste, style);
  return reglage.rang ?? lie ?? 0;
}

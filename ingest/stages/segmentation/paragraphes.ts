import { fold } from '../../../src/french/fold.js';
import type { Section } from '../../sources/schema.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { ligneDatee } from './datees.js';
import { type Etiquette, etiquetteEnTete, sectionDe } from './etiquettes.js';
import { estCourte, estSeparateur, type LigneDoc, type Mesures } from './lignes.js';
import { type Numero, numeroDe } from './numeros.js';

export type Nature = 'texte' | 'champ' | 'date' | 'numero' | 'section' | 'puce' | 'separateur';

/** Lines that belong together, and what their first line is. */
export interface Para {
  readonly nature: Nature;
  readonly lignes: LigneDoc[];
  readonly numero: Numero | null;
  readonly section: Section | null;
  readonly etiquette: Etiquette | null;
  /** A gap, a page's head or a separator stands above. */
  readonly isole: boolean;
}

const PUCE = /^(?:[-–—•●▪■►➢✓*·]\s+|\.\s+(?=\p{Lu})|o\s+(?=\p{Lu}))(?=\S)/u;
const FIN_DE_PHRASE = /[.!?…:;»)]\s*$/;

/** Length of the bullet a text starts with, 0 without. */
export function puceDe(texte: string): number {
  return PUCE.exec(texte)?.[0].length ?? 0;
}

/** Groups the lines of the running text into paragraphs. */
export function grouper(
  lignes: readonly LigneDoc[],
  vocabulaire: Vocabulaire,
  mesures: Mesures,
): Para[] {
  const paras: Para[] = [];
  for (const ligne of lignes) {
    const dernier = paras.at(-1);
    const nouveau = ouvrir(ligne, dernier, vocabulaire, mesures);
    if (nouveau !== null) paras.push(nouveau);
    else dernier?.lignes.push(ligne);
  }
  return paras;
}

/** The paragraph that a line opens, or null when it continues the one before. */
function ouvrir(
  ligne: LigneDoc,
  dernier: Para | undefined,
  v: Vocabulaire,
  m: Mesures,
): Para | null {
  const isole =
    dernier === undefined || ligne.espaceAvant || ligne.premiere || dernier.nature === 'separateur';
  const base = { lignes: [ligne], numero: null, section: null, etiquette: null, isole };
  if (estSeparateur(ligne.texte)) return { ...base, nature: 'separateur' };
  const section = sectionDe(ligne.texte, v);
  if (section !== null) return { ...base, nature: 'section', section };
  const etiquette = etiquetteEnTete(ligne.texte, v);
  if (etiquette !== null && peutEtreChamp(ligne, etiquette, dernier, isole, v)) {
    return { ...base, nature: 'champ', etiquette };
  }
  if (ligneDatee(ligne.texte) !== null && (isole || !suite(ligne, dernier, v, m))) {
    return { ...base, nature: 'date' };
  }
  const numero = numeroDe(ligne.texte, v);
  if (numero !== null) return { ...base, nature: 'numero', numero };
  if (puceDe(ligne.texte) > 0 && !continueTitre(ligne, dernier, v))
    return { ...base, nature: 'puce' };
  return suite(ligne, dernier, v, m) ? null : { ...base, nature: 'texte' };
}

/** « Objectifs : » in the middle of a paragraph is prose; the other labels may follow anything. */
function peutEtreChamp(
  ligne: LigneDoc,
  etiquette: Etiquette,
  dernier: Para | undefined,
  isole: boolean,
  v: Vocabulaire,
): boolean {
  if (!etiquette.champs.some((c) => v.rediges.has(c))) return true;
  return (
    isole ||
    dernier?.nature === 'numero' ||
    dernier?.nature === 'champ' ||
    dernier?.nature === 'section' ||
    ligne.gras === true
  );
}

/** « – cycle de qualification » under a numbered title is the end of the title, not a list item. */
function continueTitre(ligne: LigneDoc, dernier: Para | undefined, v: Vocabulaire): boolean {
  if (dernier?.nature !== 'numero' || ligne.premiere || !/^[-–—]\s/.test(ligne.texte)) return false;
  return !ligne.espaceAvant || finDeTitre(ligne, v);
}

/** The form of an action after a dash, or a line in lower case. */
function finDeTitre(ligne: LigneDoc, v: Vocabulaire): boolean {
  const sansTiret = ligne.texte.replace(/^[-–—]\s+/, '');
  if (sansTiret !== ligne.texte) return v.format.test(fold(sansTiret));
  return /^\p{Ll}/u.test(ligne.texte);
}

function suite(ligne: LigneDoc, dernier: Para | undefined, v: Vocabulaire, m: Mesures): boolean {
  const avant = dernier?.lignes.at(-1);
  if (dernier === undefined || avant === undefined) return false;
  if (dernier.nature === 'separateur' || dernier.nature === 'section' || dernier.nature === 'date')
    return false;
  if (ligne.premiere) return enjambe(ligne, dernier, avant, m);
  const majuscule = /^[«"“(]?\s?\p{Lu}/u.test(ligne.texte);
  const inacheve = /^\p{Ll}/u.test(ligne.texte) && !FIN_DE_PHRASE.test(avant.texte);
  // a blank line may stand inside a title (« … économique : ») or, by accident, inside a sentence
  if (ligne.espaceAvant)
    return (
      (dernier.nature === 'numero' && finDeTitre(ligne, v)) || (inacheve && !estCourte(avant, m))
    );
  if (inacheve) return true;
  // some layouts set the second line of a value in the size of the text
  if (dernier.nature === 'champ' && ligne.gras !== true && (!majuscule || !estCourte(avant, m)))
    return true;
  if (changeDeCorps(ligne, avant)) return false;
  if (!majuscule) return true;
  if (avant.gras === true && ligne.gras === false && !/[,:–—-]\s*$/.test(avant.texte)) return false;
  if (dernier.nature === 'champ') return false;
  if (!estCourte(avant, m)) return true;
  // a short line, then a capital: the paragraph ended, or a title stands right above its text
  return dernier.nature === 'numero'
    ? /[:–—-]\s*$/.test(avant.texte)
    : !FIN_DE_PHRASE.test(avant.texte) && dernier.lignes.length > 1;
}

/** A paragraph goes on over the page when its sentence is not finished. */
function enjambe(ligne: LigneDoc, dernier: Para, avant: LigneDoc, m: Mesures): boolean {
  if (dernier.nature === 'numero' || changeDeCorps(ligne, avant)) return false;
  if (ligne.gras === true && avant.gras === false) return false;
  if (/[.!?…:]\s*[»)]?\s*$/.test(avant.texte)) return false;
  return (
    /^(?:\p{Ll}|[(«])/u.test(ligne.texte) ||
    (!estCourte(avant, m) && dernier.nature === 'texte' && dernier.lignes.length > 1)
  );
}

function changeDeCorps(a: LigneDoc, b: LigneDoc): boolean {
  return a.taille !== null && b.taille !== null && Math.abs(a.taille - b.taille) > 0.9;
}

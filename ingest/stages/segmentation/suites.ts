import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { suiteDeclaree } from './declares.js';
import { MOIS } from './familles.js';
import { estForme } from './formes.js';
import { estCourte, estPleine, type LigneDoc, type Mesures } from './lignes.js';
import type { Para } from './paragraphes.js';
import { puceDe } from './puces.js';
import { enCapitales } from './titres.js';

/** A title does not end with a word that calls another. */
const INACHEVE =
  /(?:[,:–—-]|(?<!\p{L})(?:de|du|des|la|le|les|à|au|aux|et|en|sur|pour|par|ou|un|une|avec|dans))\s*$/u;
const FIN_DE_PHRASE = /[.!?…:;»)]\s*$/;

/** « – cycle de qualification » under a numbered title is the end of the title, not a list item. */
export function continueTitre(ligne: LigneDoc, dernier: Para | undefined, v: Vocabulaire): boolean {
  if (dernier?.nature !== 'numero' || ligne.premiere || !/^[-–—]\s/.test(ligne.texte)) return false;
  return !ligne.espaceAvant || finDeTitre(ligne, v);
}

/** A line set like the one before, which ends with a word that calls another. */
export function finitLeTitre(ligne: LigneDoc, dernier: Para | undefined): boolean {
  const avant = dernier?.lignes.at(-1);
  if (avant === undefined || (dernier?.nature !== 'texte' && dernier?.nature !== 'numero'))
    return false;
  const mot = new RegExp(INACHEVE.source.replace('[,:–—-]|', ''), 'iu');
  return (
    avant.gras === true && !ligne.espaceAvant && memeCorps(ligne, avant) && mot.test(avant.texte)
  );
}

function memeCorps(a: LigneDoc, b: LigneDoc): boolean {
  return a.gras === b.gras && a.page === b.page && !changeDeCorps(a, b);
}

/** The form of an action after a dash, or a line in lower case. */
function finDeTitre(ligne: LigneDoc, v: Vocabulaire): boolean {
  const sansTiret = ligne.texte.replace(/^[-–—]\s+/, '');
  if (sansTiret !== ligne.texte) return v.format.test(fold(sansTiret));
  return /^\p{Ll}/u.test(ligne.texte);
}

/** « Objectifs : » alone on its line, then a list: the items are its value. */
export function listeDeChamp(ligne: LigneDoc, dernier: Para | undefined): boolean {
  if (dernier?.nature !== 'champ' || !valeurAttendue(dernier)) return false;
  const items = dernier.lignes.slice(1);
  return items.length === 0 || (!ligne.espaceAvant && estItem(items[0]));
}

function estItem(ligne: LigneDoc | undefined): boolean {
  return puceDe(ligne?.texte ?? '') > 0;
}

/** True when a line goes on with the paragraph before it. */
export function suite(
  ligne: LigneDoc,
  dernier: Para | undefined,
  v: Vocabulaire,
  m: Mesures,
): boolean {
  const avant = dernier?.lignes.at(-1);
  if (dernier === undefined || avant === undefined) return false;
  if (dernier.nature === 'separateur' || dernier.nature === 'section' || dernier.nature === 'date')
    return false;
  if (dernier.rangee?.ouverte === false || dernier.grille !== null) return false;
  const attendue = dernier.nature === 'champ' && valeurAttendue(dernier);
  const declaree = suiteDeclaree(ligne, dernier, avant, attendue, m);
  if (declaree !== null) return declaree || (dernier.nature === 'numero' && finDeTitre(ligne, v));
  if (attendue && dernier.lignes.length === 1 && estValeur(ligne, avant)) return true;
  if (ligne.premiere) return enjambe(ligne, dernier, avant, m);
  const majuscule = /^[«"“(]?\s?\p{Lu}/u.test(ligne.texte);
  const inacheve = /^\p{Ll}/u.test(ligne.texte) && !FIN_DE_PHRASE.test(avant.texte);
  // a blank line may stand inside a title (« … économique : ») or, by accident, inside a sentence
  if (ligne.espaceAvant)
    return (
      (dernier.nature === 'numero' && finDeTitre(ligne, v)) || (inacheve && !estCourte(avant, m))
    );
  if (inacheve) return true;
  if (dernier.nature === 'champ' && dernier.lignes.length === 1 && valeurAttendue(dernier))
    return true;
  // some layouts set the second line of a value in the size of the text; « Colombes, » calls another name
  const appelle = estPleine(avant, m) || INACHEVE.test(avant.texte);
  if (dernier.nature === 'champ' && ligne.gras !== true && (!majuscule || appelle)) return true;
  if (changeDeCorps(ligne, avant)) return false;
  // a badge above a title
  if (majuscule && dernier.lignes.length === 1 && estForme(avant.texte, v)) return false;
  if (finitLeTitre(ligne, dernier)) return true;
  if (!majuscule || titreSurPlusieursLignes(ligne, dernier, avant, m)) return true;
  if (avant.gras === true && ligne.gras === false && !/[,:–—-]\s*$/.test(avant.texte)) return false;
  if (dernier.nature === 'champ') return false;
  if (dernier.lignes.length === 1 && finVoulue(dernier, avant, ligne, m)) return false;
  if (dernier.nature !== 'numero' && !estCourte(avant, m)) return true;
  // a short line, then a capital: the paragraph ended, or a title stands right above its text
  return dernier.nature === 'numero'
    ? /[:–—-]\s*$/.test(avant.texte) || (estPleine(avant, m) && !FIN_DE_PHRASE.test(avant.texte))
    : !FIN_DE_PHRASE.test(avant.texte) && dernier.lignes.length > 1;
}

/** Lines of a heading: as many as it takes in a narrow column. */
const LIGNES_DE_TITRE = 4;

/** « ANIMER LES CONTRATS / URBAINS DE COHÉSION / SOCIALE »: lines set apart from the text, alike and close. */
function titreSurPlusieursLignes(
  ligne: LigneDoc,
  { nature, isole, lignes }: Para,
  avant: LigneDoc,
  m: Mesures,
): boolean {
  if (!isole || lignes.length >= LIGNES_DE_TITRE || (nature !== 'texte' && nature !== 'numero'))
    return false;
  if (FIN_DE_PHRASE.test(avant.texte) || /[.;:,]\s*$/.test(ligne.texte) || dateSeule(avant.texte))
    return false;
  const semblables = ligne.taille === avant.taille && ligne.gras === avant.gras;
  const plus = m.corps !== null && (ligne.taille ?? 0) > m.corps * 1.1;
  return semblables && (plus || [avant, ligne].every((l) => enCapitales(l.texte)));
}

/** « FÉVRIER », « MARS 2014 »: the headings of a diary stand alone. */
function dateSeule(texte: string): boolean {
  return MOIS.test(fold(texte).trim());
}

/** A title above its text: no sentence ends, and the next line's first word had its place on this one. */
function finVoulue(dernier: Para, avant: LigneDoc, ligne: LigneDoc, m: Mesures): boolean {
  const titre = dernier.nature === 'numero';
  if (!titre && (FIN_DE_PHRASE.test(avant.texte) || /^\p{Ll}/u.test(avant.texte))) return false;
  if (/[:–—-]\s*$/.test(avant.texte)) return false;
  if (titre) return !INACHEVE.test(avant.texte);
  const mot = /^\S+/.exec(ligne.texte)?.[0].length ?? 0;
  return avant.texte.length + 1 + mot < m.largeur * 0.95;
}

/** What stands under a label that is alone on its line, a gap or the end of a page between them, unless set as a heading. */
function estValeur(ligne: LigneDoc, etiquette: LigneDoc): boolean {
  if (ligne.niveau !== null || !(ligne.premiere || etiquette.gras === true)) return false;
  const plus = (ligne.taille ?? 0) > (etiquette.taille ?? 0) * 1.05;
  return !plus && ligne.gras !== true && !enCapitales(ligne.texte);
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

/** The label stands alone on its line: its value is below. */
function valeurAttendue(para: Para): boolean {
  const texte = para.lignes[0]?.texte ?? '';
  return para.etiquette !== null && para.etiquette.valeur >= texte.length;
}

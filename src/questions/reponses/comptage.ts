import type { Contexte } from '../contexte.js';
import type { Lecture } from '../understand.js';
import { repondreActions } from './actions.js';
import type { Corps } from './corps.js';
import { repondreDeploiement } from './deploiement.js';
import { repondreDocuments } from './documents.js';
import { repondreIntervenants } from './intervenants.js';

/** What is counted, by the word that follows « combien ». First match wins; actions otherwise. */
const COMPTES: readonly (readonly [RegExp, (l: Lecture) => boolean, typeof repondreActions])[] = [
  // « combien de communes ont un CUCS »
  [/\b(communes?|villes?|territoires?|collectivites?|sites?)\b/, deploiement, repondreDeploiement],
  // « combien de PRE », « combien de PRE y a-t-il »
  [/\bcombien d[e'] ?(?!actions?)/, seulementDispositif, repondreDeploiement],
  // « combien de publications sont prévues »
  [/\b(publications?|notices?|ouvrages?)\b/, () => true, repondreDocuments],
  // « combien d'intervenants sur la santé »
  [/\b(intervenants?|personnes?|organismes?|partenaires?)\b/, () => true, repondreIntervenants],
];

/** Counts: the list that is counted is the answer, its total the number. */
export async function repondreComptage(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const regle = COMPTES.find(([motif, si]) => motif.test(lecture.plie) && si(lecture));
  return (regle?.[2] ?? repondreActions)(contexte, lecture);
}

function deploiement({ equation }: Lecture): boolean {
  return equation.dispositifs !== undefined && equation.commune === undefined;
}

function seulementDispositif({ equation, plie }: Lecture): boolean {
  const { dispositifs, themes, publics, format, mots } = equation;
  const autres = themes ?? publics ?? format ?? mots;
  return dispositifs?.length === 1 && autres === undefined && !/\bactions?\b/.test(plie);
}

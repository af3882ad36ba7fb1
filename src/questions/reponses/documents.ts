import type { Contexte } from '../contexte.js';
import { silenceAnnee } from '../silences.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette } from './corps.js';
import { chercher } from './recherche.js';

/** Types of things that a person can read. */
const TYPES = ['Publication', 'Notice', 'Document'] as const;

/** Publications, notices and documents on the subject asked. */
export async function repondreDocuments(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const nonCouverte = silenceAnnee(contexte, lecture.equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  return chercher(contexte, lecture, { type: TYPES });
}

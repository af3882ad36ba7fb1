import type { Contexte } from '../contexte.js';
import type { Silence } from '../silences.js';
import type { Equation, Reponse } from '../types.js';
import type { Lecture } from '../understand.js';

/** An answer before the question and its coverage are put beside it. */
export interface Corps extends Omit<Reponse, 'question' | 'equation' | 'couverture'> {
  /** When the answer is not of the intention first read (nothing to define: a search). */
  readonly equation?: Equation;
}

/** Answers one intention. */
export type Repondre = (contexte: Contexte, lecture: Lecture) => Promise<Corps>;

/** Nothing found, and why. */
export function muette(sansReponse: Silence, reste: Partial<Corps> = {}): Corps {
  return { phrase: sansReponse.phrase, resultats: [], total: 0, ...reste, sansReponse };
}

/** « Arnouville-lès-Gonesse est aujourd'hui Arnouville. », or nothing. */
export function ancienNom({ commune, communes }: Equation): string {
  const nommees = communes ?? (commune === undefined ? [] : [commune]);
  return nommees
    .filter((c) => c.ancienNom !== undefined && c.ancienNom !== c.libelle)
    .map((c) => `${c.ancienNom} est aujourd’hui ${c.libelle}. `)
    .join('');
}

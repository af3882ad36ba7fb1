import type { Contexte } from '../contexte.js';
import { enumerer } from '../francais.js';
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

/** The parts of an equation that an answer does not use, as they are called. */
export function nonUtilises(equation: Equation, utilises: readonly (keyof Equation)[]): string[] {
  return Object.entries(equation).flatMap(([cle, valeur]) => {
    if (cle === 'intention' || utilises.some((u) => u === cle)) return [];
    return [valeur].flat().map((v) => {
      if (typeof v === 'string') return v;
      return 'libelle' in v ? v.libelle : v.debut === v.fin ? `${v.debut}` : `${v.debut}-${v.fin}`;
    });
  });
}

/** The answer with what was left aside said first: « Sans tenir compte de « x », non compris : … ». */
export function sansTenirCompte(corps: Corps, ignores: readonly string[]): Corps {
  if (ignores.length === 0) return corps;
  const mots = enumerer(ignores.map((m) => `« ${m} »`));
  const phrase = `Sans tenir compte de ${mots}, non compris : ${corps.phrase.replace(/^Auc/, 'auc')}`;
  const { sansReponse } = corps;
  return {
    ...corps,
    phrase,
    ...(sansReponse === undefined ? {} : { sansReponse: { ...sansReponse, phrase } }),
  };
}

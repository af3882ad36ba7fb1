import type { Genre } from './intentions.js';
import type { Reference } from './types.js';

/** A thing recognised in a question; offsets of the question as typed. */
export interface Partie {
  readonly genre: Genre;
  readonly debut: number;
  readonly fin: number;
  readonly reference: (Reference & { readonly ancienNom?: string }) | null;
}

/** A stretch of the question as typed. */
export interface Etendue {
  readonly debut: number;
  readonly fin: number;
}

export function partie(
  genre: Genre,
  { debut, fin }: Etendue,
  reference: Partie['reference'] = null,
): Partie {
  return { genre, debut, fin, reference };
}

export function parDebut(a: Etendue, b: Etendue): number {
  return a.debut - b.debut;
}

export function seChevauchent(a: Etendue, b: Etendue): boolean {
  return a.debut < b.fin && b.debut < a.fin;
}

export const LIEUX: readonly Genre[] = ['COMMUNE', 'EPCI', 'QUARTIER', 'DEPARTEMENT'];

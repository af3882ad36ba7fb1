import type { Bloc } from '../../../src/domain/bloc.js';
import type { ChampLu } from '../structure.js';
import type { Colonne, StatutRealise } from './vocabulaire.js';

/** A cell of a table, or a field of a sheet: what it tells, and its value. */
export interface CelluleLue {
  readonly colonne: Colonne;
  readonly valeur: Bloc;
}

/** What a report tells of one action. No fact is made of it yet. */
export interface EntreeLue {
  /** The number that the report gives the action: that of the programme, or so it says. */
  readonly numero: number | null;
  /** Its heading, its cell, or the words of the sentence that name it. */
  readonly titre: Bloc;
  /** The heading over it. */
  readonly axe: Bloc | null;
  /** Sentences and items that tell of it, in order. */
  readonly corps: readonly Bloc[];
  readonly cellules: readonly CelluleLue[];
  readonly champs: readonly ChampLu[];
  /** The heading that gives a statut to every item under it. */
  readonly statut: { readonly statut: StatutRealise; readonly bloc: Bloc } | null;
  /** The month under whose heading it is told, in a report by month. */
  readonly mois?: number;
  /** What the following months tell of the same action. */
  readonly suites?: readonly EntreeLue[];
}

/** An activity report as its layout tells it. */
export interface RapportLu {
  readonly titre: Bloc | null;
  readonly annee: number | null;
  readonly anneePreuve: Bloc | null;
  readonly entrees: readonly EntreeLue[];
}

import type { Bloc } from '../../../src/domain/bloc.js';
import type { EntreeLue } from './lecture.js';
import type { VocabulaireRapport } from './vocabulaire.js';

/** A value read, and the passage that gives it. */
export interface Dit<T> {
  readonly valeur: T;
  readonly bloc: Bloc;
  /** The other passages that give a part of it. */
  readonly suite?: readonly Bloc[];
}

/** The sentences of an entry, with what they are read with. */
export interface Dites {
  readonly phrases: readonly Bloc[];
  readonly entree: EntreeLue;
  readonly annee: number;
  readonly v: VocabulaireRapport;
}

import type { PagesComparees } from './pages.js';

/** A passage that shows one side of a change: its page in that edition's file. */
export interface PassageChange {
  readonly page: number;
  readonly citation: string;
}

/** One thing that a corrected edition changed. */
export interface Changement {
  readonly genre: 'ajout' | 'retrait' | 'modification';
  readonly sujet: string;
  readonly predicat: string;
  /** What it says before and after; the object of a relation by its name. */
  readonly avant?: string;
  readonly apres?: string;
  readonly passageAvant?: PassageChange;
  readonly passageApres?: PassageChange;
  /** For a thing that came or left: how many facts came or left with it. */
  readonly faits?: number;
  /** In French, for a person. */
  readonly phrase: string;
}

/** What a corrected edition changed, and what it left as it was. */
export interface BilanRemplacement {
  readonly ancien: string;
  readonly nouveau: string;
  readonly pages: PagesComparees;
  readonly changements: readonly Changement[];
  /** Facts that both editions make, from the same words. */
  readonly inchanges: number;
}

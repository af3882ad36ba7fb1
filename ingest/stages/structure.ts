import type { Bloc } from '../../src/domain/bloc.js';

/** Fields of an action, whatever label a document prints for them. */
export type NomChamp =
  | 'periode'
  | 'seances'
  | 'publics'
  | 'territoire'
  | 'animation'
  | 'intervenants'
  | 'partenaires'
  | 'lieu'
  | 'objectifs'
  | 'contexte'
  | 'format';

/** « Public : chefs de projet CUCS ». One printed label may fill several fields (« Animation et intervention »). */
export interface ChampLu {
  readonly champs: readonly NomChamp[];
  /** The label as printed, without its colon. */
  readonly etiquette: Bloc;
  readonly valeur: Bloc;
  /**
   * The layout shows a label that the vocabulary does not know (« Secteur partenaire : Garges, Sarcelles »).
   * `champs` is empty; the passage is in the action's text too. Its value may tell what it is.
   */
  readonly inconnu?: true;
}

/** A footnote: its call in the running text and its own text. */
export interface NoteLue {
  readonly appel: string;
  readonly page: number;
  readonly texte: Bloc;
}

/** An entry that plans something. `renvoi`: it only points to another page, and is no action. */
export interface ActionLue {
  readonly numero: number | null;
  /** The heading as printed, number excluded, format included, over as many lines as it takes. */
  readonly titre: Bloc;
  /** The part of `titre` that is the title; the format (« groupe de travail ») stands in the title, in a field, or alone under the title. */
  readonly intitule: Bloc;
  readonly format: Bloc | null;
  /** Pages of the file on which its heading, text, fields or notes stand. */
  readonly pages: readonly number[];
  /** Paragraphs and list items, in order. */
  readonly corps: readonly Bloc[];
  readonly champs: readonly ChampLu[];
  readonly notes: readonly NoteLue[];
  readonly renvoi: { readonly page: number; readonly texte: Bloc } | null;
}

export interface ServiceLu {
  readonly numero: number | null;
  readonly titre: Bloc;
  readonly pages: readonly number[];
  readonly corps: readonly Bloc[];
}

/** A programmed publication: « Repenser la notion d'égalité des chances (Petit-déjeuner du Pôle) ». */
export interface PublicationLue {
  /** The item as printed, its dash excluded. */
  readonly ligne: Bloc;
  readonly titre: Bloc;
  /** What stands in the final brackets: the kind of action it comes from. */
  readonly format: Bloc | null;
  readonly pages: readonly number[];
}

export interface AxeLu {
  readonly ordinal: number;
  readonly titre: Bloc;
  readonly pages: readonly number[];
  readonly introduction: readonly Bloc[];
  readonly notes: readonly NoteLue[];
  readonly actions: readonly ActionLue[];
  readonly services: readonly ServiceLu[];
  readonly publications: readonly PublicationLue[];
}

/** An entry of a table of contents; of the short list that opens a part, without a page. */
export interface EntreeLue {
  readonly titre: Bloc;
  /** The printed page it points to. */
  readonly page: number | null;
}

/** A programme as its layout tells it: no mention is resolved yet. */
export interface ProgrammeLu {
  readonly titre: Bloc | null;
  readonly annee: number | null;
  /** The last year of a programme whose title gives two (« 2014-2015 »). */
  readonly anneeFin: number | null;
  /** Where the year is printed. */
  readonly anneePreuve: Bloc | null;
  /** Running text before the first axe. */
  readonly introduction: readonly Bloc[];
  readonly axes: readonly AxeLu[];
  readonly sommaire: readonly EntreeLue[];
  /** Blocks that are no content, with the reason: running title, page number, table of contents. */
  readonly ecartes: readonly { readonly bloc: Bloc; readonly raison: string }[];
}

/** What the index holds: one document a thing that can be found. All texts are as a person reads them. */
export interface DocumentIndexe {
  /** Id of the entity, or `page:<document>#<n>` for a passage. */
  readonly id: string;
  /** Label of the entity, or `Page`. */
  readonly type: string;
  readonly titre: string;
  /** Sigles and other names: « PRE », « Réussite éducative ». */
  readonly alias: readonly string[];
  /** Short structured texts: axe, publics, territory, intervenants. */
  readonly champs: string;
  /** Running text. */
  readonly texte: string;
  /** Document and page of the best proof, for the extract's address. */
  readonly document: string | null;
  readonly page: number | null;
  readonly url: string;
  readonly facettes: FacettesDocument;
}

export interface FacettesDocument {
  readonly annee?: number;
  readonly axe?: string;
  readonly commune?: readonly string[];
  readonly dispositif?: readonly string[];
  readonly public?: readonly string[];
  readonly theme?: readonly string[];
}

export type NomFacette = 'type' | keyof FacettesDocument;

export interface RequeteRecherche {
  readonly mots: string;
  readonly limite: number;
  readonly decalage: number;
  /** Values kept, by facet; several values of one facet are alternatives. */
  readonly filtres: Partial<Readonly<Record<NomFacette, readonly string[]>>>;
}

export interface ResultatRecherche {
  readonly type: string;
  readonly id: string;
  readonly titre: string;
  /** Best passage, matched words between U+E000 and U+E001 (turned into <mark> by the page, removed by the CLI). */
  readonly extrait: string;
  readonly document: string | null;
  readonly page: number | null;
  /** Greater is better; comparable within one answer only. */
  readonly score: number;
  readonly url: string;
}

export interface ReponseRecherche {
  /** Exact. */
  readonly total: number;
  readonly resultats: readonly ResultatRecherche[];
  readonly facettes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** « Vouliez-vous dire », when the words as typed find nothing or little. */
  readonly suggestion?: string;
  /** True when no document has every word, and those that have most of them are given instead. */
  readonly elargie?: boolean;
  /** With `elargie`: what the best of them has of what was asked, the rarer a word the more it weighs; from 0 to 1. */
  readonly part?: number;
  /** Words asked that no document has in any form, as typed. */
  readonly absents?: readonly string[];
}

export interface CapacitesRecherche {
  readonly totauxExacts: boolean;
  /** Changes cost what they weigh, whatever the index holds; false: it is made anew each time. */
  readonly parChangements: boolean;
}

export interface RechercheLecture {
  readonly moteur: string;
  readonly capacites: CapacitesRecherche;
  chercher(requete: RequeteRecherche): Promise<ReponseRecherche>;
  sequence(): Promise<number>;
  fermer(): Promise<void>;
}

export interface ChangementsIndex {
  readonly sequence: number;
  /** True: `documents` is the whole index and replaces what was there. */
  readonly complet: boolean;
  /** An id once. Read once, in order: a whole base comes as a stream. */
  readonly documents: Iterable<DocumentIndexe>;
  readonly retires: readonly string[];
}

/** The same, held in memory. */
export interface ChangementsIndexListes extends ChangementsIndex {
  readonly documents: readonly DocumentIndexe[];
}

/** How an index is opened. */
export interface OuvertureRecherche {
  readonly ecriture: boolean;
  /** Tells a word of the language, which is never taken for a misspelt one; without it none is known. */
  readonly motFrancais?: (mot: string) => boolean;
}

export interface RechercheEcriture extends RechercheLecture {
  /** Applies changes all or nothing; applying the same twice changes nothing. */
  indexer(changements: ChangementsIndex): Promise<void>;
}

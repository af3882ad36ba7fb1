import type { Preuve, Statut } from '../domain/fait.js';

export const PORTEES = ['nommee', 'quartier', 'groupement', 'dispositif', 'departement'] as const;
/** Why an action touches a commune, strongest first (DESIGN 7). */
export type Portee = (typeof PORTEES)[number];
/** Shown apart, never counted as touching. */
export type PorteeApart = 'citee' | 'reservee';

export interface Reference {
  readonly type: string;
  readonly id: string;
  readonly libelle: string;
  readonly url: string | null;
}

/** One hop of a chain: « cette action – MOBILISE → PRE », with the facts and passages that prove it. */
export interface Maillon {
  readonly de: Reference;
  readonly relation: string;
  readonly vers: Reference;
  readonly proprietes: Readonly<Record<string, string | number | boolean>>;
  readonly statut: Statut;
  readonly faits: readonly string[];
  readonly preuves: readonly PreuveSituee[];
  /** The hop as a French sentence made by rule. */
  readonly phrase: string;
}

/** A proof with what a person needs to find it: the file's name, the printed page, a link to the passage. */
export type PreuveSituee = Preuve & {
  readonly fichier?: string;
  readonly imprimee?: number | null;
  readonly url?: string;
  /** What stands around the quote on its printed line, so that « département » reads « Territoire : département ». */
  readonly avant?: string;
  readonly apres?: string;
  /** Of a line of a reference list: the names of what it is about, « Garges-lès-Gonesse, CA Val de France ». */
  readonly libelle?: string;
  /** How the fact that this proves is known: a hop may rest on facts of several statuts. */
  readonly statut?: Statut;
  /** Confidence of the character recognition of its page, from 0 to 100, when it was read so. */
  readonly confiance?: number;
};

export interface ResultatAction {
  readonly type: 'Action';
  readonly id: string;
  readonly titre: string;
  readonly axe: string | null;
  readonly numero: number | null;
  readonly annee: number | null;
  readonly format: string | null;
  readonly periode: string | null;
  readonly portee?: Portee | PorteeApart;
  /** The strongest chain. */
  readonly chaine?: readonly Maillon[];
  /** Every chain, the strongest first. */
  readonly chaines?: readonly {
    readonly portee: Portee | PorteeApart;
    readonly maillons: readonly Maillon[];
  }[];
  readonly preuves: readonly PreuveSituee[];
  readonly url: string;
}

/** What becomes of an action from a programme to a later one. */
export const NATURES = ['nouvelle', 'modifiee', 'identique', 'disparue'] as const;
export type Nature = (typeof NATURES)[number];

/** An action of one of two programmes compared, with what became of it. */
export interface ActionComparee extends ResultatAction {
  /** `nouvelle`, `identique`, `disparue`, else what changed, joined by commas: `reformulee`, `axe`, `territoire`, `public`. */
  readonly nature: string;
  /** The earlier action that it goes on from. */
  readonly avant?: Reference;
  /** SUITE_DE, from this action to the earlier one, with the passages of both. */
  readonly maillons?: readonly Maillon[];
}

/** What an answer rests on: a silence is only worth something beside it. */
export interface Couverture {
  readonly documents: readonly {
    readonly id: string;
    readonly titre: string;
    readonly fichier: string;
    readonly type: string;
    readonly annee: number | null;
    readonly pages: number;
  }[];
  readonly annees: readonly number[];
  /** Years between the first and the last one read for which nothing was read. */
  readonly anneesManquantes: readonly number[];
  readonly pagesLues: number;
  /** How many of them by character recognition; absent when none. */
  readonly pagesOcr?: number;
  /** Catalogues among the documents, and the records that they hold, which are no pages; absent when none. */
  readonly catalogues?: number;
  readonly notices?: number;
  readonly pagesNonLues: readonly {
    readonly document: string;
    readonly page: number;
    readonly raison: string;
  }[];
  /** The sentence to print. */
  readonly phrase: string;
}

export const INTENTIONS = [
  'actions',
  'liens',
  'intervenants',
  'deploiement',
  'documents',
  'definition',
  'comptage',
  'comparaison',
  'recherche',
] as const;
export type Intention = (typeof INTENTIONS)[number];

/** A question as understood: every part that was read is there, the rest is in `mots`. */
export interface Equation {
  readonly intention: Intention;
  readonly commune?: Reference & { readonly ancienNom?: string };
  /** Every commune named, when there are several; `commune` is the first. */
  readonly communes?: readonly (Reference & { readonly ancienNom?: string })[];
  readonly intercommunalite?: Reference;
  readonly quartier?: Reference;
  readonly departement?: Reference;
  readonly dispositifs?: readonly Reference[];
  readonly themes?: readonly Reference[];
  readonly publics?: readonly Reference[];
  readonly annee?: { readonly debut: number; readonly fin: number };
  readonly intervenant?: Reference;
  readonly format?: string;
  /** Axes of the programme, one a year when several have the name. */
  readonly axes?: readonly Reference[];
  /** Months of the year, as asked: « premier semestre ». */
  readonly periode?: string;
  /** Only the actions that touch the territory this way. */
  readonly portee?: Portee;
  /** What the question sets aside: « mais pas Pontoise », « hors CUCS »; a portée or a format has its name for id. */
  readonly exclus?: readonly Reference[];
  /** What no rule recognised, as typed. */
  readonly mots?: string;
}

/** A link between two dispositifs: what carries it, in one sentence, with its passages. */
export interface Lien {
  readonly type: 'Lien';
  readonly nature: 'action' | 'commune' | 'intervenant' | 'passage';
  readonly id: string;
  readonly titre: string;
  readonly phrase: string;
  readonly maillons: readonly Maillon[];
  readonly preuves: readonly PreuveSituee[];
  readonly url: string | null;
}

export interface Deploiement {
  readonly type: 'Commune' | 'Intercommunalite';
  readonly id: string;
  readonly titre: string;
  readonly debut: number;
  readonly fin: number;
  readonly maillons: readonly Maillon[];
  readonly preuves: readonly PreuveSituee[];
  readonly url: string;
}

export interface ResultatTexte {
  readonly type: string;
  readonly id: string;
  readonly titre: string;
  readonly extrait: string;
  readonly document: string | null;
  readonly page: number | null;
  readonly score: number;
  readonly url: string;
  /** Passages that the result rests on, when it comes from facts and not from the index. */
  readonly preuves?: readonly PreuveSituee[];
}

export type Resultat = ResultatAction | ActionComparee | Lien | Deploiement | ResultatTexte;

export type MotifSilence =
  | 'annee-non-couverte'
  | 'hors-territoire'
  | 'page-illisible'
  | 'rien-trouve'
  | 'deploiement-inconnu'
  /** The question asks what is not offered, or denies in a way that no rule reads. */
  | 'non-traite';

export interface Reponse {
  readonly question: string;
  readonly equation: Equation;
  /** The answer in one or two French sentences, with its exact total. */
  readonly phrase: string;
  readonly resultats: readonly Resultat[];
  readonly total: number;
  readonly parPortee?: Readonly<Record<Portee, number>>;
  /** What has only a part of the words asked: shown beside a silence, never as an answer. */
  readonly proches?: readonly ResultatTexte[];
  /** Cited or reserved actions: shown apart, never in `total`. */
  readonly apart?: readonly ResultatAction[];
  readonly couverture: Couverture;
  readonly sansReponse?: { readonly motif: MotifSilence; readonly phrase: string };
}

export interface ActionsTerritoire {
  readonly territoire: Reference & { readonly ancienNom?: string };
  readonly annee: { readonly debut: number; readonly fin: number } | null;
  /** The same sentence as the answer to « Quelles actions touchent … ? ». */
  readonly phrase: string;
  readonly total: number;
  readonly parPortee: Readonly<Record<Portee, number>>;
  readonly resultats: readonly ResultatAction[];
  readonly apart: readonly ResultatAction[];
  readonly couverture: Couverture;
}

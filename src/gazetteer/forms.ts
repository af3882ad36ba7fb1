import type {
  Candidat,
  Commune,
  Intercommunalite,
  Organisme,
  Quartier,
  TypeMention,
} from './types.js';

/** How a form must be written: `sigle` exactly, `propre` with capitals, `libre` anyhow. A question is not held to capitals. */
type Casse = 'sigle' | 'acronyme' | 'propre' | 'libre';

interface FormeCommune {
  readonly type: 'commune';
  readonly casse: 'propre';
  readonly commune: Commune;
  readonly ancien?: { readonly nom: string; readonly jusqu: number | null };
  /** The article the form leaves out: « Thillay » stands after « du ». */
  readonly sansArticle?: 'le' | 'les' | 'autre';
  /** Only the beginning of the name: « Garges ». */
  readonly partielle?: true;
}

interface FormeIntercommunalite {
  readonly type: 'intercommunalite';
  readonly casse: 'propre' | 'acronyme';
  readonly intercommunalite: Intercommunalite;
  /** What it was under this name. */
  readonly nature: string;
  /** True when the name alone says something else: « CA », « communauté… » must stand before it. */
  readonly prefixeExige: boolean;
  /** True when the name is enough if it stands alone in its field. */
  readonly seulSuffit?: true;
  /** Outside Île-de-France: long before its first list, no other date is guessed. */
  readonly ailleurs?: true;
  /** An acronym of the official lists only: « (AME) » means something else but in its own département. */
  readonly sigleOfficiel?: true;
  /** Then, codes of the départements of its communes: a document of one of them means it whatever the year. */
  readonly departements?: ReadonlySet<string>;
}

interface FormeQuartier {
  readonly type: 'quartier';
  readonly casse: 'propre';
  readonly quartier: Quartier;
}

interface FormeOrganisme {
  readonly type: 'organisme';
  readonly casse: Casse;
  readonly brut: string;
  readonly organisme: Organisme;
}

interface FormeDispositif {
  readonly type: 'dispositif';
  readonly casse: Casse;
  readonly brut: string;
  readonly id: string;
  /** Only in a document of the years when it is in force. */
  readonly enVigueur?: true;
}

interface FormeSimple<T extends 'departement' | 'theme' | 'public'> {
  readonly type: T;
  readonly casse: 'propre' | 'libre';
  readonly id: string;
  readonly libelle: string;
  /** True when the name alone says something else (« Nord », « Manche »). */
  readonly indiceExige?: boolean;
}

/** Hides what it contains and is no mention: « Grand Paris ». */
interface FormeMasque {
  readonly type: 'masque';
  readonly casse: 'propre' | 'libre';
}

export type Forme =
  | FormeCommune
  | FormeIntercommunalite
  | FormeQuartier
  | FormeOrganisme
  | FormeDispositif
  | FormeSimple<'departement'>
  | FormeSimple<'theme'>
  | FormeSimple<'public'>
  | FormeMasque;

/** Where two readings have the same length, the first of these wins. */
export const PRIORITE: readonly (TypeMention | 'masque')[] = [
  'masque',
  'dispositif',
  'organisme',
  'intercommunalite',
  'commune',
  'departement',
  'quartier',
  'public',
  'theme',
];

export type FormeDe<T extends Forme['type']> = Extract<Forme, { readonly type: T }>;

/** A reading of a passage: token ranks (the end excluded) and what it may name, the likeliest first. */
export interface Lecture {
  readonly type: TypeMention | 'masque';
  readonly debut: number;
  readonly fin: number;
  readonly candidats: readonly Candidat[];
}

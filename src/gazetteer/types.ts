export type TypeMention =
  | 'commune'
  | 'intercommunalite'
  | 'quartier'
  | 'departement'
  | 'dispositif'
  | 'organisme'
  | 'theme'
  | 'public';

/** An entity of the seeds that a text may name. */
export interface Candidat {
  /** `commune:95268`, `intercommunalite:249500380`, `dispositif:pre`… */
  readonly id: string;
  /** Its name today: « Garges-lès-Gonesse ». */
  readonly libelle: string;
  /** The former name the text used, when it is not today's. */
  readonly ancienNom?: string;
}

/** A name found in a text. `texte` is exactly `source.slice(debut, fin)`. */
export interface Mention {
  readonly type: TypeMention;
  readonly debut: number;
  readonly fin: number;
  readonly texte: string;
  /** One when certain; several when ambiguous (a homograph), the likeliest first. Never empty. */
  readonly candidats: readonly Candidat[];
}

export interface OptionsMentions {
  /** Year the text speaks at: intercommunalités and former names in force then are preferred. */
  readonly annee: number;
  /** Kinds looked for; all when absent. */
  readonly types?: readonly TypeMention[];
  /** Département code the text is about (« 95 »): settles homographs. */
  readonly departement?: string;
  /**
   * `document`: only names written as proper names (capitals, sigles in capitals).
   * `question`: what a person types (no accent, no capital, « st », a typo of one or two letters in a long name).
   */
  readonly mode: 'document' | 'question';
  /** The text is a field of places: an element of its list that is a name and nothing else needs no clue. */
  readonly champ?: true;
}

export interface Commune {
  readonly id: string;
  readonly insee: string;
  readonly nom: string;
  readonly departement: string;
  readonly population: number;
  readonly anciensNoms: readonly { readonly nom: string; readonly jusqu: number | null }[];
}

export interface Appartenance {
  readonly commune: string;
  readonly intercommunalite: string;
  readonly debut: number;
  readonly fin: number;
}

export interface Intercommunalite {
  readonly id: string;
  readonly siren: string;
  readonly nom: string;
  readonly nature: string;
  readonly debut: number;
  readonly fin: number;
  /** Other usual names and acronyms: « Cavam ». */
  readonly alias?: readonly string[];
  /** Those of them that only the official lists have. */
  readonly sigles?: readonly string[];
  /** What it was called, and was, before: « CU de Bordeaux ». */
  readonly anciens?: readonly NomPorte[];
}

/** A name that a grouping had, without its nature, for some years. */
export interface NomPorte {
  readonly nom: string;
  readonly nature: string;
  readonly debut: number;
  readonly fin: number;
}

export interface IntercommunalitesAilleurs {
  readonly intercommunalites: readonly Intercommunalite[];
  readonly appartenances: readonly Appartenance[];
}

export interface Quartier {
  readonly id: string;
  readonly nom: string;
  readonly nature: string;
  /** Ids of its communes (a ZUS may lie in two). */
  readonly communes: readonly string[];
}

export interface Dispositif {
  readonly id: string;
  readonly nom: string;
  readonly sigle: string | null;
  readonly alias: readonly string[];
  readonly definition: string | null;
  readonly debut: number | null;
  readonly fin: number | null;
  readonly predecesseurs: readonly string[];
  readonly releveDe: readonly string[];
  /** Words near an ambiguous sigle that tell it is this dispositif (CLS: santé, ASV… or sécurité, police…). */
  readonly contexte?: readonly string[];
  /** Longer phrases that contain one of its names and are something else. */
  readonly exclusions?: readonly string[];
  /** Plainer names that mean it only in a document of its years: « quartiers prioritaires » since 2015. */
  readonly aliasEnVigueur?: readonly string[];
  /** True when its sigle is also a word (« mous »): capitals needed, even in a question. */
  readonly majuscules?: boolean;
}

export interface Entree {
  readonly id: string;
  readonly nom: string;
  readonly alias: readonly string[];
}

export interface Departement extends Entree {
  /** INSEE's code of the link word: 0 de, 1 d', 2 du, 3 de la, 4 des, 5 de l'. */
  readonly liaison?: number;
}

export interface Organisme extends Entree {
  readonly sigle: string | null;
  /** One organisation a département: « Conseil général » + « du Val d'Oise ». */
  readonly parDepartement?: boolean;
  /** Only when its département is named with it. */
  readonly seulementNomme?: boolean;
}

/** How place names are read: lists of words, kept as data in `seeds/gazetteers/regles.yml`. */
export interface ReglesLieux {
  readonly indices: readonly string[];
  /** Weaker ones, enough in a question for a name that is also a word: « à fosses », « sur us ». */
  readonly indicesQuestion: readonly string[];
  readonly contreIndices: readonly string[];
  /** Heads of the names of groupings: « métropole » (de Lyon), « pays » (de Meaux). */
  readonly groupements?: readonly string[];
  /** Beginnings of the names of centres, on the title page of their programmes. */
  readonly producteurs?: readonly string[];
  readonly expressions: readonly string[];
  readonly homographes: readonly string[];
  readonly prefixeExige: readonly string[];
}

/** The seeds as lists, each with the vintage that its facts cite. */
export interface Referentiels {
  readonly millesimes: Readonly<
    Record<
      | 'communes'
      | 'intercommunalites'
      | 'quartiers'
      | 'departements'
      | 'dispositifs'
      | 'themes'
      | 'publics'
      | 'organismes',
      { readonly referentiel: string; readonly millesime: string }
    >
  >;
  readonly communes: readonly Commune[];
  readonly departements: readonly Departement[];
  readonly intercommunalites: readonly Intercommunalite[];
  readonly appartenances: readonly Appartenance[];
  /** Intercommunalités of the other régions: known by name, facts only where a document names them. */
  readonly ailleurs?: IntercommunalitesAilleurs;
  /** Codes of the départements that touch each département. */
  readonly voisins?: ReadonlyMap<string, ReadonlySet<string>>;
  readonly quartiers: readonly Quartier[];
  readonly dispositifs: readonly Dispositif[];
  readonly themes: readonly Entree[];
  readonly publics: readonly Entree[];
  readonly organismes: readonly Organisme[];
  /** Folded French first names. */
  readonly prenoms: ReadonlySet<string>;
  /** Absent: no rule. */
  readonly regles?: ReglesLieux;
  /** Folded common words, never taken for a mistyped or shortened name. */
  readonly motsCourants?: ReadonlySet<string>;
}

/** Names of the seeds, found in texts. Immutable; safe to share. */
export interface Gazetteer {
  readonly referentiels: Referentiels;
  /** Non-overlapping mentions in order, longest match first (« Vallée de Montmorency » hides « Montmorency »). */
  mentions(texte: string, options: OptionsMentions): Mention[];
  /** Members of an intercommunalité in a year. */
  membres(intercommunalite: string, annee: number): Commune[];
  commune(id: string): Commune | undefined;
  /** A quarter of a commune by its printed name (« Joliot-Curie » finds « Cité Joliot-Curie »), or undefined. */
  quartier(nom: string, communes: readonly string[]): Quartier | undefined;
}

import type { Fait, Statut, Valeur } from '../../domain/fait.js';
import type { Auteur } from '../../domain/notice.js';
import type { DocumentStocke } from '../../facts/types.js';
import type { NomFacette, ReponseRecherche } from '../../search/port.js';
import type {
  ActionComparee,
  ActionsTerritoire,
  Couverture,
  Deploiement,
  Lien,
  Maillon,
  Nature,
  Portee,
  PorteeApart,
  PreuveSituee,
  Reference,
  Reponse,
  ResultatAction,
} from '../types.js';

/** A property of an entity as its facts say it, with its proofs. */
export interface Champ {
  readonly nom: string;
  readonly valeur: Valeur;
  readonly statut: Statut;
  readonly faits: readonly string[];
  readonly preuves: readonly PreuveSituee[];
}

/** What every card has: the entity, each property with its proofs, and what the answer rests on. */
export interface Fiche {
  readonly type: string;
  readonly id: string;
  readonly titre: string;
  readonly url: string | null;
  readonly champs: readonly Champ[];
  readonly couverture: Couverture;
}

/** A record of the holdings as lists show it. */
export interface ResultatNotice {
  readonly type: 'Notice';
  readonly id: string;
  readonly titre: string;
  readonly complement: string | null;
  /** « livre », « article », « rapport »… */
  readonly nature: string;
  readonly auteurs: readonly Auteur[];
  readonly annee: number | null;
  /** As printed. */
  readonly date: string | null;
  readonly editeur: string | null;
  /** The periodical, or the work, that it is in. */
  readonly hote: string | null;
  readonly numero: string | null;
  readonly cote: string | null;
  /** The catalogue file that holds it, and its rank there. */
  readonly document: string | null;
  readonly page: number | null;
  readonly url: string;
}

/** The records about an entity: the first ones with their passages, how many there are, and the list of all. */
export interface NoticesLiees {
  readonly total: number;
  readonly resultats: readonly (ResultatNotice & { readonly maillons: readonly Maillon[] })[];
  readonly url: string;
}

/** A field that the model has no place for, under its own tag. */
export interface AutreChampNotice {
  readonly etiquette: string;
  readonly valeur: string;
  readonly preuves: readonly PreuveSituee[];
}

/** What a record is about, and the fields in which it says so. */
export interface LienNotice extends Maillon {
  readonly champs: readonly string[];
}

/** Where a record stands, and all of it as received. */
export interface LieuDeNotice {
  readonly document: string;
  readonly page: number;
  readonly titre: string;
  readonly fichier: string;
  readonly url: string;
  readonly texte: string;
}

export interface FicheNotice extends Fiche {
  readonly auteurs: readonly Auteur[];
  readonly exemplaires: readonly string[];
  readonly autres: readonly AutreChampNotice[];
  readonly liens: readonly LienNotice[];
  /** What other records of the same work say otherwise. */
  readonly variantes: readonly Champ[];
  /** Where it stands; then where the other records of the same work do. */
  readonly lieux: readonly LieuDeNotice[];
  /** What was doubtful in it. */
  readonly remarques: readonly { readonly code: string; readonly message: string }[];
}

export interface FicheAction extends Fiche {
  readonly notices: NoticesLiees;
  readonly annee: number | null;
  readonly axe: Reference | null;
  readonly programme: Reference | null;
  readonly territoires: readonly Maillon[];
  readonly cites: readonly Maillon[];
  readonly dispositifs: readonly Maillon[];
  readonly publics: readonly Maillon[];
  readonly themes: readonly Maillon[];
  readonly intervenants: readonly Maillon[];
  readonly publications: readonly Maillon[];
  readonly suites: readonly Maillon[];
  /** Neighbours in the axe, by number. */
  readonly precedente: Reference | null;
  readonly suivante: Reference | null;
}

/** An action with the relation that brings it here: the role of a dispositif, of a person. */
export interface ActionLiee extends ResultatAction {
  readonly maillons: readonly Maillon[];
}

/** Another dispositif and what is shared with it, the strongest first. */
export interface DispositifLie extends Reference {
  /** Actions that have both for object, then those that bring both in. */
  readonly actionsObjet: number;
  readonly actions: number;
  readonly communes: number;
}

export interface FicheDispositif extends Fiche {
  readonly notices: NoticesLiees;
  readonly sigle: string | null;
  readonly definition: string | null;
  readonly actions: readonly ActionLiee[];
  readonly deploiement: readonly Deploiement[];
  readonly liens: readonly DispositifLie[];
  readonly predecesseurs: readonly Maillon[];
  readonly successeurs: readonly Maillon[];
}

export interface FicheIntervenant extends Fiche {
  readonly notices: NoticesLiees;
  readonly actions: readonly ActionLiee[];
  readonly organismes: readonly Maillon[];
  readonly membres: readonly Maillon[];
}

export interface FicheTheme extends Fiche {
  readonly actions: readonly ActionLiee[];
  readonly publications: readonly Maillon[];
  readonly notices: NoticesLiees;
}

export interface FicheTerritoire extends Fiche {
  readonly notices: NoticesLiees;
  readonly departement: Reference | null;
  /** Memberships, oldest first (a commune), or members (an intercommunalité). */
  readonly appartenances: readonly Maillon[];
  readonly quartiers: readonly Reference[];
  /** Communes it lies in, or that it holds. */
  readonly communes: readonly Reference[];
  readonly dispositifs: readonly Maillon[];
}

export interface FicheProgramme extends Fiche {
  readonly annee: number | null;
  readonly axes: readonly {
    readonly axe: Reference;
    readonly ordinal: number | null;
    readonly actions: readonly ResultatAction[];
    readonly autres: readonly Reference[];
  }[];
  readonly documents: readonly DocumentStocke[];
  /** The programme that it follows, and those that follow it. */
  readonly precedent: Reference | null;
  readonly suivants: readonly Reference[];
}

export interface FicheFait extends Fait {
  readonly sujetReference: Reference;
  readonly objetReference: Reference | null;
  readonly phrase: string | null;
  readonly preuvesSituees: readonly PreuveSituee[];
  /** Facts it is deduced from, and theirs. */
  readonly origines: readonly FicheFait[];
}

/** What came last in the base. */
export interface Nouveaute {
  readonly type: 'Document' | 'Action' | 'Notice';
  readonly id: string;
  readonly titre: string;
  /** What it is, in a few words. */
  readonly detail: string;
  readonly url: string;
  /** When it was written, « 2026-03-17T09:30:00Z ». */
  readonly date: string;
}

export interface Liste<T> {
  readonly total: number;
  readonly page: number;
  readonly taille: number;
  readonly resultats: readonly T[];
  readonly facettes?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly couverture: Couverture;
}

export interface Pagination {
  readonly page?: number;
  readonly taille?: number;
}

export interface FiltresActions {
  readonly annee?: number;
  readonly axe?: string;
  readonly format?: string;
  readonly dispositif?: string;
  readonly theme?: string;
  readonly public?: string;
  /** Words, looked for by the search engine. */
  readonly q?: string;
}

export interface FiltresNotices {
  readonly annee?: number;
  /** « livre », « article »… */
  readonly nature?: string;
  /** Title of the catalogue that it comes from. */
  readonly catalogue?: string;
  readonly theme?: string;
  readonly dispositif?: string;
  readonly commune?: string;
  /** Id of whatever it is about. */
  readonly sujet?: string;
}

export interface FiltresTerritoires {
  readonly type?: 'Commune' | 'Intercommunalite' | 'Quartier' | 'Departement';
  readonly q?: string;
}

export interface FiltresTerritoireActions {
  readonly anneeMin?: number;
  readonly anneeMax?: number;
  readonly portee?: Portee | PorteeApart;
}

/** An entry of a list: a name, what it is, and how many actions it has where that means something. */
export interface Entree extends Reference {
  readonly detail: string | null;
  readonly actions: number | null;
}

export interface Voisinage {
  readonly centre: string;
  readonly noeuds: readonly Reference[];
  readonly aretes: readonly {
    readonly id: string;
    readonly type: string;
    readonly de: string;
    readonly vers: string;
    readonly proprietes: Readonly<Record<string, string | number | boolean>>;
    readonly faits: readonly string[];
  }[];
  /** Edges of the whole neighbourhood, beyond the limit asked. */
  readonly total: number;
}

export interface ReponseLiens {
  readonly de: Reference;
  readonly vers: Reference;
  readonly phrase: string;
  readonly total: number;
  readonly resultats: readonly Lien[];
  readonly couverture: Couverture;
}

export interface ReponseComparaison {
  /** The older of the two, whatever the order asked. */
  readonly ancien: Reference & { readonly annee: number };
  readonly nouveau: Reference & { readonly annee: number };
  readonly phrase: string;
  readonly total: number;
  readonly parNature: Readonly<Record<Nature, number>>;
  readonly resultats: readonly ActionComparee[];
  /** What a person must settle: « … fait peut-être suite à … ». */
  readonly aConfirmer: readonly string[];
  readonly couverture: Couverture;
}

export interface ReponseDeploiement {
  readonly dispositif: Reference;
  readonly annee: { readonly debut: number; readonly fin: number } | null;
  readonly phrase: string;
  readonly total: number;
  readonly resultats: readonly Deploiement[];
  readonly sansReponse?: Reponse['sansReponse'];
  readonly couverture: Couverture;
}

export interface DemandeRecherche extends Pagination {
  readonly filtres?: Partial<Readonly<Record<NomFacette, readonly string[]>>>;
}

/** Everything that the API, the pages and the command line ask. An `id` may be a bare INSEE code, SIREN or slug. */
export interface Questions {
  demander(question: string, maintenant?: Date): Promise<Reponse>;
  actionsTerritoire(id: string, filtres?: FiltresTerritoireActions): Promise<ActionsTerritoire>;
  action(id: string): FicheAction;
  dispositif(id: string): FicheDispositif;
  intervenant(id: string): FicheIntervenant;
  territoire(id: string): FicheTerritoire;
  theme(id: string): FicheTheme;
  programme(id: string): FicheProgramme;
  /** Any other entity: its properties and the relations it is an end of. */
  fiche(id: string): Fiche & { readonly liens: readonly Maillon[] };
  actions(filtres?: FiltresActions, pagination?: Pagination): Promise<Liste<ResultatAction>>;
  notice(id: string): FicheNotice;
  notices(filtres?: FiltresNotices, pagination?: Pagination): Liste<ResultatNotice>;
  /** Records among these ids, as lists show them. */
  resumer(ids: readonly string[]): readonly ResultatNotice[];
  dispositifs(pagination?: Pagination): Liste<Entree>;
  intervenants(filtres?: { readonly q?: string }, pagination?: Pagination): Liste<Entree>;
  territoires(filtres?: FiltresTerritoires, pagination?: Pagination): Liste<Entree>;
  /** What came last, the latest first. */
  nouveautes(): readonly Nouveaute[];
  programmes(pagination?: Pagination): Liste<Entree>;
  documents(pagination?: Pagination): Liste<DocumentStocke>;
  /** What became of the actions of one programme in the other; a year stands for its only programme. */
  comparaison(a: string, b: string): ReponseComparaison;
  liens(a: string, b: string): Promise<ReponseLiens>;
  deploiement(dispositif: string, annee?: number): Promise<ReponseDeploiement>;
  voisinage(id: string, limite?: number): Voisinage;
  fait(id: string): FicheFait;
  couverture(annees?: { readonly debut: number; readonly fin: number }): Couverture;
  /** Ids of everything that a search shows, on all its pages, in its order. */
  trouver(q: string, filtres?: DemandeRecherche['filtres']): Promise<readonly string[]>;
  rechercher(
    q: string,
    demande?: DemandeRecherche,
  ): Promise<ReponseRecherche & { readonly couverture: Couverture }>;
}

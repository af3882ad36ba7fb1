import type { Entite, Relation } from '../domain/vue.js';

/** What changed between two sequence numbers of the fact store. */
export interface ChangementsGraphe {
  /** The sequence the graph stands at once this is applied. */
  readonly sequence: number;
  /** True: `entites` and `relations` are the whole graph and replace what was there. */
  readonly complet: boolean;
  /** An id once. Read once, in order: a whole base comes as a stream. */
  readonly entites: Iterable<Entite>;
  readonly relations: Iterable<Relation>;
  /** Ids of entities and of relations that no fact supports any more. */
  readonly entitesRetirees: readonly string[];
  readonly relationsRetirees: readonly Relation[];
  /** A proof of each relation for who reads the graph with its own tools, by relation id; given to engines that ask for it. */
  readonly preuves?: ReadonlyMap<string, string>;
}

/** The same, held in memory. */
export interface ChangementsListes extends ChangementsGraphe {
  readonly entites: readonly Entite[];
  readonly relations: readonly Relation[];
}

/** Flat values only: a null parameter has no type on the embedded engine, so bounds are passed instead. */
export type ParametresCypher = Readonly<
  Record<string, string | number | boolean | readonly string[] | readonly number[]>
>;

export type LigneGraphe = Readonly<Record<string, unknown>>;

export interface CapacitesGraphe {
  /** Another process sees each projection without reopening. */
  readonly lectureVivante: boolean;
  /** People read this graph with the engine's own tools: each relation carries a sentence that proves it. */
  readonly preuvesLisibles: boolean;
}

/** Reads named questions of the book `queries/` (`territoires/actions`). */
export interface GrapheLecture {
  readonly moteur: string;
  readonly capacites: CapacitesGraphe;
  /** Rows of a question, in the query's own order. Throws MaillageError `indisponible` when the engine is down. */
  lire(question: string, parametres: ParametresCypher): Promise<LigneGraphe[]>;
  /** Last sequence applied; 0 for an empty graph. */
  sequence(): Promise<number>;
  fermer(): Promise<void>;
}

export interface GrapheEcriture extends GrapheLecture {
  /** Applies changes all or nothing; applying the same twice changes nothing. */
  projeter(changements: ChangementsGraphe): Promise<void>;
}

import type { Valeur } from './fait.js';
import type { Label, TypeRelation } from './schema.js';

/** An entity as the graph, the index and the exports show it: what its facts say, and which facts. */
export interface Entite {
  readonly type: Label;
  readonly id: string;
  readonly libelle: string;
  readonly proprietes: Readonly<Record<string, Valeur>>;
  /** Sorted ids of the facts it rests on. */
  readonly faits: readonly string[];
}

/** A relation: facts with the same ends and the same key properties are one relation with several proofs. */
export interface Relation {
  /** Deterministic: type, ends and key properties. */
  readonly id: string;
  readonly type: TypeRelation;
  readonly de: string;
  readonly vers: string;
  readonly proprietes: Readonly<Record<string, string | number | boolean>>;
  readonly faits: readonly string[];
}

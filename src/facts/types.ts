import type { Fait } from '../domain/fait.js';
import type { Alerte, DocumentDecrit, Page } from '../domain/page.js';
import type { Label, TypeRelation } from '../domain/schema.js';
import type { Entite, Relation } from '../domain/vue.js';

export interface DocumentStocke extends DocumentDecrit {
  readonly sequence: number;
  /** Sequence of the run that withdrew it; its facts went with it. */
  readonly retire?: number;
}

/** Readers of the fact store: synchronous, each call sees the last committed state. */
export interface FaitsLecture {
  /** Sequence of the last change; 0 for an empty base. */
  sequence(): number;
  /** When a sequence was written, « 2026-03-17T09:30:00Z »; undefined when nothing was written since. */
  date(sequence: number): string | undefined;
  /** Documents in force, by year then title. */
  documents(): DocumentStocke[];
  document(id: string): DocumentStocke | undefined;
  page(document: string, numero: number): Page | undefined;
  pages(document: string): Page[];
  /** Facts in force among these ids, in the order asked. */
  faits(ids: readonly string[]): Fait[];
  /** One fact, retracted ones included. */
  fait(id: string): Fait | undefined;
  /** Alerts in force, of one document when given. */
  alertes(document?: string): Alerte[];
  /** The entity that a former or joined id answers for; undefined for an id that was never joined to another. */
  alias(id: string): string | undefined;
  /** An entity as its facts in force say it; undefined when none does. */
  entite(id: string): Entite | undefined;
  /** Several at once, in the order asked, unknown ones left out. */
  entitesDe(ids: readonly string[]): Entite[];
  /** Every entity of a label, sorted by id. */
  entites(label: Label): Entite[];
  /** Relations in force that start from, end at, or are of a type; sorted by id. */
  relations(filtre: {
    readonly de?: string;
    readonly vers?: string;
    readonly type?: TypeRelation;
  }): Relation[];
}

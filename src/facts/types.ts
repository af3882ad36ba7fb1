import type { Fait } from '../domain/fait.js';
import type { Alerte, DocumentDecrit, Page } from '../domain/page.js';
import type { Label, TypeRelation } from '../domain/schema.js';
import type { Entite, Relation } from '../domain/vue.js';
import type { EtatPages, Nouvelle, ResumeNotice } from './fonds.js';
import type { LieuNotice } from './rows.js';

export interface DocumentStocke extends DocumentDecrit {
  readonly sequence: number;
  /** Sequence of the run that withdrew it; its facts went with it. */
  readonly retire?: number;
}

/** Relations that start from, end at, or are of a type; `horsNotices`: without those that start from a record of the holdings. */
export interface FiltreRelations {
  readonly de?: string;
  readonly vers?: string;
  readonly type?: TypeRelation;
  readonly horsNotices?: boolean;
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
  /** The catalogue file that holds a record, and its rank there; undefined when none does any more. */
  lieuNotice(id: string): LieuNotice | undefined;
  pages(document: string): Page[];
  /** How many pages of a document were read, and the pages of which more is to be told than that, without their text. */
  etatPages(document: string): EtatPages;
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
  relations(filtre: FiltreRelations): Relation[];
  /** Records of the holdings that lead to an entity. */
  noticesVers(id: string): string[];
  /** What lists show of every record, by id. */
  resumesNotices(): ResumeNotice[];
  /** The same of some of them, in no order. */
  resumesDe(ids: readonly string[]): ResumeNotice[];
  /** What records are about: each record with each entity that it leads to. */
  sujetsParNotice(): { readonly notice: string; readonly sujet: string }[];
  /** Actions, or records, whose title was written last, each once, the latest first. */
  nouveautes(genre: 'action' | 'notice', limite: number): Nouvelle[];
  /** What was doubtful in the record that stands at a rank of a file. */
  alertesNotice(document: string, numero: number): Alerte[];
}

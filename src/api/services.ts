import type { Alerte, DocumentDecrit, Page } from '../domain/page.js';
import type { Entite } from '../domain/vue.js';
import type { FactsReader } from '../facts/reader.js';
import type { Questions } from '../questions/fiches/types.js';

/** What the API and the pages are given. Engines are known by their name and their last sequence only. */
export interface Services {
  readonly questions: Questions;
  /** The fact store, for documents and the text of their pages. */
  readonly faits: {
    sequence(): number;
    /** When a sequence was written; undefined when nothing was written since. */
    date(sequence: number): string | undefined;
    documents(): readonly DocumentDecrit[];
    document(id: string): DocumentDecrit | undefined;
    page(document: string, numero: number): Page | undefined;
    entite(id: string): Entite | undefined;
    /** The record that stands at a rank of a catalogue. */
    noticeA(document: string, numero: number): string | undefined;
    /** Another reader of the same base, that sees it as it stands now until it is closed. */
    cliche(): FactsReader;
    /** Alerts in force, of one document when given. */
    alertes(document?: string): readonly Alerte[];
  };
  readonly graphe: Engine;
  readonly recherche: Engine;
  /** Folder of the original files, each named by the SHA-256 of its bytes. */
  readonly originaux: string;
}

interface Engine {
  readonly moteur: string;
  /** Rejects when the engine does not answer. */
  sequence(): Promise<number>;
}

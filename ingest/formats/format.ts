import type { PageLue } from '../../src/domain/page.js';

/** What a format makes of the bytes of a file. */
export interface Lecture {
  readonly pages: readonly PageLue[];
  /** Title that the file's own metadata give, when they do. */
  readonly titre?: string;
  /** How many pages the file says it has, when fewer could be read. */
  readonly pagesAnnoncees?: number;
}

/** How a file is to be read. */
export interface OptionsLecture {
  /** False: pages that are images are not read. */
  readonly reconnaissance?: boolean;
  /** Called before each page that is read on its image: how many of how many are done. */
  readonly annoncer?: (fait: number, total: number) => void;
}

/** A file format: one folder under `ingest/formats`. It runs in a child process with limits. */
export interface Format {
  readonly nom: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** True when the bytes are of this format, whatever the file's name says. */
  reconnait(octets: Uint8Array): boolean;
  /** Throws a MaillageError `refus` (French, with a remedy) when the bytes cannot be read. */
  lire(octets: Uint8Array, options?: OptionsLecture): Promise<Lecture>;
}

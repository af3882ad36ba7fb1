import { EXPORT_FORMATS } from '../export/formats.js';
import { coins, metasCitation } from '../export/notices/citation.js';
import { noticeOf } from '../export/notices/fonds.js';
import { enJsonld } from '../export/notices/jsonld.js';
import type { Services } from './services.js';

/** What the page of a record says to the programs that collect references. */
export interface Citation {
  /** `title` of a span of class Z3988. */
  readonly coins: string;
  /** Names and contents of the head's metas. */
  readonly metas: readonly (readonly [nom: string, valeur: string])[];
  /** An object of schema.org. */
  readonly jsonld: string;
}

/** The same record in each of its machine-readable forms; null for an id that is no record. */
export function citationDe({ faits }: Services, id: string): Citation | null {
  const entite = faits.entite(id);
  if (entite?.type !== 'Notice') return null;
  const notice = noticeOf(entite);
  return { coins: coins(notice), metas: metasCitation(notice), jsonld: enJsonld(notice) };
}

export interface FormatDeNotice {
  readonly nom: string;
  readonly type: string;
}

/** Formats that a record can be taken away in, by name and media type. */
export function formatsDeNotices(): FormatDeNotice[] {
  return Object.entries(EXPORT_FORMATS).flatMap(([nom, { genre, type }]) =>
    genre === 'Notice' ? [{ nom, type }] : [],
  );
}

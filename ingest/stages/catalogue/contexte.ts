import type { Preuve } from '../../../src/domain/fait.js';
import type { Gazetteer } from '../../../src/gazetteer/types.js';
import type { Registre } from '../assert/contexte.js';
import type { NoticeLue, Passage } from '../catalogage/notice.js';

/** What the rules need to know of the record they work on. */
export interface ContexteNotice {
  /** `notice:…` */
  readonly id: string;
  /** The record's text. */
  readonly texte: string;
  readonly lue: NoticeLue;
  readonly gazetteer: Gazetteer;
  readonly registre: Registre;
}

/** A passage of the record as a proof: under the record's id, which stands for its file and its rank there. */
export function preuve({ id, texte }: ContexteNotice, { debut, fin }: Passage): Preuve {
  return { document: id, page: 0, debut, fin, citation: texte.slice(debut, fin) };
}

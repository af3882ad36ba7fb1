import type { ChampNotice, Notice } from '../../../src/domain/notice.js';
import type { Enregistrement, RemarqueLecture } from '../../formats/catalogue/catalogue.js';

/** A slice of the record's text: `texte.slice(debut, fin)`. */
export interface Passage {
  readonly debut: number;
  readonly fin: number;
}

/** A field that the model has no place for, kept whole under its tag and shown. */
export interface AutreChamp extends Passage {
  readonly etiquette: string;
}

/**
 * A record understood. Every field of the record is in `preuves` (it gave a field of the notice) or in
 * `autres`: none is lost.
 */
export interface NoticeLue {
  /** Identifier of the record in its source (001, ID, key of the entry, column « id »); null when it has none. */
  readonly cle: string | null;
  readonly notice: Notice;
  /** The passages that prove each field; for a list, one for each of its values, in their order. */
  readonly preuves: Readonly<Partial<Record<ChampNotice, readonly Passage[]>>>;
  readonly autres: readonly AutreChamp[];
  /** What is doubtful in it: « isbn-faux », « date-illisible »… */
  readonly remarques: readonly RemarqueLecture[];
}

/** Makes a notice of a record of one dialect. Pure; never throws: what it cannot read is in `autres` and `remarques`. */
export type LireNotice = (enregistrement: Enregistrement) => NoticeLue;

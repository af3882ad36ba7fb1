import type { Notice } from '../../domain/notice.js';

/** A notice on its way out. */
export interface NoticeExportee {
  /** `notice:…` */
  readonly id: string;
  readonly notice: Notice;
  /** Fields that the model has no place for, « 801 $aFR $bBNF »: written back by the formats that have one for them. */
  readonly autres: readonly string[];
  /** Permanent address of its page. */
  readonly url: string;
}

/** A format of export: pieces of text (or of bytes) that make a whole file, written as they come. */
export interface FormatNotices {
  readonly nom: string;
  readonly extension: string;
  /** Media type, with its charset. */
  readonly type: string;
  ecrire(notices: Iterable<NoticeExportee>): Iterable<string | Uint8Array>;
}

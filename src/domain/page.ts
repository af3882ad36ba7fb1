/** State of a page: read, empty, read by character recognition, or unreadable (with its reason). */
export type EtatPage = 'lu' | 'vide' | 'ocr' | 'illisible';

/**
 * One printed line of a page. `debut` and `fin` are offsets in the page's `texte`
 * (JavaScript string offsets), the line break excluded. What the layout tells is there
 * when the format gives it, and absent otherwise (a text file has no font).
 */
export interface Ligne {
  readonly debut: number;
  readonly fin: number;
  /** Font height in points. */
  readonly taille?: number;
  readonly gras?: boolean;
  readonly italique?: boolean;
  /** Left edge and baseline in points, origin at the bottom left of the page. */
  readonly x?: number;
  readonly y?: number;
  /** The pieces that a wide gap or a change of weight part, when there are several. */
  readonly pieces?: readonly Piece[];
  /** Offsets of the figures set smaller and raised: calls of notes. */
  readonly exposants?: readonly { readonly debut: number; readonly fin: number }[];
  /** True when a blank line or a vertical gap larger than the line spacing stands above. */
  readonly espaceAvant: boolean;
  /** Formats that know their paragraphs (DOCX, ODT, HTML): true on the first line of one, false on the others. */
  readonly paragraphe?: boolean;
  /** Level of a heading that the format declares (« Titre 1 »), from 1. */
  readonly niveau?: number;
  /** Level of a list item that the format declares, from 1; its bullet may be absent from the text. */
  readonly liste?: number;
  /** Rank of the part of its page that it belongs to (a column, a box, what runs across), when there are several. */
  readonly bloc?: number;
  /** Cell of a table that the format declares; ranks from 0 within the document, the table and the row. */
  readonly cellule?: Cellule;
}

/** Where a line stands in a table. A box around a text is a table of one cell. */
export interface Cellule {
  readonly tableau: number;
  readonly rangee: number;
  readonly colonne: number;
  /** Numbers of rows and columns of the table. */
  readonly rangees: number;
  readonly colonnes: number;
}

/** A piece of a line: a cell of a table, or a label in bold before its value. */
export interface Piece {
  /** Offset in the page's `texte` of its first character. */
  readonly debut: number;
  /** Left edge, in points. */
  readonly x: number;
  /** A gap as wide as between columns stands before it. */
  readonly colonne: boolean;
  /** True for a bold one, where weights are known. */
  readonly gras?: boolean;
}

/** A page as stored: `texte` is the extractor's text, never changed afterwards (DESIGN 5). */
export interface Page {
  /** Counted from 1 in the file. */
  readonly numero: number;
  /** The number printed on the page, where there is one. */
  readonly imprimee: number | null;
  readonly etat: EtatPage;
  /** Why the page is `illisible`, in French. */
  readonly raison?: string;
  /** Confidence of the character recognition, from 0 to 100, when `etat` is `ocr`. */
  readonly confiance?: number;
  readonly texte: string;
}

/** A page as read, before it is stored: its lines serve the segmentation only. */
export interface PageLue extends Page {
  readonly lignes: readonly Ligne[];
}

export type TypeDocument = 'programme' | 'publication' | 'rapport' | 'catalogue' | 'autre';

/** A document taken in. `id` is `sha256:` and the 64 hexadecimal digits of its bytes. */
export interface DocumentDecrit {
  readonly id: string;
  readonly fichier: string;
  readonly titre: string;
  readonly type: TypeDocument;
  readonly annee: number | null;
  readonly pages: number;
  readonly format: string;
  /** Id of the source profile that read it (`ingest/sources/<source>/source.yml`). */
  readonly source: string;
  readonly producteur: string | null;
  /** The catalogue that it is an export of: « fonds-ris ». A newer export takes its place. */
  readonly catalogue?: string;
}

export type Gravite = 'info' | 'attention' | 'erreur';

/** What a rule could not decide or what a document says against itself: bad data is a value. */
export interface Alerte {
  readonly code: string;
  readonly gravite: Gravite;
  readonly document: string;
  readonly page: number;
  readonly citation: string;
  readonly message: string;
  readonly remede: string;
}

/**
 * Normalises an extractor's text for storage: Unicode NFC, `\r\n` and `\r` to line feed,
 * other control characters removed except tab; half a surrogate pair, which no store keeps, becomes
 * U+FFFD so that offsets stay. The form feed is a page break and never reaches here.
 */
export function normalizePageText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .normalize('NFC')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
  );
}

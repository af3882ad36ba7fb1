/** The vocabulary of tags that a record is written in; each has its reading in `ingest/stages/catalogage`. */
export type Dialecte = 'unimarc' | 'ris' | 'bibtex' | 'tableau' | 'dublin-core' | 'pmb';

/** A value inside a field: a slice of the record's text, `texte.slice(debut, fin)`. */
export interface SousChamp {
  /** « a » in UNIMARC; the part's name elsewhere; '' when the field has one value. */
  readonly code: string;
  readonly debut: number;
  readonly fin: number;
}

/** A field under its original tag: « 200 », « TI », « author », « Titre de la revue ». */
export interface ChampBrut {
  readonly etiquette: string;
  /** The two indicators of MARC, blanks as « # ». */
  readonly indicateurs?: string;
  readonly sousChamps: readonly SousChamp[];
}

/** A record as its file has it: its text, stored as a page and never changed, and where its fields stand in it. */
export interface Enregistrement {
  readonly genre: 'enregistrement';
  /** Rank in the file, from 1, broken records counted. */
  readonly numero: number;
  /**
   * The record as a person reads it, by `normalizePageText`. MARC: a line a field, « 200 1# $aTitre $eComplément ».
   * RIS and BibTeX: the lines of the file. Tables: « Colonne : valeur », a line a cell.
   */
  readonly texte: string;
  readonly dialecte: Dialecte;
  readonly champs: readonly ChampBrut[];
  /** What a source.yml declares the records of this file to be. */
  readonly type?: string;
  /** Identifier that its envelope gives it (OAI-PMH): it comes before its own. */
  readonly cle?: string;
  /** True for a record that its source says deleted (OAI-PMH). */
  readonly supprime?: boolean;
  /** What was mended to read it (« encodage annoncé faux »), for the report. */
  readonly remarques?: readonly RemarqueLecture[];
}

export interface RemarqueLecture {
  readonly code: string;
  readonly message: string;
}

/** A record that cannot be read: its bytes go to quarantine with the reason, in French; the next one is read. */
export interface EnregistrementRompu {
  readonly genre: 'rompu';
  readonly numero: number;
  readonly octets: Uint8Array;
  readonly code: string;
  readonly raison: string;
}

export type EnregistrementLu = Enregistrement | EnregistrementRompu;

/** A kind of table that a source.yml declares: it is known by its columns, all of which it has. */
export interface TableauDeclare {
  /** The heading of the column that gives each field: « titre: Intitulé ». */
  readonly colonnes: Readonly<Record<string, string>>;
  /** What its records are: « poste », « rapport »; by its columns when absent. */
  readonly type?: string | undefined;
}

/** How the source.yml files refine the reading of a file. */
export interface OptionsCatalogue {
  readonly tableaux?: readonly TableauDeclare[];
  /** Told the mapping guessed for a table that no source declares, as a source.yml would write it. */
  readonly surColonnes?: (tableau: string) => void;
}

/** A format of catalogue: one folder under `ingest/formats`. Reads as a stream: memory does not grow with the file. */
export interface FormatCatalogue {
  readonly nom: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** True when the first bytes (64 kB at most) are of this format, whatever the file's name says. */
  reconnait(debut: Uint8Array, fichier: string): boolean;
  /** Records in the order of the file. Throws a MaillageError `refus` only when nothing of the file can be read. */
  lire(
    octets: AsyncIterable<Uint8Array>,
    options?: OptionsCatalogue,
  ): AsyncIterable<EnregistrementLu>;
}

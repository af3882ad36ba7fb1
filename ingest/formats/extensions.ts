/**
 * Extensions of each format, lower case with the dot. They stand apart from the formats so that
 * whoever lists files does not load the parsers: those belong to the child process.
 */
export const EXTENSIONS = {
  docx: ['.docx', '.docm', '.dotx'],
  odt: ['.odt', '.ott'],
  pdf: ['.pdf'],
  html: ['.html', '.htm', '.xhtml'],
  texte: ['.txt', '.text'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Those of catalogues: what a file is, its content tells. */
export const EXTENSIONS_CATALOGUE: readonly string[] = [
  '.mrc',
  '.iso',
  '.iso2709',
  '.unimarc',
  '.pan',
  '.xml',
  '.marcxml',
  '.mrcx',
  '.ris',
  '.bib',
  '.csv',
  '.tsv',
  '.xls',
  '.xlsx',
  '.ods',
];

import type { FactsReader } from '../facts/reader.js';
import { exportCsv } from './csv.js';
import type { ExportOptions } from './records.js';
import { exportRecords } from './records.js';

export interface ExportFormat {
  readonly description: string;
  /** Pieces of the file, in order. */
  write(facts: FactsReader, options: ExportOptions): Generator<string>;
}

function* ndjson(facts: FactsReader, options: ExportOptions): Generator<string> {
  for (const record of exportRecords(facts, options)) yield `${JSON.stringify(record)}\n`;
}

/** Plural names of the lists that the JSON export holds, by kind of record. */
const LISTES: Readonly<Record<string, string>> = {
  document: 'documents',
  page: 'pages',
  entite: 'entites',
  relation: 'relations',
  fait: 'faits',
  alerte: 'alertes',
};

function* json(facts: FactsReader, options: ExportOptions): Generator<string> {
  const listes: Record<string, unknown[]> = {};
  for (const nom of Object.values(LISTES))
    if (nom !== 'pages' || options.pages === true) listes[nom] = [];
  for (const { genre, ...record } of exportRecords(facts, options))
    listes[LISTES[genre] ?? genre]?.push(record);
  yield `${JSON.stringify(listes, null, 2)}\n`;
}

/** Formats of `maillage export`. Add one here. */
export const EXPORT_FORMATS: Readonly<Record<string, ExportFormat>> = {
  ndjson: { description: 'export canonique, un objet JSON par ligne', write: ndjson },
  json: { description: 'un seul objet JSON', write: json },
  csv: { description: 'les actions, une par ligne, pour un tableur', write: exportCsv },
};

import type { FactsReader } from '../facts/reader.js';
import { exportCsv } from './csv.js';
import { exportGexf } from './graphe/gexf.js';
import { exportGraphml } from './graphe/graphml.js';
import { bibtex } from './notices/bibtex.js';
import { cslJson } from './notices/cslJson.js';
import { csv } from './notices/csv.js';
import { fonds } from './notices/fonds.js';
import { jsonld } from './notices/jsonld.js';
import type { FormatNotices } from './notices/notices.js';
import { ris } from './notices/ris.js';
import { unimarcIso2709, unimarcXml } from './notices/unimarc.js';
import type { ExportOptions } from './records.js';
import { exportRecords } from './records.js';

export interface ExportFormat {
  readonly description: string;
  /** Media type and extension of its file. */
  readonly type: string;
  readonly extension: string;
  /** Kind of thing that it holds; absent when it holds all of them. */
  readonly genre?: 'Action' | 'Notice';
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

/** A format of the holdings, as bytes or text, written as text. */
function holdings(description: string, format: FormatNotices): ExportFormat {
  const { type, extension } = format;
  return {
    description,
    type,
    extension,
    genre: 'Notice',
    *write(facts, { ids }) {
      for (const morceau of format.ecrire(fonds(facts, ids)))
        yield typeof morceau === 'string' ? morceau : Buffer.from(morceau).toString('utf8');
    },
  };
}

/** Formats of `maillage export`. Add one here. */
export const EXPORT_FORMATS: Readonly<Record<string, ExportFormat>> = {
  ndjson: {
    description: 'export canonique, un objet JSON par ligne',
    type: 'application/x-ndjson; charset=utf-8',
    extension: '.ndjson',
    write: ndjson,
  },
  json: {
    description: 'un seul objet JSON',
    type: 'application/json; charset=utf-8',
    extension: '.json',
    write: json,
  },
  csv: {
    description: 'les actions, une par ligne, pour un tableur',
    type: 'text/csv; charset=utf-8; header=present',
    extension: '.csv',
    genre: 'Action',
    write: exportCsv,
  },
  graphml: {
    description: 'le graphe, pour Gephi ou yEd',
    type: 'application/graphml+xml; charset=utf-8',
    extension: '.graphml',
    write: exportGraphml,
  },
  gexf: {
    description: 'le graphe avec ses dates, pour Gephi',
    type: 'application/gexf+xml; charset=utf-8',
    extension: '.gexf',
    write: exportGexf,
  },
  ris: holdings('les notices, pour Zotero ou PMB', ris),
  bibtex: holdings('les notices, en BibTeX', bibtex),
  'csl-json': holdings('les notices, pour un logiciel de citation', cslJson),
  jsonld: holdings('les notices, en JSON-LD (schema.org)', jsonld),
  unimarc: holdings('les notices, en UNIMARC (ISO 2709, UTF-8)', unimarcIso2709),
  marcxml: holdings('les notices, en UNIMARC (MarcXchange)', unimarcXml),
  'csv-notices': holdings('les notices, une par ligne, pour un tableur', csv),
};

import { existsSync } from 'node:fs';
import Database from 'libsql';
import { MaillageError } from '../../domain/errors.js';
import { scalaire } from './scalaire.js';

export type Base = Database.Database;

/** Raised when the tables or the analysis change: an index of another version is made anew. */
const VERSION = 2;

/** Marks of stems, sigles and facets are part of their words: see `termes.ts`. */
const TABLES = `
CREATE TABLE IF NOT EXISTS meta (cle TEXT PRIMARY KEY, valeur INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS documents (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS fts USING fts5(
  titre, alias, champs, texte, facettes, content='', contentless_delete=1, prefix='3 5',
  tokenize="unicode61 remove_diacritics 0 tokenchars '=^_'");
CREATE TABLE IF NOT EXISTS vocabulaire (cle TEXT PRIMARY KEY, df INTEGER NOT NULL, forme TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS valeurs (code INTEGER PRIMARY KEY, nom TEXT NOT NULL, valeur TEXT NOT NULL, UNIQUE (nom, valeur));
CREATE TABLE IF NOT EXISTS facettes (doc INTEGER PRIMARY KEY, longueur INTEGER NOT NULL, codes TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS noms (cle TEXT NOT NULL, doc INTEGER NOT NULL, titre INTEGER NOT NULL, PRIMARY KEY (cle, doc)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS noms_doc ON noms (doc);
CREATE TABLE IF NOT EXISTS synonymes (cle TEXT NOT NULL, doc INTEGER NOT NULL, mots TEXT NOT NULL, PRIMARY KEY (cle, doc)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS synonymes_doc ON synonymes (doc);
PRAGMA user_version = ${VERSION};
`;

const TOUTES = [
  'meta',
  'documents',
  'fts',
  'vocabulaire',
  'valeurs',
  'facettes',
  'noms',
  'synonymes',
];

/**
 * Opens the index file, made when `ecriture`. WAL: readers in other processes see each commit.
 * @throws MaillageError `indisponible` when there is no index to read, or it is of another version.
 */
export function ouvrirBase(fichier: string, ecriture: boolean): Base {
  if (!ecriture && !existsSync(fichier)) throw absente(fichier);
  const base = new Database(fichier, { timeout: 10_000 });
  try {
    base.pragma('journal_mode = WAL');
    base.exec(
      'PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY',
    );
    const version = Number(scalaire(base, 'SELECT user_version AS v FROM pragma_user_version')());
    if (ecriture) {
      if (version !== VERSION) for (const t of TOUTES) base.exec(`DROP TABLE IF EXISTS ${t}`);
      base.exec(TABLES);
    } else {
      if (version !== VERSION) throw absente(fichier);
      base.exec('PRAGMA query_only = 1');
    }
    return base;
  } catch (cause) {
    base.close();
    if (cause instanceof MaillageError) throw cause;
    throw new MaillageError(
      'indisponible',
      `L’index de recherche « ${fichier} » ne peut pas être ouvert.`,
      'Supprimez ce fichier puis lancez « maillage rebuild ».',
      { cause },
    );
  }
}

function absente(fichier: string): MaillageError {
  return new MaillageError(
    'indisponible',
    `L’index de recherche « ${fichier} » n’existe pas encore, ou vient d’une autre version.`,
    'Lancez « maillage rebuild ».',
  );
}

import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { MaillageError } from '../domain/errors.js';
import { MIGRATIONS, VERSION_TABLES } from './tables.js';

export type Base = Database.Database;
export type Statement = Database.Statement;

/** Wait for another process's write, in milliseconds: an ingest commits one document at a time. */
const ATTENTE_MS = 10_000;

/**
 * Opens the fact store's file. A reader never creates it.
 * @throws MaillageError `introuvable` when a reader finds no base, `refus` when the base is of another version or not a base.
 */
export function openBase(fichier: string, ecriture: boolean): Base {
  if (!ecriture && !existsSync(fichier)) {
    throw new MaillageError(
      'introuvable',
      `Aucune base dans « ${dirname(fichier)} ».`,
      'Faites d’abord lire un document : maillage ingest <fichier ou dossier>.',
    );
  }
  mkdirSync(dirname(fichier), { recursive: true });
  try {
    const base = new Database(fichier, { timeout: ATTENTE_MS });
    base.pragma('journal_mode = WAL');
    base.pragma('synchronous = FULL');
    // facts are keyed by their hash: a catalogue's are written all over the file
    if (ecriture) base.pragma('cache_size = -65536');
    if (ecriture || version(base) > 0) migrate(base);
    checkVersion(base, fichier);
    return base;
  } catch (cause) {
    if (cause instanceof MaillageError) throw cause;
    if (isDamaged(cause)) throw damaged(fichier, cause);
    throw new MaillageError(
      'refus',
      `La base « ${fichier} » ne s’ouvre pas.`,
      'Vérifiez les droits du dossier et la place sur le disque, ou restaurez une sauvegarde.',
      { cause },
    );
  }
}

function isDamaged(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^SQLITE_(?:NOTADB|CORRUPT)/.test(code) || /not a database|malformed/i.test(String(cause));
}

/** Everything but the pages' history is made again from the originals and the ledger of decisions. */
function damaged(fichier: string, cause: unknown): MaillageError {
  return new MaillageError(
    'refus',
    `La base « ${fichier} » est abîmée : ce n’est plus un fichier de base lisible.`,
    'Rien n’est perdu si le dossier « originaux » est là : écartez faits.db, faits.db-wal et faits.db-shm, puis lancez : maillage rebuild. Les décisions sont dans decisions.ndjson.',
    { cause },
  );
}

function version(base: Base): number {
  const row = base.prepare('PRAGMA user_version').get() as { user_version: number };
  return row.user_version;
}

/** Brings an older base to these tables; a newer one is left as it is. */
function migrate(base: Base): void {
  if (version(base) >= VERSION_TABLES) return;
  // Two processes may start together: the second finds the tables made inside its own transaction.
  base.exec('BEGIN IMMEDIATE');
  try {
    const missing = MIGRATIONS.slice(version(base));
    for (const step of missing) base.exec(step);
    if (missing.length > 0) base.exec(`PRAGMA user_version = ${VERSION_TABLES};`);
    base.exec('COMMIT');
  } catch (error) {
    base.exec('ROLLBACK');
    throw error;
  }
}

function checkVersion(base: Base, fichier: string): void {
  const found = version(base);
  if (found === VERSION_TABLES) return;
  throw new MaillageError(
    found === 0 ? 'introuvable' : 'refus',
    found === 0
      ? `« ${fichier} » ne contient pas de base Maillage.`
      : `La base « ${fichier} » est de version ${found}, ce logiciel lit la version ${VERSION_TABLES}.`,
    found === 0
      ? 'Faites d’abord lire un document : maillage ingest <fichier ou dossier>.'
      : 'Utilisez la version du logiciel qui l’a faite, ou refaites la base à partir des originaux : maillage rebuild.',
  );
}

/** Runs `work` in one write transaction: all of it is stored, or nothing. */
export function inTransaction<T>(base: Base, work: () => T): T {
  base.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    base.exec('COMMIT');
    return result;
  } catch (error) {
    if (base.inTransaction) base.exec('ROLLBACK');
    throw error;
  }
}

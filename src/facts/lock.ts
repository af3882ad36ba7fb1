import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'libsql';
import { MaillageError } from '../domain/errors.js';

const PAUSE_MS = 200;

/**
 * Holds the right to write a data folder while `work` runs. The lock is a SQLite transaction on its
 * own file: the system frees it when the process ends, killed or not.
 * `onWait` is called once when another process holds it.
 * @throws MaillageError `indisponible` when it is still held after `patienceMs`.
 */
export async function withWriteLock<T>(
  dataDir: string,
  options: { patienceMs: number; onWait?: () => void },
  work: () => Promise<T>,
): Promise<T> {
  const base = openLock(dataDir);
  try {
    await acquire(base, dataDir, options);
    try {
      return await work();
    } finally {
      base.exec('ROLLBACK');
    }
  } finally {
    base.close();
  }
}

function openLock(dataDir: string): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true });
    return new Database(join(dataDir, 'verrou.db'), { timeout: 0 });
  } catch (cause) {
    throw new MaillageError(
      'refus',
      `Le dossier de données « ${dataDir} » ne peut pas être écrit.`,
      'Donnez le droit d’y écrire, libérez de la place, ou choisissez un autre dossier : MAILLAGE_DATA.',
      { cause },
    );
  }
}

async function acquire(
  base: Database.Database,
  dataDir: string,
  options: { patienceMs: number; onWait?: () => void },
): Promise<void> {
  const limit = Date.now() + options.patienceMs;
  for (let told = false; !tryAcquire(base); told = true) {
    if (!told) options.onWait?.();
    if (Date.now() >= limit) {
      throw new MaillageError(
        'indisponible',
        `Une autre opération écrit dans « ${dataDir} » depuis plus de ${Math.round(options.patienceMs / 1000)} s.`,
        'Attendez qu’elle se termine, ou arrêtez-la, puis relancez.',
      );
    }
    await wait(PAUSE_MS);
  }
}

function tryAcquire(base: Database.Database): boolean {
  try {
    base.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return false;
    throw error;
  }
}

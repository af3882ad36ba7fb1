import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { MaillageError } from '../../../src/domain/errors.js';
import { packageRoot } from '../../../src/domain/racine.js';
import type { PartCatalogue } from './lots.js';
import type { DemandeCatalogue, ReponseCatalogue } from './ouvrier.js';

export interface LimitesCatalogue {
  /** Longest time between two parts, in milliseconds (60 s). */
  readonly delaiMs?: number;
  /** Largest heap of the child process, in megabytes (768). */
  readonly memoireMo?: number;
}

/**
 * The parts of a catalogue, read in a child process with limits of time and memory: a hostile file ends
 * that process only. `surColonnes` is told the mapping guessed for each table. Throws a MaillageError `refus` that names the file, the cause and the remedy.
 */
export async function* readParts(
  demande: Omit<DemandeCatalogue, 'genre'>,
  surColonnes: (tableau: string) => void,
  { delaiMs = 60_000, memoireMo = 768 }: LimitesCatalogue = {},
): AsyncGenerator<PartCatalogue> {
  const enfant = fork(join(packageRoot(), 'dist', 'ingest', 'stages', 'catalogue', 'ouvrier.js'), {
    execArgv: [`--max-old-space-size=${memoireMo}`],
    serialization: 'advanced',
    // a parser of hostile bytes has no use for our keys and passwords
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const reponses = queueOf(enfant);
  try {
    // the end of the child is told by its answers
    enfant.on('error', () => undefined);
    enfant.send({ genre: 'demande', ...demande });
    for (;;) {
      const reponse = await within(reponses.next(), delaiMs, demande.fichier);
      if (reponse.genre === 'fin') return;
      if (reponse.genre === 'refus')
        throw new MaillageError('refus', reponse.message, reponse.remede);
      if (reponse.genre === 'colonnes') {
        surColonnes(reponse.tableau);
        continue;
      }
      yield reponse.part;
      if (enfant.connected) enfant.send({ genre: 'pris' });
    }
  } finally {
    enfant.kill('SIGKILL');
  }
}

/** The answers of a child in order; its end without a last word is a refusal. */
function queueOf(enfant: ChildProcess): { next(): Promise<ReponseCatalogue> } {
  const recues: ReponseCatalogue[] = [];
  let attente: ((reponse: ReponseCatalogue) => void) | undefined;
  const recevoir = (reponse: ReponseCatalogue) => {
    if (attente === undefined) recues.push(reponse);
    else attente(reponse);
    attente = undefined;
  };
  enfant.on('message', recevoir);
  enfant.once('exit', () =>
    recevoir({
      genre: 'refus',
      message: 'La lecture du catalogue s’est interrompue.',
      remede: 'Partagez-le en plusieurs fichiers, ou exportez-le de nouveau.',
    }),
  );
  return {
    next: () => {
      const premiere = recues.shift();
      if (premiere !== undefined) return Promise.resolve(premiere);
      return new Promise((resolve) => {
        attente = resolve;
      });
    },
  };
}

async function within<T>(promesse: Promise<T>, delaiMs: number, fichier: string): Promise<T> {
  let minuterie: NodeJS.Timeout | undefined;
  const limite = new Promise<never>((_resolve, reject) => {
    minuterie = setTimeout(() => reject(tropLong(fichier, delaiMs)), delaiMs);
  });
  try {
    return await Promise.race([promesse, limite]);
  } finally {
    clearTimeout(minuterie);
  }
}

function tropLong(fichier: string, delaiMs: number): MaillageError {
  return new MaillageError(
    'refus',
    `« ${fichier} » : la lecture n’avance plus depuis ${(delaiMs / 1000).toLocaleString('fr-FR')} s et a été arrêtée.`,
    'Partagez-le en plusieurs fichiers, ou exportez-le de nouveau.',
  );
}

import { MaillageError } from '../../domain/errors.js';

/**
 * Milliseconds. A question of the book takes tens of them. The server ends by itself what takes
 * longer; a server that hears and says nothing more is given `grace` beyond that.
 */
export const DELAIS = {
  connexion: 3_000,
  attente: 5_000,
  presence: 10_000,
  question: 30_000,
  ecriture: 10 * 60_000,
  fermeture: 2_000,
  grace: 3_000,
};

/** How long a transaction is tried again: a person waits for an answer, nobody for a projection. */
export const REPRISES = { lecture: 2_000, ecriture: 15_000 };

/** What a promise gives, or MaillageError `indisponible` when it gives nothing in time. */
export async function within<T>(ms: number, travail: Promise<T>): Promise<T> {
  let minuterie: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, rejeter) => {
    minuterie = setTimeout(() => rejeter(silent(ms)), ms);
  });
  try {
    return await Promise.race([travail, silence]);
  } finally {
    clearTimeout(minuterie);
  }
}

function silent(ms: number): MaillageError {
  return new MaillageError(
    'indisponible',
    `Neo4j n’a rien répondu en ${Math.ceil(ms / 1000)} s.`,
    'Regardez la charge du serveur que NEO4J_URI désigne, puis réessayez.',
  );
}

import type { FastifyInstance } from 'fastify';
import { buildApp } from './api/app.js';
import type { Services } from './api/services.js';
import type { Config } from './config.js';
import { MaillageError } from './domain/errors.js';
import { createPages } from './web/pages.js';

export interface RunningServer {
  /** Address that a browser opens. */
  readonly url: string;
  /** Ends the requests under way, then stops listening. */
  close(): Promise<void>;
}

/**
 * Listens with the services given. Stops on SIGTERM and SIGINT, once the requests under way are
 * answered; `onClose` then frees what the services hold.
 * @throws MaillageError `refus` when the port is taken or the address is not this machine's.
 */
export async function startServer(
  config: Pick<Config, 'host' | 'port'>,
  services: Services,
  onClose: () => Promise<void> = async () => undefined,
): Promise<RunningServer> {
  const app = await buildApp({
    services,
    pages: createPages(services),
    host: config.host,
    log: process.stderr,
  });
  app.addHook('onClose', onClose);
  await listen(app, config);
  const stop = () => void app.close();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  app.addHook('onClose', async () => {
    process.removeListener('SIGTERM', stop);
    process.removeListener('SIGINT', stop);
  });
  return { url: addressOf(app, config.host), close: () => app.close() };
}

async function listen(
  app: FastifyInstance,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    throw listenError(cause, host, port);
  }
}

/** Why the server cannot listen, with the remedy. */
function listenError(cause: unknown, host: string, port: number): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return new MaillageError(
      'refus',
      `Le port ${port} est déjà pris sur ${host}.`,
      `Choisissez un autre port, par exemple MAILLAGE_PORT=${port === 65535 ? 3000 : port + 1}, ou arrêtez le programme qui l’occupe.`,
      { cause },
    );
  }
  if (code === 'EACCES') {
    return new MaillageError(
      'refus',
      `Le port ${port} est réservé par le système.`,
      'Choisissez un port à partir de 1024, par exemple MAILLAGE_PORT=3000.',
      { cause },
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new MaillageError(
      'refus',
      `L’adresse ${host} n’est pas celle de cette machine.`,
      'Corrigez MAILLAGE_HOST ; 127.0.0.1 est l’adresse par défaut.',
      { cause },
    );
  }
  return cause;
}

function addressOf(app: FastifyInstance, host: string): string {
  const ouvert = app.server.address();
  const port = typeof ouvert === 'object' && ouvert !== null ? ouvert.port : 0;
  const nom =
    host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${nom}:${port}`;
}

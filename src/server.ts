import { join } from 'node:path';
import { buildApp } from './api/app.js';
import type { Services } from './api/services.js';
import type { Config } from './config.js';
import { MaillageError } from './domain/errors.js';
import { openGazetteer, openReaders } from './engines.js';
import { createQuestions } from './questions/questions.js';
import { createPages } from './web/pages.js';

type App = Awaited<ReturnType<typeof buildApp>>;

export interface RunningServer {
  /** Address that a browser opens. */
  readonly url: string;
  /** Ends the requests under way, then stops listening. */
  close(): Promise<void>;
}

/**
 * Opens the base, listens and prints the address. Stops on SIGTERM and SIGINT, once the requests
 * under way are answered, then closes the base.
 * @throws MaillageError `introuvable` without a base, `refus` when the port is taken or the
 * address is not this machine's.
 */
export async function startServer(
  config: Config,
  out: NodeJS.WritableStream = process.stdout,
): Promise<RunningServer> {
  const readers = await openReaders(config);
  const services = {
    questions: createQuestions({ ...readers, gazetteer: openGazetteer() }),
    ...readers,
    originaux: join(config.data, 'originaux'),
  };
  const server = await serve(config, services, () => readers.fermer());
  out.write(`Maillage est ouvert : ${server.url} (Ctrl+C pour arrêter)\n`);
  return server;
}

/** Listens with services already open; `free` releases them once the server is closed. */
export async function serve(
  { host, port, oai }: Pick<Config, 'host' | 'port'> & Partial<Pick<Config, 'oai'>>,
  services: Services,
  free: () => Promise<void>,
): Promise<RunningServer> {
  const pages = createPages(services);
  const app = await buildApp({
    services,
    pages,
    host,
    log: process.stderr,
    ...(oai === undefined ? {} : { oai }),
  });
  const stop = () => void app.close();
  app.addHook('onClose', async () => {
    process.removeListener('SIGTERM', stop);
    process.removeListener('SIGINT', stop);
    await free();
  });
  await listen(app, host, port);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return { url: addressOf(app, host), close: () => app.close() };
}

async function listen(app: App, host: string, port: number): Promise<void> {
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

function addressOf(app: App, host: string): string {
  const ouvert = app.server.address();
  const port = typeof ouvert === 'object' && ouvert !== null ? ouvert.port : 0;
  const nom =
    host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${nom}:${port}`;
}

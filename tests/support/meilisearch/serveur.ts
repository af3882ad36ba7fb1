import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';

const { MEILISEARCH_BIN } = process.env;
const PRET_MS = 30_000;

/** Why no server can be started, killed and started again here; undefined when one can. */
export const SANS_MEILISEARCH =
  MEILISEARCH_BIN !== undefined && existsSync(MEILISEARCH_BIN)
    ? undefined
    : 'aucun programme Meilisearch : donnez son chemin dans MEILISEARCH_BIN';

export interface ServeurMeilisearch {
  readonly url: string;
  /** The master key, which may do everything. */
  readonly apiKey: string;
  /** Key of the server's own that may only search. */
  cleDeRecherche(): Promise<string>;
  /** Ends the process at once, as a power cut would. */
  tuer(): Promise<void>;
  /** Starts it again on the same port and folder. */
  relancer(): Promise<void>;
  arreter(): Promise<void>;
}

/** Starts a real Meilisearch on a free loopback port, in a folder of its own, with a key of its own. */
export async function startMeilisearch(): Promise<ServeurMeilisearch> {
  const dossier = mkdtempSync(join(tmpdir(), 'maillage-meilisearch-'));
  const port = await freePort();
  const apiKey = randomBytes(16).toString('hex');
  const url = `http://127.0.0.1:${port}`;
  let processus = await launch(dossier, port, apiKey);
  return {
    url,
    apiKey,
    async cleDeRecherche() {
      const reponse = await fetch(`${url}/keys`, {
        headers: { authorization: `Bearer ${apiKey}` },
      });
      const { results } = (await reponse.json()) as {
        results: { actions: string[]; key: string }[];
      };
      return results.find((k) => k.actions.join() === 'search')?.key ?? '';
    },
    tuer: () => end(processus),
    async relancer() {
      processus = await launch(dossier, port, apiKey);
    },
    async arreter() {
      await end(processus);
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}

async function launch(dossier: string, port: number, apiKey: string): Promise<ChildProcess> {
  const processus = spawn(
    MEILISEARCH_BIN ?? 'meilisearch',
    ['--no-analytics', '--http-addr', `127.0.0.1:${port}`, '--db-path', join(dossier, 'data.ms')],
    { cwd: dossier, env: { MEILI_MASTER_KEY: apiKey }, stdio: 'ignore' },
  );
  const limite = Date.now() + PRET_MS;
  while (Date.now() < limite && processus.exitCode === null) {
    const pret = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    if (pret?.ok === true) return processus;
    await attendre(50);
  }
  await end(processus);
  throw new Error(`Meilisearch n’a pas démarré en ${PRET_MS / 1000} s`);
}

function end(processus: ChildProcess): Promise<void> {
  if (processus.exitCode !== null || processus.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    processus.once('exit', () => resolve());
    processus.kill('SIGKILL');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const serveur = createServer();
    serveur.once('error', reject);
    serveur.listen(0, '127.0.0.1', () => {
      const adresse = serveur.address();
      serveur.close(() => resolve(typeof adresse === 'object' && adresse ? adresse.port : 0));
    });
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Acces } from '../../../src/graph/neo4j/graphe.js';

const CIBLE = join(process.cwd(), 'tests', 'support', 'neo4j', 'target');
const PRET_MS = 90_000;

/** Why no test server can be started here; undefined when one can. */
export const SANS_NEO4J = existsSync(join(CIBLE, 'lib'))
  ? undefined
  : 'aucun serveur Neo4j de test : construisez-le par « mvn -q -f tests/support/neo4j/pom.xml package » (Java 17)';

export interface ServeurNeo4j {
  readonly acces: Acces;
  /** Ends the process at once, as a power cut would. */
  tuer(): Promise<void>;
  /** Starts it again on the same port and folder. */
  relancer(): Promise<void>;
  arreter(): Promise<void>;
}

/** Starts a real Neo4j on a free loopback port, in a folder of its own, with a password of its own. */
export async function startNeo4j(): Promise<ServeurNeo4j> {
  const dossier = mkdtempSync(join(tmpdir(), 'maillage-neo4j-'));
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  let processus = await launch(dossier, port, password);
  return {
    acces: { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password, database: 'neo4j' },
    tuer: () => end(processus, 'SIGKILL'),
    async relancer() {
      processus = await launch(dossier, port, password);
    },
    async arreter() {
      await end(processus, 'SIGKILL');
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}

function launch(dossier: string, port: number, password: string): Promise<ChildProcess> {
  const classes = [join(CIBLE, 'classes'), join(CIBLE, 'lib', '*')].join(':');
  const processus = spawn(
    'java',
    ['-Xms128m', '-Xmx768m', '-cp', classes, 'ServeurNeo4j', dossier, String(port)],
    { env: { ...process.env, NEO4J_PASSWORD: password }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  return new Promise((resolve, reject) => {
    let dit = '';
    const minuterie = setTimeout(() => {
      processus.kill('SIGKILL');
      reject(new Error(`Neo4j n’a pas démarré en ${PRET_MS / 1000} s : ${dit.slice(-2000)}`));
    }, PRET_MS);
    const ecouter = (morceau: Buffer): void => {
      dit = (dit + morceau).slice(-10_000);
      if (!/^pret$/m.test(dit)) return;
      clearTimeout(minuterie);
      resolve(processus);
    };
    processus.stdout.on('data', ecouter);
    processus.stderr.on('data', ecouter);
    processus.once('exit', (code) => {
      clearTimeout(minuterie);
      reject(new Error(`Neo4j s’est arrêté (${code}) : ${dit.slice(-2000)}`));
    });
  });
}

function end(processus: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (processus.exitCode !== null || processus.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    processus.once('exit', () => resolve());
    processus.kill(signal);
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

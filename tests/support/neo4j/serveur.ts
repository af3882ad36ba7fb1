import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { createQueryBook } from '../../../src/graph/cypher.js';
import type { Acces } from '../../../src/graph/neo4j/connexion.js';
import { openNeo4jGraph } from '../../../src/graph/neo4j/graphe.js';
import { complet } from '../monde.js';

const CIBLE = join(process.cwd(), 'tests', 'support', 'neo4j', 'target');
const PRET_MS = 240_000;
/** A server that lives a minute: compiling its code for years of service would take half of its time. */
const JVM = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** The server that the environment names, instead of one that the tests start: its base is emptied. */
const DONNE = process.env.NEO4J_URI?.trim() || undefined;

/** Why no server can be started here, stopped and started again; undefined when one can. */
export const SANS_NEO4J_A_NOUS = existsSync(join(CIBLE, 'lib'))
  ? undefined
  : 'aucun serveur Neo4j de test : construisez-le par « mvn -q -f tests/support/neo4j/pom.xml package » (Java 17)';

/** Why there is no server at all; undefined when there is one. */
export const SANS_NEO4J = DONNE === undefined ? SANS_NEO4J_A_NOUS : undefined;

export interface ServeurNeo4j {
  readonly acces: Acces;
  arreter(): Promise<void>;
}

export interface ServeurANous extends ServeurNeo4j {
  /** Ends the process at once, as a power cut would. */
  tuer(): Promise<void>;
  /** Keeps its connections and says nothing more, until `reprendre`. */
  suspendre(): void;
  reprendre(): void;
  /** Starts it again on the same port and folder. */
  relancer(): Promise<void>;
}

/** The server that NEO4J_URI names, or a real one on a free loopback port, in a folder of its own, with a password of its own. */
export async function startNeo4j(): Promise<ServeurNeo4j> {
  if (DONNE === undefined) return startOurNeo4j();
  const { NEO4J_USERNAME: username = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  return {
    acces: { uri: DONNE, username, password, database: 'neo4j' },
    arreter: async () => undefined,
  };
}

/** Always one of ours. `disqueMo`: its folder is a disk of that many megabytes. */
export async function startOurNeo4j({
  disqueMo,
}: {
  disqueMo?: number;
} = {}): Promise<ServeurANous> {
  const dossier = mkdtempSync(join(tmpdir(), 'maillage-neo4j-'));
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const start = () => launch(command(dossier, port, disqueMo), password);
  let processus = await start();
  return {
    acces: { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password, database: 'neo4j' },
    tuer: () => end(processus),
    suspendre: () => void processus.kill('SIGSTOP'),
    reprendre: () => void processus.kill('SIGCONT'),
    async relancer() {
      processus = await start();
    },
    async arreter() {
      await end(processus);
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}

/** Takes everything out of the base of a server. */
export async function emptyNeo4j({ uri, username, password, database }: Acces): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  await driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database });
  await driver.close();
}

/** A first, empty projection: it makes the constraints, which takes a new server seconds. */
export async function prepareNeo4j(acces: Acces): Promise<void> {
  await emptyNeo4j(acces);
  const book = createQueryBook(process.cwd());
  const graphe = openNeo4jGraph(acces, book, { ecriture: true });
  await graphe.projeter(complet({ entites: [], relations: [] }));
  await graphe.fermer();
}

/** True when this machine lets a process have a small disk of its own. */
export function canHaveSmallDisk(): boolean {
  const essai = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]);
  return essai.status === 0;
}

function command(dossier: string, port: number, disqueMo: number | undefined): string[] {
  const classes = [join(CIBLE, 'classes'), join(CIBLE, 'lib', '*')].join(':');
  const java = [
    ...JVM,
    '-Xms128m',
    '-Xmx768m',
    '-cp',
    classes,
    'ServeurNeo4j',
    dossier,
    String(port),
  ];
  if (disqueMo === undefined) return ['java', ...java];
  const monter = `mount -t tmpfs -o size=${disqueMo}m tmpfs "$0" && exec java "$@"`;
  return ['unshare', '-rm', 'sh', '-c', monter, dossier, ...java];
}

function launch([programme = '', ...args]: string[], password: string): Promise<ChildProcess> {
  const processus = spawn(programme, args, {
    env: { ...process.env, NEO4J_PASSWORD: password },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
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

// Projection to Neo4j: 100,000 notices and 500,000 relations by our layer, beside a plain driver script that sends the
// same batches. Usage: node bench/neo4j.bench.js [notices]   (needs the compiled code in dist/, and either the server
// that NEO4J_URI names, whose base is emptied, or the one that `mvn -q -f tests/support/neo4j/pom.xml package` builds)
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import neo4j from 'neo4j-driver';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = process.env.MAILLAGE_DIST ?? join(root, 'dist');
const ours = async (path) => import(pathToFileURL(join(dist, 'src', path)).href);
const { createQueryBook } = await ours('graph/cypher.js');
const { openNeo4jGraph } = await ours('graph/neo4j/graphe.js');

const LIGNES = 5_000;
const LIGNES_TRANSACTION = 200_000;
const THEMES = 2_000;
const COMMUNES = 1_000;

function entity(type, id, proprietes) {
  return {
    type,
    id,
    libelle: proprietes.titre ?? proprietes.nom,
    proprietes,
    faits: [`fait:${id}`],
  };
}

function relation(type, de, vers) {
  const id = `${de} ${type} ${vers}`;
  return { type, id, de, vers, proprietes: {}, faits: [`fait:${id}`] };
}

/** A catalogue: each notice with two years' worth of words, three themes and two communes. */
function catalogue(notices) {
  const titre = (i) =>
    `Compte rendu de la rencontre ${i} sur la réussite éducative et la médiation`;
  const entites = [
    ...Array.from({ length: notices }, (_, i) =>
      entity('Notice', `notice:${i}`, { titre: titre(i), annee: 1990 + (i % 30) }),
    ),
    ...Array.from({ length: THEMES }, (_, i) =>
      entity('Theme', `theme:${i}`, { nom: `Thème ${i}` }),
    ),
    ...Array.from({ length: COMMUNES }, (_, i) =>
      entity('Commune', `commune:${i}`, { nom: `Ville ${i}` }),
    ),
  ];
  const relations = Array.from({ length: notices }, (_, i) => [
    ...[0, 1, 2].map((k) =>
      relation('TRAITE_DE', `notice:${i}`, `theme:${(i * 7 + k * 611) % THEMES}`),
    ),
    ...[0, 1].map((k) =>
      relation('DOCUMENTE', `notice:${i}`, `commune:${(i * 3 + k * 317) % COMMUNES}`),
    ),
  ]).flat();
  const preuves = new Map(relations.map((r) => [r.id, `catalogue.pdf p. 3 : « ${r.vers} »`]));
  return { entites, relations, preuves };
}

/** The plain script: the same rows, the same statements, as many a transaction, nothing checked. */
async function plain(driver, { entites, relations, preuves }) {
  const nodes = (type) => ({
    cypher: `UNWIND $lignes AS ligne MERGE (n:${type} {id: ligne.id}) SET n = ligne.proprietes`,
    lignes: entites
      .filter((e) => e.type === type)
      .map(({ id, libelle, faits, proprietes: { annee, ...p } }) => ({
        id,
        proprietes: { id, libelle, faits, ...p, ...(annee && { annee: neo4j.int(annee) }) },
      })),
  });
  const links = (type, vers) => ({
    cypher: `UNWIND $lignes AS ligne MATCH (a:Notice {id: ligne.de}) MATCH (b:${vers} {id: ligne.vers})
      MERGE (a)-[r:${type} {id: ligne.id}]->(b) SET r = ligne.proprietes`,
    lignes: relations
      .filter((r) => r.type === type)
      .map(({ id, de, vers: v, faits }) => ({
        id,
        de,
        vers: v,
        proprietes: { id, faits, preuve: preuves.get(id) },
      })),
  });
  const batches = [
    nodes('Notice'),
    nodes('Theme'),
    nodes('Commune'),
    links('TRAITE_DE', 'Theme'),
    links('DOCUMENTE', 'Commune'),
  ].flatMap(({ cypher, lignes }) =>
    Array.from({ length: Math.ceil(lignes.length / LIGNES) }, (_, i) => ({
      cypher,
      lignes: lignes.slice(i * LIGNES, (i + 1) * LIGNES),
    })),
  );
  const session = driver.session();
  const perTransaction = LIGNES_TRANSACTION / LIGNES;
  for (let i = 0; i < batches.length; i += perTransaction) {
    await session.executeWrite(async (tx) => {
      for (const { cypher, lignes } of batches.slice(i, i + perTransaction))
        await tx.run(cypher, { lignes });
    });
  }
  await session.close();
}

async function empty(driver) {
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  await session.close();
}

/** A server of our own on a free port, in a folder of its own. */
async function startServer(cible) {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-neo4j-'));
  const port = await new Promise((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = socket.address();
      socket.close(() => resolve(free));
    });
  });
  const password = 'mot-de-passe-de-mesure';
  const classes = `${join(cible, 'classes')}:${join(cible, 'lib', '*')}`;
  const args = ['-Xms1g', '-Xmx2g', '-cp', classes, 'ServeurNeo4j', folder, String(port)];
  const server = spawn('java', args, {
    env: { ...process.env, NEO4J_PASSWORD: password },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => /^pret$/m.test(String(text)) && resolve());
    server.once('exit', () => reject(new Error('Neo4j s’est arrêté')));
  });
  const stop = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    acces: { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password, database: 'neo4j' },
    stop,
  };
}

const {
  NEO4J_URI: uri,
  NEO4J_USERNAME: username = 'neo4j',
  NEO4J_PASSWORD: password = '',
} = process.env;
const cible = join(root, 'tests', 'support', 'neo4j', 'target');
if (!uri && !existsSync(join(cible, 'lib'))) {
  console.log('Neo4j : rien de mesuré, ni NEO4J_URI ni serveur de test');
  process.exit(0);
}
const given = { acces: { uri, username, password, database: 'neo4j' }, stop: () => undefined };
const { acces, stop } = uri ? given : await startServer(cible);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    stop();
    process.exit(1);
  });
const driver = neo4j.driver(acces.uri, neo4j.auth.basic(acces.username, acces.password));
const graphe = openNeo4jGraph(acces, createQueryBook(root), { ecriture: true });
const project = (world, sequence) =>
  graphe.projeter({
    sequence,
    complet: true,
    ...world,
    entitesRetirees: [],
    relationsRetirees: [],
  });
const timed = async (work) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};
try {
  const notices = Number(process.argv[2] ?? 100_000);
  const small = catalogue(2_000);
  for (const work of [() => project(small, 1), () => plain(driver, small)]) {
    await empty(driver);
    await work();
  }
  const world = catalogue(notices);
  const times = { ours: [], plain: [] };
  for (const turn of ['plain', 'ours', 'ours', 'plain']) {
    await empty(driver);
    times[turn].push(
      await timed(() => (turn === 'ours' ? project(world, 2) : plain(driver, world))),
    );
  }
  const [us, them] = [Math.min(...times.ours), Math.min(...times.plain)];
  const s = (list) => list.map((t) => t.toFixed(1)).join(', ');
  console.log(
    `Neo4j, ${notices} notices et ${world.relations.length} relations : ${s(times.ours)} s ; script direct ${s(times.plain)} s ; ${(us / them).toFixed(2)} x (budget 1,5 x)`,
  );
} finally {
  await graphe.fermer();
  await driver.close();
  stop();
}

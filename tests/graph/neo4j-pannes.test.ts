import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MaillageError } from '../../src/domain/errors.js';
import { createQueryBook } from '../../src/graph/cypher.js';
import type { Acces } from '../../src/graph/neo4j/connexion.js';
import { openNeo4jGraph } from '../../src/graph/neo4j/graphe.js';
import type { GrapheEcriture } from '../../src/graph/port.js';
import { complet, difference, entite, type Lien, monde } from '../support/monde.js';
import { startRelais } from '../support/neo4j/relais.js';
import {
  canHaveSmallDisk,
  prepareNeo4j,
  SANS_NEO4J_A_NOUS,
  type ServeurANous,
  startOurNeo4j,
} from '../support/neo4j/serveur.js';

const book = createQueryBook(process.cwd());
const A = monde([['action:a', 'TOUCHE', 'commune:x']]);
/** Long enough to write for a kill to fall in the middle of it. */
const GRAND = monde(
  Array.from(
    { length: 20_000 },
    (_, i): Lien => [`action:${i % 10_000}`, i < 10_000 ? 'TOUCHE' : 'CITE', `commune:${i % 500}`],
  ),
);
const ouverts: GrapheEcriture[] = [];
afterEach(async () => {
  for (const graphe of ouverts.splice(0)) await graphe.fermer();
});

function open(acces: Acces): GrapheEcriture {
  const graphe = openNeo4jGraph(acces, book, { ecriture: true });
  ouverts.push(graphe);
  return graphe;
}

async function refusOf(travail: Promise<unknown>): Promise<MaillageError> {
  const erreur = await travail.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (erreur instanceof MaillageError) return erreur;
  throw new Error('aucun refus', { cause: erreur });
}

describe('an absent Neo4j server', () => {
  it('lets the program start, then is said down at once, with the setting to look at', async () => {
    const absent = { uri: 'bolt://127.0.0.1:9', username: 'neo4j', password: 'x', database: '' };
    const debut = performance.now();
    const erreur = await refusOf(open(absent).sequence());
    expect(erreur.genre).toBe('indisponible');
    expect(erreur.message).toContain('ne répond pas');
    expect(erreur.remede).toContain('NEO4J_URI');
    expect(performance.now() - debut).toBeLessThan(5_000);
  });
});

const sans = SANS_NEO4J_A_NOUS;
describe.skipIf(sans)(`the faults of a Neo4j server${sans ? ` (${sans})` : ''}`, () => {
  let serveur: ServeurANous;
  let driver: Driver;
  beforeAll(async () => {
    serveur = await startOurNeo4j();
    const { uri, username, password } = serveur.acces;
    driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
    });
    await prepareNeo4j(serveur.acces);
  }, 300_000);
  beforeEach(() => driver.executeQuery('MATCH (n) DETACH DELETE n'));
  afterAll(async () => {
    await driver.close();
    await serveur.arreter();
  });

  it.each([
    ['mot de passe', { password: 'faux' }, 'NEO4J_PASSWORD'],
    ['nom', { username: 'inconnu' }, 'NEO4J_USERNAME'],
    ['base', { database: 'absente' }, 'NEO4J_DATABASE'],
  ])('names the setting to change for a wrong %s', async (_quoi, autre, variable) => {
    const erreur = await refusOf(open({ ...serveur.acces, ...autre }).sequence());
    expect(erreur.genre).toBe('indisponible');
    expect(erreur.remede).toContain(variable);
  });

  it('refuses a version that does not know its constraints, and names the setting', async () => {
    const port = Number(new URL(serveur.acces.uri).port);
    const relais = await startRelais(port, 'Neo4j/5.26.0', 'Neo4j/4.4.38');
    const graphe = open({ ...serveur.acces, uri: `bolt://127.0.0.1:${relais.port}` });
    for (const travail of [graphe.sequence(), graphe.projeter(complet(A))]) {
      const erreur = await refusOf(travail);
      expect([erreur.genre, erreur.message]).toEqual([
        'indisponible',
        'Le serveur Neo4j est trop ancien (4.4).',
      ]);
      expect(erreur.remede).toMatch(/NEO4J_URI.*5\.26/);
    }
    await graphe.fermer();
    await relais.fermer();
  });

  it('says that what answers is no Neo4j', async () => {
    const { port, close } = await webServer();
    const erreur = await refusOf(
      open({ ...serveur.acces, uri: `bolt://127.0.0.1:${port}` }).sequence(),
    );
    await close();
    expect(erreur.genre).toBe('indisponible');
    expect(erreur.remede).toContain('NEO4J_URI');
  });

  it('keeps a wrong query apart from a server that is down', async () => {
    const graphe = open(serveur.acces);
    expect((await refusOf(graphe.lire('graphe/voisinage', { id: 'action:a' }))).genre).toBe(
      'refus',
    );
  });

  it('does not wait for a server that hears and says nothing, and finds it again', async () => {
    const graphe = open(serveur.acces);
    await graphe.projeter(complet(A));
    serveur.suspendre();
    try {
      const erreur = await refusOf(graphe.sequence());
      expect([erreur.genre, erreur.message]).toEqual([
        'indisponible',
        expect.stringMatching(/rien répondu en \d+ s/),
      ]);
    } finally {
      serveur.reprendre();
    }
    expect(await graphe.sequence()).toBe(1);
  });

  it('finds a server that was stopped and started again, without being opened again', async () => {
    const graphe = open(serveur.acces);
    await graphe.projeter(complet(A));
    await serveur.tuer();
    expect((await refusOf(graphe.sequence())).genre).toBe('indisponible');
    await serveur.relancer();
    expect(await graphe.sequence()).toBe(1);
  }, 180_000);

  it('killed in the middle of a projection, ends with the same graph once started again', async () => {
    const graphe = open(serveur.acces);
    await graphe.projeter(complet(A));
    const coupee = refusOf(graphe.projeter(difference(A, GRAND, 2)));
    await waitForWrites(driver);
    await serveur.tuer();
    expect((await coupee).genre).toBe('indisponible');
    await serveur.relancer();
    expect(await graphe.sequence()).toBe(1);
    await graphe.projeter(difference(A, GRAND, 2));
    const { records } = await driver.executeQuery(
      'MATCH (a:Action)-[r]->(c:Commune) RETURN count(r) AS relations, count(DISTINCT r.id) AS ids, count(DISTINCT a) AS actions',
    );
    expect(records[0]?.toObject()).toEqual({ relations: 20_000, ids: 20_000, actions: 10_000 });
    expect(await graphe.sequence()).toBe(2);
  }, 240_000);

  it('says that the disk of the server is full', async ({ skip }) => {
    skip(!canHaveSmallDisk(), 'cette machine ne laisse pas monter un petit disque');
    const petit = await startOurNeo4j({ disqueMo: 60 });
    try {
      const graphe = open(petit.acces);
      await graphe.projeter(complet(A));
      const gros = 'x'.repeat(20_000);
      const fill = async () => {
        for (let lot = 0; lot < 20; lot += 1) {
          const ids = Array.from({ length: 300 }, (_, i) => `notice:${lot}-${i}`);
          const entites = ids.map((id) => entite(id, { titre: `${gros} ${id}` }));
          await graphe.projeter(difference(A, { ...A, entites: [...A.entites, ...entites] }, lot));
        }
      };
      for (const travail of [fill, () => graphe.sequence()]) {
        const erreur = await refusOf(travail());
        expect(erreur.genre).toBe('indisponible');
        expect(erreur.message).toContain('disque');
        expect(erreur.remede).toContain('server.directories.data');
      }
    } finally {
      await petit.arreter();
    }
  }, 180_000);
});

/** Resolves once the server holds changes that are not yet committed. */
async function waitForWrites(driver: Driver): Promise<void> {
  for (;;) {
    const { records } = await driver.executeQuery(
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'MERGE' RETURN count(*) AS n",
    );
    if (Number(records[0]?.get('n')) > 0) return;
  }
}

async function webServer(): Promise<{ port: number; close(): Promise<void> }> {
  const { createServer } = await import('node:http');
  const web = createServer((_demande, reponse) => reponse.end('bonjour'));
  await new Promise<void>((pret) => web.listen(0, '127.0.0.1', pret));
  const adresse = web.address();
  return {
    port: typeof adresse === 'object' && adresse !== null ? adresse.port : 0,
    close: () => {
      web.closeAllConnections();
      return new Promise((fini) => web.close(() => fini()));
    },
  };
}

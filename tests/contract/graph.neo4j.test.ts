import { afterAll, beforeAll, describe } from 'vitest';
import { createQueryBook } from '../../src/graph/cypher.js';
import { openNeo4jGraph } from '../../src/graph/neo4j/graphe.js';
import { SANS_NEO4J, type ServeurNeo4j, startNeo4j } from '../support/neo4j/serveur.js';
import { graphContract } from './graph.js';

const book = createQueryBook(process.cwd());
let serveur: ServeurNeo4j;
let dossier = '';

describe.skipIf(SANS_NEO4J)(`Neo4j server${SANS_NEO4J ? ` (${SANS_NEO4J})` : ''}`, () => {
  beforeAll(async () => {
    serveur = await startNeo4j();
  }, 120_000);
  afterAll(() => serveur.arreter());

  graphContract('neo4j', async (demande) => {
    const graphe = openNeo4jGraph(serveur.acces, book, { ecriture: true });
    if (demande !== dossier) await empty();
    dossier = demande;
    return graphe;
  });
});

/** The server has one base: another folder means an empty one. */
async function empty(): Promise<void> {
  const { default: neo4j } = await import('neo4j-driver');
  const { uri, username, password } = serveur.acces;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  await driver.executeQuery('MATCH (n) DETACH DELETE n');
  await driver.close();
}

import { afterAll, beforeAll, describe } from 'vitest';
import { createQueryBook } from '../../src/graph/cypher.js';
import { openNeo4jGraph } from '../../src/graph/neo4j/graphe.js';
import {
  emptyNeo4j,
  prepareNeo4j,
  SANS_NEO4J,
  type ServeurNeo4j,
  startNeo4j,
} from '../support/neo4j/serveur.js';
import { graphContract } from './graph.js';

const book = createQueryBook(process.cwd());
let serveur: ServeurNeo4j;
let dossier = '';

describe.skipIf(SANS_NEO4J)(`Neo4j server${SANS_NEO4J ? ` (${SANS_NEO4J})` : ''}`, () => {
  beforeAll(async () => {
    serveur = await startNeo4j();
    await prepareNeo4j(serveur.acces);
  }, 300_000);
  afterAll(() => serveur.arreter());

  graphContract('neo4j', async (demande) => {
    const graphe = openNeo4jGraph(serveur.acces, book, { ecriture: true });
    // the server has one base: another folder means an empty one
    if (demande !== dossier) await emptyNeo4j(serveur.acces);
    dossier = demande;
    return graphe;
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectGraph } from '../../ingest/stages/project.js';
import { openFactsWriter } from '../../src/facts/writer.js';
import { createQueryBook } from '../../src/graph/cypher.js';
import { openNeo4jGraph } from '../../src/graph/neo4j/graphe.js';
import { schemaObjects } from '../../src/graph/neo4j/schema.js';
import type { GrapheEcriture } from '../../src/graph/port.js';
import { complet, monde } from '../support/monde.js';
import {
  prepareNeo4j,
  SANS_NEO4J,
  type ServeurNeo4j,
  startNeo4j,
} from '../support/neo4j/serveur.js';

const book = createQueryBook(process.cwd());
const A = monde([['action:a', 'TOUCHE', 'commune:x']]);
const B = monde([
  ['action:a', 'TOUCHE', 'commune:x'],
  ['action:b', 'TOUCHE', 'commune:x'],
]);

describe.skipIf(SANS_NEO4J)(`a Neo4j server${SANS_NEO4J ? ` (${SANS_NEO4J})` : ''}`, () => {
  let serveur: ServeurNeo4j;
  let driver: Driver;
  const open = (): GrapheEcriture => openNeo4jGraph(serveur.acces, book, { ecriture: true });
  const lignes = async (cypher: string): Promise<Record<string, unknown>[]> =>
    (await driver.executeQuery(cypher)).records.map((r) => r.toObject());

  beforeAll(async () => {
    serveur = await startNeo4j();
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

  it('has the constraints and the indexes of the model, made once', async () => {
    const graphe = open();
    await graphe.projeter(complet(A));
    const noms = async () =>
      await lignes('SHOW INDEXES YIELD id, name RETURN id, name ORDER BY id');
    const faits = await noms();
    await graphe.projeter(complet(B, 2));
    await graphe.fermer();
    expect(faits.map(({ name }) => name)).toEqual(
      expect.arrayContaining(schemaObjects().map(({ nom }) => nom)),
    );
    expect(await noms()).toEqual(faits);
  });

  it('keeps what is not of the model when everything is projected anew', async () => {
    await driver.executeQuery("CREATE (:Carnet {note: 'à moi'})-[:PARLE_DE]->(:Lieu {nom: 'Ici'})");
    const graphe = open();
    await graphe.projeter(complet(B));
    await graphe.projeter(complet(A, 2));
    await graphe.fermer();
    expect(await lignes('MATCH (c:Carnet)-[:PARLE_DE]->(l:Lieu) RETURN l.nom AS nom')).toEqual([
      { nom: 'Ici' },
    ]);
  });

  it('keeps nodes and relations of the same names that somebody else put there', async () => {
    await driver.executeQuery("CREATE (:Carnet)-[:CITE]->(:Commune {id: 'à moi'})");
    const graphe = open();
    await graphe.projeter(complet(B));
    await graphe.projeter(complet(A, 2));
    await graphe.fermer();
    expect(await lignes('MATCH (:Carnet)-[r:CITE]->(c:Commune) RETURN c.id AS id')).toEqual([
      { id: 'à moi' },
    ]);
    expect(await lignes('MATCH (a:Action) RETURN a.id AS id')).toEqual([{ id: 'action:a' }]);
  });

  it('keeps years as whole numbers', async () => {
    const graphe = open();
    await graphe.projeter(complet(A));
    await graphe.fermer();
    const [ligne] = await lignes('MATCH (a:Action) RETURN toString(a.annee) AS annee');
    expect(ligne).toEqual({ annee: '2012' });
  });

  it('shows a readable proof on each relation', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'maillage-preuves-'));
    const facts = openFactsWriter(dossier);
    const document = `sha256:${'a'.repeat(64)}`;
    const preuves = [{ document, page: 2, debut: 0, fin: 9, citation: 'à Garges,' }];
    const base = { statut: 'dit', regle: 'essai@1', preuves } as const;
    facts.appliquer({
      lot: document,
      empreinte: '1',
      document: {
        id: document,
        fichier: 'programme.pdf',
        titre: 'Programme',
        type: 'programme',
        annee: 2012,
        pages: 2,
        format: 'pdf',
        source: 'defaut',
        producteur: null,
      },
      pages: [{ numero: 2, imprimee: 14, etat: 'lu', texte: 'à Garges, en mars' }],
      assertions: [
        { ...base, sujet: 'action:a', predicat: 'titre', valeur: 'Atelier' },
        { ...base, sujet: 'commune:95268', predicat: 'nom', valeur: 'Garges-lès-Gonesse' },
        { ...base, sujet: 'action:a', predicat: 'TOUCHE', objet: 'commune:95268' },
      ],
    });
    const graphe = open();
    await projectGraph(facts, graphe);
    facts.close();
    await graphe.fermer();
    rmSync(dossier, { recursive: true, force: true });
    expect(await lignes('MATCH ()-[r:TOUCHE]->() RETURN r.preuve AS preuve')).toEqual([
      { preuve: 'programme.pdf p. 14 : « à Garges, »' },
    ]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectGraph } from '../../ingest/stages/project.js';
import { MaillageError } from '../../src/domain/errors.js';
import { openFactsWriter } from '../../src/facts/writer.js';
import { createQueryBook } from '../../src/graph/cypher.js';
import { type Acces, openNeo4jGraph } from '../../src/graph/neo4j/graphe.js';
import type { GrapheEcriture } from '../../src/graph/port.js';
import { complet, difference, type Lien, monde } from '../support/monde.js';
import { SANS_NEO4J, type ServeurNeo4j, startNeo4j } from '../support/neo4j/serveur.js';

const book = createQueryBook(process.cwd());
const A = monde([['action:a', 'TOUCHE', 'commune:x']]);
const B = monde([
  ['action:a', 'TOUCHE', 'commune:x'],
  ['action:b', 'TOUCHE', 'commune:x'],
]);

async function refusOf(travail: Promise<unknown>): Promise<MaillageError> {
  const erreur = await travail.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (erreur instanceof MaillageError) return erreur;
  throw new Error('aucun refus', { cause: erreur });
}

describe('an absent Neo4j server', () => {
  const absent: Acces = {
    uri: 'bolt://127.0.0.1:9',
    username: 'neo4j',
    password: 'x',
    database: 'neo4j',
  };

  it('lets the program start, then is said down, with the setting to look at', async () => {
    const graphe = openNeo4jGraph(absent, book, { ecriture: false });
    const erreur = await refusOf(graphe.sequence());
    expect(erreur.genre).toBe('indisponible');
    expect(erreur.message).toContain('ne répond pas');
    expect(erreur.remede).toContain('NEO4J_URI');
    await graphe.fermer();
  }, 30_000);
});

describe.skipIf(SANS_NEO4J)(`a Neo4j server${SANS_NEO4J ? ` (${SANS_NEO4J})` : ''}`, () => {
  let serveur: ServeurNeo4j;
  let driver: Driver;
  const open = (autre: Partial<Acces> = {}): GrapheEcriture =>
    openNeo4jGraph({ ...serveur.acces, ...autre }, book, { ecriture: true });
  const lignes = async (cypher: string): Promise<Record<string, unknown>[]> =>
    (await driver.executeQuery(cypher)).records.map((r) => r.toObject());

  beforeAll(async () => {
    serveur = await startNeo4j();
    const { uri, username, password } = serveur.acces;
    driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
    });
  }, 120_000);
  beforeEach(() => driver.executeQuery('MATCH (n) DETACH DELETE n'));
  afterAll(async () => {
    await driver.close();
    await serveur.arreter();
  });

  it('has a unique id for each label and each relation type of the model', async () => {
    const graphe = open();
    await graphe.projeter(complet(A));
    await graphe.fermer();
    const [{ n: noms } = { n: 0 }] = await lignes(
      "SHOW CONSTRAINTS YIELD type WHERE type ENDS WITH 'UNIQUENESS' RETURN count(*) AS n",
    );
    expect(noms).toBeGreaterThanOrEqual(16 + 12);
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

  it.each([
    ['mot de passe', { password: 'faux' }, 'NEO4J_PASSWORD'],
    ['base', { database: 'absente' }, 'NEO4J_DATABASE'],
  ])('names the setting to change for a wrong %s', async (_quoi, autre, variable) => {
    const graphe = open(autre);
    const erreur = await refusOf(graphe.sequence());
    expect(erreur.genre).toBe('indisponible');
    expect(erreur.remede).toContain(variable);
    await graphe.fermer();
  });

  it('keeps a wrong query apart from a server that is down', async () => {
    const graphe = open();
    expect((await refusOf(graphe.lire('graphe/voisinage', { id: 'action:a' }))).genre).toBe(
      'refus',
    );
    await graphe.fermer();
  });

  it('killed in the middle of a projection, ends with the same graph once started again', async () => {
    const liens: Lien[] = Array.from({ length: 20_000 }, (_, i) => [
      `action:${i % 10_000}`,
      i < 10_000 ? 'TOUCHE' : 'CITE',
      `commune:${i % 500}`,
    ]);
    const grand = monde(liens);
    const graphe = open();
    await graphe.projeter(complet(A));
    const coupee = refusOf(graphe.projeter(difference(A, grand, 2)));
    await waitForRows(driver, 1_000);
    await serveur.tuer();
    expect((await coupee).genre).toBe('indisponible');
    await serveur.relancer();
    expect(await graphe.sequence()).toBe(1);
    await graphe.projeter(difference(A, grand, 2));
    const [compte] = await lignes(
      'MATCH (a:Action)-[r]->(c:Commune) RETURN count(r) AS relations, count(DISTINCT r.id) AS ids, count(DISTINCT a) AS actions',
    );
    expect(compte).toEqual({ relations: 20_000, ids: 20_000, actions: 10_000 });
    expect(await graphe.sequence()).toBe(2);
    await graphe.fermer();
  }, 240_000);
});

/** Resolves once the server has begun to write: it holds nodes that a reader sees, or changes not yet committed. */
async function waitForRows(driver: Driver, nombre: number): Promise<void> {
  for (;;) {
    const { records } = await driver.executeQuery(
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'MERGE' RETURN count(*) AS n",
    );
    const vus = await driver.executeQuery('MATCH (n) RETURN count(n) AS n');
    if (Number(records[0]?.get('n')) > 0 || Number(vus.records[0]?.get('n')) > nombre) return;
  }
}

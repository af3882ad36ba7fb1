import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContratQuestion, lireQuestion } from '../../src/graph/ask.js';
import { createQueryBook } from '../../src/graph/cypher.js';
import { openEmbeddedGraph } from '../../src/graph/embedded/graphe.js';
import { openNeo4jGraph } from '../../src/graph/neo4j/graphe.js';
import type { GrapheEcriture, GrapheLecture, ParametresCypher } from '../../src/graph/port.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';
import { complet, monde } from '../support/monde.js';
import {
  prepareNeo4j,
  SANS_NEO4J,
  type ServeurNeo4j,
  startNeo4j,
} from '../support/neo4j/serveur.js';

type Contrat = ContratQuestion<ParametresCypher, unknown> & {
  readonly cas: readonly ParametresCypher[];
};

const book = createQueryBook(process.cwd());
const questions = book.noms('ladybug').filter((nom) => !nom.startsWith('ecriture/'));

/** A world in which every question has an answer to its cases. */
const MONDE = monde([
  ['programme:exemple', 'COMPREND', 'axe:exemple'],
  ['axe:exemple', 'COMPREND', 'action:exemple'],
  ['action:exemple', 'TOUCHE', 'commune:95268'],
  ['action:exemple', 'TOUCHE', 'quartier:zus-1'],
  ['action:exemple', 'TOUCHE', 'departement:95'],
  ['action:exemple', 'MOBILISE', 'dispositif:pre'],
  ['action:exemple', 'MOBILISE', 'dispositif:asv', { role: 'mention' }],
  ['personne:exemple', 'INTERVIENT_DANS', 'action:exemple', { role: 'intervenant' }],
  ['quartier:zus-1', 'SITUE_DANS', 'commune:95268'],
  ['commune:95268', 'SITUE_DANS', 'departement:95'],
  ['commune:95268', 'MEMBRE_DE', 'intercommunalite:249500380'],
  ['dispositif:pre', 'DEPLOYE_A', 'commune:95268'],
  ['dispositif:asv', 'DEPLOYE_A', 'commune:95268'],
]);

async function contractOf(nom: string): Promise<Contrat> {
  const fichier = pathToFileURL(resolve('queries', `${nom}.ts`)).href;
  return (await import(/* @vite-ignore */ fichier)) as Contrat;
}

const dossier = dossierDuFichier();

/** Rows of a question for each of its cases. */
async function rowsOf(graphe: GrapheLecture, nom: string): Promise<unknown[][]> {
  const contrat = await contractOf(nom);
  const reponses: unknown[][] = [];
  for (const cas of contrat.cas) reponses.push(await lireQuestion(graphe, contrat, cas));
  return reponses;
}

let embarque: GrapheEcriture;
beforeAll(async () => {
  embarque = await openEmbeddedGraph(dossier, book, { ecriture: true });
  await embarque.projeter(complet(MONDE));
});
afterAll(() => embarque.fermer());

describe.each(questions)('%s', (nom) => {
  it('answers its own cases, in the shape of its contract', async () => {
    expect((await contractOf(nom)).question).toBe(nom);
    const reponses = await rowsOf(embarque, nom);
    expect(reponses.length).toBeGreaterThan(0);
    for (const lignes of reponses) expect(lignes).not.toEqual([]);
  });

  it('is said to order its rows when it does', async () => {
    const { ordonnee = false } = await contractOf(nom);
    expect(ordonnee).toBe(book.texte(nom, 'ladybug').includes('ORDER BY'));
  });

  it('says in its header what it asks, its parameters and its columns', () => {
    const [titre = '', parametres = ''] = book.texte(nom, 'ladybug').split('\n');
    expect(titre).toMatch(/^\/\/ \p{Lu}.*\?$/u);
    expect(parametres).toMatch(/^\/\/ Paramètres : /);
    const entete = book.texte(nom, 'ladybug').split(/^[^/]/m)[0] ?? '';
    expect(entete).toMatch(/^\/\/ Colonnes : /m);
  });
});

describe.skipIf(SANS_NEO4J)(`on Neo4j${SANS_NEO4J ? ` (${SANS_NEO4J})` : ''}`, () => {
  let serveur: ServeurNeo4j;
  let graphe: GrapheEcriture;
  beforeAll(async () => {
    serveur = await startNeo4j();
    await prepareNeo4j(serveur.acces);
    graphe = openNeo4jGraph(serveur.acces, book, { ecriture: true });
    await graphe.projeter(complet(MONDE));
  }, 300_000);
  afterAll(async () => {
    await graphe.fermer();
    await serveur.arreter();
  });

  it.each(questions)(
    '%s has the same rows as embedded',
    async (nom) => {
      expect(await rowsOf(graphe, nom)).toEqual(await rowsOf(embarque, nom));
    },
    180_000,
  );
});

it('has a contract beside every question, and a question beside every contract', () => {
  const contrats = readdirSync('queries', { recursive: true, encoding: 'utf8' })
    .filter((f) => f.includes('/') && f.endsWith('.ts'))
    .map((f) => f.slice(0, -'.ts'.length));
  expect(contrats.sort()).toEqual(questions);
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectGraph, projectSearch } from '../../ingest/stages/project.js';
import * as entites from '../../queries/coherence/entites.js';
import * as relations from '../../queries/coherence/relations.js';
import { type Config, readConfig } from '../../src/config.js';
import type { TypeRelation } from '../../src/domain/schema.js';
import { openReaders, openWriters, type Readers } from '../../src/engines.js';
import { EXPORT_FORMATS } from '../../src/export/formats.js';
import { openFactsReader } from '../../src/facts/reader.js';
import { lireQuestion } from '../../src/graph/ask.js';
import type { Questions } from '../../src/questions/fiches/types.js';
import { createQuestions } from '../../src/questions/questions.js';
import { configFor, ingestInto, seedGazetteer } from '../support/base.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';
import { SANS_MEILISEARCH, startMeilisearch } from '../support/meilisearch/serveur.js';
import { SANS_NEO4J, startNeo4j } from '../support/neo4j/serveur.js';

/** Every question that the tests ask in words. */
const QUESTIONS = (
  parse(readFileSync('tests/golden/questions/comprendre.yml', 'utf8')) as { q: string }[]
)
  .map(({ q }) => q)
  .concat(['Quels liens entre PRE et ASV ?', 'Dans quelles communes le CUCS est-il déployé ?']);
const RECHERCHES = [
  'médiation',
  'delinquants',
  'PRE',
  'garges',
  'santé des jeunes',
  'st ouen',
  '"contrat urbain"',
];

type Variables = Readonly<Record<string, string>>;
type Reponses = Readonly<Record<string, unknown>>;

interface Base {
  readonly readers: Readers;
  readonly questions: Questions;
}

const data = dossierDuFichier();
let embarquee: Base;
/** What the base answers on its embedded engines. */
let attendues: { readonly questions: Reponses; readonly recherches: Reponses };
beforeAll(async () => {
  if (COMBINAISONS.every(({ sans }) => sans !== undefined)) return;
  await ingestInto(data);
  embarquee = await open(configFor(data));
  attendues = {
    questions: await answersOf(embarquee, demandes()),
    recherches: await answersOf(embarquee, recherches()),
  };
}, 240_000);
afterAll(async () => {
  await embarquee?.readers.fermer();
  for (const { arreter } of await Promise.all(lances.values())) await arreter();
});

async function open(config: Config): Promise<Base> {
  const readers = await openReaders(config);
  const questions = createQuestions({ ...readers, gazetteer: seedGazetteer() });
  return { readers, questions };
}

/** The facts of the file's base, projected to the servers that the variables name. */
async function move(variables: Variables): Promise<Base> {
  const config = readConfig({ MAILLAGE_DATA: data, ...variables });
  const facts = openFactsReader(data);
  const moteurs = await openWriters(config);
  await projectGraph(facts, moteurs.graphe, true);
  await projectSearch(facts, moteurs.recherche, seedGazetteer().referentiels, true);
  await moteurs.fermer();
  facts.close();
  return open(config);
}

/** What a base answers, or the words it refuses in. */
async function answersOf(
  { questions }: Base,
  demandes: readonly (readonly [string, (q: Questions) => unknown])[],
): Promise<Reponses> {
  const reponses: Record<string, unknown> = {};
  for (const [nom, demander] of demandes) {
    try {
      reponses[nom] = await demander(questions);
    } catch (erreur) {
      reponses[nom] = String(erreur);
    }
  }
  return reponses;
}

/** The entities at an end of a relation of the base. */
function endsOf(type: TypeRelation, bout: 'de' | 'vers'): string[] {
  const ids = embarquee.readers.faits.relations({ type }).map((relation) => relation[bout]);
  return [...new Set(ids)].sort();
}

/** Everything that the graph answers: in words, of each territory and each dispositif. */
function demandes(): [string, (q: Questions) => unknown][] {
  const territoires = [...new Set([...endsOf('TOUCHE', 'vers'), ...endsOf('DEPLOYE_A', 'vers')])];
  const dispositifs = endsOf('MOBILISE', 'vers');
  const paires = dispositifs.slice(1).map((a, i) => [a, dispositifs[i] ?? a] as const);
  return [
    ...QUESTIONS.map((q) => [q, (b: Questions) => b.demander(q, new Date('2013-05-01'))] as const),
    ...territoires.map((id) => [id, (b: Questions) => b.actionsTerritoire(id)] as const),
    ...dispositifs.map((id) => [id, (b: Questions) => b.deploiement(id)] as const),
    ...paires.map(([a, c]) => [`${a} ${c}`, (b: Questions) => b.liens(a, c)] as const),
  ].map(([nom, demander]) => [nom, demander]);
}

/** All that a search finds, up to the longest list that is given. */
function recherches(): [string, (q: Questions) => unknown][] {
  return RECHERCHES.map((q) => [q, (b) => b.rechercher(q, { taille: 200 })]);
}

function exportOf({ readers }: Base): string {
  return [...(EXPORT_FORMATS.ndjson?.write(readers.faits, {}) ?? [])].join('');
}

async function contentOf({ readers: { graphe } }: Base): Promise<Record<string, unknown>> {
  return {
    entites: (await lireQuestion(graphe, entites, {})).map(({ id }) => id).sort(),
    relations: (await lireQuestion(graphe, relations, {})).map(({ id }) => id).sort(),
  };
}

interface Lance {
  readonly variables: Variables;
  arreter(): Promise<void>;
}

/** The servers that run, each one for every combination that it is in. */
const lances = new Map<() => Promise<Lance>, Promise<Lance>>();

function running(start: () => Promise<Lance>): Promise<Lance> {
  const lance = lances.get(start) ?? start();
  lances.set(start, lance);
  return lance;
}

/** The server that MEILISEARCH_URL names, or one that is started here. */
async function meilisearch(): Promise<Lance> {
  const { MEILISEARCH_URL: url, MEILISEARCH_API_KEY: cle = '' } = process.env;
  const serveur = url
    ? { url, apiKey: cle, arreter: async () => undefined }
    : await startMeilisearch();
  const variables = { MEILISEARCH_URL: serveur.url, MEILISEARCH_API_KEY: serveur.apiKey };
  return { variables, arreter: () => serveur.arreter() };
}

async function neo4j(): Promise<Lance> {
  const { acces, arreter } = await startNeo4j();
  const { uri, username, password } = acces;
  return {
    variables: { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    arreter,
  };
}

/**
 * What two indexes need not agree on (the search contract): their order, so also which results a
 * list shows when it does not show all, their scores and the passage they show.
 */
function withoutOrder(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(withoutOrder);
  if (valeur === null || typeof valeur !== 'object') return valeur;
  const { total, resultats } = valeur as { total?: number; resultats?: unknown };
  const coupee = Array.isArray(resultats) && total !== undefined && resultats.length < total;
  return Object.fromEntries(
    Object.entries(valeur)
      .filter(([nom]) => nom !== 'score' && nom !== 'extrait' && !(coupee && nom === 'resultats'))
      .map(([nom, v]) => [
        nom,
        nom === 'resultats' && Array.isArray(v) ? byId(v) : withoutOrder(v),
      ]),
  );
}

function byId(resultats: readonly { readonly id?: string }[]): unknown[] {
  const tries = [...resultats].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  return tries.map(withoutOrder);
}

/** Not from a recording: what is sent follows from every rule of reading, each change of which would want a new one. */
const sansMeili =
  process.env.MEILISEARCH_URL || SANS_MEILISEARCH === undefined
    ? undefined
    : `${SANS_MEILISEARCH}, ou une adresse dans MEILISEARCH_URL ; ces échanges ne se rejouent pas, ils changent avec chaque règle de lecture`;
const COMBINAISONS = [
  { noms: 'neo4j, SQLite FTS5', serveurs: [neo4j], sans: SANS_NEO4J },
  { noms: 'ladybug, Meilisearch', serveurs: [meilisearch], sans: sansMeili },
  {
    noms: 'neo4j, Meilisearch',
    serveurs: [neo4j, meilisearch],
    sans: SANS_NEO4J ?? sansMeili,
  },
] as const;

describe.each(COMBINAISONS)('a base moved to $noms', ({ noms, serveurs, sans }) => {
  describe.skipIf(sans)(sans ?? 'answers as on the embedded engines', () => {
    let base: Base;
    beforeAll(async () => {
      const demarres = await Promise.all(serveurs.map(running));
      base = await move(Object.assign({}, ...demarres.map(({ variables }) => variables)));
    }, 300_000);
    afterAll(() => base?.readers.fermer());
    // two searches of one index give all the same; of two indexes, the same sets
    const comparable = noms.includes('Meilisearch') ? withoutOrder : (valeur: unknown) => valeur;

    it('is told by its engines', () => {
      const { graphe, recherche } = base.readers;
      expect(`${graphe.moteur}, ${recherche.moteur}`).toBe(noms);
    });

    it('has the same canonical export, and the same entities and relations in its graph', async () => {
      expect(exportOf(base)).toBe(exportOf(embarquee));
      expect(await contentOf(base)).toEqual(await contentOf(embarquee));
    });

    it('gives every question the same answer', async () => {
      const toutes = demandes();
      expect(toutes.length).toBeGreaterThan(QUESTIONS.length + 20);
      const donnees = await answersOf(base, toutes);
      // one by one: the difference of two is told at any depth
      for (const [nom, attendue] of Object.entries(attendues.questions))
        expect([nom, comparable(donnees[nom])]).toEqual([nom, comparable(attendue)]);
    }, 400_000);

    it('gives every search the same results', async () => {
      const donnees = await answersOf(base, recherches());
      expect(comparable(donnees)).toEqual(comparable(attendues.recherches));
    }, 120_000);
  });
});

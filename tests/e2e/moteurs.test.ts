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
import { SANS_NEO4J, type ServeurNeo4j, startNeo4j } from '../support/neo4j/serveur.js';

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

interface Base {
  readonly readers: Readers;
  readonly questions: Questions;
}

const data = dossierDuFichier();
let embarquee: Base;
beforeAll(async () => {
  await ingestInto(data);
  embarquee = await open(configFor(data));
}, 120_000);
afterAll(() => embarquee.readers.fermer());

async function open(config: Config): Promise<Base> {
  const readers = await openReaders(config);
  const questions = createQuestions({ ...readers, gazetteer: seedGazetteer() });
  return { readers, questions };
}

/** The facts of the file's base, projected to the servers that the variables name. */
async function move(variables: Readonly<Record<string, string>>): Promise<Base> {
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
): Promise<Record<string, unknown>> {
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

function exportOf({ readers }: Base): string {
  return [...(EXPORT_FORMATS.ndjson?.write(readers.faits, {}) ?? [])].join('');
}

async function contentOf({ readers: { graphe } }: Base): Promise<Record<string, unknown>> {
  return {
    entites: (await lireQuestion(graphe, entites, {})).map(({ id }) => id).sort(),
    relations: (await lireQuestion(graphe, relations, {})).map(({ id }) => id).sort(),
  };
}

describe.skipIf(SANS_NEO4J)(`a base moved to Neo4j${SANS_NEO4J ? ` (${SANS_NEO4J})` : ''}`, () => {
  let serveur: ServeurNeo4j;
  let base: Base;
  beforeAll(async () => {
    serveur = await startNeo4j();
    const { uri, username, password } = serveur.acces;
    base = await move({ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
  }, 300_000);
  afterAll(async () => {
    await base.readers.fermer();
    await serveur.arreter();
  });

  it('is told by its engine', () => {
    expect(base.readers.graphe.moteur).toBe('neo4j');
  });

  it('has the same canonical export, and the same entities and relations in its graph', async () => {
    expect(exportOf(base)).toBe(exportOf(embarquee));
    expect(await contentOf(base)).toEqual(await contentOf(embarquee));
  });

  it('gives every question the same answer', async () => {
    const toutes = demandes();
    expect(toutes.length).toBeGreaterThan(QUESTIONS.length + 20);
    expect(await answersOf(base, toutes)).toEqual(await answersOf(embarquee, toutes));
  }, 400_000);

  it('gives every search the same results', async () => {
    const toutes = RECHERCHES.map((q) => [q, (b: Questions) => b.rechercher(q)] as const);
    expect(await answersOf(base, toutes)).toEqual(await answersOf(embarquee, toutes));
  });
});

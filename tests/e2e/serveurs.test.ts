import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Environnement, maillage, maillageWith, startMaillageWith } from '../support/cli.js';
import { dossierTemporaire } from '../support/dossier.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';
import { SANS_MEILISEARCH, startMeilisearch } from '../support/meilisearch/serveur.js';
import {
  emptyNeo4j,
  prepareNeo4j,
  SANS_NEO4J_A_NOUS,
  startOurNeo4j,
} from '../support/neo4j/serveur.js';

/** A server of the test's own, as Maillage is told of it. */
interface Serveur {
  readonly variables: Environnement;
  vider(): Promise<void>;
  tuer(): Promise<void>;
  relancer(): Promise<void>;
  arreter(): Promise<void>;
}

/** What differs between the two servers: how one is started, what uses it, what is said of it. */
interface Moteur {
  readonly nom: string;
  readonly sans: string | undefined;
  readonly absent: Environnement;
  readonly faux: Environnement;
  readonly adresse: string;
  /** What `/readyz` calls it. */
  readonly role: string;
  readonly page: string;
  readonly etat: string;
  /** Said on stderr when the writing to it starts. */
  readonly etape: string;
  readonly refus: RegExp;
  start(): Promise<Serveur>;
}

const MOTEURS: readonly Moteur[] = [
  {
    nom: 'Neo4j',
    sans: SANS_NEO4J_A_NOUS,
    absent: { NEO4J_URI: 'bolt://127.0.0.1:2' },
    faux: { NEO4J_PASSWORD: 'faux' },
    adresse: 'NEO4J_URI',
    role: 'graphe',
    page: '/communes/95268',
    etat: 'Graphe (neo4j) : à jour.',
    etape: 'Mise à jour du graphe',
    refus: /Neo4j refuse le nom ou le mot de passe.*NEO4J_PASSWORD/,
    async start() {
      const serveur = await startOurNeo4j();
      await prepareNeo4j(serveur.acces);
      const { uri, password } = serveur.acces;
      const variables = { NEO4J_URI: uri, NEO4J_PASSWORD: password };
      return { ...serveur, variables, vider: () => emptyNeo4j(serveur.acces) };
    },
  },
  {
    nom: 'Meilisearch',
    sans: SANS_MEILISEARCH,
    absent: { MEILISEARCH_URL: 'http://127.0.0.1:2' },
    faux: { MEILISEARCH_API_KEY: 'fausse' },
    adresse: 'MEILISEARCH_URL',
    role: 'recherche',
    page: '/recherche?q=garges',
    etat: 'Index (Meilisearch) : à jour.',
    etape: 'Mise à jour de l’index',
    refus: /Meilisearch refuse la clé.*MEILISEARCH_API_KEY/,
    async start() {
      const serveur = await startMeilisearch();
      const { url, apiKey } = serveur;
      const headers = { authorization: `Bearer ${apiKey}` };
      return {
        ...serveur,
        variables: { MEILISEARCH_URL: url, MEILISEARCH_API_KEY: apiKey },
        // the server does its tasks in their order: this one before what is written next
        vider: async () =>
          void (await fetch(`${url}/indexes/maillage`, { method: 'DELETE', headers })),
      };
    },
  },
];

/** A programme of one page: what is tested is what happens to its facts. */
const DOCUMENT = join('tests', 'golden', 'programmes', 'fiches-action', 'source.txt');
const base = join(dossierDuFichier(), 'data');
const HTML = { accept: 'text/html' };
let attendu = '';

beforeAll(() => {
  expect(maillage(base, 'ingest', DOCUMENT).code).toBe(0);
  attendu = maillage(base, 'export').stdout;
}, 120_000);

/** A copy of the base, which no test shares. */
function copy(): string {
  const data = join(dossierTemporaire(), 'data');
  cpSync(base, data, { recursive: true });
  return data;
}

/** Starts `maillage serve`, ended with the test; its address once it listens. */
async function serve(variables: Environnement): Promise<string> {
  const serveur = startMaillageWith(variables, 'serve', '--port', '0');
  onTestFinished(() => void serveur.kill('SIGKILL'));
  return addressOf(serveur);
}

async function addressOf(serveur: ChildProcess): Promise<string> {
  let dit = '';
  serveur.stdout?.setEncoding('utf8');
  for await (const morceau of serveur.stdout ?? []) {
    dit += String(morceau);
    const adresse = /http:\/\/\S+/.exec(dit)?.[0];
    if (adresse !== undefined) return adresse;
  }
  throw new Error(`le serveur s’est arrêté : ${dit}`);
}

const statusOf = async (url: string) => (await fetch(url, { headers: HTML })).status;

/** `/readyz` and the pages say in French what is down, and when to come back. */
async function expectDown(site: string, { nom, role, page, adresse }: Moteur): Promise<void> {
  const pret = await fetch(`${site}/readyz`);
  const etat = (await pret.json()) as { phrase: string };
  expect([pret.status, etat.phrase]).toEqual([503, `Moteur sans réponse : ${role}.`]);
  const reponse = await fetch(`${site}${page}`, { headers: HTML });
  const html = await reponse.text();
  expect([reponse.status, reponse.headers.get('retry-after')]).toEqual([503, '10']);
  expect(html).toContain(`${nom} ne répond pas`);
  expect(html).toContain(adresse);
  expect(html).not.toMatch(/\bat \S+ \(|ECONNREFUSED|node_modules/);
}

/** The base and its servers hold what the embedded engines do, once. */
function expectWhole(variables: Environnement): void {
  expect(maillageWith(variables, 'export').stdout).toBe(attendu);
  expect(maillageWith(variables, 'verify')).toMatchObject({ code: 0, stderr: '' });
}

/** Ingests, and does something as soon as the writing to the server is told; its exit and what it said. */
async function ingestUntil(
  variables: Environnement,
  etape: string,
  coup: (p: ChildProcess) => void,
) {
  const processus = startMaillageWith(variables, 'ingest', DOCUMENT);
  let dit = '';
  let donne = false;
  processus.stdout?.resume();
  processus.stderr?.setEncoding('utf8').on('data', (texte: string) => {
    dit += texte;
    if (donne || !dit.includes(etape)) return;
    donne = true;
    coup(processus);
  });
  const [code, signal] = (await once(processus, 'close')) as [number | null, string | null];
  return { code, signal, dit };
}

describe.each(MOTEURS)('a server that is absent when Maillage starts', (moteur) => {
  it('is said to be down, in French, by a server that started and by a run that could not end', async () => {
    const absent = { MAILLAGE_DATA: copy(), ...moteur.absent };
    await expectDown(await serve(absent), moteur);
    const { code, stderr } = maillageWith(absent, 'ingest', DOCUMENT);
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`${moteur.nom} ne répond pas\\..*${moteur.adresse}`));
    expect(stderr).not.toMatch(/\bat \S+ \(/);
  }, 120_000);

  it('is told by doctor, beside the other engine which answers', () => {
    const { code, stdout } = maillageWith({ MAILLAGE_DATA: copy(), ...moteur.absent }, 'doctor');
    expect(code).toBe(1);
    const constats = stdout.split('\n').filter((constat) => /Graphe|Index/.test(constat));
    expect(constats.filter((constat) => constat.startsWith('bien'))).toHaveLength(1);
    expect(constats.join()).toMatch(
      new RegExp(`${moteur.nom} ne répond pas\\..*${moteur.adresse}`),
    );
  }, 60_000);
});

describe.each(MOTEURS)('a base on a server of $nom', (moteur) => {
  const { sans, etape } = moteur;
  describe.skipIf(sans)(sans ?? 'of its own', () => {
    let serveur: Serveur;
    beforeAll(async () => {
      serveur = await moteur.start();
    }, 300_000);
    afterAll(() => serveur.arreter());
    const on = (data: string): Environnement => ({ MAILLAGE_DATA: data, ...serveur.variables });

    it('is moved there by rebuild, with the same export, and verified', async () => {
      await serveur.vider();
      const variables = on(copy());
      expect(maillageWith(variables, 'rebuild').code).toBe(0);
      expectWhole(variables);
      expect(maillageWith(variables, 'status').stdout).toContain(moteur.etat);
    }, 240_000);

    it('is whole after the next run when Maillage is killed while it writes', async () => {
      await serveur.vider();
      const variables = on(copy());
      const { signal } = await ingestUntil(variables, etape, (p) => p.kill('SIGKILL'));
      expect(signal).toBe('SIGKILL');
      expect(maillageWith(variables, 'ingest', DOCUMENT).code).toBe(0);
      expectWhole(variables);
    }, 240_000);

    it('says that its server is lost when it is killed while Maillage writes, and is whole once it is back, without a restart', async () => {
      await serveur.vider();
      const variables = on(copy());
      const site = await serve(variables);
      const coupee = await ingestUntil(variables, etape, () => void serveur.tuer());
      expect(coupee.code).toBe(1);
      expect(coupee.dit).toMatch(new RegExp(`${moteur.nom} .*${moteur.adresse}`));
      await expectDown(site, moteur);
      await serveur.relancer();
      expect(maillageWith(variables, 'ingest', DOCUMENT).code).toBe(0);
      expectWhole(variables);
      expect(await statusOf(site + moteur.page)).toBe(200);
      expect(await statusOf(`${site}/readyz`)).toBe(200);
    }, 300_000);

    it('is said by doctor to refuse a wrong secret, with the variable to correct', () => {
      const { code, stdout } = maillageWith({ ...on(copy()), ...moteur.faux }, 'doctor');
      expect(code).toBe(1);
      expect(stdout).toMatch(moteur.refus);
    }, 60_000);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { MaillageError } from '../../src/domain/errors.js';
import { openMeilisearch } from '../../src/search/meilisearch/ouvrir.js';
import type { RechercheEcriture } from '../../src/search/port.js';
import { document } from '../support/corpus-recherche.js';
import { lire } from '../support/meilisearch/echanges.js';
import { rejouer } from '../support/meilisearch/relais.js';

/** What a server answers to `POST /multi-search`. */
type Reponses = Readonly<Record<string, readonly [statut: number, corps: unknown]>>;

const ouverts: Server[] = [];
const VERSION: Reponses = { 'GET /version': [200, { pkgVersion: '1.50.0' }] };

/** A server that answers so, an unknown request with « not found »; an index on it. */
async function indexSur(reponses: Reponses, ecriture = false): Promise<RechercheEcriture> {
  const serveur = createServer((req, res) => {
    const [statut, corps] = reponses[`${req.method} ${req.url}`] ?? [
      404,
      { code: 'index_not_found', message: 'Index not found.' },
    ];
    res.writeHead(statut, { 'content-type': 'application/json' });
    res.end(typeof corps === 'string' ? corps : JSON.stringify(corps));
  });
  ouverts.push(serveur);
  await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve));
  const { port } = serveur.address() as AddressInfo;
  return openMeilisearch({ url: `http://127.0.0.1:${port}`, apiKey: 'secret' }, { ecriture });
}

const requete = { mots: 'jardin', limite: 10, decalage: 0, filtres: {} };
const changements = {
  sequence: 1,
  complet: true,
  documents: [document('action:1', 'Action', 'Jardin')],
  retires: [],
};

/** The error as a person reads it, on one line. */
async function dite(promesse: Promise<unknown>): Promise<string> {
  const erreur = await promesse.then(
    () => new Error('aucune erreur'),
    (e: MaillageError) => e,
  );
  const { genre, message, remede } = erreur as MaillageError;
  return `${genre} | ${message} | ${remede}`;
}

describe('erreurs de Meilisearch', () => {
  afterEach(() => {
    for (const serveur of ouverts.splice(0)) {
      serveur.close();
      serveur.closeAllConnections();
    }
  });

  const refuse = { code: 'invalid_api_key', message: 'The provided API key is invalid.' };

  it('un serveur absent s’ouvre quand même, et se dit à la première recherche', async () => {
    const index = openMeilisearch({ url: 'http://127.0.0.1:1', apiKey: '' }, { ecriture: false });
    expect(await dite(index.chercher(requete))).toMatch(
      /^indisponible \| .*Meilisearch ne répond pas.*MEILISEARCH_URL/,
    );
  });

  it('perdu en service, le serveur est dit ; revenu, il répond sans que rien soit relancé', async () => {
    const enregistrement = lire('cle');
    const premier = await rejouer(enregistrement);
    const acces = { url: premier.url, apiKey: 'rejouee', index: 'test-cle-1' };
    const index = openMeilisearch(acces, { ecriture: false });
    const chercher = () => index.chercher(requete);
    expect((await chercher()).resultats[0]?.id).toBe('action:1');
    await premier.arreter();
    expect(await dite(chercher())).toMatch(/^indisponible \| .*Meilisearch ne répond pas/);
    const second = await rejouer(enregistrement, Number(new URL(premier.url).port));
    expect((await chercher()).resultats[0]?.id).toBe('action:1');
    await second.arreter();
  });

  it('une clé refusée en lecture demande une clé de recherche', async () => {
    const index = await indexSur({ 'POST /multi-search': [403, refuse] });
    expect(await dite(index.chercher(requete))).toMatch(
      /^indisponible \| .*refuse la clé.*MEILISEARCH_API_KEY.*clé de recherche suffit/,
    );
  });

  it('une clé refusée en écriture demande celle d’administration, et ne la répète pas', async () => {
    const index = await indexSur({ 'GET /version': [403, refuse] }, true);
    const dit = await dite(index.indexer(changements));
    expect(dit).toMatch(/^indisponible \| .*refuse la clé.*clé d’administration/);
    expect(dit).not.toContain('secret');
  });

  it('un index absent demande « maillage rebuild » à un lecteur, et est vide pour qui écrit', async () => {
    expect(await dite((await indexSur({})).chercher(requete))).toMatch(/maillage rebuild/);
    const index = await indexSur({}, true);
    expect(await index.sequence()).toBe(0);
    expect((await index.chercher(requete)).total).toBe(0);
  });

  it('un serveur trop ancien, ou qui n’en est pas un, se dit', async () => {
    const ancien = await indexSur({ 'GET /version': [200, { pkgVersion: '1.12.3' }] }, true);
    expect(await dite(ancien.indexer(changements))).toMatch(/1\.12\.3, trop ancienne.*Installez/);
    const autre = await indexSur({ 'POST /multi-search': [200, '<html>Bonjour</html>'] });
    expect(await dite(autre.chercher(requete))).toMatch(
      /pas un serveur Meilisearch.*MEILISEARCH_URL/,
    );
    const inconnu = { code: 'bad_request', message: 'Unknown field `page` inside `.federation`' };
    const muet = await indexSur({ 'POST /multi-search': [400, inconnu] });
    expect(await dite(muet.chercher(requete))).toMatch(/version du serveur.*Installez Meilisearch/);
  });

  it.each([
    ['no_space_left_on_device', /disque du serveur Meilisearch est plein.*MEILI_DB_PATH/],
    ['database_size_limit_reached', /limite de taille.*MEILI_DB_PATH/],
    ['internal', /Meilisearch répond « internal.*journal du serveur/],
  ])('une tâche qui échoue (%s) dit pourquoi', async (code, attendu) => {
    const index = await indexSur(
      {
        ...VERSION,
        'POST /indexes': [202, { taskUid: 4 }],
        'GET /tasks/4': [200, { status: 'failed', error: { code, message: 'détail' } }],
      },
      true,
    );
    expect(await dite(index.indexer(changements))).toMatch(attendu);
  });
});

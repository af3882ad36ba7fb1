import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT, openTestApp, type TestApp } from './support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

describe('resources', () => {
  it.each([
    '/api/actions',
    '/api/actions/action:veillee',
    '/api/actions/action%3Aveillee',
    '/api/actions/veillee',
    '/api/territoires',
    '/api/territoires?type=Commune',
    '/api/territoires/commune:77284',
    '/api/territoires/77284',
    '/api/territoires/247700057',
    '/api/territoires/77284/actions',
    '/api/territoires/77284/actions?annee=2012&portee=dispositif',
    '/api/territoires/77284/actions?annee=2011-2013',
    '/api/dispositifs',
    '/api/dispositifs/pre',
    '/api/dispositifs/pre/liens?avec=asv',
    '/api/dispositifs/pre/deploiement?annee=2012',
    '/api/intervenants',
    '/api/intervenants/personne:ada-lovelace',
    '/api/intervenants/ada-lovelace',
    '/api/programmes',
    '/api/programmes/essai-2012',
    '/api/documents',
    `/api/documents/${DOCUMENT}`,
    '/api/documents/111111111111',
    `/api/documents/${DOCUMENT}/pages/1`,
    '/api/recherche?q=PRE',
    '/api/graphe/voisinage?id=dispositif:pre',
    '/api/couverture',
    '/api/coherence',
    '/api/coherence?code=denombrement-discordant&annee=2012',
    '/healthz',
    '/readyz',
    '/documentation/openapi.json',
  ])('GET %s answers JSON', async (url) => {
    const reponse = await t.app.inject(url);
    expect(reponse.statusCode, reponse.body).toBe(200);
    expect(reponse.headers['content-type']).toContain('application/json');
  });
});

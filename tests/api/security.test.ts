import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/api/app.js';
import { createPages } from '../../src/web/pages.js';
import { DOCUMENT, openTestApp, SCRIPT, type TestApp } from './support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

const CSP =
  "default-src 'none';style-src 'self';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'";

describe('headers', () => {
  it.each(['/', '/api/couverture', '/api/inconnue', '/inconnue', '/assets/maillage.css'])(
    '%s forbids scripts, frames, sniffing and referrers',
    async (url) => {
      const { headers } = await t.app.inject(url);
      expect(headers['content-security-policy']).toBe(CSP);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
      expect(headers['strict-transport-security']).toBeUndefined();
    },
  );

  it.each([
    ['localhost:3000', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['exemple.fr', 421],
    ['127.0.0.1.exemple.fr', 421],
    ['localhost.exemple.fr:3000', 421],
  ])('answers to the name %s with %i while on the loopback', async (host, statut) => {
    const reponse = await t.app.inject({ url: '/healthz', headers: { host } });
    expect(reponse.statusCode).toBe(statut);
  });

  it('answers to any name once it is opened to the network', async () => {
    const app = await buildApp({ services: t.services, host: '0.0.0.0' });
    const reponse = await app.inject({ url: '/healthz', headers: { host: 'maillage.exemple.fr' } });
    expect(reponse.statusCode).toBe(200);
    await app.close();
  });

  it('keeps people and searches out of search engines', async () => {
    for (const url of ['/intervenants/ada-lovelace', '/intervenants', '/recherche?q=PRE']) {
      const reponse = await t.app.inject(url);
      expect(reponse.headers['x-robots-tag']).toBe('noindex');
      expect(reponse.body).toContain('<meta name="robots" content="noindex"/>');
    }
    expect((await t.app.inject('/communes/77284')).headers['x-robots-tag']).toBeUndefined();
  });
});

describe('what a document or an address contains', () => {
  const question = encodeURIComponent(`${SCRIPT}" autofocus onfocus="alert(1)`);
  it.each([
    '/actions',
    '/actions/hostile',
    '/communes/77108',
    '/intervenants/hostile',
    '/intervenants',
    '/programmes/essai-2013',
    '/documents/222222222222/pages/1',
    '/documents/222222222222/pages/1?debut=4&fin=20',
    '/recherche?q=action',
    `/recherche?q=${question}`,
    `/recherche?q=action&axe=${question}`,
    `/communes?q=${question}`,
    `/liens?a=${question}&b=pre`,
    `/actions?axe=${question}`,
  ])('runs nothing on %s', async (url) => {
    const html = await t.html(url);
    expect(html).not.toMatch(/<script|<img/i);
    // An attribute can only come out of a quote that was not escaped.
    expect(html).not.toMatch(/" (autofocus|onfocus|onerror)/);
    expect(html).not.toMatch(/(href|src|action)="\s*(javascript|data):/i);
  });

  it.each([
    ['debut=5&fin=3', 0],
    ['debut=0&fin=999999', 0],
    ['debut=-1&fin=4', 0],
    ['debut=a&fin=b', 0],
    ['debut=0&fin=4', 1],
  ])('marks a passage only where there is one: %s', async (query, marques) => {
    const html = await t.html(`/documents/111111111111/pages/1?${query}`);
    expect(html.match(/<mark/g) ?? []).toHaveLength(marques);
  });
});

describe('original files', () => {
  it('are shown with their type, and cannot be sniffed', async () => {
    const reponse = await t.app.inject(`/api/documents/${DOCUMENT}/original`);
    expect(reponse.body).toBe('%PDF-1.4 essai');
    expect(reponse.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="programme-2012.pdf"; filename*=UTF-8''programme-2012.pdf`,
      'x-content-type-options': 'nosniff',
    });
  });

  it('are downloaded when a browser could run them, under a name without quote or folder', async () => {
    const faits = t.services.faits;
    const document = { ...faits.documents()[0], format: 'html', fichier: '../é"\r\nx/a";b.html' };
    const services = {
      ...t.services,
      faits: { ...faits, documents: () => [document as never], sequence: () => 1 },
    };
    const app = await buildApp({ services });
    const { headers } = await app.inject(`/api/documents/${DOCUMENT}/original`);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="ab.html"; filename*=UTF-8''a%22%3Bb.html`,
    );
    await app.close();
  });
});

describe('the journal', () => {
  it('holds no question and no address, even of a request that fails', async () => {
    const lignes: string[] = [];
    const log = new Writable({
      write(bloc, _encodage, suite) {
        lignes.push(String(bloc));
        suite();
      },
    });
    const services = {
      ...t.services,
      questions: {
        ...t.services.questions,
        rechercher: () => Promise.reject(new Error('panne')),
      },
    };
    const app = await buildApp({ services, pages: createPages(services), log });
    await app.inject('/api/recherche?q=Rosalind');
    await app.inject('/api/recherche?q=');
    expect(lignes.join('')).toContain('panne');
    expect(lignes.join('')).toContain('/api/recherche');
    expect(lignes.join('')).not.toMatch(/Rosalind|127\.0\.0\.1|remoteAddress/);
    await app.close();
  });
});

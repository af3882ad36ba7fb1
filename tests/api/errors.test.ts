import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MaillageError } from '../../src/domain/errors.js';
import { openTestApp, SCRIPT, type TestApp } from './support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

const question = (corps: unknown) =>
  ({ method: 'POST', url: '/api/questions', payload: corps as object }) as const;

describe('problems', () => {
  it.each([
    ['/api/actions?page=0', 'page', 'au moins 1'],
    ['/api/actions?page=deux', 'page', 'nombre entier'],
    ['/api/actions?taille=201', 'taille', 'dépasse 200'],
    ['/api/actions?anee=2012', 'anee', 'paramètre inconnu'],
    ['/api/actions?page=1&page=2', 'page', 'un texte'],
    ['/api/territoires?type=Region', 'type', 'Commune, Intercommunalite'],
    ['/api/territoires/77284/actions?annee=12', 'annee', '2011-2013'],
    ['/api/territoires/77284/actions?portee=proche', 'portee', 'nommee'],
    ['/api/dispositifs/pre/liens', 'avec', 'obligatoire'],
    ['/api/recherche', 'q', 'obligatoire'],
    ['/api/recherche?q=', 'q', 'au moins 1'],
    [`/api/recherche?q=${'a'.repeat(501)}`, 'q', '500'],
    ['/api/graphe/voisinage?id=dispositif:pre&limite=-1', 'limite', 'nombre entier'],
    ['/api/documents/111111111111/pages/0', 'n', 'au moins 1'],
  ])('GET %s is a 400 naming « %s »', async (url, champ, mots) => {
    const reponse = await t.app.inject(url);
    expect(reponse.statusCode).toBe(400);
    expect(reponse.headers['content-type']).toContain('application/problem+json');
    expect(reponse.json()).toMatchObject({ status: 400, champ, title: 'Demande incorrecte' });
    expect(reponse.json().detail).toContain(mots);
    expect(reponse.json().remede).not.toBe('');
  });

  it.each([
    '/api/actions/inconnue',
    '/api/territoires/99999',
    '/api/territoires/action:veillee',
    '/api/dispositifs/inconnu',
    '/api/dispositifs/pre/liens?avec=inconnu',
    '/api/intervenants/personne:inconnue',
    '/api/programmes/1900',
    '/api/documents/abc',
    '/api/documents/1',
    '/api/documents/999999999999',
    '/api/documents/111111111111/pages/99',
    '/api/documents/222222222222/original',
    '/api/documents/..%2F..%2Fpackage.json/original',
    '/api/faits/fait:inconnu',
    '/api/faits/__proto__',
    '/api/graphe/voisinage?id=inconnu',
    '/api/graphe/voisinage?id=commune:99999',
    '/api/inconnue',
    '/api',
  ])('GET %s is a 404', async (url) => {
    const reponse = await t.app.inject(url);
    expect(reponse.statusCode, reponse.body).toBe(404);
    expect(reponse.json()).toMatchObject({ status: 404, title: 'Introuvable' });
  });

  it('proposes the near names of an unknown id', async () => {
    const { proches } = (await t.app.inject('/api/actions/veillee-des-equipes')).json();
    expect(proches).toContainEqual({
      id: 'action:veillee',
      titre: 'Veillée des équipes de Meaux',
      url: '/actions/veillee',
    });
  });

  it('tells an unknown method from an unknown address', async () => {
    const reponse = await t.app.inject({ method: 'DELETE', url: '/api/actions/veillee' });
    expect(reponse.statusCode).toBe(405);
    expect(reponse.headers.allow).toBe('GET, HEAD');
    expect((await t.app.inject('/api/questions')).statusCode).toBe(405);
  });

  it.each([
    ['an unknown member', { question: 'PRE', plus: 1 }, 'plus'],
    ['a missing question', {}, 'question'],
    ['a question that is not text', { question: { $gt: '' } }, 'question'],
    ['a long question', { question: 'é'.repeat(501) }, 'question'],
    ['a list', [], 'corps de la demande'],
  ])('refuses %s', async (_cas, corps, champ) => {
    const reponse = await t.app.inject(question(corps));
    expect(reponse.statusCode).toBe(400);
    expect(reponse.json().champ).toBe(champ);
  });

  it('refuses a body that is not JSON, too large or of another type', async () => {
    const envoyer = (payload: string, type: string) =>
      t.app.inject({
        method: 'POST',
        url: '/api/questions',
        payload,
        headers: { 'content-type': type },
      });
    expect((await envoyer('{', 'application/json')).statusCode).toBe(400);
    expect((await envoyer('', 'application/json')).statusCode).toBe(400);
    expect((await envoyer('question=PRE', 'application/x-www-form-urlencoded')).statusCode).toBe(
      415,
    );
    expect((await envoyer(`"${'a'.repeat(20_000)}"`, 'application/json')).statusCode).toBe(413);
  });

  it('reads an address badly encoded as a 400', async () => {
    const reponse = await t.app.inject('/api/actions/%E0%A4%A');
    expect(reponse.statusCode).toBe(400);
    expect(reponse.json().detail).toContain('mal encodé');
  });

  it('shows a page to a browser, and JSON to a program', async () => {
    const page = await t.app.inject({ url: '/inconnue', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(404);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('<h1>Introuvable</h1>');
    const json = await t.app.inject({ url: '/inconnue', headers: { accept: 'application/json' } });
    expect(json.headers['content-type']).toContain('application/problem+json');
  });

  it('escapes what an error repeats', async () => {
    const html = await t.html(`/communes/${encodeURIComponent(SCRIPT)}`);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script>');
  });
});

describe('a part that fails', () => {
  it('is a 503 with Retry-After when an engine is down, and says which', async () => {
    const panne = await openTestApp((s) => ({
      ...s,
      graphe: {
        moteur: 'essai',
        sequence: () =>
          Promise.reject(new MaillageError('indisponible', 'Le disque est plein.', 'Videz-le.')),
      },
      recherche: { moteur: 'autre', sequence: () => Promise.reject(new Error('/chemin secret')) },
      questions: {
        ...s.questions,
        demander: () =>
          Promise.reject(
            new MaillageError('indisponible', 'Le graphe ne répond pas.', 'Relancez-le.'),
          ),
      },
    }));
    const pret = await panne.app.inject('/readyz');
    expect(pret.statusCode).toBe(503);
    expect(pret.json().phrase).toBe('Moteur sans réponse : graphe, recherche.');
    expect(pret.json().moteurs).toMatchObject([
      { role: 'faits', repond: true, panne: null },
      { role: 'graphe', nom: 'essai', repond: false, panne: 'Le disque est plein. Videz-le.' },
      { role: 'recherche', repond: false, panne: expect.stringContaining('journal') },
    ]);
    expect(pret.body).not.toContain('secret');
    const reponse = await panne.app.inject(question({ question: 'PRE' }));
    expect(reponse.statusCode).toBe(503);
    expect(reponse.headers['retry-after']).toBe('10');
    expect(reponse.json()).toMatchObject({
      detail: 'Le graphe ne répond pas.',
      remede: 'Relancez-le.',
    });
    const page = await panne.app.inject({
      url: '/recherche?q=PRE',
      headers: { accept: 'text/html' },
    });
    expect(page.statusCode).toBe(503);
    expect(page.body).toContain('Le graphe ne répond pas.');
    await panne.close();
  });

  it('tells nothing of an unforeseen error', async () => {
    const panne = await openTestApp((s) => ({
      ...s,
      questions: {
        ...s.questions,
        couverture: () => {
          throw new Error('secret /chemin/vers/la/base');
        },
      },
    }));
    for (const url of ['/api/couverture', '/couverture']) {
      const reponse = await panne.app.inject(url);
      expect(reponse.statusCode).toBe(500);
      expect(reponse.body).not.toMatch(/secret|chemin|at .*\.ts/);
    }
    await panne.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

const PAGES = [
  '/',
  '/recherche',
  '/recherche?q=PRE',
  '/recherche?q=Quelles+actions+touchent+Meaux+%3F',
  '/recherche?q=liens+entre+PRE+et+ASV',
  '/recherche?q=O%C3%B9+est+d%C3%A9ploy%C3%A9+le+PRE+%3F',
  '/actions/veillee',
  '/actions/hostile',
  '/communes',
  '/communes/77284',
  '/communes/77284?annee=2012',
  '/communes/77108',
  '/intercommunalites',
  '/intercommunalites/247700057',
  '/quartiers',
  '/quartiers/beauval',
  '/departements',
  '/departements/77',
  '/dispositifs',
  '/dispositifs/pre',
  '/intervenants',
  '/intervenants/ada-lovelace',
  '/intervenants/hostile',
  '/publications',
  '/notices',
  '/themes/sante',
  '/programmes',
  '/programmes/essai-2012',
  '/programmes/essai-2013',
  '/documents',
  '/documents/111111111111',
  '/documents/111111111111/pages/1',
  '/documents/222222222222/pages/1',
  '/liens',
  '/liens?a=pre&b=asv',
  '/couverture',
  '/documentation',
];

describe('every page', () => {
  it.each(PAGES)('%s is a whole French page', async (url) => {
    const reponse = await t.app.inject({ url, headers: { accept: 'text/html' } });
    expect(reponse.statusCode, reponse.body).toBe(200);
    expect(reponse.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reponse.body).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(reponse.body.match(/<h1/g)).toHaveLength(1);
    expect(reponse.body).toContain('href="#contenu"');
  });
});

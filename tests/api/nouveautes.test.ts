import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestInto } from '../support/base.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';
import { enIso2709, petite } from '../support/marc.js';
import { type FondsApp, openFondsApp, SCRIPT, serveFonds } from './support/fonds.js';

const ATOM = 'http://www.w3.org/2005/Atom';
const dossier = dossierDuFichier();
let t: FondsApp;
beforeAll(async () => {
  t = await openFondsApp(join(dossier, 'fonds'));
}, 120_000);
afterAll(() => t.close());

interface Element {
  readonly nom: string;
  readonly attributs: Readonly<Record<string, string>>;
  readonly enfants: Element[];
  texte: string;
}

/** A document of XML as a tree; a document that is not well formed throws. */
function lireXml(xml: string): Element {
  const racine: Element = { nom: '', attributs: {}, enfants: [], texte: '' };
  const pile = [racine];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (erreur) => {
    throw erreur;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    expect(uri).toBe(ATOM);
    const attributs = Object.fromEntries(Object.values(attributes).map((a) => [a.name, a.value]));
    const element: Element = { nom: local, attributs, enfants: [], texte: '' };
    pile.at(-1)?.enfants.push(element);
    pile.push(element);
  });
  parser.on('text', (texte) => {
    const dernier = pile.at(-1);
    if (dernier !== undefined) dernier.texte += texte;
  });
  parser.on('closetag', () => void pile.pop());
  parser.write(xml).close();
  return racine.enfants[0] ?? racine;
}

const tous = (element: Element, nom: string) => element.enfants.filter((e) => e.nom === nom);
const un = (element: Element, nom: string) => {
  const trouves = tous(element, nom);
  expect(trouves).toHaveLength(1);
  return trouves[0]?.texte ?? '';
};

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function flux(app = t): Promise<Element> {
  const reponse = await app.app.inject('/nouveautes.atom');
  expect(reponse.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  return lireXml(reponse.body);
}

describe('the feed of what is new', () => {
  it('has what RFC 4287 asks of a feed and of each entry', async () => {
    const feed = await flux();
    expect(feed.nom).toBe('feed');
    expect(un(feed, 'id')).toMatch(UUID);
    expect(un(feed, 'title')).not.toBe('');
    expect(un(feed, 'updated')).toMatch(RFC3339);
    expect(tous(feed, 'author')).toHaveLength(1);
    expect(tous(feed, 'link').filter((l) => l.attributs.rel === 'self')).toHaveLength(1);
    const entrees = tous(feed, 'entry');
    expect(entrees.length).toBeGreaterThan(10);
    for (const entree of entrees) {
      expect(un(entree, 'id')).toMatch(UUID);
      expect(un(entree, 'title')).not.toBe('');
      expect(un(entree, 'updated')).toMatch(RFC3339);
      expect(tous(entree, 'link')[0]?.attributs).toMatchObject({ rel: 'alternate' });
      expect(tous(entree, 'summary')).toHaveLength(1);
    }
    expect(new Set(entrees.map((e) => un(e, 'id'))).size).toBe(entrees.length);
  });

  it('holds documents, actions and records, the latest first, each at an address that answers', async () => {
    const entrees = tous(await flux(), 'entry');
    const genres = entrees.map((e) => tous(e, 'category')[0]?.attributs.term);
    expect(new Set(genres)).toEqual(new Set(['Document', 'Action', 'Notice']));
    const dates = entrees.map((e) => un(e, 'updated'));
    expect(dates).toEqual([...dates].sort().reverse());
    for (const entree of entrees) {
      const url = new URL(tous(entree, 'link')[0]?.attributs.href ?? '');
      expect((await t.app.inject(url.pathname)).statusCode, url.pathname).toBe(200);
    }
  });

  it('keeps what a record holds a text', async () => {
    const titres = tous(await flux(), 'entry').map((e) => un(e, 'title'));
    expect(titres.some((titre) => titre.includes(SCRIPT))).toBe(true);
  });

  it('is told by every page, and not sent again while nothing changed', async () => {
    expect(await t.html('/communes')).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Nouveautés (flux Atom)" href="/nouveautes.atom"/>',
    );
    const { headers } = await t.app.inject('/nouveautes.atom');
    const encore = await t.app.inject({
      url: '/nouveautes.atom',
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect(encore.statusCode).toBe(304);
  });

  it('puts a new catalogue first, and leaves the others their ids and their dates', async () => {
    const ids = (feed: Element) =>
      new Map(tous(feed, 'entry').map((e) => [un(e, 'id'), un(e, 'updated')]));
    const avant = ids(await flux());
    const neuf = join(dossier, 'neuf.mrc');
    writeFileSync(neuf, enIso2709(petite('N1', 'Tout nouveau')));
    await ingestInto(t.data, [neuf]);
    const autre = await serveFonds(t.data);
    const feed = await flux(autre);
    await autre.close();
    const premiers = tous(feed, 'entry').slice(0, 2);
    expect(premiers.map((e) => un(e, 'title'))).toEqual(
      expect.arrayContaining(['Tout nouveau : essai', 'Catalogue neuf.mrc']),
    );
    const apres = ids(feed);
    for (const [id, date] of avant) if (apres.has(id)) expect(apres.get(id)).toBe(date);
    expect([...avant.keys()].filter((id) => apres.has(id)).length).toBeGreaterThan(10);
  }, 60_000);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ris } from '../../ingest/formats/ris/index.js';
import { EXPORT_FORMATS } from '../../src/export/formats.js';
import { lireTout } from '../support/catalogues.js';
import { maillage } from '../support/cli.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';
import { type FondsApp, openFondsApp, SCRIPT } from './support/fonds.js';

const dossier = dossierDuFichier();
let t: FondsApp;
beforeAll(async () => {
  t = await openFondsApp(join(dossier, 'fonds'));
}, 120_000);
afterAll(() => t.close());

const Q = 'politique ville';

interface Recherche {
  readonly total: number;
  readonly resultats: readonly { readonly id: string; readonly type: string }[];
}

/** Ids that the search shows, page after page. */
async function montres(suite = ''): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const { total, resultats } = await t.json<Recherche>(
      `/api/recherche?q=${encodeURIComponent(Q)}&taille=3&page=${page}${suite}`,
    );
    ids.push(...resultats.map((r) => r.id));
    if (page * 3 >= total) return ids;
  }
}

const exporter = async (suite: string) =>
  (await t.app.inject(`/api/export?q=${encodeURIComponent(Q)}${suite}`)).body;

/** Ids of the records of a RIS file, in their order. */
const idsRis = (texte: string) => [...texte.matchAll(/^ID {2}- (\S+)/gm)].map((m) => m[1]);

describe('the export of a search', () => {
  it('holds exactly what the search shows, on all its pages, in its order', async () => {
    const trouves = await montres();
    expect(trouves.length).toBeGreaterThan(6);
    const lignes = (await exporter('&format=ndjson')).trim().split('\n');
    const ids = lignes.map((ligne) => {
      const { genre, id, document, page } = JSON.parse(ligne) as Record<string, string>;
      return genre === 'page' ? `page:${document}#${page}` : id;
    });
    expect(ids).toEqual(trouves);
  });

  it('in a format of records, holds those of its results that are records', async () => {
    const notices = (await montres()).filter((id) => id.startsWith('notice:'));
    expect(notices.length).toBeGreaterThan(3);
    expect(idsRis(await exporter('&format=ris'))).toEqual(notices);
  });

  it('keeps the filters of the search', async () => {
    const notices = await montres('&type=Notice&annee=2003');
    expect(notices).not.toEqual([]);
    expect(idsRis(await exporter('&format=ris&type=Notice&annee=2003'))).toEqual(notices);
  });

  it('gives the command line the same file', async () => {
    const sortie = join(dossier, 'recherche.ris');
    const { code } = maillage(
      t.data,
      ...['export', '--format', 'ris', '--recherche', Q, '--out', sortie],
    );
    expect(code).toBe(0);
    expect(readFileSync(sortie, 'utf8')).toBe(await exporter('&format=ris'));
  });

  it('in the format of actions, holds those of its results that are actions', async () => {
    const actions = (await montres()).filter((id) => id.startsWith('action:'));
    const lignes = (await exporter('&format=csv')).trim().split('\r\n').slice(1);
    expect(lignes.map((l) => l.split(';').at(-1))).toEqual(actions);
  });

  it('that finds nothing is an empty file of its format', async () => {
    const reponse = await t.app.inject('/api/export?q=xyzzyx&format=csl-json');
    expect(reponse.json()).toEqual([]);
  });
});

describe('the export of one record', () => {
  it('reads back as that record', async () => {
    const { rawPayload } = await t.app.inject(
      '/api/export?format=ris&id=notice:fonds-unimarc-mrc-frbnf123',
    );
    const lus = await lireTout(ris, rawPayload);
    expect(lus).toHaveLength(1);
    expect(JSON.stringify(lus)).toContain('Médiation santé à Sarcelles');
  });
});

describe('every format of export', () => {
  it.each(Object.keys(EXPORT_FORMATS))(
    '%s is a file to save, under a name and a type',
    async (format) => {
      const { statusCode, headers, body } = await t.app.inject(
        `/api/export?format=${format}&q=${encodeURIComponent('médiation santé')}`,
      );
      expect(statusCode).toBe(200);
      expect(body).not.toBe('');
      expect(headers['content-type']).toBe(EXPORT_FORMATS[format]?.type);
      expect(headers['content-disposition']).toContain(
        `attachment; filename="maillage-mediation-sante${EXPORT_FORMATS[format]?.extension}"`,
      );
    },
  );

  it('holds the whole base when nothing is asked', async () => {
    const { body } = await t.app.inject('/api/export?format=ndjson&pages=oui');
    expect(body).toBe(maillage(t.data, 'export', '--format', 'ndjson', '--pages').stdout);
    expect(body).toContain(JSON.stringify(SCRIPT).slice(1, -1));
  });
});

describe('an export that cannot be', () => {
  it.each([
    ['/api/export?format=docx', 'format'],
    ['/api/export?annee=2012', 'q'],
    ['/api/export?q=', 'q'],
    ['/api/export?tout=oui', 'tout'],
  ])('%s is refused in French, naming %s', async (url, champ) => {
    const reponse = await t.app.inject(url);
    expect(reponse.statusCode).toBe(400);
    expect(reponse.json().champ).toBe(champ);
  });
});

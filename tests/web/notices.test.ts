import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp } from '../api/support/app.js';
import { type FondsApp, openFondsApp, SCRIPT, serveFonds } from '../api/support/fonds.js';
import { ingestInto } from '../support/base.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';
import { ris, write } from '../support/fondsDecide.js';

const dossier = dossierDuFichier();
const COMPLETE = '/notices/fonds-unimarc-mrc-frbnf123';
const HOSTILE = '/notices/fonds-unimarc-mrc-x1';
let t: FondsApp;
beforeAll(async () => {
  t = await openFondsApp(join(dossier, 'fonds'));
}, 120_000);
afterAll(() => t.close());

/** What a reader sees of a page. */
function texte(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');
}

const decoder = (attribut: string) =>
  attribut.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

describe('the page of a record', () => {
  it('shows it as a library’s card does, in French', async () => {
    const vu = texte(await t.html(COMPLETE));
    for (const attendu of [
      'Médiation santé à Sarcelles',
      'bilan de l’atelier santé ville',
      'Ada Lovelace, François Dubet (préfacier)',
      'Cote SAN 12',
      'Centre de ressources · 0041 · SAN 12 · Disponible',
      'Langue français',
      'Éditeur La Découverte',
      'Collection Terrains',
      'Dispositif Atelier santé ville dans : complément du titre, résumé',
    ])
      expect(vu).toContain(attendu);
  });

  it('keeps the other fields under their tag, and the record as received', async () => {
    const html = await t.html(COMPLETE);
    expect(html).toMatch(/<dt>801<\/dt><dd><span class="valeur">.*?CRDSU/);
    const origine = html.slice(html.indexOf('id="origine"'));
    expect(origine).toMatch(/<pre[^>]*>\n[^<]*001 FRBNF123/);
  });

  it('links each format to a file that holds this record', async () => {
    const liens = [...(await t.html(COMPLETE)).matchAll(/<a href="(\/api\/export\?[^"]+)"/g)];
    expect(liens).toHaveLength(7);
    for (const [, url = ''] of liens) {
      const reponse = await t.app.inject(decoder(url));
      expect(reponse.statusCode).toBe(200);
      expect(reponse.body).toContain('diation sant');
    }
  });

  it('runs nothing that a record holds, and leads to no address that could', async () => {
    for (const url of [HOSTILE, '/notices', '/recherche?q=titre&type=Notice', '/communes/95585']) {
      const html = await t.html(url);
      expect(html, url).toContain('&lt;script');
      expect(html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '')).not.toMatch(
        /<script|<img|href="javascript:/i,
      );
    }
  });

  it('says that it is not there, and proposes near names', async () => {
    const reponse = await t.app.inject({
      url: '/notices/nulle-part',
      headers: { accept: 'text/html' },
    });
    expect(reponse.statusCode).toBe(404);
  });
});

describe('what the page of a record says to collectors of references', () => {
  it('is a ContextObject of a book, in COinS', async () => {
    const [, titre = ''] = /<span class="Z3988" title="([^"]*)"/.exec(await t.html(COMPLETE)) ?? [];
    const kev = new URLSearchParams(decoder(titre));
    expect(Object.fromEntries(kev)).toMatchObject({
      ctx_ver: 'Z39.88-2004',
      rft_val_fmt: 'info:ofi/fmt:kev:mtx:book',
      'rft.btitle': 'Médiation santé à Sarcelles : bilan de l’atelier santé ville',
      'rft.au': 'Ada Lovelace',
      'rft.aulast': 'Lovelace',
      'rft.date': '2012',
      'rft.isbn': '9782707169327',
    });
  });

  it('is citation metas and an object of schema.org', async () => {
    const html = await t.html(COMPLETE);
    expect(html).toContain('<meta name="citation_author" content="Lovelace, Ada"/>');
    expect(html).toContain('<meta name="citation_isbn" content="9782707169327"/>');
    const [, json = ''] = /<script type="application\/ld\+json">([^<]*)</.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Book',
      '@id': COMPLETE,
      isbn: '9782707169327',
    });
    const [, hostile = ''] =
      /<script type="application\/ld\+json">([^<]*)</.exec(await t.html(HOSTILE)) ?? [];
    expect(JSON.parse(hostile)).toMatchObject({ name: `Titre ${SCRIPT}` });
  });

  it('is a server of unAPI that gives the formats, then the record in one of them', async () => {
    const html = await t.html(COMPLETE);
    expect(html).toContain('<link rel="unapi-server"');
    const [, id = ''] = /<abbr class="unapi-id" title="([^"]*)"/.exec(html) ?? [];
    const lire = (suite: string) => t.app.inject(`/unapi${suite}`);
    const formats = await lire('');
    expect(formats.headers['content-type']).toContain('application/xml');
    expect(formats.body).toContain(
      '<format name="ris" type="application/x-research-info-systems"/>',
    );
    const siens = await lire(`?id=${encodeURIComponent(id)}`);
    expect(siens.statusCode).toBe(300);
    expect(siens.body).toContain(`<formats id="${id}">`);
    const ris = await lire(`?id=${encodeURIComponent(id)}&format=ris`);
    expect(ris.headers['content-type']).toContain('application/x-research-info-systems');
    expect(ris.body).toContain(`ID  - ${id}`);
    expect((await lire(`?id=${encodeURIComponent(id)}&format=mods`)).statusCode).toBe(406);
    expect((await lire('?id=notice:nulle-part')).statusCode).toBe(404);
  });
});

describe('the list of records', () => {
  it('offers the facets with their counts and keeps what is chosen', async () => {
    const html = await t.html('/notices?commune=Sarcelles&annee=2012');
    expect(html).toContain('<option value="Sarcelles" selected>Sarcelles (1)</option>');
    expect(texte(html)).toContain('1 notice ');
    expect(html).toContain(COMPLETE);
  });

  it('lists the records about anything, and says of what', async () => {
    const html = await t.html('/notices?sujet=dispositif:asv');
    expect(html).toMatch(/<h1>Notices sur : [^<]*Atelier santé ville/i);
    expect(html).toContain(COMPLETE);
  });

  it('says how to add a catalogue when there is none', async () => {
    const sans = await openTestApp();
    const html = await sans.html('/notices');
    await sans.close();
    expect(texte(html)).toContain('maillage ingest');
    expect(html).not.toContain('<select');
  });
});

describe('the page of a catalogue', () => {
  it('leads to its records, and the page of each to its card', async () => {
    const html = await t.html(COMPLETE);
    const [, page = ''] = /href="(\/documents\/[0-9a-f]+\/pages\/2)"/.exec(html) ?? [];
    expect(await t.html(page)).toContain(`href="${COMPLETE}"`);
    const document = await t.html(page.replace(/\/pages.*/, ''));
    const [, liste = ''] = /href="(\/notices\?catalogue=[^"]+)"/.exec(document) ?? [];
    expect(texte(await t.html(decoder(liste)))).toContain('2 notices');
  });
});

describe('records of one work in two catalogues', () => {
  it('are one card, with what each says and where each stands', async () => {
    const sources = join(dossier, 'sources');
    const champs = [
      ['TI', 'Faire société'],
      ['AU', 'Donzelot, Jacques'],
      ['PY', '2003'],
      ['SN', '9782020573283'],
    ] as const;
    const data = join(dossier, 'ouvrage');
    await ingestInto(data, [
      write(sources, 'annexe.ris', ris('A1', [...champs, ['CN', 'ANX 4'], ['PB', 'Le Seuil']])),
      write(sources, 'centre.ris', ris('C1', [...champs, ['CN', 'CDR 9'], ['PB', 'Seuil']])),
    ]);
    const u = await serveFonds(data);
    const { resultats } = await u.json<{ resultats: { url: string }[] }>('/api/notices');
    const html = await u.html(resultats[0]?.url ?? '');
    await u.close();
    expect(resultats).toHaveLength(1);
    expect(html).toContain('annexe.ris, notice 1');
    expect(html).toContain('centre.ris, notice 1');
    const variantes = texte(html.slice(html.indexOf('id="variantes"')));
    expect(variantes).toMatch(/Éditeur Seuil .* Cote CDR 9 /);
  }, 60_000);
});

describe('the card of what a record is about', () => {
  it.each(['/communes/95585', '/dispositifs/asv', '/themes/sante'])(
    '%s shows the record, with the passage that says so',
    async (url) => {
      const html = await t.html(url);
      const section = html.slice(html.indexOf('id="notices"'));
      expect(section).toContain(COMPLETE);
      expect(section).toMatch(/<mark>[^<]+<\/mark>/);
    },
  );
});

describe('the page of a search', () => {
  it('offers its records, its actions and all of it to take away', async () => {
    const html = await t.html('/recherche?q=sant%C3%A9');
    expect(texte(html)).toContain('Exporter ces résultats');
    const [, ris = ''] = /href="(\/api\/export\?[^"]*format=ris)"/.exec(html) ?? [];
    const { body } = await t.app.inject(decoder(ris));
    expect(body).toContain('Médiation santé à Sarcelles');
  });

  it('says of a record who wrote it, where and when, and in which catalogue it stands', async () => {
    const vu = texte(await t.html('/recherche?q=m%C3%A9diation+sarcelles&type=Notice'));
    expect(vu).toContain('Notice · Catalogue fonds-unimarc.mrc, notice 2');
    expect(vu).toContain('Livre · Ada Lovelace, François Dubet (préfacier) · La Découverte, 2012');
  });
});

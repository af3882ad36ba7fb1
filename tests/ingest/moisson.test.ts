import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { verifierAdresse } from '../../ingest/moisson/adresses.js';
import { moissonner } from '../../ingest/moisson/moissonner.js';
import type { Politesse } from '../../ingest/moisson/requete.js';
import { fonds } from '../../src/export/notices/fonds.js';
import { openFactsReader } from '../../src/facts/reader.js';
import { openFondsApp } from '../api/support/fonds.js';
import { ingestInto } from '../support/base.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';

const dossier = dossierDuFichier();
const fermetures: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const fermer of fermetures.splice(0)) await fermer();
});

type Reponse = (demande: URLSearchParams, reponse: ServerResponse, req: IncomingMessage) => void;

/** A repository on this machine that answers as told; the requests that it got. */
async function entrepot(repondre: Reponse): Promise<{ url: string; demandes: string[] }> {
  const demandes: string[] = [];
  const serveur = createServer((req, res) => {
    const { searchParams } = new URL(req.url ?? '', 'http://x');
    demandes.push(searchParams.toString());
    if (searchParams.get('verb') === 'Identify')
      res.end(enveloppe('<Identify><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>'));
    else repondre(searchParams, res, req);
  });
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  fermetures.push(() => new Promise((fini) => serveur.close(() => fini())));
  return { url: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}/oai`, demandes };
}

const enveloppe = (corps: string) =>
  `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-03-17T09:30:00Z</responseDate><request>x</request>${corps}</OAI-PMH>`;
const notice = (id: string, titre: string) =>
  `<record><header><identifier>${id}</identifier><datestamp>2026-01-01</datestamp><setSpec>a:b</setSpec></header><metadata><oai_dc:dc xmlns:oai_dc="o" xmlns:dc="d"><dc:title>${titre}</dc:title><dc:creator>Dubet, François</dc:creator><dc:rights>CC-BY</dc:rights></oai_dc:dc></metadata></record>`;
const supprimee = (id: string) =>
  `<record><header status="deleted"><identifier>${id}</identifier><datestamp>2026-01-02</datestamp></header></record>`;
const liste = (records: readonly string[], jeton = '') =>
  enveloppe(
    `<ListRecords>${records.join('\n')}<resumptionToken>${jeton}</resumptionToken></ListRecords>`,
  );
const erreur = (code: string) => enveloppe(`<error code="${code}">non</error>`);

const politesse: Politesse = {
  autorises: new Set(['127.0.0.1']),
  attendre: () => Promise.resolve(),
  pauseMs: 0,
};
let rang = 0;
function base(): string {
  rang += 1;
  const data = join(dossier, `data-${rang}`);
  mkdirSync(data);
  return data;
}
const titresDe = (fichier: string | null) =>
  [...readFileSync(fichier ?? '', 'utf8').matchAll(/<dc:title>([^<]*)/g)].map((m) => m[1]);

/** The records of a base, their own marks aside. */
function noticesDe(data: string) {
  const facts = openFactsReader(data);
  try {
    return [...fonds(facts)];
  } finally {
    facts.close();
  }
}

describe('moissonner', () => {
  it('takes white space around tokens, waits as asked, asks again for an answer that was cut', async () => {
    let refus = 0;
    let coupures = 0;
    const { url } = await entrepot((demande, res) => {
      const jeton = demande.get('resumptionToken');
      if (jeton === null && refus++ === 0) res.writeHead(503, { 'retry-after': '0' }).end();
      else if (jeton === null) res.end(liste([notice('a', 'Un')], '\n  suite 2 \n'));
      else if (coupures++ === 0) {
        res.writeHead(200, { 'content-length': 5000 });
        res.write('<OAI-PMH><ListRecords><rec', () => res.destroy());
      } else {
        expect(jeton).toBe('suite 2');
        res.end(liste([notice('b', 'Deux'), notice('a', 'Un, revu'), notice('b', 'Deux')]));
      }
    });
    const bilan = await moissonner(base(), { url, prefixe: 'oai_dc' }, politesse);
    expect(bilan).toMatchObject({ recues: 2, pages: 2, depuis: null });
    expect(titresDe(bilan.fichier)).toEqual(['Un, revu', 'Deux']);
  });

  it('starts again without doubles when its token has expired', async () => {
    let expire = true;
    const { url } = await entrepot((demande, res) => {
      if (demande.get('resumptionToken') === null) res.end(liste([notice('a', 'Un')], 'j'));
      else if (expire) {
        expire = false;
        res.end(erreur('badResumptionToken'));
      } else res.end(liste([notice('b', 'Deux')]));
    });
    const bilan = await moissonner(base(), { url, prefixe: 'oai_dc' }, politesse);
    expect(titresDe(bilan.fichier)).toEqual(['Un', 'Deux']);
  });

  it('is carried on from what it had received by the next run', async () => {
    let panne = true;
    const { url, demandes } = await entrepot((demande, res) => {
      if (demande.get('resumptionToken') === null) res.end(liste([notice('a', 'Un')], 'j'));
      else if (panne) res.writeHead(404).end();
      else res.end(liste([notice('b', 'Deux')]));
    });
    const data = base();
    const demande = { url, prefixe: 'oai_dc' };
    await expect(moissonner(data, demande, politesse)).rejects.toThrow('404');
    panne = false;
    const avant = demandes.length;
    const bilan = await moissonner(data, demande, politesse);
    expect(demandes.slice(avant)).toEqual(['verb=ListRecords&resumptionToken=j']);
    expect(titresDe(bilan.fichier)).toEqual(['Un', 'Deux']);
  });

  it('asks for what changed since, keeps the rest, and withdraws what was deleted', async () => {
    let suite = false;
    const { url, demandes } = await entrepot((_demande, res) => {
      res.end(
        suite
          ? liste([supprimee('oai:x:a')])
          : liste([notice('oai:x:a', 'Un'), notice('oai:x:b', 'Deux'), notice('oai:x:c', 'Trois')]),
      );
    });
    const data = base();
    const demande = { url, prefixe: 'oai_dc' };
    const premiere = await moissonner(data, demande, politesse);
    await ingestInto(data, [premiere.fichier ?? '']);
    const [un] = noticesDe(data);
    expect(un?.id).toMatch(/^notice:.*-oai-x-a$/);
    expect(un?.notice).toMatchObject({
      titre: 'Un',
      auteurs: [{ nom: 'Dubet', prenom: 'François', role: 'auteur' }],
    });
    expect(un?.autres).toEqual(expect.arrayContaining(['oai:setSpec a:b', 'dc:rights CC-BY']));
    suite = true;
    const seconde = await moissonner(data, demande, politesse);
    expect(demandes.at(-1)).toContain('from=2026-03-17T08%3A30%3A00Z');
    await ingestInto(data, [seconde.fichier ?? '']);
    expect(noticesDe(data).map((n) => n.notice.titre)).toEqual(['Deux', 'Trois']);
  }, 60_000);

  it('takes « nothing changed » for an answer, and says which error it was given', async () => {
    let code = 'noRecordsMatch';
    const { url } = await entrepot((_demande, res) => res.end(erreur(code)));
    const demande = { url, prefixe: 'oai_dc' };
    expect(await moissonner(base(), demande, politesse)).toMatchObject({
      recues: 0,
      fichier: null,
    });
    code = 'cannotDisseminateFormat';
    await expect(moissonner(base(), demande, politesse)).rejects.toThrow(code);
  });

  it('refuses private addresses that were not allowed by name, redirections too', async () => {
    const { url } = await entrepot((_demande, res) =>
      res.writeHead(302, { location: 'http://127.0.0.2/oai' }).end(),
    );
    const demande = { url, prefixe: 'oai_dc' };
    await expect(
      moissonner(base(), demande, { ...politesse, autorises: new Set() }),
    ).rejects.toThrow('privée');
    await expect(moissonner(base(), demande, politesse)).rejects.toThrow('127.0.0.2');
    const autres = [
      'http://10.1.2.3/',
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://169.254.169.254/',
      'http://2130706433/',
      'file:///etc/passwd',
      'http://a:b@exemple.fr/',
    ];
    for (const adresse of autres)
      expect(() => verifierAdresse(adresse, new Set()), adresse).toThrow();
    const nom = { url: url.replace('127.0.0.1', 'localhost'), prefixe: 'oai_dc' };
    await expect(moissonner(base(), nom, politesse)).rejects.toThrow('localhost');
  });

  it('reads a file of harvested records that is dropped in, whichever record is broken', async () => {
    const fichier = join(dossier, 'depose.xml');
    writeFileSync(
      fichier,
      liste([notice('a', 'Un'), notice('b', 'De<b>ux'), notice('c', 'Trois')]),
    );
    const data = base();
    const rapport = await ingestInto(data, [fichier]);
    expect(rapport.lus[0]?.catalogue).toMatchObject({ notices: 2, rompues: 1 });
    expect(noticesDe(data).map((n) => n.notice.titre)).toEqual(['Un', 'Trois']);
  }, 60_000);

  it('brings the records of another base over, equal on twelve fields', async () => {
    const t = await openFondsApp(join(dossier, 'entrepot'));
    fermetures.push(() => t.close());
    await t.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = t.app.server.address() as AddressInfo;
    const demande = { url: `http://127.0.0.1:${port}/oai`, prefixe: 'marcxchange' };
    const data = base();
    const bilan = await moissonner(data, demande, politesse);
    await ingestInto(data, [bilan.fichier ?? '']);
    const CHAMPS = [
      'type',
      'titre',
      'complement',
      'auteurs',
      'date',
      'editeur',
      'lieu',
      'isbn',
      'langues',
      'resume',
      'hote',
      'motsCles',
    ] as const;
    const coeur = (d: string) =>
      noticesDe(d)
        .map(({ notice: n }) => JSON.stringify(CHAMPS.map((c) => n[c] ?? null)))
        .sort();
    expect(coeur(data)).toEqual(coeur(t.data));
  }, 120_000);
});

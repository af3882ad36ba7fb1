import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retract } from '../../ingest/main.js';
import { ingestInto, portsFor } from '../support/base.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';
import { enIso2709, petite } from '../support/marc.js';
import { type FondsApp, openFondsApp, serveFonds } from './support/fonds.js';

const dossier = dossierDuFichier();
const NOMBREUSES = 230;
let t: FondsApp;

beforeAll(async () => {
  const fonds = await openFondsApp(join(dossier, 'fonds'));
  await fonds.close();
  const nombreuses = join(dossier, 'nombreuses.mrc');
  const notices = Array.from({ length: NOMBREUSES }, (_, i) => petite(`G${i}`, `Titre ${i}`));
  writeFileSync(nombreuses, Buffer.concat(notices.map((n) => enIso2709(n))));
  const partie = join(dossier, 'partie.mrc');
  writeFileSync(partie, enIso2709(petite('P1', 'Partie')));
  await ingestInto(fonds.data, [nombreuses, partie]);
  await retract(portsFor(fonds.data), 'partie.mrc');
  rmSync(partie);
  t = await serveFonds(fonds.data);
}, 120_000);
afterAll(() => t.close());

/** The body of an answer, which is well-formed XML of the protocol. */
async function oai(demande: string): Promise<string> {
  const { statusCode, headers, body } = await t.app.inject(`/oai?${demande}`);
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/xml; charset=utf-8');
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (erreur) => {
    throw erreur;
  });
  parser.write(body).close();
  const ordre = [...body.matchAll(/<(responseDate|request|error|Identify|List\w+|GetRecord)[ >]/g)];
  expect(ordre.map((m) => m[1]).slice(0, 2)).toEqual(['responseDate', 'request']);
  return body;
}

const code = (corps: string) => /<error code="(\w+)"/.exec(corps)?.[1];
const identifiants = (corps: string) =>
  [...corps.matchAll(/<header[^>]*><identifier>([^<]*)/g)].map((m) => m[1] ?? '');
const jeton = (corps: string) => /<resumptionToken[^>/]*>([^<\s]+)</.exec(corps)?.[1];
const COMPLETE = 'oai:maillage.invalid:notice:fonds-unimarc-mrc-frbnf123';
const PARTIE = 'oai:maillage.invalid:notice:partie-mrc-p1';

async function tous(verbe: string): Promise<{ corps: string[]; ids: string[] }> {
  const corps = [await oai(`verb=${verbe}&metadataPrefix=oai_dc`)];
  for (let suite = jeton(corps[0] ?? ''); suite !== undefined; ) {
    const page = await oai(`verb=${verbe}&resumptionToken=${suite}`);
    corps.push(page);
    suite = jeton(page);
  }
  return { corps, ids: corps.flatMap(identifiants) };
}

describe('the OAI-PMH repository', () => {
  it('says who it is, with what the schema asks in its order', async () => {
    const corps = await oai('verb=Identify');
    const noms = [...(corps.split('<Identify>')[1]?.matchAll(/^<(\w+)>/gm) ?? [])].map((m) => m[1]);
    expect(noms).toEqual([
      'repositoryName',
      'baseURL',
      'protocolVersion',
      'adminEmail',
      'earliestDatestamp',
      'deletedRecord',
      'granularity',
      'description',
    ]);
  });

  it('gives each record once, a hundred at a time, those withdrawn told so', async () => {
    const { corps, ids } = await tous('ListRecords');
    expect(corps).toHaveLength(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(NOMBREUSES + 34 + 1);
    expect(corps[0]).toContain(`completeListSize="${ids.length}" cursor="0"`);
    expect(corps.at(-1)).toMatch(/<resumptionToken cursor="200"\/>/);
    expect(corps.join('')).toContain(`<header status="deleted"><identifier>${PARTIE}</identifier>`);
    expect((await tous('ListIdentifiers')).ids).toEqual(ids);
  });

  it('gives one record in each of its formats, its text escaped', async () => {
    const formats = await oai(`verb=ListMetadataFormats&identifier=${COMPLETE}`);
    const prefixes = [...formats.matchAll(/<metadataPrefix>(\w+)/g)].map((m) => m[1]);
    expect(prefixes).toEqual(['oai_dc', 'marcxchange']);
    const dc = await oai(`verb=GetRecord&identifier=${COMPLETE}&metadataPrefix=oai_dc`);
    expect(dc).toContain('<dc:creator>Lovelace, Ada (1815-1852)</dc:creator>');
    expect(dc).toContain('https://exemple.fr/mediation?a=1&amp;b=2');
    const marc = await oai(`verb=GetRecord&identifier=${COMPLETE}&metadataPrefix=marcxchange`);
    expect(marc).toContain('<record xmlns="info:lc/xmlns/marcxchange-v2"');
    const deleted = await oai(`verb=GetRecord&identifier=${PARTIE}&metadataPrefix=oai_dc`);
    expect(deleted).toContain('status="deleted"');
    expect(deleted).not.toContain('<metadata>');
  });

  it('gives what changed in an interval of dates, both included', async () => {
    const complete = await oai(`verb=GetRecord&identifier=${COMPLETE}&metadataPrefix=oai_dc`);
    const date = /<datestamp>([^<]+)/.exec(complete)?.[1] ?? '';
    const alors = `verb=ListIdentifiers&metadataPrefix=oai_dc&from=${date}&until=${date}`;
    expect(identifiants(await oai(alors))).toContain(COMPLETE);
    const jour = `verb=ListIdentifiers&metadataPrefix=oai_dc&from=${date.slice(0, 10)}`;
    expect(identifiants(await oai(jour)).length).toBe(100);
    const apres = 'verb=ListIdentifiers&metadataPrefix=oai_dc&from=2999-01-01';
    expect(code(await oai(apres))).toBe('noRecordsMatch');
    const avant = 'verb=ListIdentifiers&metadataPrefix=oai_dc&until=1999-01-01';
    expect(code(await oai(avant))).toBe('noRecordsMatch');
  });

  it.each([
    ['', 'badVerb'],
    ['verb=Inconnu', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&set=a', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=a', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=hier', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2012-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2012-02-03T10:00Z', 'badArgument'],
    [
      'verb=ListRecords&metadataPrefix=oai_dc&from=2012-01-01&until=2012-01-02T00:00:00Z',
      'badArgument',
    ],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2013-01-01&until=2012-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=GetRecord&identifier=oai:x:y&metadataPrefix=oai_dc', 'idDoesNotExist'],
    [`verb=GetRecord&identifier=${COMPLETE}&metadataPrefix=marc21`, 'cannotDisseminateFormat'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListMetadataFormats&identifier=oai:x:y', 'idDoesNotExist'],
    ['verb=ListSets', 'noSetHierarchy'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=livres', 'noSetHierarchy'],
    ['verb=ListRecords&resumptionToken=faux', 'badResumptionToken'],
  ])('answers « %s » by %s', async (demande, attendu) => {
    expect(code(await oai(demande))).toBe(attendu);
  });

  it('refuses a token that was altered', async () => {
    const suite = jeton(await oai('verb=ListRecords&metadataPrefix=oai_dc')) ?? '';
    const altere = suite.replace(/^./, (c) => (c === 'W' ? 'X' : 'W'));
    expect(code(await oai(`verb=ListRecords&resumptionToken=${altere}`))).toBe(
      'badResumptionToken',
    );
  });

  it('answers a form as an address', async () => {
    const { body } = await t.app.inject({
      method: 'POST',
      url: '/oai',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'verb=ListIdentifiers&metadataPrefix=oai_dc',
    });
    expect(identifiants(body)).toHaveLength(100);
  });
});

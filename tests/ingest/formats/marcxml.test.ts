import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EnregistrementLu } from '../../../ingest/formats/catalogue/catalogue.js';
import { iso2709 } from '../../../ingest/formats/iso2709/index.js';
import { marcxml } from '../../../ingest/formats/marcxml/index.js';
import { lireTout } from '../../support/catalogues.js';
import { enMarcXml, petite } from '../../support/marc.js';

const CAS = fileURLToPath(new URL('../../../ingest/formats', import.meta.url));
const BNF = readFileSync(join(CAS, 'marcxml/cases/bnf/source.xml'));
const PMB = `<?xml version="1.0" encoding="utf-8"?>
<unimarc>
  <notice>
    <rs>n</rs><dt>a</dt><bl>m</bl><hl>0</hl><el>1</el><ru>i</ru>
    <f c="001">90</f>
    <f c="009"><s c="a">2001-01-01</s></f>
    <f c="200" ind="1 "><s c="a">La ville &amp; la santé</s></f>
    <f c="900" ind="  "><s c="a">oui</s><s c="n">cp_don</s></f>
  </notice>
</unimarc>`;

const lire = (xml: string | Uint8Array, taille?: number) =>
  lireTout(marcxml, Buffer.from(xml), taille);
const bonne = (n: number) => enMarcXml(petite(`id${n}`, `Été n° ${n}`));
const collection = (...notices: string[]) => `<collection>${notices.join('\n')}</collection>`;

function textes(lus: readonly EnregistrementLu[]): string[] {
  return lus.map((lu) =>
    lu.genre === 'rompu' ? `rompu ${lu.code}` : lu.texte.split('\n').slice(1).join(' | '),
  );
}
const attendu = (n: number) => `001 id${n} | 200 1# $aÉté n° ${n} $eessai`;

describe('a file of UNIMARC in XML', () => {
  it('is known by its fields, whatever its name and envelope', () => {
    expect(marcxml.reconnait(BNF, 'bib.xml')).toBe(true);
    expect(marcxml.reconnait(Buffer.from(PMB), 'export.txt')).toBe(true);
    expect(marcxml.reconnait(Buffer.from('<html><body>leader</body></html>'), 'x.xml')).toBe(false);
    expect(marcxml.reconnait(Buffer.from('<rdf:RDF><skos:Concept/></rdf:RDF>'), 'x.xml')).toBe(
      false,
    );
  });

  it('gives the records that the same file in ISO 2709 gives', async () => {
    const lignes = (lus: readonly EnregistrementLu[]) =>
      lus.map((lu) => (lu.genre === 'rompu' ? lu : lu.texte.split('\n').slice(1)));
    const mrc = readFileSync(join(CAS, 'iso2709/cases/bnf/source.mrc'));
    expect(lignes(await lire(BNF))).toEqual(lignes(await lireTout(iso2709, mrc)));
  });

  it.each([
    ['alone, without envelope', bonne(1)],
    ['in a collection', `<?xml version="1.0"?>\n${collection(bonne(1))}`],
    [
      'in an answer of the BnF (SRU, MarcXchange with a prefix)',
      `<srw:searchRetrieveResponse xmlns:srw="http://www.loc.gov/zing/srw/"><srw:records><srw:record><srw:recordSchema>unimarcXchange</srw:recordSchema><srw:recordData>${enMarcXml(petite('id1', 'Été n° 1'), 'mxc')}</srw:recordData><srw:recordPosition>1</srw:recordPosition></srw:record></srw:records></srw:searchRetrieveResponse>`,
    ],
    [
      'in an answer of OAI-PMH',
      `<OAI-PMH><ListRecords><record><header><identifier>oai:x:1</identifier></header><metadata>${bonne(1)}</metadata></record></ListRecords></OAI-PMH>`,
    ],
  ])('is read %s', async (_, xml) => {
    expect(marcxml.reconnait(Buffer.from(xml), 'x')).toBe(true);
    expect(textes(await lire(xml))).toEqual([attendu(1)]);
    expect(textes(await lire(xml, 3))).toEqual([attendu(1)]);
  });

  it('is read in PMB’s own vocabulary, its leader put together', async () => {
    const [lu] = await lire(PMB);
    expect(lu).toMatchObject({ genre: 'enregistrement', dialecte: 'pmb' });
    expect(lu?.genre === 'enregistrement' && lu.texte.split('\n')).toEqual([
      '000 00000nam0 22000001i 450 ',
      '001 90',
      '009 $a2001-01-01',
      '200 1# $aLa ville & la santé',
      '900 ## $aoui $ncp_don',
    ]);
  });

  it('keeps an element that it does not know', async () => {
    const xml = bonne(1).replace('</record>', '<vignette>couv.jpg</vignette></record>');
    expect(textes(await lire(xml))).toEqual([`${attendu(1)} | vignette couv.jpg`]);
  });

  it('does not take for text the lines and margins of a well set file', async () => {
    const xml = bonne(1)
      .replaceAll('>Été', '>\n   Été')
      .replaceAll('</subfield>', '\n  </subfield>\n');
    expect(textes(await lire(xml))).toEqual([attendu(1)]);
  });

  it('does not see records in comments, nor tags in sections without markup', async () => {
    const xml = collection(
      `<!-- ${bonne(1)} -->`,
      bonne(2).replace('essai', '<![CDATA[a</record>b]]>'),
    );
    expect(textes(await lire(xml))).toEqual([attendu(2).replace('essai', 'a</record>b')]);
  });

  it('is read in the encoding of its bytes, then in the one it declares', async () => {
    const latin = (declare: string) =>
      Buffer.from(`<?xml version="1.0" encoding="${declare}"?>${collection(bonne(1))}`, 'latin1');
    expect(textes(await lire(latin('ISO-8859-1')))).toEqual([attendu(1)]);
    const [lu] = await lire(latin('UTF-8'));
    expect(lu).toMatchObject({ remarques: [{ code: 'encodage-annonce-faux' }] });
    expect(textes(await lire(Buffer.from(`\ufeff${collection(bonne(1))}`, 'utf16le')))).toEqual([
      attendu(1),
    ]);
  });
});

describe('a file of UNIMARC in XML that is hostile or broken', () => {
  it.each([
    ['a tag is not closed', bonne(0).replace('</subfield>', ''), 'xml-rompu'],
    ['a tag closes that was not opened', bonne(0).replace('<leader>', ''), 'xml-rompu'],
    ['an entity is unknown', bonne(0).replace('essai', '&eacute;t&eacute;'), 'xml-rompu'],
    ['a field has no tag', bonne(0).replace('tag="200"', ''), 'xml-rompu'],
    ['a record is not closed', bonne(0).replace('</record>', ''), 'xml-rompu'],
    ['a record is not opened', bonne(0).replace('<record>', ''), 'xml-rompu'],
    ['a comment is not closed', bonne(0).replace('essai', '<!-- essai'), 'xml-rompu'],
    ['a name of tag is cut', bonne(0).replace('<subfield code', '<subfi<eld code'), 'xml-rompu'],
  ])('goes on after a record where %s', async (_, rompue, code) => {
    const lus = await lire(collection(bonne(1), rompue, bonne(2)));
    expect(textes(lus)).toEqual([attendu(1), `rompu ${code}`, attendu(2)]);
    const [, lu] = lus;
    expect(lu?.genre === 'rompu' && Buffer.from(lu.octets).toString().includes('id0')).toBe(true);
    expect(await lire(collection(bonne(1), rompue, bonne(2)), 5)).toEqual(lus);
  });

  it('tells a record that the end of the file cuts', async () => {
    expect(textes(await lire(`<collection>${bonne(1)}${bonne(2).slice(0, -20)}`))).toEqual([
      attendu(1),
      'rompu fin-absente',
    ]);
  });

  it('sets aside a record whose UTF-8 is damaged', async () => {
    const octets = Buffer.from(collection(bonne(1), bonne(2).replace('essai', 'éàèXù')));
    octets[octets.indexOf('X')] = 0xe9;
    expect(textes(await lire(octets))).toEqual([attendu(1), 'rompu utf8-invalide']);
  });

  it('takes out the controls that XML forbids, and says so', async () => {
    const [lu] = await lire(bonne(1).replace('essai', 'es\u000bsai'));
    expect(lu).toMatchObject({ remarques: [{ code: 'caracteres-interdits' }] });
  });

  it('refuses a document type, where entities could be declared', async () => {
    const bombe = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${collection(bonne(1))}`;
    await expect(lire(bombe)).rejects.toThrow('DTD');
    await expect(lire('<collection></collection>')).rejects.toThrow('aucune notice');
  });

  it('holds one record in memory at most, and says which is too large', async () => {
    const enorme = bonne(0).replace('essai', 'x'.repeat(5_000_000));
    const lus = await lire(collection(bonne(1), enorme, bonne(2)));
    expect(textes(lus)).toEqual([attendu(1), 'rompu demesure', attendu(2)]);
    const commentaire = `<!-- ${'x'.repeat(5_000_000)} -->`;
    expect(textes(await lire(collection(bonne(1), commentaire, bonne(2))))).toEqual([
      attendu(1),
      attendu(2),
    ]);
  });

  it('bounds the depth of a record', async () => {
    const profonde = bonne(0).replace('essai', '<a>'.repeat(500) + '</a>'.repeat(500));
    expect(textes(await lire(collection(profonde, bonne(1))))).toEqual([
      'rompu xml-rompu',
      attendu(1),
    ]);
  });

  it('damaged anywhere never stops the records after it', async () => {
    const rompue = bonne(0);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(rompue.length - 1),
        fc.constantFrom('<', '>', '/', '&', '"', 'x', ''),
        async (place, signe) => {
          const abimee = rompue.slice(0, place) + signe + rompue.slice(place + 1);
          const lus = textes(await lire(collection(bonne(1), abimee, bonne(2), bonne(3))));
          expect(lus[0]).toBe(attendu(1));
          expect(lus.at(-1)).toBe(attendu(3));
          expect(lus.length).toBeGreaterThanOrEqual(4);
        },
      ),
    );
  });
});

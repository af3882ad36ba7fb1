import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../ingest/formats/docx/index.js';
import type { Format } from '../../../ingest/formats/format.js';
import { html } from '../../../ingest/formats/html/index.js';
import { odt } from '../../../ingest/formats/odt/index.js';
import { formatOf } from '../../../ingest/formats/registry.js';
import { MaillageError } from '../../../src/domain/errors.js';
import { p, petitDocx, petitOdt, zip } from '../../support/bureautique.js';

const CONTENU = 'content.xml';
const DOCUMENT = 'word/document.xml';
const TYPE = 'application/vnd.oasis.opendocument.text';

async function refus(format: Format, octets: Uint8Array): Promise<MaillageError> {
  const erreur: unknown = await format.lire(octets).then(
    () => null,
    (e: unknown) => e,
  );
  if (!(erreur instanceof MaillageError)) throw new Error(`pas de refus : ${String(erreur)}`);
  expect(erreur.remede).not.toBe('');
  return erreur;
}

const w = (dedans: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${dedans}</w:body></w:document>`;

describe('a hostile office file', () => {
  it.each<[string, Format, () => Uint8Array, RegExp]>([
    ['a bomb', docx, () => zip({ [DOCUMENT]: new Uint8Array(130 * 1024 * 1024) }), /démesuré/],
    [
      'a part repeated a thousand times over',
      docx,
      () => zip({ [DOCUMENT]: `${w('')}${' '.repeat(60_000_000)}` }),
      /démesuré/,
    ],
    [
      'a document type with entities',
      docx,
      () => zip({ [DOCUMENT]: `<!DOCTYPE x [<!ENTITY a "b">]>${w('')}` }),
      /DTD/,
    ],
    ['an unknown entity', docx, () => zip({ [DOCUMENT]: w('&a;') }), /abîmé/],
    [
      'elements nested without end',
      docx,
      () => zip({ [DOCUMENT]: w(`${'<w:sdt>'.repeat(5000)}`) }),
      /imbriqué/,
    ],
    ['XML that is cut', docx, () => zip({ [DOCUMENT]: w('').slice(0, -20) }), /abîmé/],
    ['an empty part', docx, () => zip({ [DOCUMENT]: '' }), /abîmé/],
    ['a path out of its folder', docx, () => zip({ [DOCUMENT]: w(''), '../../x': 'y' }), /chemin/],
    ['no text at all', odt, () => zip({ mimetype: TYPE, 'a.xml': '<a/>' }), /content\.xml/],
    [
      'a password',
      odt,
      () =>
        zip({
          mimetype: TYPE,
          [CONTENU]: 'xx',
          'META-INF/manifest.xml':
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
        }),
      /mot de passe/,
    ],
  ])('with %s is refused with a cause and a remedy', async (_, format, octets, cause) => {
    expect((await refus(format, octets())).message).toMatch(cause);
  });

  it('loops in its styles without looping its reader', async () => {
    const style = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${base}"/></w:style>`;
    const styles = style('A', 'B') + style('B', 'A');
    const { pages } = await docx.lire(petitDocx(p('Texte', '<w:pStyle w:val="A"/>'), { styles }));
    expect(pages.map((x) => x.texte)).toEqual(['Texte']);
  });

  it('that is cut or has bytes changed is read or refused, never anything else', async () => {
    const sains = [petitDocx(p('Un texte')), petitOdt('<text:p>Un texte</text:p>')];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sains),
        fc.nat(2000),
        fc.nat(255),
        fc.boolean(),
        async (sain, place, octet, coupe) => {
          const octets = Uint8Array.from(sain);
          octets[place % octets.length] = octet;
          const abime = coupe ? octets.subarray(0, place % octets.length) : octets;
          for (const format of [docx, odt]) {
            if (!format.reconnait(abime)) continue;
            await format.lire(abime).catch((e: unknown) => {
              if (!(e instanceof MaillageError)) throw e;
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a file that no format reads', () => {
  const ole = (nom: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(nom, 'utf16le'),
      Buffer.alloc(64),
    ]);

  it.each<[string, () => Uint8Array, RegExp]>([
    ['ancien.doc', () => ole('WordDocument'), /ancien document Word/],
    ['chiffre.docx', () => ole('EncryptedPackage'), /mot de passe/],
    ['notes.rtf', () => Buffer.from('{\\rtf1 Bonjour}'), /document RTF/],
    ['feuille.xlsx', () => zip({ 'xl/workbook.xml': '<a/>' }), /classeur Excel/],
    ['projet.pages', () => zip({ 'Index/Document.iwa': 'x' }), /document Pages/],
    ['divers.zip', () => zip({ 'a.txt': 'x' }), /archive/],
    ['coupe.docx', () => petitDocx(p('x')).subarray(0, 300), /tronquée ou abîmée/],
    [
      'faux.pdf',
      () => Buffer.from('<html><body>x</body></html>'),
      /format html, et non un fichier \.pdf/,
    ],
  ])('is named and given a remedy: %s', (nom, octets, cause) => {
    expect(() => formatOf(octets(), nom)).toThrow(cause);
    try {
      formatOf(octets(), nom);
    } catch (e) {
      expect(e instanceof MaillageError && e.remede).toMatch(/\.$/);
    }
  });

  it('goes by its content, not by its name', () => {
    expect(formatOf(petitDocx(p('x')), 'x.pdf').nom).toBe('docx');
    expect(formatOf(petitOdt('<text:p>x</text:p>'), 'x.docx').nom).toBe('odt');
    expect(formatOf(Buffer.from('<!DOCTYPE html><p>x'), 'x.txt').nom).toBe(html.nom);
    expect(formatOf(Buffer.from('<p>x</p>'), 'x.html').nom).toBe(html.nom);
  });
});

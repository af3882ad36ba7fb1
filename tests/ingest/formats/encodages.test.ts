import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { html } from '../../../ingest/formats/html/index.js';
import { formatOf } from '../../../ingest/formats/registry.js';
import { decoder } from '../../../ingest/formats/texte/decodage.js';
import { texte } from '../../../ingest/formats/texte/index.js';

const FRANCAIS = 'Santé à Cergy : élus de Garges-lès-Gonesse, cœur de ville, 3 € — fin.';
const PAGE = `<h1>Programme 2031</h1><p>${FRANCAIS}</p>`;

async function lireTexte(octets: Uint8Array): Promise<string> {
  const { pages } = await formatOf(octets, 'programme.txt').lire(octets);
  return pages.map((p) => p.texte).join('\n');
}

async function lirePage(octets: Uint8Array): Promise<string> {
  const format = formatOf(octets, 'programme.html');
  expect(format).toBe(html);
  return (await format.lire(octets)).pages.map((p) => p.texte).join('\n');
}

describe('the encoding of a text', () => {
  it.each(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'])('is found when it is %s', (nom) => {
    expect(decoder(iconv.encode(FRANCAIS, nom))).toBe(FRANCAIS);
  });

  it('stays UTF-8 when one byte is wrong or the end is cut, and shows what is lost', async () => {
    const faux = Buffer.concat([Buffer.from(`${FRANCAIS} caf`), Buffer.from([0xe9, 0x0a])]);
    expect(await lireTexte(faux)).toContain(`${FRANCAIS} caf\ufffd`);
    const coupe = Buffer.concat([Buffer.from(FRANCAIS), Buffer.from([0xc3])]);
    expect(await lireTexte(coupe)).toContain(FRANCAIS);
    const page = Buffer.concat([
      Buffer.from(`<meta charset=utf-8>${PAGE}<p>caf`),
      Buffer.from([0xe9]),
    ]);
    expect(await lirePage(page)).toContain(FRANCAIS);
  });

  it('is windows-1252 when a few pairs of bytes happen to look like UTF-8', () => {
    const ambigu = 'été à l’hôtel, présenté là où « Ã© » est cité';
    expect(decoder(iconv.encode(ambigu, 'windows-1252'))).toBe(ambigu);
  });

  it('is UTF-16 without a mark, in a web page that declares it or not', async () => {
    for (const declare of ['', '<meta charset="utf-16">']) {
      for (const nom of ['utf-16le', 'utf-16be']) {
        expect(await lirePage(iconv.encode(declare + PAGE, nom))).toContain(FRANCAIS);
      }
    }
  });

  it('is read around a byte of zero, which no text holds', async () => {
    expect(await lireTexte(Buffer.from(`${FRANCAIS}\0 \0suite`))).toBe(`${FRANCAIS} suite`);
    expect(await lirePage(Buffer.from(`${PAGE}<p>avant\0apres</p>`))).toContain(FRANCAIS);
  });

  it('is that of no text when zeros are many', () => {
    expect(texte.reconnait(Buffer.alloc(64))).toBe(false);
    expect(texte.reconnait(Buffer.from([1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0]))).toBe(false);
  });
});

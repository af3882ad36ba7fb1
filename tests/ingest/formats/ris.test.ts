import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EnregistrementLu } from '../../../ingest/formats/catalogue/catalogue.js';
import { ris } from '../../../ingest/formats/ris/index.js';
import { lireTout } from '../../support/catalogues.js';

const lire = (texte: string, taille?: number) => lireTout(ris, Buffer.from(texte), taille);

function champs(lu: EnregistrementLu | undefined): string[] {
  if (lu?.genre !== 'enregistrement') return [];
  return lu.champs.map(
    ({ etiquette, sousChamps: [v] }) => `${etiquette} ${lu.texte.slice(v?.debut, v?.fin)}`,
  );
}

describe('a record of RIS', () => {
  it('has the lines that no tag opens in the field before them', async () => {
    const [lu] = await lire(
      'TY  - BOOK\nTI  - Un\n  titre\nAB  -\nsur deux lignes\n\nUE - et la suite\nER  - \n',
    );
    expect(champs(lu)).toEqual([
      'TY BOOK',
      'TI Un\n  titre',
      'AB sur deux lignes\n\nUE - et la suite',
    ]);
  });

  it('may have one space after its tags, when its type has', async () => {
    expect(champs((await lire('TY - BOOK\nTI - Un titre\nER - \n'))[0])).toEqual([
      'TY BOOK',
      'TI Un titre',
    ]);
  });

  it.each(['\r\n', '\n', '\r'])('reads with the line break %j', async (saut) => {
    const texte = ['TY  - BOOK', 'TI  - Un', 'suite', 'ER  - ', ''].join(saut).repeat(2);
    const attendus = Array(2).fill(['TY BOOK', 'TI Un\nsuite']);
    for (const taille of [1, 7, 1000])
      expect((await lire(texte, taille)).map(champs)).toEqual(attendus);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffTY  - BOOK\nTI  - Été\nER  - \n')],
    ['UTF-16', Buffer.from('\ufeffTY  - BOOK\nTI  - Été\nER  - \n', 'utf16le')],
    ['windows-1252', Buffer.from('TY  - BOOK\nTI  - Été\nER  - \n', 'latin1')],
  ])('reads in %s', async (_, octets) => {
    expect(ris.reconnait(octets, 'x')).toBe(true);
    for (const taille of [3, 1000])
      expect((await lireTout(ris, octets, taille)).map(champs)).toEqual([['TY BOOK', 'TI Été']]);
  });

  it('tells a windows-1252 record from a UTF-8 one beside it', async () => {
    const notice = 'TY  - BOOK\nTI  - Été à Cergy\nER  - \n';
    const octets = Buffer.concat([Buffer.from(notice), Buffer.from(notice, 'latin1')]);
    expect((await lireTout(ris, octets)).map((lu) => champs(lu)[1])).toEqual(
      Array(2).fill('TI Été à Cergy'),
    );
  });

  it('is set apart with its bytes and the reason when it has no type', async () => {
    const [rompu, suivant] = await lire('TI  - Seul\nER  - \nTY  - BOOK\nTI  - Deux\nER  - \n');
    expect(rompu).toMatchObject({ genre: 'rompu', numero: 1, code: 'type-absent' });
    expect(champs(suivant)).toEqual(['TY BOOK', 'TI Deux']);
  });

  it('never stops the rest, whatever is broken between two records', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 64 }),
        async (octets, taille) => {
          const bonne = Buffer.from('\nTY  - BOOK\nTI  - Bonne\nER  - \n');
          const lus = await lireTout(ris, Buffer.concat([bonne, octets, bonne]), taille);
          expect(champs(lus[0])).toEqual(['TY BOOK', 'TI Bonne']);
          expect(champs(lus.at(-1))).toEqual(['TY BOOK', 'TI Bonne']);
          expect(lus.map((lu) => lu.numero)).toEqual(lus.map((_lu, i) => i + 1));
        },
      ),
    );
  });

  it('is refused with its remedy in an empty file', async () => {
    await expect(lire('  \n')).rejects.toThrow('aucune notice');
  });
});

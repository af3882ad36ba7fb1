import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Enregistrement,
  EnregistrementLu,
} from '../../../ingest/formats/catalogue/catalogue.js';
import { iso2709 } from '../../../ingest/formats/iso2709/index.js';
import { decoderIso5426 } from '../../../ingest/formats/marc/iso5426.js';
import { normalizePageText } from '../../../src/domain/page.js';
import { lireTout } from '../../support/catalogues.js';
import { enIso2709, petite } from '../../support/marc.js';

const BNF = readFileSync(
  join(
    fileURLToPath(new URL('../../../ingest/formats/iso2709/cases/bnf', import.meta.url)),
    'source.mrc',
  ),
);

/** The codes of the broken ones, the texts of the others. */
function resume(lus: readonly EnregistrementLu[]): string[] {
  return lus.map((lu) => (lu.genre === 'rompu' ? `rompu ${lu.code}` : valeur(lu, '200', 'a')));
}

function valeur({ champs, texte }: Enregistrement, etiquette: string, code: string): string {
  const sous = champs
    .find((c) => c.etiquette === etiquette)
    ?.sousChamps.find((s) => s.code === code);
  return sous === undefined ? '' : texte.slice(sous.debut, sous.fin);
}

async function titre(octets: Uint8Array): Promise<string> {
  const [lu] = await lireTout(iso2709, octets);
  if (lu?.genre !== 'enregistrement') throw new Error(JSON.stringify(lu));
  return valeur(lu, '200', 'a');
}

const bonne = (n: number): Buffer => enIso2709(petite(`id${n}`, `Été n° ${n}`));

describe('a file in ISO 2709', () => {
  it('is known by its first leader, whatever its name', () => {
    expect(iso2709.reconnait(BNF.subarray(0, 65_536), 'export.txt')).toBe(true);
    expect(iso2709.reconnait(Buffer.from('TY  - BOOK\r\nTI  - Titre\r\n'), 'export.mrc')).toBe(
      false,
    );
    expect(
      iso2709.reconnait(Buffer.from('95018 CERGY 12345 habitants et des lettres'), 'x.txt'),
    ).toBe(false);
  });

  it('gives each record as lines that a person reads, with where each value stands', async () => {
    const [premier] = await lireTout(iso2709, BNF);
    if (premier?.genre !== 'enregistrement') throw new Error('rompu');
    expect(premier.texte.split('\n').slice(-4)).toEqual([
      '702 #| $312331862 $aKenyon $bFrederic George $f1863-1952 $4080',
      '801 #0 $aFR $bBNF $c19970701 $gAFNOR $2intermrc',
      '960 ## $a0 $bA $c3',
      '995 ## $k0 A 3 $l331 $m1968 $xP',
    ]);
    expect(valeur(premier, '702', 'b')).toBe('Frederic George');
    expect(premier.dialecte).toBe('unimarc');
  });

  it('reads the same whatever the size of the chunks', async () => {
    const lus = await lireTout(iso2709, BNF);
    expect(lus).toHaveLength(6);
    for (const taille of [1, 7, 1000]) expect(await lireTout(iso2709, BNF, taille)).toEqual(lus);
  });

  it('allows line breaks between records, and a mark of UTF-8 before them', async () => {
    const octets = Buffer.concat([
      Buffer.from('\ufeff'),
      bonne(1),
      Buffer.from('\r\n'),
      bonne(2),
      Buffer.from('\n'),
    ]);
    expect(resume(await lireTout(iso2709, octets))).toEqual(['Été n° 1', 'Été n° 2']);
  });

  it('is refused when it holds no record', async () => {
    await expect(lireTout(iso2709, Buffer.from(' \n'))).rejects.toThrow('aucune notice');
  });

  it('marks a record that its leader says deleted', async () => {
    const [lu] = await lireTout(iso2709, enIso2709(petite('1', 'Ôté'), { guide: 'dam  22' }));
    expect(lu).toMatchObject({ genre: 'enregistrement', supprime: true });
  });
});

describe('the encoding of a record', () => {
  const declare5426 = ['100', '$a20120101d2012    m  y0frey0103    ba'] as const;
  const latin = (texte: string) => Buffer.from(texte.replaceAll('’', '\u0092'), 'latin1');

  it('is UTF-8 when the bytes are, whatever 100$a declares, and says that it lied', async () => {
    const [lu] = await lireTout(iso2709, enIso2709([declare5426, ...petite('1', 'Santé')]));
    expect(lu).toMatchObject({ remarques: [{ code: 'encodage-annonce-faux' }] });
    expect(await titre(enIso2709([declare5426, ...petite('1', 'Santé')]))).toBe('Santé');
  });

  it('is ISO 5426 when accents stand before letters, even where nothing declares it', async () => {
    const octets = Buffer.from('Sant\xc2e \xc1a l\xb9\xc3ile, \xfauvre, \xd0ca', 'latin1');
    const encoder = (t: string) =>
      t.includes('TITRE') ? Buffer.concat([Buffer.from('1 \u001fa'), octets]) : Buffer.from(t);
    expect(await titre(enIso2709([['200', 'TITRE', '1 ']], { encoder }))).toBe(
      'Santé à l’île, œuvre, ça',
    );
  });

  it('is windows-1252 when no accent of ISO 5426 makes sense, whatever 100$a declares', async () => {
    const champs = [declare5426, ...petite('1', 'L’accès à l’école, côté santé : être là')];
    expect(await titre(enIso2709(champs, { encoder: latin }))).toBe(
      'L’accès à l’école, côté santé : être là',
    );
  });

  it('leaves out the marks around an article that is not sorted, in any encoding', async () => {
    expect(await titre(enIso2709(petite('1', '\u0098Le \u009crenouvellement urbain')))).toBe(
      'Le renouvellement urbain',
    );
    expect(await titre(enIso2709(petite('1', '\u0088La \u0089ville')))).toBe('La ville');
    expect(await titre(enIso2709(petite('1', '\u0088La \u0089santé'), { encoder: latin }))).toBe(
      'La santé',
    );
  });

  it('keeps « œ » where U+009C stands for it', async () => {
    expect(await titre(enIso2709(petite('1', 'Le c\u009cur de la ville')))).toBe(
      'Le cœur de la ville',
    );
  });

  it('composes what ISO 5426 lets stand apart', () => {
    expect(decoderIso5426(Buffer.from('\xc8\xc1e\xcb', 'latin1'))).toHaveLength(3);
    expect(decoderIso5426(Buffer.from('No\xc8el \xab\xa4\xbb', 'latin1'))).toBe('Noël «$»');
  });
});

describe('a broken record', () => {
  const avec = (rompue: Buffer) => Buffer.concat([bonne(1), rompue, bonne(2)]);
  const changer = (octets: Buffer, place: number, texte: string): Buffer => {
    const copie = Buffer.from(octets);
    copie.write(texte, place, 'latin1');
    return copie;
  };

  it.each([
    ['announces a wrong length', changer(bonne(0), 0, '00099'), 'longueur-fausse'],
    ['announces no length', changer(bonne(0), 0, 'abcde'), 'guide-faux'],
    ['has a wrong base address', changer(bonne(0), 12, '00048'), 'repertoire-faux'],
    ['has no base address', changer(bonne(0), 12, '     '), 'guide-faux'],
    ['has an entry of letters', changer(bonne(0), 27, 'abcd'), 'repertoire-faux'],
    ['has a field that runs over the next', changer(bonne(0), 27, '0009'), 'repertoire-faux'],
    [
      'is cut short',
      Buffer.concat([bonne(0).subarray(0, 30), Buffer.from([0x1d])]),
      'longueur-fausse',
    ],
    ['is nothing', Buffer.from('bruit\u001d'), 'guide-faux'],
  ])('that %s goes with its bytes and the reason, the others are read', async (_, rompue, code) => {
    const lus = await lireTout(iso2709, avec(rompue));
    expect(resume(lus)).toEqual(['Été n° 1', `rompu ${code}`, 'Été n° 2']);
    expect(lus.map((lu) => lu.numero)).toEqual([1, 2, 3]);
    const [, lu] = lus;
    if (lu?.genre !== 'rompu') throw new Error('lue');
    expect(Buffer.from(lu.octets)).toEqual(rompue);
    expect(lu.raison).toMatch(/^\p{Ll}.*[^.]$/u);
  });

  it('is one whose UTF-8 is damaged', async () => {
    const damaged = Buffer.from(enIso2709(petite('1', 'É\u00e9\u00e0\u00e8ê mXt')));
    damaged[damaged.indexOf('X')] = 0xe9;
    expect(resume(await lireTout(iso2709, avec(damaged)))[1]).toBe('rompu utf8-invalide');
  });

  it('without its terminator does not take the next one with it', async () => {
    const lus = await lireTout(iso2709, avec(bonne(0).subarray(0, -1)));
    expect(resume(lus)).toEqual(['Été n° 1', 'rompu fin-absente', 'Été n° 2']);
  });

  it('at the end of the file is told, not dropped', async () => {
    const lus = await lireTout(iso2709, Buffer.concat([bonne(1), bonne(2).subarray(0, 40)]));
    expect(resume(lus)).toEqual(['Été n° 1', 'rompu fin-absente']);
  });

  it('that never ends takes no more memory than a record may', async () => {
    const enorme = Buffer.concat([Buffer.alloc(5_000_000, 0x41), Buffer.from([0x1d])]);
    const lus = await lireTout(iso2709, avec(enorme));
    expect(resume(lus)).toEqual(['Été n° 1', 'rompu demesure', 'Été n° 2']);
    const [, lu] = lus;
    expect(lu?.genre === 'rompu' && lu.octets.length).toBe(1_000_000);
  });
});

describe('any record', () => {
  const valeurs = fc
    .string({ unit: 'binary', minLength: 1 })
    .map((t) => t.replace(/[\p{Cc}$]/gu, '').trim())
    .filter((t) => t !== '');
  const champs = fc.array(
    fc.tuple(
      fc.constantFrom('010', '200', '606', '995', 'A12'),
      fc.array(valeurs, { minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 6 },
  );

  it('has a text that the store would not change, and values that are slices of it', async () => {
    await fc.assert(
      fc.asyncProperty(champs, async (lignes) => {
        const octets = enIso2709(
          lignes.map(([e, v]) => [e, v.map((t) => `$a${t}`).join('')] as const),
        );
        const [lu] = await lireTout(iso2709, octets);
        if (lu?.genre !== 'enregistrement') throw new Error(JSON.stringify(lu));
        expect(normalizePageText(lu.texte)).toBe(lu.texte);
        expect(lu.champs.slice(1).map((c) => [c.etiquette, c.sousChamps.length])).toEqual(
          lignes.map(([e, v]) => [e, v.length]),
        );
        expect(lu.texte.split('\n')).toHaveLength(lignes.length + 1);
      }),
    );
  });

  it('damaged anywhere never stops the ones after it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bonne(0).length - 2),
        fc.integer({ min: 0, max: 255 }),
        async (place, octet) => {
          const rompue = Buffer.from(bonne(0));
          rompue[place] = octet;
          const lus = await lireTout(iso2709, Buffer.concat([bonne(1), rompue, bonne(2)]));
          expect(resume(lus).at(0)).toBe('Été n° 1');
          expect(resume(lus).at(-1)).toBe('Été n° 2');
          const perdus = lus.length === 2;
          expect(perdus).toBe(false);
        },
      ),
    );
  });
});

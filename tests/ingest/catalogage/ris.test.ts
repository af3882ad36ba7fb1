import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ris } from '../../../ingest/formats/ris/index.js';
import { lireRis } from '../../../ingest/stages/catalogage/ris.js';
import type { Notice } from '../../../src/domain/notice.js';
import { lireTout } from '../../support/catalogues.js';
import { verifierCouverture } from '../../support/couverture-notices.js';
import { texte } from '../../support/notices-signes.js';

async function notice(...lignes: readonly string[]): Promise<Notice> {
  const [lu] = await lireTout(ris, Buffer.from(`${lignes.join('\n')}\nER  - \n`));
  if (lu?.genre !== 'enregistrement') throw new Error(JSON.stringify(lu));
  return lireRis(lu).notice;
}

describe('a record of RIS, understood', () => {
  it('has the title that its short title ends, or « : » between spaces', async () => {
    const lu = await notice('TY  - BOOK', 'TI  - Faire société: la ville', 'ST  - Faire société');
    expect(lu).toMatchObject({ titre: 'Faire société', complement: 'la ville' });
    expect(await notice('TY  - BOOK', 'TI  - Un : deux')).toMatchObject({
      titre: 'Un',
      complement: 'deux',
    });
    expect(await notice('TY  - BOOK', 'TI  - 10:30 en banlieue')).toMatchObject({
      titre: '10:30 en banlieue',
    });
  });

  it('is in a periodical, or in a collection, by its type', async () => {
    expect(await notice('TY  - JOUR', 'TI  - Un', 'T2  - Esprit')).toMatchObject({
      hote: 'Esprit',
    });
    expect(await notice('TY  - BOOK', 'TI  - Un', 'T2  - Repères')).toMatchObject({
      collection: 'Repères',
    });
  });

  it('has the number that PMB follows with its kind', async () => {
    expect((await notice('TY  - JOUR', 'TI  - Un', 'SN  - 0042-1014 (ISSN)')).issn).toEqual([
      '0042-1014',
    ]);
    expect((await notice('TY  - BOOK', 'TI  - Un', 'SN  - 2-07-036822-X (br.)')).isbn).toEqual([
      '9782070368228',
    ]);
  });

  it.each([
    [['PY  - 2003', 'DA  - 2003/05/03/'], '2003/05/03'],
    [['DA  - 2003///printemps'], '2003 printemps'],
    [['Y1  - cop. 2003'], 'cop. 2003'],
  ])('is dated by %j', async (lignes, imprimee) => {
    const { date } = await notice('TY  - BOOK', 'TI  - Un', ...lignes);
    expect(date).toEqual({ imprimee, debut: 2003, fin: 2003 });
  });

  it('has its keywords one a field, one a line, or parted by signs', async () => {
    const mots = ['ville', 'logement', 'habitants'];
    for (const kw of [
      mots.map((m) => `KW  - ${m}`),
      [`KW  - ${mots.join('\n')}`],
      [`KW  - ${mots.join('; ')}`],
      [`KW  - ${mots.join(', ')}`],
    ])
      expect((await notice('TY  - BOOK', 'TI  - Un', ...kw)).motsCles).toEqual(mots);
    expect((await notice('TY  - BOOK', 'TI  - Un', 'KW  - Cergy, Val-d’Oise')).motsCles).toEqual([
      'Cergy, Val-d’Oise',
    ]);
  });

  it('has each of its fields in the proofs or in the other fields', async () => {
    const etiquette = fc.constantFrom(
      ...'TI T1 T2 T3 BT ST JO JF JA J2 AU A1 A2 A3 A4 ED PY Y1 DA Y2 PB CY VL IS M1 M3 SP EP SN DO L3 AB N1 N2 KW CN UR L1 LA ID AN U5 XX'.split(
        ' ',
      ),
    );
    const valeur = fc.oneof(
      texte,
      fc.constantFrom(
        '2003',
        '2003/05/03',
        'a ; b',
        '0042-1014',
        'https://a.fr',
        'Maillage auteurs : Roy, Anne, préfacier',
        'fr',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('BOOK', 'JOUR', 'XYZ'),
        fc.array(fc.tuple(etiquette, valeur), { minLength: 1, maxLength: 20 }),
        async (type, champs) => {
          const lignes = [`TY  - ${type}`, ...champs.map(([e, v]) => `${e}  - ${v}`), 'ER  - '];
          for (const lu of await lireTout(ris, Buffer.from(lignes.join('\n'))))
            if (lu.genre === 'enregistrement') verifierCouverture(lu, lireRis);
        },
      ),
      { numRuns: 300 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iso2709 } from '../../ingest/formats/iso2709/index.js';
import { marcxml } from '../../ingest/formats/marcxml/index.js';
import { lireUnimarc } from '../../ingest/stages/catalogage/unimarc.js';
import type { Notice } from '../../src/domain/notice.js';
import type { FormatNotices, NoticeExportee } from '../../src/export/notices/notices.js';
import { unimarcIso2709, unimarcXml } from '../../src/export/notices/unimarc.js';
import { lireTout } from '../support/catalogues.js';
import { notices } from '../support/notices.js';

const ALLERS_RETOURS = [
  ['ISO 2709', unimarcIso2709, iso2709],
  ['XML', unimarcXml, marcxml],
] as const;

const VIDE: Notice = {
  type: 'livre',
  titre: 'Un titre',
  auteurs: [],
  isbn: [],
  issn: [],
  langues: [],
  descripteurs: [],
  motsCles: [],
  sujetsGeographiques: [],
  exemplaires: [],
  urls: [],
};
const exporter = (notice: Partial<Notice>, autres: readonly string[] = []): NoticeExportee => ({
  id: 'notice:1',
  notice: { ...VIDE, ...notice },
  autres,
  url: 'https://exemple.fr/notices/1',
});

function octets(format: FormatNotices, sorties: readonly NoticeExportee[]): Buffer {
  return Buffer.concat([...format.ecrire(sorties)].map((m) => Buffer.from(m)));
}

describe.each(ALLERS_RETOURS)('a notice written in UNIMARC %s', (_, ecriture, lecture) => {
  const relire = async (sorties: readonly NoticeExportee[]) =>
    (await lireTout(lecture, octets(ecriture, sorties))).map((lu) => {
      if (lu.genre === 'rompu') throw new Error(lu.raison);
      return { ...lireUnimarc(lu), texte: lu.texte, lecture: lu.remarques };
    });

  it('is read back equal, whatever it has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(notices, { minLength: 1, maxLength: 3 }), async (lot) => {
        const sorties = lot.map((notice, i) => ({ ...exporter(notice), id: `notice:${i}` }));
        const relues = await relire(sorties);
        expect(relues.map((r) => r.notice)).toEqual(lot);
        expect(relues.map((r) => r.cle)).toEqual(sorties.map((s) => s.id));
        expect(relues.flatMap((r) => r.lecture ?? [])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('holds any text, however it was damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        async (un, deux) => {
          const sortie = exporter({ complement: un, resume: deux, motsCles: [un] }, [
            `300 ## $a${deux}`,
            `TI ${un}`,
          ]);
          const [relue] = await relire([sortie, exporter({})]);
          expect(relue?.notice.titre).toBe('Un titre');
        },
      ),
    );
  });

  it('keeps what the model has no place for, under its tag or as a note', async () => {
    const [relue] = await relire([
      exporter({ lieu: 'Paris' }, [
        '001 FRBNF1',
        '003 http://ark',
        '100 ## $a20120101',
        '200 $fpar J. Lieure',
        '210 $a(Mayenne)',
        '801 #0 $aFR $bBNF',
        'N2 - note de RIS',
      ]),
    ]);
    expect(relue?.texte.split('\n').filter((l) => /^(?!000|100)/.test(l))).toEqual([
      '001 notice:1',
      '003 https://exemple.fr/notices/1',
      '033 ## $ahttp://ark',
      '035 ## $aFRBNF1',
      '200 1# $aUn titre $fpar J. Lieure',
      '210 ## $aParis $a(Mayenne)',
      '300 ## $aN2 - note de RIS',
      '801 #0 $aFR $bBNF',
    ]);
  });

  it('gives the same bytes each time', () => {
    const sorties = fc.sample(notices, { numRuns: 5, seed: 1 }).map((n) => exporter(n));
    expect(octets(ecriture, sorties).equals(octets(ecriture, sorties))).toBe(true);
  });

  it('says again what the records of the BnF say', async () => {
    const source = readFileSync(
      join(
        fileURLToPath(new URL('../../ingest/formats/iso2709/cases/bnf', import.meta.url)),
        'source.mrc',
      ),
    );
    const lus = (await lireTout(iso2709, source)).map((lu) => {
      if (lu.genre === 'rompu') throw new Error(lu.raison);
      const { notice, autres } = lireUnimarc(lu);
      return {
        notice,
        autres: autres.map((a) => `${a.etiquette} ${lu.texte.slice(a.debut, a.fin)}`),
      };
    });
    const relues = await relire(lus.map(({ notice, autres }) => exporter(notice, autres)));
    expect(relues.map((r) => r.notice)).toEqual(lus.map((l) => l.notice));
  });
});

describe('the structure of ISO 2709', () => {
  it('has its lengths in bytes, its character set in 100$a, a blank where MARC 21 tells it', async () => {
    const [notice] = unimarcIso2709.ecrire([exporter({ titre: 'Été à l’Œuvre' })]);
    const ecrite = Buffer.from(notice ?? '');
    const guide = ecrite.toString('latin1', 0, 24);
    expect(guide).toMatch(/^\d{5}nam {2}22\d{5} {3}450 $/);
    expect(Number(guide.slice(0, 5))).toBe(ecrite.length);
    expect(ecrite[Number(guide.slice(12, 17)) - 1]).toBe(0x1e);
    const [relue] = await lireTout(iso2709, ecrite);
    if (relue?.genre !== 'enregistrement') throw new Error('rompue');
    const champ100 = /^100 ## \$a(.*)$/m.exec(relue.texte)?.[1];
    expect(champ100).toHaveLength(36);
    expect(champ100?.slice(26, 30)).toBe('50  ');
  });

  it('parts a field too long for its directory, and leaves out what no record can hold', async () => {
    const resume = Array(3000).fill('habitants').join(' ');
    const [long, demesure] = await lireTout(
      iso2709,
      octets(unimarcIso2709, [
        exporter({ resume }),
        exporter({}, Array(20).fill(`300 ## $a${resume}`)),
      ]),
    );
    if (long?.genre !== 'enregistrement' || demesure?.genre !== 'enregistrement')
      throw new Error('rompu');
    expect(lireUnimarc(long).notice.resume?.replaceAll('\n', ' ')).toBe(resume);
    expect(demesure.texte).toContain('Notice trop longue');
    expect(lireUnimarc(demesure).notice.titre).toBe('Un titre');
  });
});

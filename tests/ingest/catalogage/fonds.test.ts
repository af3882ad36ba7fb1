import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ris } from '../../../ingest/formats/ris/index.js';
import { tableur } from '../../../ingest/formats/tableur/index.js';
import { lireRis } from '../../../ingest/stages/catalogage/ris.js';
import { lireTableau } from '../../../ingest/stages/catalogage/tableau.js';
import { lireTout } from '../../support/catalogues.js';

const fichier = (nom: string) =>
  readFileSync(new URL(`../../support/fonds/${nom}`, import.meta.url));

describe('the sample holdings', () => {
  it('are the same in RIS and in CSV, without a remark', async () => {
    const parRis = (await lireTout(ris, fichier('fonds-documentaire.ris'))).map((lu) =>
      lu.genre === 'rompu' ? null : lireRis(lu),
    );
    const parCsv = (await lireTout(tableur, fichier('fonds-documentaire.csv'))).map((lu) =>
      lu.genre === 'rompu' ? null : lireTableau(lu),
    );
    expect(parRis).toHaveLength(32);
    expect(parCsv.map((lue) => lue?.notice)).toEqual(parRis.map((lue) => lue?.notice));
    expect([...parRis, ...parCsv].flatMap((lue) => lue?.remarques)).toEqual([]);
  });
});

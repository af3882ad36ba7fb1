import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EnregistrementLu } from '../../../ingest/formats/catalogue/catalogue.js';
import {
  CATALOGUES,
  casCatalogues,
  LECTEURS,
  lireTout,
  sourceDe,
} from '../../support/catalogues.js';

/** A record as its case expects it: its lines, what is understood of it and what is left. */
function lisible(lu: EnregistrementLu): object {
  if (lu.genre === 'rompu') return { rompu: lu.code, raison: lu.raison, octets: lu.octets.length };
  const lue = LECTEURS[lu.dialecte]?.(lu);
  if (lue === undefined) return { texte: lu.texte.split('\n') };
  return {
    texte: lu.texte.split('\n'),
    ...(lu.remarques === undefined ? {} : { lecture: lu.remarques.map((r) => r.code) }),
    cle: lue.cle,
    notice: lue.notice,
    autres: lue.autres.map((a) => `${a.etiquette} ${lu.texte.slice(a.debut, a.fin)}`),
    remarques: lue.remarques.map((r) => r.message),
  };
}

describe.each(casCatalogues().map((cas) => [cas.nom, cas] as const))('%s', (_, cas) => {
  const { octets, fichier } = sourceDe(cas);

  it('is known by its bytes, and by no other format', () => {
    const debut = octets.subarray(0, 65_536);
    const connus = Object.values(CATALOGUES).filter((format) => format.reconnait(debut, fichier));
    expect(connus.map((format) => format.nom)).toEqual([cas.format.nom]);
  });

  it('reads as its expected records say', async () => {
    const lus = (await lireTout(cas.format, octets)).map(lisible);
    const attendu = join(cas.dossier, 'expected.json');
    if (process.env.MAILLAGE_GOLDEN === 'refresh')
      writeFileSync(attendu, `${JSON.stringify(lus, null, 1)}\n`);
    expect(JSON.parse(JSON.stringify(lus))).toEqual(JSON.parse(readFileSync(attendu, 'utf8')));
  });

  it('reads the same in chunks of any size', async () => {
    const lus = await lireTout(cas.format, octets);
    expect(await lireTout(cas.format, octets, 100)).toEqual(lus);
  });

  it('proves every value of every list once, by passages that its text holds', async () => {
    for (const lu of await lireTout(cas.format, octets)) {
      const lue = lu.genre === 'rompu' ? undefined : LECTEURS[lu.dialecte]?.(lu);
      if (lue === undefined || lu.genre === 'rompu') continue;
      for (const [champ, valeur] of Object.entries(lue.notice)) {
        const preuves = lue.preuves[champ as keyof typeof lue.preuves] ?? [];
        if (Array.isArray(valeur)) expect(preuves).toHaveLength(valeur.length);
        for (const { debut, fin } of preuves)
          expect(lu.texte.slice(debut, fin).trim()).not.toBe('');
      }
    }
  });
});

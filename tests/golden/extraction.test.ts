import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cas } from '../../bench/extraction/annotation.js';
import { lireCas } from '../../bench/extraction/annotation.js';
import type { Chiffres } from '../../bench/extraction/mesurer.js';
import { chiffres, mesurer } from '../../bench/extraction/mesurer.js';
import { packageRoot } from '../../src/domain/racine.js';

const DOSSIER = fileURLToPath(new URL('./programmes', import.meta.url));
const CAS = lireCas(DOSSIER);
const PARTIES = [...new Set(CAS.map((c) => c.partie))];
/** What `npm run bench:extraction -- --ecrire` last wrote. */
const ECRITS = JSON.parse(
  readFileSync(join(packageRoot(), 'bench', 'extraction.json'), 'utf8'),
) as Partial<Record<Cas['partie'], Record<string, Chiffres>>>;
const POINT = 0.01;

describe.each(PARTIES)('the extraction of the annotated documents (%s)', (partie) => {
  let lus: Record<string, Chiffres> = {};
  const champs = Object.entries(ECRITS[partie] ?? {});

  beforeAll(async () => {
    lus = chiffres(await mesurer(CAS.filter((c) => c.partie === partie)));
  }, 180_000);

  it('measures the very fields whose figures are written', () => {
    expect(Object.keys(lus).sort()).toEqual(champs.map(([champ]) => champ).sort());
  });

  it.each(champs)('keeps the F1 of « %s » within one point of what is written', (champ, ecrit) => {
    const lu = lus[champ];
    expect(
      lu?.f1 ?? 0,
      `${champ} : F1 ${lu?.f1}, précision ${lu?.precision}, rappel ${lu?.rappel} ; écrit : ${ecrit.f1}. « npm run bench:extraction » montre les écarts.`,
    ).toBeGreaterThanOrEqual(ecrit.f1 - POINT);
  });
});

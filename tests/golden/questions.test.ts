import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { chiffrer, retenus } from '../../bench/questions/chiffres.js';
import { lireJugements } from '../../bench/questions/jugements.js';
import { mesurer } from '../../bench/questions/mesurer.js';
import { packageRoot } from '../../src/domain/racine.js';

/** Figures may fall by a point before the test fails. */
const POINT = 0.01;

const committed = JSON.parse(
  readFileSync(join(packageRoot(), 'bench', 'questions.json'), 'utf8'),
) as Record<string, Record<string, number>>;

let mesures: Awaited<ReturnType<typeof mesurer>>;
beforeAll(async () => {
  const { recherches, questions } = lireJugements();
  mesures = await mesurer(recherches, questions);
}, 120_000);

// the half that rules were tuned on, and the one that nobody looked at
describe.each(['réglage', 'réserve'])('judged searches and questions, %s', (partie) => {
  it.each(Object.keys(committed[partie] ?? {}))('keep their %s', (chiffre) => {
    const reserve = partie === 'réserve';
    const chiffres = retenus(
      chiffrer({
        recherches: mesures.recherches.filter((m) => m.recherche.reserve === reserve),
        questions: mesures.questions.filter((m) => m.question.reserve === reserve),
      }),
    );
    expect(chiffres[chiffre]).toBeGreaterThanOrEqual((committed[partie]?.[chiffre] ?? 0) - POINT);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { chiffrer } from '../../bench/questions/chiffres.js';
import { lireJugements } from '../../bench/questions/jugements.js';
import { mesurer } from '../../bench/questions/mesurer.js';

const jugements = lireJugements();
let mesures: Awaited<ReturnType<typeof mesurer>>;
beforeAll(async () => {
  mesures = await mesurer(jugements.recherches, jugements.questions);
}, 120_000);

/** The half that rules were tuned on, and the one that nobody looked at. */
const parties = [
  ...new Set([...jugements.recherches, ...jugements.questions].map((j) => j.reserve)),
];

describe.each(parties)('judged searches and questions (held out: %s)', (reserve) => {
  const figures = () =>
    chiffrer({
      recherches: mesures.recherches.filter((m) => m.recherche.reserve === reserve),
      questions: mesures.questions.filter((m) => m.question.reserve === reserve),
    });

  it('find nearly all that answers among the first ten, best first', () => {
    const [maillage] = figures().recherches;
    expect(maillage?.['recall@10']).toBeGreaterThanOrEqual(0.95);
    expect(maillage?.['nDCG@10']).toBeGreaterThanOrEqual(0.85);
  });

  it('answer in the first three, and stay silent where nothing answers', () => {
    const { questions } = figures();
    expect(questions['success@3']).toBeGreaterThanOrEqual(0.9);
    expect(questions.abstention).toBe(1);
  });
});

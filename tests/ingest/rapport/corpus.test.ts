import { describe, expect, it } from 'vitest';
import type { Lecture } from './corpus.js';
import { measure, readFiches, readProse } from './corpus.js';

/** MAILLAGE_CORPUS=ecarts lists what was missed. */
function check(lectures: readonly Lecture[]): void {
  for (const [champ, { precision, rappel, ecarts }] of measure(lectures)) {
    if (process.env.MAILLAGE_CORPUS === 'ecarts')
      console.log(champ, precision.toFixed(3), rappel.toFixed(3), ...ecarts.map((e) => `\n  ${e}`));
    else {
      expect(precision, `${champ} : ${ecarts.join(' | ')}`).toBeGreaterThanOrEqual(0.95);
      expect(rappel, `${champ} : ${ecarts.join(' | ')}`).toBeGreaterThanOrEqual(0.9);
    }
  }
}

describe('reports annotated by hand', () => {
  it('are read under the heading of each action', async () => {
    const fichiers = ['fiches.yml', 'autres.yml', 'orateurs.yml', 'variantes.yml', 'fraiches.yml'];
    check((await Promise.all(fichiers.map(readFiches))).flat());
  });

  it('are read in paragraphs that name their actions themselves', async () => {
    check((await Promise.all(['prose.yml', 'prose-g.yml'].map(readProse))).flat());
  });

  it('are read where their titles are quoted, or open the paragraph', async () => {
    check((await Promise.all(['citees.yml', 'accroches.yml'].map(readProse))).flat());
  });
});

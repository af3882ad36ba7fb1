// npm run bench:questions: judged searches and questions, beside two plain engines on the same documents.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/domain/racine.js';
import { chiffrer, retenus } from './questions/chiffres.js';
import { lireJugements } from './questions/jugements.js';
import { mesurer } from './questions/mesurer.js';

const { values: options } = parseArgs({
  options: {
    /** List the misses of the held-out half too, which ends its use. */
    details: { type: 'boolean', default: false },
    /** Write the figures into bench/questions.json. */
    ecrire: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const jugements = lireJugements();
const mesures = await mesurer(jugements.recherches, jugements.questions);
const parties = (['réglage', 'réserve'] as const).map((nom) => {
  const reserve = nom === 'réserve';
  return {
    nom,
    reserve,
    ...chiffrer({
      recherches: mesures.recherches.filter((m) => m.recherche.reserve === reserve),
      questions: mesures.questions.filter((m) => m.question.reserve === reserve),
    }),
  };
});

if (options.ecrire)
  writeFileSync(
    join(packageRoot(), 'bench', 'questions.json'),
    `${JSON.stringify(Object.fromEntries(parties.map((p) => [p.nom, retenus(p)])), null, 2)}\n`,
  );

if (options.json)
  console.log(
    JSON.stringify(
      Object.fromEntries(
        parties.map(({ nom, recherches, questions }) => [nom, { recherches, questions }]),
      ),
    ),
  );
else
  for (const { nom, reserve, recherches, questions, rates } of parties) {
    console.log(`\nRecherches, ${nom}`);
    console.table(recherches);
    console.log(`Questions, ${nom}`);
    console.table([questions]);
    if (!reserve || options.details) for (const rate of rates) console.log(rate);
  }

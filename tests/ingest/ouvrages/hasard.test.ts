import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ledgerFile } from '../../../ingest/decisions/registre.js';
import { rebuild } from '../../../ingest/main.js';
import type { Fait } from '../../../src/domain/fait.js';
import { verifyFacts } from '../../../src/facts/verify.js';
import { ingestInto, portsFor } from '../../support/base.js';
import { dossierTemporaire } from '../../support/dossier.js';
import { exported, read, ris, take, write } from '../../support/fondsDecide.js';

const COMBIEN = 80;
const TITRES = [
  'La médiation sociale à Sarcelles',
  'Le programme de réussite éducative de Cergy',
  'Habiter les quartiers de Garges-lès-Gonesse',
  'Le contrat urbain de cohésion sociale et ses acteurs',
];

/** Two catalogues of which most records are of the same works, some with another year or a volume. */
function catalogue(prefixe: string, decalage: number): string {
  return TITRES.flatMap((titre, i) =>
    [titre, `${titre}. Tome ${i + 1}`].map((t, j) =>
      ris(`${prefixe}${i}${j}`, [
        ['TI', t],
        ['AU', `Roy, Anne${i}`],
        ['PY', String(2005 + i + (i === 3 ? decalage : 0))],
        ['KW', `mot ${prefixe}${i}`],
      ]),
    ),
  ).join('');
}

type Prise = Parameters<typeof take>[1];

function decisionsOver(data: string): Prise[] {
  const [faits, ids] = read(data, (facts) => {
    const siens = facts.allFaits().filter((f) => f.sujet.startsWith('notice:'));
    return [siens, [...new Set(siens.map((f) => f.sujet)), 'notice:inconnue']] as const;
  });
  const alias = read(data, (facts) =>
    ['b-ris-b00', 'b-ris-b10', 'b-ris-b20'].flatMap((id) =>
      facts.alias(`notice:${id}`) === undefined ? [] : [`notice:${id}`],
    ),
  );
  const deux = fc
    .tuple(fc.constantFrom(...ids, ...alias), fc.constantFrom(...ids, ...alias))
    .filter(([a, b]) => a !== b);
  const fait = fc.constantFrom(...faits.filter((f) => f.predicat !== 'titre')).map(contentOf);
  const decision = fc.oneof(
    deux.map(([garder, absorber]) => ({ type: 'fusionner' as const, garder, absorber })),
    deux.map(([a, b]) => ({ type: 'distinguer' as const, a, b })),
    fait.map((f) => ({ type: 'rejeter' as const, fait: f })),
    fait.map((f) => ({ type: 'ajouter' as const, fait: f })),
    fc
      .constantFrom(...ids)
      .map((entite) => ({ type: 'renommer' as const, entite, nom: 'Autre titre' })),
  );
  const tirees = fc.sample(decision, { numRuns: COMBIEN, seed: 95 });
  return tirees.map((d, i) => ({ id: `d-${i}`, ...d }));
}

function contentOf({ sujet, predicat, objet, valeur }: Fait) {
  return {
    sujet,
    predicat,
    ...(objet === undefined ? {} : { objet }),
    ...(valeur === undefined ? {} : { valeur: copy(valeur) }),
  };
}

function copy(valeur: NonNullable<Fait['valeur']>): string | number | boolean | string[] {
  return typeof valeur === 'object' ? valeur.map(String) : valeur;
}

it('gives one export for any decisions on records, in any order of files, and the former one once they are undone', async () => {
  const dossier = dossierTemporaire();
  const data = join(dossier, 'data');
  const lieu = join(dossier, 'sources');
  const fichiers = [
    write(lieu, 'a.ris', catalogue('a', 0)),
    write(lieu, 'b.ris', catalogue('b', 1)),
  ];
  await ingestInto(data, fichiers);
  const avant = exported(data);
  const { ajoutees } = await take(data, ...decisionsOver(data));
  expect(ajoutees).toHaveLength(COMBIEN);
  const decide = exported(data);
  expect(decide).not.toBe(avant);
  expect(read(data, (facts) => verifyFacts(facts).fautes)).toEqual([]);
  expect(await rebuild(portsFor(data))).toMatchObject({ ecritures: 0 });
  expect(exported(data)).toBe(decide);

  const autre = join(dossier, 'autre');
  mkdirSync(autre, { recursive: true });
  copyFileSync(ledgerFile(data), ledgerFile(autre));
  for (const fichier of [...fichiers].reverse()) await ingestInto(autre, [fichier]);
  expect(exported(autre)).toBe(decide);

  await take(data, ...ajoutees.map(({ id }) => ({ type: 'annuler' as const, decision: id })));
  expect(exported(data)).toBe(avant);
}, 240_000);

import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AXES_2013, programmeEcrit } from '../ingest/kinds/centre.js';
import { maillage, maillageJson, startMaillage } from '../support/cli.js';
import { dossierTemporaire } from '../support/dossier.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';

const dossier = dossierDuFichier();
const DEPART = join(dossier, 'depart');
const ANCIEN = join(dossier, 'programme.txt');
const NOUVEAU = join(dossier, 'programme-corrige.txt');
let attendu = '';

function ndjson(data: string): string {
  return maillage(data, 'export').stdout;
}

/** A copy of the base that holds the first edition only. */
function copy(data = join(dossierTemporaire(), 'data')): string {
  cpSync(DEPART, data, { recursive: true });
  return data;
}

const ARGUMENTS = ['ingest', '--replace', 'programme.txt', NOUVEAU];

beforeAll(() => {
  mkdirSync(dossier, { recursive: true });
  const texte = programmeEcrit(2013, AXES_2013);
  writeFileSync(ANCIEN, texte);
  writeFileSync(NOUVEAU, texte.replace('mai 2013', 'juin 2013'));
  expect(maillage(DEPART, 'ingest', ANCIEN).code).toBe(0);
  const data = copy(join(dossier, 'remplace'));
  expect(maillage(data, ...ARGUMENTS).code).toBe(0);
  attendu = ndjson(data);
}, 120_000);

describe('maillage ingest --replace', () => {
  it.each(['Lecture', 'Documents lus', 'Mise à jour du graphe', 'Mise à jour de l’index'])(
    'killed at the step « %s », leaves an edition that answers, and asked again ends as it would have',
    async (etape) => {
      const data = copy();
      const enfant = startMaillage(data, ...ARGUMENTS);
      enfant.stderr?.setEncoding('utf8').on('data', (texte: string) => {
        if (texte.includes(etape)) enfant.kill('SIGKILL');
      });
      const [, signal] = await once(enfant, 'exit');
      expect(signal).toBe('SIGKILL');
      expect(maillageJson<unknown[]>(data, 'documents').length).toBeGreaterThan(0);
      const reprise = maillage(data, ...ARGUMENTS);
      expect([reprise.code, reprise.stderr.includes('Aucun document')]).toEqual([0, false]);
      expect(maillage(data, 'verify').code).toBe(0);
      expect(ndjson(data)).toBe(attendu);
    },
    120_000,
  );

  it('asked twice at once, replaces once', async () => {
    const data = copy();
    const enfants = [startMaillage(data, ...ARGUMENTS), startMaillage(data, ...ARGUMENTS)];
    const fins = await Promise.all(enfants.map((e) => once(e, 'exit')));
    expect(fins.map(([code]) => code)).toContain(0);
    expect(ndjson(data)).toBe(attendu);
    expect(maillage(data, 'verify').code).toBe(0);
  }, 120_000);
});

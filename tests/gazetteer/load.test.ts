import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadReferentiels } from '../../src/gazetteer/load.js';
import { referentiels, SEEDS } from './support.js';

const dossiers: string[] = [];
afterEach(() => {
  for (const d of dossiers.splice(0)) rmSync(d, { recursive: true });
});

/** A copy of the seeds that a test may spoil. */
function copie(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'seeds-'));
  dossiers.push(dossier);
  for (const part of ['gazetteers', 'dispositifs'])
    cpSync(join(SEEDS, part), join(dossier, part), { recursive: true });
  return dossier;
}

/** Reads every list at once. */
function lireTout(seeds: string): object {
  return { ...loadReferentiels(seeds) };
}

describe('loadReferentiels', () => {
  it('has unique ids in every list', () => {
    for (const liste of [
      referentiels.communes,
      referentiels.departements,
      referentiels.intercommunalites,
      referentiels.quartiers,
      referentiels.dispositifs,
      referentiels.themes,
      referentiels.publics,
      referentiels.organismes,
    ]) {
      expect(new Set(liste.map((e) => e.id)).size).toBe(liste.length);
    }
    expect(referentiels.prenoms.size).toBeGreaterThan(800);
  });

  it('refers only to communes and intercommunalités that it has', () => {
    const connus = new Set(
      [...referentiels.communes, ...referentiels.intercommunalites].map((e) => e.id),
    );
    for (const a of referentiels.appartenances) {
      expect(connus.has(a.commune) && connus.has(a.intercommunalite)).toBe(true);
      expect(a.debut).toBeLessThanOrEqual(a.fin);
    }
    for (const q of referentiels.quartiers)
      expect(q.communes.every((id) => connus.has(id))).toBe(true);
  });

  it('reads a list when it is first asked for, once', () => {
    const seeds = copie();
    const lus = loadReferentiels(seeds);
    expect(lus.themes).toBe(lus.themes);
    rmSync(join(seeds, 'gazetteers/quartiers.csv'));
    expect(() => lus.quartiers).toThrow(/quartiers\.csv/);
  });

  it('keeps the lists under 6 MB', () => {
    const dossier = join(SEEDS, 'gazetteers');
    const total = readdirSync(dossier).reduce((s, f) => s + statSync(join(dossier, f)).size, 0);
    expect(total).toBeLessThan(6_000_000);
  });

  it('names the file and the field of a wrong record', () => {
    const seeds = copie();
    writeFileSync(
      join(seeds, 'dispositifs/pre.yml'),
      'nom: PRE\ndebut: deux mille\nexemples: [sans crochets]\nsigles: PRE\n',
    );
    expect(() => lireTout(seeds)).toThrow(/pre\.yml.*« debut ».*« exemples\.0 ».*sigles/s);
  });

  it('names the file that is no YAML, and the one that is missing', () => {
    const seeds = copie();
    writeFileSync(join(seeds, 'dispositifs/pre.yml'), 'nom: [');
    expect(() => lireTout(seeds)).toThrow(/pre\.yml.*YAML/s);
    rmSync(join(seeds, 'gazetteers/quartiers.csv'));
    expect(() => lireTout(seeds)).toThrow(/quartiers\.csv.*ne peut pas être lu/s);
  });

  it('refuses a dispositif that refers to an unknown one', () => {
    const seeds = copie();
    rmSync(join(seeds, 'dispositifs/zus.yml'));
    expect(() => lireTout(seeds)).toThrow(/« zus », qui n'a pas de fiche/);
  });

  it('refuses a list whose columns have moved', () => {
    const seeds = copie();
    writeFileSync(join(seeds, 'gazetteers/departements.csv'), 'nom;code\nAin;01\n');
    expect(() => lireTout(seeds)).toThrow(/departements\.csv.*« code »/s);
  });
});

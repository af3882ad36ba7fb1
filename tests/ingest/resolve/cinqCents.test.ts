import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide } from '../../../ingest/decisions/decider.js';
import { readDecisions } from '../../../ingest/decisions/lire.js';
import { ledgerFile } from '../../../ingest/decisions/registre.js';
import { ingest, rebuild } from '../../../ingest/main.js';
import type { Fait } from '../../../src/domain/fait.js';
import { packageRoot } from '../../../src/domain/racine.js';
import { LABELS } from '../../../src/domain/schema.js';
import { exportRecords } from '../../../src/export/records.js';
import { openFactsReader } from '../../../src/facts/reader.js';
import { verifyFacts } from '../../../src/facts/verify.js';
import { openFactsWriter } from '../../../src/facts/writer.js';
import { portsFor } from '../../support/base.js';
import { dossierTemporaire } from '../../support/dossier.js';

const NOMS = ['fiches-action', 'date-lieu-ville', 'parties-en-chiffres-romains'];
const COMBIEN = 500;

function sources(dossier: string): string[] {
  mkdirSync(join(dossier, 'sources'), { recursive: true });
  return NOMS.map((nom) => {
    const chemin = join(dossier, 'sources', `${nom}.txt`);
    copyFileSync(join(packageRoot(), 'tests', 'golden', 'programmes', nom, 'source.txt'), chemin);
    return chemin;
  });
}

function exported(dossier: string): string {
  const facts = openFactsReader(dossier);
  try {
    return [...exportRecords(facts, {})].map((r) => JSON.stringify(r)).join('\n');
  } finally {
    facts.close();
  }
}

function faults(dossier: string): readonly string[] {
  const facts = openFactsReader(dossier);
  try {
    return verifyFacts(facts).fautes;
  } finally {
    facts.close();
  }
}

/** Decisions of every type over what a base holds, and over what it does not. */
function decisionsOver(dossier: string): string[] {
  const facts = openFactsReader(dossier);
  const faits = facts.allFaits().filter((f) => f.statut !== 'reference');
  const mentions = facts.entites('Personne').concat(facts.entites('Organisme'));
  facts.close();
  const nom = (label: keyof typeof LABELS) =>
    fc.constantFrom(
      `${LABELS[label].prefixe}:inconnu`,
      ...mentions.filter((e) => e.type === label).map((e) => e.id),
    );
  const deux = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(nom('Organisme'), nom('Organisme')) },
    { weight: 1, arbitrary: fc.tuple(nom('Personne'), nom('Personne')) },
  );
  const fait = fc.constantFrom(...faits).map(content);
  const decision = fc.oneof(
    deux.map(([garder, absorber]) => ({ type: 'fusionner', garder, absorber })),
    deux.map(([a, b]) => ({ type: 'distinguer', a, b })),
    fc
      .tuple(nom('Organisme'), fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }))
      .map(([entite, n]) => ({ type: 'renommer', entite, nom: `n${n}` })),
    fait.map((f) => ({ type: 'rejeter', fait: f })),
    fait.map((f) => ({ type: 'ajouter', fait: f })),
    fc
      .tuple(fc.constantFrom(...mentions), nom('Organisme'))
      .map(([m, entite]) => ({ type: 'rattacher', mention: m.libelle, entite })),
  );
  const tirees = fc.sample(decision, { numRuns: 3 * COMBIEN, seed: 95 });
  const signees = tirees.map((d, i) => ({
    id: `d-${i}`,
    auteur: 'A',
    date: '2026-03-17',
    commentaire: `tirage ${i}`,
    ...d,
  }));
  const valables = signees.filter((d) => isValid(JSON.stringify(d))).slice(0, COMBIEN - 50);
  const annulations = valables.slice(0, 50).map((d, i) => ({
    id: `a-${i}`,
    auteur: 'A',
    date: '2026-03-18',
    commentaire: 'retour',
    type: 'annuler',
    decision: i % 5 === 4 ? `a-${i - 1}` : d.id,
  }));
  return [...valables, ...annulations].map((d) => JSON.stringify(d));
}

function content({ sujet, predicat, objet, valeur }: Fait) {
  return objet === undefined ? { sujet, predicat, valeur } : { sujet, predicat, objet };
}

function isValid(ligne: string): boolean {
  try {
    return readDecisions(ligne, 'x').length === 1;
  } catch {
    return false;
  }
}

/** A base made in one go: the ledger first, then the files in an order. */
async function fresh(registre: string, chemins: readonly string[]): Promise<string> {
  const dossier = dossierTemporaire();
  copyFileSync(registre, ledgerFile(dossier));
  for (const chemin of chemins) await ingest(portsFor(dossier), [chemin]);
  return dossier;
}

it('gives one export for 500 mixed decisions, whatever comes after them, and the former one once they are undone', {
  timeout: 300_000,
}, async () => {
  const dossier = dossierTemporaire();
  const chemins = sources(dossier);
  await ingest(portsFor(dossier), chemins);
  const avant = exported(dossier);
  const lignes = decisionsOver(dossier);
  expect(lignes).toHaveLength(COMBIEN);
  const take = (l: readonly string[]) =>
    decide(portsFor(dossier), readDecisions(l.join('\n'), 'f'), 'f');

  expect((await take(lignes)).ajoutees).toHaveLength(COMBIEN);
  const decide1 = exported(dossier);
  expect(decide1).not.toBe(avant);
  expect(faults(dossier)).toEqual([]);

  expect((await take(lignes)).ajoutees).toEqual([]);
  expect((await ingest(portsFor(dossier), chemins)).ecritures).toBe(0);
  expect(exported(dossier), 'same files again').toBe(decide1);

  const facts = openFactsWriter(dossier);
  for (const { lot } of facts.lotsLus()) {
    const lu = facts.lotLu(lot);
    if (lu !== undefined) facts.deposer({ ...lu, empreinte: 'règles de demain' });
  }
  facts.close();
  await ingest(portsFor(dossier), chemins);
  expect(exported(dossier), 'other rules').toBe(decide1);

  const autre = await fresh(ledgerFile(dossier), [...chemins].reverse());
  expect(exported(autre), 'files in another order, ledger first').toBe(decide1);

  const [premier = '', ...reste] = chemins;
  const corrige = join(dossier, 'corrige', basename(premier));
  mkdirSync(join(dossier, 'corrige'));
  writeFileSync(corrige, `${readFileSync(premier, 'utf8')}\nErratum : néant.\n`);
  await ingest(portsFor(dossier), [corrige], { remplace: basename(premier) });
  const neuf = await fresh(ledgerFile(dossier), [...reste, corrige]);
  expect(exported(dossier), 'corrected file').toBe(exported(neuf));
  await ingest(portsFor(dossier), [premier], { remplace: basename(premier) });
  expect(exported(dossier), 'first edition back').toBe(decide1);

  for (const nom of ['faits.db', 'faits.db-wal', 'faits.db-shm', 'index.db', 'graphe'])
    rmSync(join(dossier, nom), { recursive: true, force: true });
  await rebuild(portsFor(dossier));
  expect(exported(dossier), 'from nothing').toBe(decide1);

  const tout = lignes
    .map((l) => JSON.parse(l) as { id: string; type: string })
    .filter((d) => d.type !== 'annuler');
  const retours = lignes
    .map((l) => JSON.parse(l) as { id: string; type: string })
    .filter((d) => d.type === 'annuler');
  const annule = [...retours, ...tout].map((d) =>
    JSON.stringify({
      type: 'annuler',
      decision: d.id,
      auteur: 'A',
      date: '2026-03-19',
      commentaire: 'tout',
    }),
  );
  await take(annule);
  expect(exported(dossier), 'all undone').toBe(avant);
});

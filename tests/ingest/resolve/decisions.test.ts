import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../ingest/decisions/decider.js';
import { readDecisions } from '../../../ingest/decisions/lire.js';
import { ledgerFile } from '../../../ingest/decisions/registre.js';
import { ingest, rebuild } from '../../../ingest/main.js';
import type { DecisionEcrite } from '../../../src/domain/decision.js';
import { packageRoot } from '../../../src/domain/racine.js';
import { exportRecords } from '../../../src/export/records.js';
import { openFactsReader } from '../../../src/facts/reader.js';
import { verifyFacts } from '../../../src/facts/verify.js';
import { portsFor } from '../../support/base.js';
import { dossierTemporaire } from '../../support/dossier.js';

const PROGRAMMES = join(packageRoot(), 'tests', 'golden', 'programmes');
const SIGNE = { auteur: 'Documentaliste', date: '2026-03-17', commentaire: 'essai' };

type Sans<T> = T extends unknown ? Omit<T, 'auteur' | 'date' | 'commentaire'> : never;

/** Two small programmes, under the names given. */
function sources(dossier: string, noms: readonly string[]): string[] {
  const lieu = join(dossier, 'sources');
  mkdirSync(lieu, { recursive: true });
  return noms.map((nom) => {
    const chemin = join(lieu, `${nom}.txt`);
    copyFileSync(join(PROGRAMMES, nom, 'source.txt'), chemin);
    return chemin;
  });
}

const NOMS = ['fiches-action', 'date-lieu-ville'];

async function base(noms = NOMS): Promise<string> {
  const dossier = dossierTemporaire();
  for (const chemin of sources(dossier, noms)) await ingest(portsFor(dossier), [chemin]);
  return dossier;
}

function exported(dossier: string): string {
  const facts = openFactsReader(dossier);
  try {
    return [...exportRecords(facts, {})].map((r) => JSON.stringify(r)).join('\n');
  } finally {
    facts.close();
  }
}

function read<T>(dossier: string, travail: (facts: ReturnType<typeof openFactsReader>) => T): T {
  const facts = openFactsReader(dossier);
  try {
    return travail(facts);
  } finally {
    facts.close();
  }
}

function take(dossier: string, ...decisions: Sans<DecisionEcrite>[]) {
  const lignes = decisions.map((d) => JSON.stringify({ ...SIGNE, ...d })).join('\n');
  return decide(portsFor(dossier), readDecisions(lignes, 'essai.ndjson'), 'essai.ndjson');
}

/** Two organisations, an action, and a commune that it touches. */
function known(dossier: string) {
  return read(dossier, (facts) => {
    const [a, b, c] = facts.entites('Organisme').map((e) => e.id);
    const [touche] = facts
      .relations({ type: 'TOUCHE' })
      .filter((r) => r.vers.startsWith('commune:'));
    if (a === undefined || b === undefined || c === undefined || touche === undefined)
      throw new Error('base vide');
    return { a, b, c, touche };
  });
}

describe('decide', () => {
  it('joins two entities under the one kept, answers for the other, and undoing restores the very export', async () => {
    const dossier = await base();
    const avant = exported(dossier);
    const { a, b } = known(dossier);
    const nom = read(dossier, (f) => f.entite(b)?.libelle);
    const { ajoutees } = await take(dossier, { type: 'fusionner', garder: b, absorber: a });
    read(dossier, (facts) => {
      expect(facts.entite(a)).toBeUndefined();
      expect(facts.entite(b)?.libelle).toBe(nom);
      expect(facts.alias(a)).toBe(b);
      expect(verifyFacts(facts).fautes).toEqual([]);
    });
    await take(dossier, { type: 'annuler', decision: ajoutees[0]?.id ?? '' });
    expect(exported(dossier)).toBe(avant);
    expect(read(dossier, (facts) => facts.alias(a))).toBeUndefined();
  });

  it('refuses a fact by its content, and what is deduced from it', async () => {
    const dossier = await base();
    const { touche } = known(dossier);
    const fait = { sujet: touche.de, predicat: 'TOUCHE', objet: touche.vers };
    await take(dossier, { type: 'rejeter', fait });
    read(dossier, (facts) => {
      expect(facts.relations({ de: touche.de, vers: touche.vers, type: 'TOUCHE' })).toEqual([]);
      expect(verifyFacts(facts).fautes).toEqual([]);
    });
  });

  it('adds a fact with its reason, proved by the passage given', async () => {
    const dossier = await base();
    const { touche } = known(dossier);
    const page = read(dossier, (f) => f.page(f.documents()[0]?.id ?? '', 1)?.texte ?? '');
    const preuve = { document: 'date-lieu-ville.txt', page: 1, citation: page.slice(0, 12) };
    const documents = read(dossier, (f) => f.documents());
    const fait = { sujet: touche.de, predicat: 'TOUCHE', objet: 'commune:95018' };
    const fichier = documents[0]?.fichier ?? '';
    await take(dossier, { type: 'ajouter', fait, preuve: { ...preuve, document: fichier } });
    read(dossier, (facts) => {
      const [relation] = facts.relations({ de: touche.de, vers: 'commune:95018', type: 'TOUCHE' });
      const valide = facts.faits(relation?.faits ?? []).find((f) => f.statut === 'valide');
      expect(valide?.preuves).toContainEqual(
        expect.objectContaining({ citation: preuve.citation }),
      );
      expect(verifyFacts(facts).fautes).toEqual([]);
    });
    const faux = { ...preuve, document: fichier, citation: 'ce passage n’y est pas' };
    await expect(
      take(dossier, { type: 'ajouter', fait: { ...fait, objet: 'commune:95127' }, preuve: faux }),
    ).rejects.toThrow('ligne 1, champ « preuve »');
  });

  it('renames, and the last name given wins', async () => {
    const dossier = await base();
    const { a } = known(dossier);
    await take(
      dossier,
      { type: 'renommer', entite: a, nom: 'Premier' },
      { type: 'renommer', entite: a, nom: 'Second' },
    );
    expect(read(dossier, (f) => f.entite(a)?.libelle)).toBe('Second');
  });

  it('adds nothing when the same file comes again', async () => {
    const dossier = await base();
    const { a, b } = known(dossier);
    const decision = { type: 'fusionner', garder: b, absorber: a } as const;
    await take(dossier, decision);
    const apres = exported(dossier);
    const { ajoutees, connues, ingestion } = await take(dossier, decision);
    expect([ajoutees.length, connues, ingestion.ecritures]).toEqual([0, 1, 0]);
    expect(exported(dossier)).toBe(apres);
  });

  it('keeps a decision without ground, says so, and applies it when the ground returns', async () => {
    const dossier = await base(['fiches-action']);
    const [autre = ''] = sources(dossier, ['date-lieu-ville']);
    const complete = await base();
    const ici = new Set(read(dossier, (f) => f.entites('Organisme').map((e) => e.id)));
    const ailleurs = read(complete, (f) => f.entites('Organisme').map((e) => e.id)).filter(
      (id) => !ici.has(id),
    );
    const [garder] = ici;
    const [absorber] = ailleurs;
    if (garder === undefined || absorber === undefined) throw new Error('rien à fusionner');
    const { alertes } = await take(dossier, { type: 'fusionner', garder, absorber });
    expect(alertes.join()).toContain(`plus rien ne nomme ${absorber}`);
    await ingest(portsFor(dossier), [autre]);
    read(dossier, (facts) => {
      expect(facts.alias(absorber)).toBe(garder);
      expect(facts.alertes().filter((a) => a.code === 'decision-sans-objet')).toEqual([]);
    });
  });

  it('lets the last of two contrary decisions win, over chains and cycles, and tells the other', async () => {
    const dossier = await base();
    const { a, b, c } = known(dossier);
    await take(
      dossier,
      { type: 'fusionner', garder: b, absorber: a },
      { type: 'fusionner', garder: c, absorber: b },
    );
    expect(read(dossier, (f) => f.alias(a))).toBe(c);
    const { alertes } = await take(dossier, { type: 'distinguer', a, b: c });
    expect(alertes).toHaveLength(1);
    read(dossier, (facts) => {
      expect(facts.entite(a)).toBeDefined();
      expect(facts.alias(b)).toBe(c);
    });
  });

  it('survives the loss of the fact store: originals and ledger rebuild the very export', async () => {
    const dossier = await base();
    const { a, b, touche } = known(dossier);
    const fait = { sujet: touche.de, predicat: 'TOUCHE', objet: touche.vers };
    await take(dossier, { type: 'fusionner', garder: b, absorber: a }, { type: 'rejeter', fait });
    const avant = exported(dossier);
    for (const reste of ['faits.db', 'faits.db-wal', 'faits.db-shm', 'index.db', 'graphe'])
      rmSync(join(dossier, reste), { recursive: true, force: true });
    await rebuild(portsFor(dossier));
    expect(exported(dossier)).toBe(avant);
  });

  it('puts the ledger back when its file is lost', async () => {
    const dossier = await base();
    const { a, b } = known(dossier);
    await take(dossier, { type: 'fusionner', garder: b, absorber: a });
    const registre = readFileSync(ledgerFile(dossier), 'utf8');
    rmSync(ledgerFile(dossier));
    await ingest(portsFor(dossier), sources(dossier, NOMS));
    expect(existsSync(ledgerFile(dossier))).toBe(true);
    expect(readFileSync(ledgerFile(dossier), 'utf8')).toBe(registre);
  });

  it('refuses the whole file for one wrong line, naming its field and the remedy', () => {
    const juste = { ...SIGNE, type: 'renommer', entite: 'personne:x', nom: 'X' };
    const lignes = [
      juste,
      { ...juste, auteur: '' },
      { ...juste, entite: 'x' },
      { ...juste, nome: 'X' },
      { type: 'fondre' },
    ];
    const lire = () => readDecisions(lignes.map((l) => JSON.stringify(l)).join('\n'), 'f.ndjson');
    expect(lire).toThrow(
      /ligne 2, champ « auteur »[\s\S]*ligne 3, champ « entite »[\s\S]*ligne 4, champ inconnu « nome »[\s\S]*ligne 5, champ « type »/,
    );
  });
});

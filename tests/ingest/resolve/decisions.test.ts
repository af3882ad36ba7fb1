import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it('corrects the role of a person: the one refused leaves, the one added stands', async () => {
    const dossier = await base(['fiches-action']);
    const [dite] = read(dossier, (f) => f.relations({ type: 'INTERVIENT_DANS' }));
    if (dite === undefined) throw new Error('personne n’intervient');
    const fait = { sujet: dite.de, predicat: dite.type, objet: dite.vers };
    const roles = () =>
      read(dossier, (f) => f.relations({ de: dite.de, vers: dite.vers, type: 'INTERVIENT_DANS' }))
        .map((r) => r.proprietes.role)
        .filter((role) => role === 'pilote' || role === dite.proprietes.role);
    const { role = '' } = dite.proprietes;
    const { alertes } = await take(
      dossier,
      { type: 'rejeter', fait: { ...fait, proprietes: { role } } },
      { type: 'ajouter', fait: { ...fait, proprietes: { role: 'pilote' } } },
    );
    expect([alertes, roles()]).toEqual([[], ['pilote']]);
    const redit = await take(dossier, { type: 'rejeter', fait });
    expect(redit.alertes).toHaveLength(1);
    expect(roles()).toEqual([]);
  });

  it('joins no two territories of the official lists', async () => {
    const dossier = await base(['fiches-action']);
    await expect(
      take(dossier, { type: 'fusionner', garder: 'commune:93001', absorber: 'commune:93005' }),
    ).rejects.toThrow('ligne 1, champ « absorber » : commune:93001 et commune:93005');
    expect(read(dossier, (f) => f.decisions())).toEqual([]);
  });

  const ACTION = 'action:x';
  const DANS = { sujet: 'commune:93001', predicat: 'MEMBRE_DE', objet: 'intercommunalite:1' };
  it.each([
    [{ sujet: ACTION, predicat: 'numero', valeur: 1.5 }, 'fait.valeur', 'un nombre entier'],
    [{ sujet: ACTION, predicat: 'annee', valeur: 1e300 }, 'fait.valeur', 'un nombre entier'],
    [{ sujet: ACTION, predicat: 'pages', valeur: [1, 0.5] }, 'fait.valeur', 'une liste de nombres'],
    [{ ...DANS, proprietes: { debut: 'abc' } }, 'fait.proprietes.debut', 'un nombre entier'],
    [{ ...DANS, proprietes: { x: '1' } }, 'fait.proprietes.x', 'pas cette propriété'],
    [{ sujet: ACTION, predicat: 'constructor', valeur: 'x' }, 'fait.predicat', 'propriété'],
    [{ sujet: ACTION, predicat: 'toString', objet: DANS.objet }, 'fait.predicat', 'relation'],
  ])('refuses a fact that the model does not allow: %j', (fait, champ, motif) => {
    const ligne = JSON.stringify({ ...SIGNE, type: 'ajouter', fait });
    expect(() => readDecisions(ligne, 'f')).toThrow(`champ « ${champ} »`);
    expect(() => readDecisions(ligne, 'f')).toThrow(motif);
  });

  it.each(['2026-02-31', '2025-02-29', '2026-13-01', '2026-02-01T99:99:99Z', '17/03/2026'])(
    'refuses the date %s, that no calendar has',
    (date) => {
      const decision = { ...SIGNE, type: 'renommer', entite: 'personne:x', nom: 'X' };
      const lire = (d: string) => readDecisions(JSON.stringify({ ...decision, date: d }), 'f');
      expect(() => lire(date)).toThrow('champ « date »');
      expect(lire('2024-02-29T10:30:00.000Z')).toHaveLength(1);
    },
  );

  it('tells an event of the ledger that the model does not allow, and goes on; undoing it ends the alert', async () => {
    const dossier = await base(['fiches-action']);
    const dits = () =>
      exported(dossier)
        .replace(/^\{"genre":"alerte".*\n?/gm, '')
        .trimEnd();
    const avant = dits();
    const { de } = read(dossier, (f) => f.relations({ type: 'TOUCHE' })[0]) ?? { de: '' };
    const mauvais = [
      {
        ...SIGNE,
        id: 'm:1',
        type: 'ajouter',
        fait: { sujet: de, predicat: 'numero', valeur: 1.5 },
      },
      { id: 'm:2', type: 'inconnu' },
    ];
    writeFileSync(ledgerFile(dossier), mauvais.map((d) => `${JSON.stringify(d)}\n`).join(''));
    await ingest(portsFor(dossier), sources(dossier, ['fiches-action']));
    const invalides = () =>
      read(dossier, (f) => f.alertes().filter((a) => a.code === 'decision-invalide'));
    expect(invalides().map((a) => /m:\d/.exec(a.message)?.[0])).toEqual(['m:1', 'm:2']);
    expect(dits()).toBe(avant);
    expect(read(dossier, (f) => f.decisions())).toHaveLength(2);
    await take(dossier, { type: 'annuler', decision: 'm:1' }, { type: 'annuler', decision: 'm:2' });
    expect(invalides()).toEqual([]);
  });
});

describe('the ledger’s file, changed by hand', () => {
  async function avecDeux(): Promise<{ dossier: string; lignes: string[] }> {
    const dossier = await base(['fiches-action']);
    const [a = '', b = ''] = read(dossier, (f) => f.entites('Action').map((e) => e.id));
    await take(
      dossier,
      { type: 'renommer', entite: a, nom: 'Premier' },
      { type: 'renommer', entite: b, nom: 'Second' },
    );
    return { dossier, lignes: readFileSync(ledgerFile(dossier), 'utf8').trim().split('\n') };
  }

  it.each<[string, (l: string[]) => string, RegExp]>([
    ['a line twice', ([a, b]) => `${a}\n${b}\n${a}\n`, /ligne 3 : .* une seconde fois/],
    ['a torn last line', ([a, b]) => `${a}\n${b?.slice(0, -40)}`, /ligne 2 : elle était coupée/],
  ])('with %s, is put right and the run goes on', async (_cas, ecrire, dit) => {
    const { dossier, lignes } = await avecDeux();
    writeFileSync(ledgerFile(dossier), ecrire(lignes));
    const { reparations } = await ingest(portsFor(dossier), sources(dossier, ['fiches-action']));
    expect(reparations?.join()).toMatch(dit);
    expect(readFileSync(ledgerFile(dossier), 'utf8')).toBe(`${lignes.join('\n')}\n`);
  });

  it('with a line that is no event, keeps it aside and goes on', async () => {
    const { dossier, lignes } = await avecDeux();
    writeFileSync(ledgerFile(dossier), `${lignes[0]}\nnote à moi-même\n${lignes[1]}\n`);
    const { reparations } = await ingest(portsFor(dossier), sources(dossier, ['fiches-action']));
    expect(reparations?.join()).toContain('decisions-illisibles.txt');
    expect(readFileSync(join(dossier, 'decisions-illisibles.txt'), 'utf8')).toBe(
      'note à moi-même\n',
    );
    expect(readFileSync(ledgerFile(dossier), 'utf8')).toBe(`${lignes.join('\n')}\n`);
  });

  it('with an event made to say another thing, is refused by its name', async () => {
    const { dossier, lignes } = await avecDeux();
    writeFileSync(ledgerFile(dossier), `${lignes.join('\n').replace('Premier', 'Autre')}\n`);
    await expect(ingest(portsFor(dossier), sources(dossier, NOMS))).rejects.toThrow(
      /decisions\.ndjson.*changé à la main/,
    );
  });
});

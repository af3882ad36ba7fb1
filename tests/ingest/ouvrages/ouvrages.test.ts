import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ledgerFile } from '../../../ingest/decisions/registre.js';
import { rebuild } from '../../../ingest/main.js';
import type { RapportIngestion } from '../../../ingest/report.js';
import { verifyFacts } from '../../../src/facts/verify.js';
import { ingestInto, portsFor, readersOf } from '../../support/base.js';
import { maillage } from '../../support/cli.js';
import { dossierTemporaire } from '../../support/dossier.js';
import { dossierDuFichier } from '../../support/dossierDuFichier.js';
import { exported, read, ris, take, write } from '../../support/fondsDecide.js';
import { enIso2709 } from '../../support/marc.js';

const GHETTO = 'notice:centre-mrc-g1';
const GHETTO_RIS = 'notice:zotero-ris-z1';
const GALERE = 'notice:centre-mrc-g2';
const GALERE_RIS = 'notice:zotero-ris-z2';

const centre = (suite = '') =>
  Buffer.concat([
    enIso2709([
      ['001', 'G1'],
      ['010', '$a2-02-063842-8'],
      ['200', `$aLe ghetto français$eenquête sur le séparatisme social${suite}`, '1 '],
      ['210', '$aParis$cSeuil$d2004'],
      ['330', '$aUne enquête à Sarcelles.'],
      ['700', '$aMaurin$bÉric$4070', ' 1'],
      ['930', '$aVIL 12'],
    ]),
    enIso2709([
      ['001', 'G2'],
      ['200', '$aLa galère$ejeunes en survie dans les cités', '1 '],
      ['210', '$aParis$cFayard$d1987'],
      ['700', '$aDubet$bFrançois$4070', ' 1'],
    ]),
    enIso2709([
      ['001', 'G3'],
      ['200', '$aUne histoire de Cergy et de sa ville nouvelle', '1 '],
      ['210', '$d2001'],
    ]),
  ]);

const zotero =
  ris('Z1', [
    ['TI', 'Le ghetto français : enquête sur le séparatisme social'],
    ['AU', 'Maurin, Éric'],
    ['PY', '2004'],
    ['SN', '978-2-02-063842-5'],
    ['KW', 'ségrégation'],
  ]) +
  ris('Z2', [
    ['TI', 'La galère : jeunes en survie dans les cités'],
    ['AU', 'Dubet, François'],
    ['PY', '1988'],
  ]);

function sources(dossier: string): [string, string] {
  return [write(dossier, 'centre.mrc', centre()), write(dossier, 'zotero.ris', zotero)];
}

const sujets = (data: string) =>
  read(data, (facts) =>
    facts
      .entites('Notice')
      .map((e) => e.id)
      .sort(),
  );

describe('two records of one work', () => {
  const dossier = dossierDuFichier();
  const data = join(dossier, 'data');
  let fichiers: [string, string] = ['', ''];
  let rapport: RapportIngestion | undefined;
  beforeAll(async () => {
    fichiers = sources(join(dossier, 'sources'));
    rapport = await ingestInto(data, fichiers);
  }, 120_000);

  it('are counted by the run: kept, joined, proposed, alerts by code', () => {
    const [mrc, autre] = rapport?.lus ?? [];
    expect(mrc?.catalogue).toMatchObject({ notices: 3, rompues: 0, jointes: 0, proposees: 0 });
    expect(autre?.catalogue).toMatchObject({
      notices: 2,
      jointes: 1,
      proposees: 1,
      alertes: { 'doublon-possible': 1 },
    });
    const relu = maillage(data, 'ingest', fichiers[1]);
    expect(relu.stdout).toContain(
      '2 notices lues, 2 gardées, 0 mise de côté, 1 jointe à une autre, 1 proposition à trancher',
    );
    expect(relu.stdout).toContain('doublon-possible : 1 (Deux notices');
  });

  it('are one in the base, with what each says and where', () => {
    read(data, (facts) => {
      const ouvrage = facts.entite(GHETTO);
      expect(ouvrage?.proprietes).toMatchObject({
        titre: 'Le ghetto français',
        complement: 'enquête sur le séparatisme social',
        isbn: ['9782020638425'],
        motsCles: ['ségrégation'],
      });
      expect(facts.entite(GHETTO_RIS)).toBeUndefined();
      expect(facts.alias(GHETTO_RIS)).toBe(GHETTO);
      const dits = facts.faits(ouvrage?.faits ?? []);
      const documents = dits.flatMap((f) =>
        f.preuves.flatMap((p) => ('page' in p ? [p.document] : [])),
      );
      expect(new Set(documents).size).toBe(2);
      const venus = dits.filter((f) => f.proprietes?.notice === GHETTO_RIS).map((f) => f.predicat);
      expect(venus).toEqual(expect.arrayContaining(['titre', 'auteurs', 'isbn', 'annee']));
      expect(verifyFacts(facts).fautes).toEqual([]);
    });
  });

  it('are one answer of the search, whichever words of theirs are asked', async () => {
    const { recherche, fermer } = await readersOf(data);
    const ids = async (mots: string) =>
      (await recherche.chercher({ mots, limite: 10, decalage: 0, filtres: {} })).resultats.map(
        (r) => r.id,
      );
    expect(await ids('séparatisme social')).toEqual([GHETTO]);
    expect(await ids('ségrégation')).toContain(GHETTO);
    await fermer();
  });

  it('that only resemble each other stay two, with an alert that says how to settle it', () => {
    read(data, (facts) => {
      expect(facts.entite(GALERE)?.libelle).toBe('La galère');
      expect(facts.entite(GALERE_RIS)?.proprietes.annee).toBe(1988);
      const [alerte, autre] = facts.alertes().filter((a) => a.code === 'doublon-possible');
      expect(autre).toBeUndefined();
      expect(alerte?.document).toMatch(/^sha256:/);
      expect(alerte?.citation).toContain('La galère');
      expect(alerte?.message).toContain(GALERE);
      expect(alerte?.message).toContain('l’année diffère (1987 ; 1988)');
      expect(alerte?.remede).toContain(
        `{"type":"fusionner","garder":"${GALERE}","absorber":"${GALERE_RIS}"`,
      );
    });
  });

  it('read again, or rebuilt, write nothing', async () => {
    const avant = exported(data);
    expect(await ingestInto(data, fichiers)).toMatchObject({ ecritures: 0 });
    expect(await rebuild(portsFor(data))).toMatchObject({ ecritures: 0 });
    expect(exported(data)).toBe(avant);
  }, 120_000);

  it('are the same base whichever file came first', async () => {
    const autre = join(dossierTemporaire(), 'data');
    for (const fichier of [...fichiers].reverse()) await ingestInto(autre, [fichier]);
    expect(exported(autre)).toBe(exported(data));
  }, 120_000);
});

describe('a record that is joined to another', () => {
  it('changes with a newer export of its catalogue, and stands apart once it is of another edition', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    const lieu = join(dossier, 'sources');
    const [mrc] = sources(lieu);
    const export1 = write(lieu, 'zotero-1.ris', zotero);
    const export2 = write(lieu, 'zotero-2.ris', zotero.replace('ségrégation', 'entre-soi'));
    const export3 = write(
      lieu,
      'zotero-3.ris',
      zotero.replace('PY  - 2004', 'ET  - 3\nPY  - 2014'),
    );
    await ingestInto(data, [mrc, export1]);
    await ingestInto(data, [export2]);
    const motsCles = () => read(data, (facts) => facts.entite(GHETTO)?.proprietes.motsCles);
    expect(motsCles()).toEqual(['entre-soi']);
    await ingestInto(data, [export3]);
    expect(motsCles()).toBeUndefined();
    read(data, (facts) => {
      expect(facts.entite(GHETTO_RIS)?.proprietes.annee).toBe(2014);
      expect(facts.alias(GHETTO_RIS)).toBeUndefined();
      expect(verifyFacts(facts).fautes).toEqual([]);
    });
  }, 120_000);
});

describe('« ce n’est pas le même »', () => {
  it('separates what the rules joined, and undone joins it again: both are the very exports', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    const [mrc, fichierRis] = sources(join(dossier, 'sources'));
    const [seul, autre] = [join(dossier, 'mrc'), join(dossier, 'ris')];
    await ingestInto(seul, [mrc]);
    await ingestInto(autre, [fichierRis]);
    await ingestInto(data, [mrc, fichierRis]);
    const joint = exported(data);

    const { ajoutees } = await take(data, { type: 'distinguer', a: GHETTO, b: GHETTO_RIS });
    const deNotices = (base: string, id: string) =>
      read(base, (facts) => [facts.entite(id), facts.relations({ de: id })]);
    expect(deNotices(data, GHETTO)).toEqual(deNotices(seul, GHETTO));
    expect(deNotices(data, GHETTO_RIS)).toEqual(deNotices(autre, GHETTO_RIS));
    expect(read(data, (facts) => facts.alias(GHETTO_RIS))).toBeUndefined();
    const separe = exported(data);

    const annulation = await take(data, { type: 'annuler', decision: ajoutees[0]?.id ?? '' });
    expect(exported(data)).toBe(joint);
    await take(data, { type: 'annuler', decision: annulation.ajoutees[0]?.id ?? '' });
    expect(exported(data)).toBe(separe);
  }, 120_000);
});

describe('decisions on records', () => {
  it('reach their facts, outlast every reading, and undone leave no trace', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    const lieu = join(dossier, 'sources');
    const fichiers = sources(lieu);
    await ingestInto(data, fichiers);
    const avant = exported(data);

    const pris = await take(
      data,
      { type: 'rejeter', fait: { sujet: GHETTO, predicat: 'DOCUMENTE', objet: 'commune:95585' } },
      {
        type: 'rejeter',
        fait: { sujet: GHETTO_RIS, predicat: 'motsCles', valeur: ['ségrégation'] },
      },
      {
        type: 'ajouter',
        fait: { sujet: GALERE, predicat: 'DOCUMENTE', objet: 'commune:95127' },
        preuve: { document: 'centre.mrc', page: 2, citation: 'dans les cités' },
      },
      { type: 'renommer', entite: 'notice:centre-mrc-g3', nom: 'Histoire de Cergy' },
      { type: 'fusionner', garder: GALERE, absorber: GALERE_RIS },
    );
    expect(pris.alertes).toEqual([]);
    const attendu = () =>
      read(data, (facts) => {
        expect(facts.relations({ de: GHETTO }).map((r) => r.vers)).not.toContain('commune:95585');
        expect(facts.entite(GHETTO)?.proprietes.motsCles).toBeUndefined();
        expect(facts.relations({ de: GALERE }).map((r) => r.vers)).toContain('commune:95127');
        expect(facts.entite('notice:centre-mrc-g3')?.libelle).toBe('Histoire de Cergy');
        expect(facts.alias(GALERE_RIS)).toBe(GALERE);
        expect(facts.entite(GALERE)?.proprietes.annee).toBe(1987);
        expect(facts.alertes().map((a) => a.code)).not.toContain('doublon-possible');
        expect(verifyFacts(facts).fautes).toEqual([]);
      });
    attendu();
    const decide = exported(data);

    expect(await ingestInto(data, fichiers)).toMatchObject({ ecritures: 0 });
    expect(await rebuild(portsFor(data))).toMatchObject({ ecritures: 0 });
    expect(exported(data)).toBe(decide);

    const autre = join(dossier, 'autre');
    mkdirSync(autre, { recursive: true });
    copyFileSync(ledgerFile(data), ledgerFile(autre));
    for (const fichier of [...fichiers].reverse()) await ingestInto(autre, [fichier]);
    expect(exported(autre)).toBe(decide);

    for (const { id } of pris.ajoutees) await take(data, { type: 'annuler', decision: id });
    expect(exported(data)).toBe(avant);
  }, 240_000);

  it('outlast a newer export of the catalogue', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    const lieu = join(dossier, 'sources');
    await ingestInto(data, [
      write(lieu, 'centre-1.mrc', centre()),
      write(lieu, 'zotero.ris', zotero),
    ]);
    const pris = await take(
      data,
      { type: 'rejeter', fait: { sujet: GHETTO, predicat: 'DOCUMENTE', objet: 'commune:95585' } },
      {
        type: 'ajouter',
        fait: { sujet: GHETTO, predicat: 'DOCUMENTE', objet: 'commune:95127' },
        preuve: { document: 'centre-1.mrc', page: 1, citation: 'Le ghetto' },
      },
      {
        type: 'ajouter',
        fait: { sujet: GHETTO, predicat: 'DOCUMENTE', objet: 'commune:95018' },
        preuve: { document: GHETTO, page: 1, citation: 'séparatisme' },
      },
      { type: 'distinguer', a: GHETTO, b: GHETTO_RIS },
    );
    await ingestInto(data, [write(lieu, 'centre-2.mrc', centre(', nouvelle enquête'))]);
    read(data, (facts) => {
      expect(facts.entite(GHETTO)?.proprietes.complement).toContain('nouvelle enquête');
      const vers = facts.relations({ de: GHETTO }).map((r) => r.vers);
      expect(vers).toEqual(expect.arrayContaining(['commune:95127', 'commune:95018']));
      expect(vers).not.toContain('commune:95585');
      expect(facts.entite(GHETTO_RIS)).toBeDefined();
      expect(facts.alertes().filter((a) => a.code.startsWith('decision-'))).toEqual([]);
      expect(verifyFacts(facts).fautes).toEqual([]);
    });
    for (const { id } of pris.ajoutees) await take(data, { type: 'annuler', decision: id });
    const neuf = join(dossier, 'neuf');
    await ingestInto(neuf, [join(lieu, 'centre-2.mrc'), join(lieu, 'zotero.ris')]);
    const sansPages = (texte: string) =>
      texte
        .split('\n')
        .filter((l) => !l.startsWith('{"genre":"page"'))
        .join('\n');
    expect(sansPages(exported(data))).toBe(sansPages(exported(neuf)));
  }, 240_000);

  it('leave no record behind when its catalogue is withdrawn', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    const [mrc, fichierRis] = sources(join(dossier, 'sources'));
    await ingestInto(data, [fichierRis]);
    const avant = sujets(data);
    await ingestInto(data, [mrc]);
    const { retract } = await import('../../../ingest/main.js');
    await retract(portsFor(data), 'centre.mrc');
    expect(sujets(data)).toEqual(avant);
    expect(read(data, (facts) => facts.alias(GHETTO_RIS))).toBeUndefined();
  }, 120_000);
});

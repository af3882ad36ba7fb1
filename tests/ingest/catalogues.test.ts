import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '../../ingest/main.js';
import { listOriginals } from '../../ingest/originals.js';
import { exportRecords } from '../../src/export/records.js';
import { openFactsReader } from '../../src/facts/reader.js';
import { verifyFacts } from '../../src/facts/verify.js';
import { ingestInto, portsFor } from '../support/base.js';
import { maillage, startMaillage } from '../support/cli.js';
import { dossierTemporaire } from '../support/dossier.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';
import { enIso2709 } from '../support/marc.js';

const NOTICES = 40;

/** A record on health mediation in a town; `suite` is added to its title. */
function notice(i: number, suite = ''): Buffer {
  return enIso2709([
    ['001', `N${i}`],
    ['200', `$aMédiation santé à Sarcelles, ${i}${suite}$ebilan`, '1 '],
    ['210', '$aParis$cSeuil$d2012'],
    ['330', '$aUn atelier santé ville et ses habitants.'],
    ['606', '$aSanté'],
    ['801', '$aFR$bCRDSU'],
  ]);
}

function catalogue(dossier: string, fichier: string, notices: readonly Buffer[]): string {
  const chemin = join(dossier, fichier);
  writeFileSync(chemin, Buffer.concat(notices));
  return chemin;
}

const toutes = Array.from({ length: NOTICES }, (_, i) => notice(i));

function exportOf(data: string): string {
  const facts = openFactsReader(data);
  try {
    return [...exportRecords(facts, { pages: true })].map((r) => JSON.stringify(r)).join('\n');
  } finally {
    facts.close();
  }
}

describe('a catalogue', () => {
  const dossier = dossierDuFichier();
  const data = join(dossier, 'data');
  let fichier = '';
  beforeAll(async () => {
    fichier = catalogue(dossier, 'fonds-2024.mrc', toutes);
    await ingestInto(data, [fichier]);
  }, 120_000);

  it('is one document, of as many pages as records, each fact with its exact quote', () => {
    const facts = openFactsReader(data);
    expect(facts.documents()).toMatchObject([{ type: 'catalogue', pages: NOTICES }]);
    expect(facts.entites('Notice')).toHaveLength(NOTICES);
    expect(verifyFacts(facts).fautes).toEqual([]);
    facts.close();
  });

  it('gives each record its fields, what it is about, and every other field under its tag', () => {
    const facts = openFactsReader(data);
    const [premiere] = facts.entites('Notice');
    expect(premiere?.proprietes).toMatchObject({
      titre: 'Médiation santé à Sarcelles, 0',
      complement: 'bilan',
      editeur: 'Seuil',
      annee: 2012,
      autres: expect.arrayContaining(['801 ## $aFR $bCRDSU']),
    });
    const vers = facts.relations({ de: premiere?.id ?? '' }).map((r) => `${r.type} ${r.vers}`);
    expect(vers).toEqual(
      expect.arrayContaining(['DOCUMENTE commune:95585', 'DOCUMENTE dispositif:asv']),
    );
    facts.close();
  });

  it('read again, writes nothing', async () => {
    const rapport = await ingestInto(data, [fichier]);
    expect(rapport).toMatchObject({ ecritures: 0, lus: [{ etat: 'inchange' }] });
  }, 60_000);

  it('rebuilt from its original, gives the very export', async () => {
    const avant = exportOf(data);
    await rebuild(portsFor(data));
    expect(exportOf(data)).toBe(avant);
  }, 120_000);

  it('whose original was altered is not read again by a rebuild, which says so and keeps its facts', async () => {
    const avant = exportOf(data);
    const [original] = listOriginals(data);
    appendFileSync(original?.chemin ?? '', 'x');
    const rapport = await rebuild(portsFor(data));
    expect(rapport.refuses.map((r) => r.message)).toEqual([
      'L’original de « fonds-2024.mrc » n’est plus ce qui avait été reçu : ses faits restent, il n’est pas relu.',
    ]);
    expect(exportOf(data)).toBe(avant);
  }, 120_000);
});

describe('the holdings', () => {
  it('go out in RIS and come in again as the same fields', async () => {
    const dossier = dossierTemporaire();
    const [data, autre] = [join(dossier, 'data'), join(dossier, 'autre')];
    await ingestInto(data, [catalogue(dossier, 'fonds.mrc', toutes.slice(0, 3))]);
    const sortie = join(dossier, 'fonds.ris');
    expect(maillage(data, 'export', '--format', 'ris', '--out', sortie).code).toBe(0);
    await ingestInto(autre, [sortie]);
    const [avant, apres] = [openFactsReader(data), openFactsReader(autre)];
    const champs = (facts: typeof avant) =>
      facts.entites('Notice').map(({ proprietes: { titre, complement, editeur, lieu, annee } }) => {
        return { titre, complement, editeur, lieu, annee };
      });
    expect(champs(apres)).toEqual(champs(avant));
    avant.close();
    apres.close();
  }, 120_000);
});

describe('a newer export of a catalogue', () => {
  it('moves only the records that changed, and takes the place of the old one', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    await ingestInto(data, [catalogue(dossier, 'fonds-2023.mrc', toutes)]);
    const avant = openFactsReader(data);
    const faits = new Set([...avant.fluxFaits()].map((f) => f.id));
    avant.close();

    const neuves = [notice(99), ...toutes.slice(1)];
    neuves[5] = notice(5, ', nouvelle édition');
    const rapport = await ingestInto(data, [catalogue(dossier, 'fonds-2024.mrc', neuves)]);

    expect(rapport.lus[0]?.catalogue?.remplace).toEqual(['fonds-2023.mrc']);
    const facts = openFactsReader(data);
    expect(facts.documents().map((d) => d.fichier)).toEqual(['fonds-2024.mrc']);
    const bouges = [...facts.fluxFaits()].filter((f) => !faits.has(f.id)).map((f) => f.sujet);
    expect([...new Set(bouges)]).toEqual(['notice:fonds-mrc-n5', 'notice:fonds-mrc-n99']);
    expect(facts.entite('notice:fonds-mrc-n0')).toBeUndefined();
    expect(verifyFacts(facts).fautes).toEqual([]);
    facts.close();
  }, 120_000);

  it('of which few records are the same is another catalogue: both stay', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    await ingestInto(data, [catalogue(dossier, 'fonds-1.mrc', toutes)]);
    const autres = Array.from({ length: 30 }, (_, i) => notice(i + 30));
    await ingestInto(data, [catalogue(dossier, 'fonds-2.mrc', autres)]);
    const facts = openFactsReader(data);
    expect(facts.documents()).toHaveLength(2);
    expect(facts.entites('Notice')).toHaveLength(60);
    facts.close();
  }, 120_000);
});

describe('a broken record', () => {
  it('goes to quarantine with its bytes and the reason, and the rest is read', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    const rompue = Buffer.from(notice(7));
    rompue.write('0x', 0, 'latin1');
    const notices = [...toutes.slice(0, 3), rompue, ...toutes.slice(3, 6)];
    const rapport = await ingestInto(data, [catalogue(dossier, 'abime.mrc', notices)]);
    expect(rapport.lus[0]?.catalogue).toMatchObject({ notices: 6, rompues: 1 });
    const [octets = '', raison = ''] = readdirSync(join(data, 'quarantaine')).sort();
    expect(readFileSync(join(data, 'quarantaine', octets))).toEqual(rompue);
    expect(JSON.parse(readFileSync(join(data, 'quarantaine', raison), 'utf8'))).toMatchObject({
      fichier: 'abime.mrc',
      numero: 4,
    });
    const facts = openFactsReader(data);
    const [document] = facts.documents();
    expect(facts.page(document?.id ?? '', 4)).toMatchObject({ etat: 'illisible' });
    facts.close();
  }, 60_000);
});

describe('a catalogue whose reading is killed', () => {
  it('is carried on by the next run, to the same export', async () => {
    const dossier = dossierTemporaire();
    const nombreuses = Array.from({ length: 600 }, (_, i) => notice(i));
    const fichier = catalogue(dossier, 'fonds.mrc', nombreuses);
    const [tuee, entiere] = [join(dossier, 'tuee'), join(dossier, 'entiere')];
    const enfant = startMaillage(tuee, 'ingest', fichier);
    enfant.stderr?.setEncoding('utf8').on('data', (texte: string) => {
      if (texte.includes('Notices lues')) enfant.kill('SIGKILL');
    });
    expect((await once(enfant, 'exit'))[1]).toBe('SIGKILL');
    expect(maillage(tuee, 'ingest', fichier).code).toBe(0);
    expect(maillage(entiere, 'ingest', fichier).code).toBe(0);
    expect(exportOf(tuee)).toBe(exportOf(entiere));
    expect(maillage(tuee, 'verify')).toMatchObject({ code: 0 });
  }, 300_000);
});

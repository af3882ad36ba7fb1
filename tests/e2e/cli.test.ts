import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SEED_DOCUMENTS } from '../support/base.js';
import { maillage, maillageJson, startMaillage } from '../support/cli.js';
import { dossierTemporaire } from '../support/dossier.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';

const PROGRAMME = join(SEED_DOCUMENTS, 'programme-2012.pdf');
const base = dossierDuFichier();

interface Rapport {
  lus: { etat: string; fichier: string }[];
  refuses: { fichier: string; message: string; remede: string }[];
  ecritures: number;
}

function ndjson(data: string): string {
  return maillage(data, 'export').stdout;
}

beforeAll(() => {
  expect(maillage(base, 'ingest', SEED_DOCUMENTS).code).toBe(0);
}, 60_000);

describe('maillage ingest', () => {
  it('writes nothing the second time and leaves the same export', () => {
    const avant = ndjson(base);
    const rapport = maillageJson<Rapport>(base, 'ingest', SEED_DOCUMENTS);
    expect(rapport.ecritures).toBe(0);
    expect(rapport.lus.every((lu) => lu.etat === 'inchange')).toBe(true);
    expect(ndjson(base)).toBe(avant);
  });

  it('gives the same export after rebuild, byte for byte', () => {
    const avant = ndjson(base);
    expect(maillage(base, 'rebuild').code).toBe(0);
    expect(ndjson(base)).toBe(avant);
  });

  it('refuses each bad file in one line that names it, does all the others and exits 1', () => {
    const data = dossierTemporaire();
    const dossier = join(dossierTemporaire(), 'Dépôt de l’été');
    mkdirSync(dossier);
    const pdf = readFileSync(PROGRAMME);
    writeFileSync(join(dossier, 'vide.pdf'), '');
    writeFileSync(join(dossier, 'tronqué.pdf'), pdf.subarray(0, 20_000));
    copyFileSync(process.execPath, join(dossier, 'outil.pdf'));
    copyFileSync(PROGRAMME, join(dossier, 'programme de l’été 2012.pdf'));
    writeFileSync(join(dossier, 'script.pdf'), '#!/bin/sh\necho bonjour\n');
    writeFileSync(join(dossier, 'image.png'), 'x');
    const { code, stdout, stderr } = maillage(data, 'ingest', dossier, join(dossier, 'absent.pdf'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/lu : programme de l’été 2012\.pdf/);
    for (const nom of ['vide.pdf', 'tronqué.pdf', 'outil.pdf', 'script.pdf', 'absent.pdf']) {
      expect(
        stderr.split('\n').filter((ligne) => ligne.startsWith('refusé') && ligne.includes(nom)),
      ).toHaveLength(1);
    }
    expect(maillageJson<unknown[]>(data, 'documents')).toHaveLength(1);
    expect(maillage(data, 'verify').code).toBe(0);
  }, 60_000);

  it('names a folder without rights', ({ skip }) => {
    skip(
      process.getuid?.() === 0,
      'le superutilisateur lit tout : les droits du dossier ne disent rien',
    );
    const dossier = dossierTemporaire();
    chmodSync(dossier, 0o000);
    const { code, stderr } = maillage(dossierTemporaire(), 'ingest', dossier);
    chmodSync(dossier, 0o700);
    expect(code).toBe(1);
    expect(stderr).toContain('les droits manquent');
  });

  it('lets two processes ingest at once: both documents are in', async () => {
    const data = dossierTemporaire();
    const note = join(dossierTemporaire(), 'note.txt');
    writeFileSync(note, 'Une note sur la médiation à Garges-lès-Gonesse.\n');
    const enfants = [startMaillage(data, 'ingest', PROGRAMME), startMaillage(data, 'ingest', note)];
    const codes = await Promise.all(enfants.map(async (e) => (await once(e, 'exit'))[0]));
    expect(codes).toEqual([0, 0]);
    expect(maillageJson<unknown[]>(data, 'documents')).toHaveLength(2);
    expect(maillage(data, 'verify').code).toBe(0);
  }, 60_000);

  it.each(['Lecture', 'Documents lus', 'Mise à jour du graphe', 'Mise à jour de l’index'])(
    'killed at the step « %s », the next run completes with the same export',
    async (etape) => {
      const data = dossierTemporaire();
      const enfant = startMaillage(data, 'ingest', SEED_DOCUMENTS);
      enfant.stderr?.setEncoding('utf8').on('data', (texte: string) => {
        if (texte.includes(etape)) enfant.kill('SIGKILL');
      });
      const [, signal] = await once(enfant, 'exit');
      expect(signal).toBe('SIGKILL');
      expect(maillage(data, 'ingest', SEED_DOCUMENTS).code).toBe(0);
      expect(ndjson(data)).toBe(ndjson(base));
      expect(maillage(data, 'verify').code).toBe(0);
    },
    60_000,
  );

  it('shows a stage without writing anything', () => {
    const data = join(dossierTemporaire(), 'neuf');
    const [structure] = maillageJson<{ programme: { axes: unknown[] } }[]>(
      data,
      'ingest',
      PROGRAMME,
      '--until',
      'segment',
    );
    expect(structure?.programme.axes.length).toBeGreaterThan(5);
    expect(existsSync(data)).toBe(false);
  });
});

describe('maillage verify', () => {
  it('finds every quote at its place and a proof for every property and relation', () => {
    const { fautes, citations } = maillageJson<{ fautes: string[]; citations: number }>(
      base,
      'verify',
    );
    expect(fautes).toEqual([]);
    expect(citations).toBeGreaterThan(500);
  });
});

describe('maillage retract', () => {
  it('takes a document away with all its facts, and reading it again brings the same export back', () => {
    const data = dossierTemporaire();
    maillage(data, 'ingest', PROGRAMME);
    const avant = ndjson(data);
    expect(maillage(data, 'retract', 'programme-2012.pdf').code).toBe(0);
    expect(ndjson(data)).not.toContain('"type":"Action"');
    maillage(data, 'ingest', PROGRAMME);
    expect(ndjson(data)).toBe(avant);
  }, 60_000);
});

describe('what a person keeps in the base', () => {
  it('survives a rebuild whose originals are missing: it is refused and changes nothing', () => {
    const data = dossierTemporaire();
    maillage(data, 'ingest', PROGRAMME);
    const avant = ndjson(data);
    renameSync(join(data, 'originaux'), join(data, 'ailleurs'));
    const { code, stderr } = maillage(data, 'rebuild');
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('manque dans le dossier de données'),
    ]);
    expect(ndjson(data)).toBe(avant);
    renameSync(join(data, 'ailleurs'), join(data, 'originaux'));
    expect(maillage(data, 'rebuild').code).toBe(0);
    expect(ndjson(data)).toBe(avant);
  }, 60_000);

  it('is not changed by an original that was altered, and comes back with its file', () => {
    const data = dossierTemporaire();
    maillage(data, 'ingest', PROGRAMME);
    const avant = ndjson(data);
    const [nom = ''] = readdirSync(join(data, 'originaux')).filter((n) => !n.endsWith('.json'));
    const original = join(data, 'originaux', nom);
    writeFileSync(original, readFileSync(PROGRAMME).fill(0, 30_000, 30_003));
    const { code, stderr } = maillage(data, 'rebuild');
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('n’est plus ce qui avait été reçu'),
    ]);
    expect(ndjson(data)).toBe(avant);
    rmSync(original);
    maillage(data, 'ingest', PROGRAMME);
    expect(maillage(data, 'rebuild').code).toBe(0);
    expect(ndjson(data)).toBe(avant);
  }, 60_000);

  it('is not replaced by nothing', () => {
    const data = dossierTemporaire();
    maillage(data, 'ingest', PROGRAMME);
    const avant = ndjson(data);
    expect(
      maillage(data, 'ingest', dossierTemporaire(), '--replace', 'programme-2012.pdf').code,
    ).toBe(2);
    expect(ndjson(data)).toBe(avant);
  }, 60_000);

  it('does not depend on the order in which two names of the same bytes came', () => {
    const dossier = dossierTemporaire();
    const noms = ['a.txt', 'b.txt'].map((nom) => join(dossier, nom));
    for (const nom of noms) writeFileSync(nom, 'Une note sur la médiation à Persan.\n');
    const exports = [noms, [...noms].reverse()].map((ordre) => {
      const data = dossierTemporaire();
      for (const nom of ordre) maillage(data, 'ingest', nom);
      return ndjson(data);
    });
    expect(exports[1]).toBe(exports[0]);
  }, 60_000);

  it('is not touched by the retraction of a document that is not there', () => {
    const data = join(dossierTemporaire(), 'rien');
    expect(maillage(data, 'retract', 'inconnu.pdf').code).toBe(1);
    expect(existsSync(data)).toBe(false);
  });
});

describe('maillage export', () => {
  it('writes CSV that a French spreadsheet opens, with one line an action', () => {
    const csv = maillage(base, 'export', '--format', 'csv').stdout;
    expect(csv.startsWith('\uFEFFAnnée;Axe;')).toBe(true);
    const actions = ndjson(base)
      .split('\n')
      .filter((l) => l.includes('"genre":"entite","type":"Action"'));
    expect(csv.trimEnd().split('\r\n')).toHaveLength(actions.length + 1);
  });

  it('gives the pages on request, and every quote is a slice of them', () => {
    const lignes = maillage(base, 'export', '--pages')
      .stdout.trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l));
    const pages = new Map(
      lignes.filter((l) => l.genre === 'page').map((l) => [`${l.document}#${l.page}`, l.texte]),
    );
    const preuves = lignes
      .filter((l) => l.genre === 'fait')
      .flatMap((f) => f.preuves)
      .filter((p) => 'document' in p);
    const fausses = preuves.filter(
      (p) => pages.get(`${p.document}#${p.page}`)?.slice(p.debut, p.fin) !== p.citation,
    );
    expect(preuves.length).toBeGreaterThan(500);
    expect(fausses).toEqual([]);
  });

  it('refuses an unknown format as wrong usage', () => {
    const { code, stderr } = maillage(base, 'export', '--format', 'docx');
    expect([code, stderr]).toEqual([2, expect.stringContaining('Format d’export inconnu')]);
  });
});

describe('the command line', () => {
  it.each([
    'ingest',
    'serve',
    'ask',
    'search',
    'documents',
    'explain',
    'export',
    'verify',
    'rebuild',
    'retract',
    'status',
    'doctor',
  ])('%s --help is French and has an example', (commande) => {
    const { code, stdout } = maillage(base, commande, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`Exemple : maillage ${commande}`);
    expect(stdout).not.toMatch(/\b(Usage:|Options:|display help|default:)/);
  });

  it.each([
    [['ask'], 'il manque « question »'],
    [['verifie'], 'commande inconnue « verifie »'],
    [['search', 'ville', '--limit', 'dix'], '« dix » n’est pas un nombre entier'],
    [['status', '--loin'], 'option inconnue « --loin »'],
  ])('answers wrong usage %j in French with exit code 2', (args, message) => {
    const { code, stderr } = maillage(base, ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('says that there is no base, and how to make one', () => {
    const { code, stderr } = maillage(join(dossierTemporaire(), 'rien'), 'status');
    expect(code).toBe(1);
    expect(stderr).toContain('maillage ingest');
  });

  it('searches words with an exact total and explains a page', () => {
    const trouve = maillageJson<{ total: number; resultats: unknown[] }>(
      base,
      'search',
      'médiation',
      '--limit',
      '3',
    );
    expect(trouve.total).toBeGreaterThan(3);
    expect(trouve.resultats).toHaveLength(3);
    const page = maillage(base, 'explain', 'programme-2012.pdf', '--page', '6').stdout;
    expect(page).toContain('Page 6');
    expect(page).toMatch(/ s’adresse au public « /);
    expect(page).not.toMatch(/ (de|à) le (thème|public|programme|document|quartier|service) «/);
    expect(maillage(base, 'status').stdout).toContain('à jour');
    expect(maillage(base, 'doctor').code).toBe(0);
  });
});

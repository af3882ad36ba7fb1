import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MaillageError } from '../../src/domain/errors.js';
import { createQueryBook } from '../../src/graph/cypher.js';
import { openEmbeddedGraph } from '../../src/graph/embedded/graphe.js';
import type { GrapheEcriture, GrapheLecture } from '../../src/graph/port.js';
import { complet, difference, monde } from '../support/monde.js';

const book = createQueryBook(process.cwd());
const A = monde([], { 'commune:a': {} });
const B = monde([], { 'commune:a': {}, 'commune:b': {} });

let dossier = '';
let graphe: GrapheEcriture;
const ids = async (g: GrapheLecture): Promise<unknown[]> =>
  (await g.lire('coherence/entites', {})).map(({ id }) => id);
const fichiers = (): string[] => readdirSync(dossier).sort();

beforeEach(async () => {
  dossier = join(mkdtempSync(join(tmpdir(), 'maillage-generations-')), 'l’été – données');
  graphe = await openEmbeddedGraph(dossier, book, { ecriture: true });
});
afterEach(async () => {
  await graphe.fermer();
  rmSync(join(dossier, '..'), { recursive: true, force: true });
});

describe('generations', () => {
  it('are one file a sequence, the current one and the one before it', async () => {
    await graphe.projeter(complet(A, 3));
    expect(fichiers()).toEqual(['3.lbug', 'courant']);
    await graphe.projeter(difference(A, B, 5));
    expect(fichiers()).toEqual(['3.lbug', '5.lbug', 'courant']);
    await graphe.projeter(difference(B, A, 8));
    expect(fichiers()).toEqual(['5.lbug', '8.lbug', 'courant']);
  });

  it('have another file when the same sequence is projected anew', async () => {
    await graphe.projeter(complet(A, 3));
    expect(await ids(graphe)).toEqual(['commune:a']);
    await graphe.projeter(complet(B, 3));
    expect(await ids(graphe)).toEqual(['commune:a', 'commune:b']);
    expect(fichiers()).toEqual(['3-2.lbug', '3.lbug', 'courant']);
  });

  it('are not written again for changes already applied', async () => {
    await graphe.projeter(complet(A, 3));
    await graphe.projeter(difference(A, B, 3));
    expect(fichiers()).toEqual(['3.lbug', 'courant']);
    expect(await ids(graphe)).toEqual(['commune:a']);
  });

  it('leave nothing of a projection that was refused', async () => {
    await graphe.projeter(complet(A, 3));
    const seule = monde([['action:x', 'TOUCHE', 'commune:z']]);
    const bancale = { ...seule, entites: seule.entites.filter((e) => e.type === 'Action') };
    await expect(graphe.projeter(complet(bancale, 4))).rejects.toThrow(MaillageError);
    await expect(graphe.projeter(difference(A, bancale, 4))).rejects.toThrow(/commune:z/);
    expect(fichiers()).toEqual(['3.lbug', 'courant']);
    expect(await ids(graphe)).toEqual(['commune:a']);
  });

  it('keep the current one through a crash before the rename, and clear what it left', async () => {
    await graphe.projeter(complet(A, 3));
    copyFileSync(join(dossier, '3.lbug'), join(dossier, '4.lbug'));
    writeFileSync(join(dossier, '4.lbug.wal'), 'moitié écrit');
    writeFileSync(join(dossier, 'courant.nouveau'), '{"sequence":4');
    mkdirSync(join(dossier, 'chantier'));
    const lecteur = await openEmbeddedGraph(dossier, book, { ecriture: false });
    expect(await ids(lecteur)).toEqual(['commune:a']);
    expect(await lecteur.sequence()).toBe(3);
    await graphe.projeter(difference(A, B, 4));
    expect(fichiers()).toEqual(['3.lbug', '4.lbug', 'courant']);
    expect(await ids(lecteur)).toEqual(['commune:a', 'commune:b']);
    await lecteur.fermer();
  });

  it('let a reader that stayed behind catch up, several projections later', async () => {
    await graphe.projeter(complet(A, 1));
    const lecteur = await openEmbeddedGraph(dossier, book, { ecriture: false });
    await ids(lecteur);
    for (const sequence of [2, 3, 4]) await graphe.projeter(complet(A, sequence));
    await graphe.projeter(difference(A, B, 5));
    expect(await ids(lecteur)).toEqual(['commune:a', 'commune:b']);
    await lecteur.fermer();
  });
});

describe('a reader', () => {
  it('answers nothing from a folder where nothing was projected', async () => {
    const absent = await openEmbeddedGraph(join(dossier, 'absent'), book, { ecriture: false });
    expect(await ids(absent)).toEqual([]);
    expect(await absent.sequence()).toBe(0);
    expect(existsSync(join(dossier, 'absent'))).toBe(false);
    await absent.fermer();
  });

  it('answers many questions asked at once, also across a projection', async () => {
    await graphe.projeter(complet(A, 1));
    const lecteur = await openEmbeddedGraph(dossier, book, { ecriture: false });
    const avant = Array.from({ length: 20 }, () => ids(lecteur));
    const projection = graphe.projeter(complet(B, 2));
    for (const lus of await Promise.all(avant)) expect(lus).toContain('commune:a');
    await projection;
    expect(await ids(lecteur)).toEqual(['commune:a', 'commune:b']);
    await lecteur.fermer();
  });

  it('says in French that a damaged file cannot be read, and how to make it anew', async () => {
    await graphe.projeter(complet(A, 1));
    writeFileSync(join(dossier, '1.lbug'), 'ceci n’est pas un graphe');
    const lecteur = await openEmbeddedGraph(dossier, book, { ecriture: false });
    const erreur = await ids(lecteur).catch((e: unknown) => e);
    expect(erreur).toMatchObject({
      genre: 'indisponible',
      message: expect.stringMatching(/ne peut pas être lu/),
    });
    expect(erreur).toMatchObject({ remede: expect.stringMatching(/maillage rebuild/) });
    await lecteur.fermer();
  });

  it('says which question lacks a parameter', async () => {
    await graphe.projeter(complet(A, 1));
    await expect(graphe.lire('territoires/quartiers', {})).rejects.toThrow(
      /territoires\/quartiers/,
    );
  });
});

describe('a writer', () => {
  it.each([
    ['made for another model', (p: string) => p.replace(/"modele":"\w+"/, '"modele":"autre"')],
    ['whose file is lost', (p: string) => p.replace('1.lbug', '0.lbug')],
    ['whose pointer is damaged', () => '{"sequence":'],
  ])('stands at 0 before a graph %s, so that everything is sent again', async (_cas, abime) => {
    await graphe.projeter(complet(A, 1));
    const pointeur = join(dossier, 'courant');
    writeFileSync(pointeur, abime(readFileSync(pointeur, 'utf8')));
    expect(await graphe.sequence()).toBe(0);
    await graphe.projeter(complet(B, 1));
    expect(await graphe.sequence()).toBe(1);
    expect(await ids(graphe)).toEqual(['commune:a', 'commune:b']);
  });
});

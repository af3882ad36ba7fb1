import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedSearch } from '../../src/search/embedded/ouvrir.js';
import { document } from '../support/corpus-recherche.js';

describe('openEmbeddedSearch', () => {
  let dossier = '';
  beforeEach(() => {
    dossier = mkdtempSync(join(tmpdir(), 'recherche-'));
  });
  afterEach(() => rmSync(dossier, { recursive: true, force: true }));
  const requete = { mots: 'jardin', limite: 10, decalage: 0, filtres: {} };

  it('dit en français qu’il n’y a pas encore d’index, et quoi faire', () => {
    expect(() => openEmbeddedSearch(join(dossier, 'absent.db'), { ecriture: false })).toThrow(
      /n’existe pas encore/,
    );
  });

  it('dit qu’un fichier n’est pas un index', async () => {
    const { writeFileSync } = await import('node:fs');
    const fichier = join(dossier, 'faux.db');
    writeFileSync(fichier, 'ceci n’est pas une base'.repeat(100));
    expect(() => openEmbeddedSearch(fichier, { ecriture: true })).toThrow(
      /ne peut pas être ouvert/,
    );
  });

  it('un lecteur voit chaque écriture d’une autre connexion, facettes comprises', async () => {
    const fichier = join(dossier, 'index.db');
    const ecrivain = openEmbeddedSearch(fichier, { ecriture: true });
    const lecteur = openEmbeddedSearch(fichier, { ecriture: false });
    expect((await lecteur.chercher(requete)).total).toBe(0);
    for (let n = 1; n <= 3; n += 1) {
      await ecrivain.indexer({
        sequence: n,
        complet: n === 1,
        documents: [document(`action:${n}`, 'Action', `Jardin ${n}`)],
        retires: [],
      });
      const r = await lecteur.chercher(requete);
      expect([r.total, r.facettes.type?.Action, await lecteur.sequence()]).toEqual([n, n, n]);
    }
    await lecteur.fermer();
    await ecrivain.fermer();
  });

  it('ne garde rien d’une écriture qui échoue', async () => {
    const ecrivain = openEmbeddedSearch(join(dossier, 'index.db'), { ecriture: true });
    await ecrivain.indexer({
      sequence: 1,
      complet: true,
      documents: [document('action:1', 'Action', 'Jardin')],
      retires: [],
    });
    const casse = {
      ...document('action:2', 'Action', 'Jardin'),
      titre: undefined as unknown as string,
    };
    const neuf = document('action:3', 'Action', 'Jardin');
    await expect(
      ecrivain.indexer({
        sequence: 2,
        complet: false,
        documents: [neuf, casse],
        retires: ['action:1'],
      }),
    ).rejects.toThrow();
    expect((await ecrivain.chercher(requete)).resultats.map((r) => r.id)).toEqual(['action:1']);
    expect(await ecrivain.sequence()).toBe(1);
    await ecrivain.fermer();
  });

  it('refuse d’écrire quand il est ouvert en lecture', async () => {
    const fichier = join(dossier, 'index.db');
    await openEmbeddedSearch(fichier, { ecriture: true }).fermer();
    const lecteur = openEmbeddedSearch(fichier, { ecriture: false });
    await expect(
      lecteur.indexer({ sequence: 1, complet: true, documents: [], retires: [] }),
    ).rejects.toThrow();
    await lecteur.fermer();
  });
});

import { setTimeout as attendre } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMeilisearch } from '../../src/search/meilisearch/ouvrir.js';
import type { RechercheEcriture, RechercheLecture } from '../../src/search/port.js';
import { document } from '../support/corpus-recherche.js';
import {
  SANS_MEILISEARCH,
  type ServeurMeilisearch,
  startMeilisearch,
} from '../support/meilisearch/serveur.js';

const RAISON = SANS_MEILISEARCH === undefined ? '' : ` (${SANS_MEILISEARCH})`;
const requete = { mots: 'jardin', limite: 10, decalage: 0, filtres: {} };
const jardins = (n: number) =>
  Array.from({ length: n }, (_, i) => document(`action:${i}`, 'Action', `Jardin ${i}`));
const complet = (sequence: number, n: number) => ({
  sequence,
  complet: true,
  documents: jardins(n),
  retires: [],
});

describe.skipIf(SANS_MEILISEARCH)(`pannes d’un serveur Meilisearch${RAISON}`, () => {
  let serveur: ServeurMeilisearch;
  let ecrivain: RechercheEcriture;
  let lecteur: RechercheLecture;
  const nombre = async (): Promise<number> => (await lecteur.chercher(requete)).total;
  const index = async (): Promise<string[]> => {
    const reponse = await fetch(`${serveur.url}/indexes`, {
      headers: { authorization: `Bearer ${serveur.apiKey}` },
    });
    const { results } = (await reponse.json()) as { results: { uid: string }[] };
    return results.map(({ uid }) => uid).sort();
  };

  beforeAll(async () => {
    serveur = await startMeilisearch();
    const { url, apiKey } = serveur;
    ecrivain = openMeilisearch({ url, apiKey }, { ecriture: true });
    lecteur = openMeilisearch({ url, apiKey: await serveur.cleDeRecherche() }, { ecriture: false });
    await ecrivain.indexer(complet(1, 3));
  }, 120_000);
  afterAll(() => serveur.arreter());

  it('une clé de recherche suffit pour lire, et ne suffit pas pour écrire', async () => {
    expect([await nombre(), await lecteur.sequence()]).toEqual([3, 1]);
    const { url } = serveur;
    const apiKey = await serveur.cleDeRecherche();
    const sansDroit = openMeilisearch({ url, apiKey }, { ecriture: true });
    await expect(sansDroit.indexer(complet(2, 4))).rejects.toMatchObject({
      genre: 'indisponible',
      remede: expect.stringMatching(/clé d’administration/),
    });
    const fausse = openMeilisearch({ url, apiKey: 'fausse' }, { ecriture: false });
    await expect(fausse.chercher(requete)).rejects.toMatchObject({
      genre: 'indisponible',
      remede: expect.stringMatching(/clé de recherche suffit/),
    });
    expect(await nombre()).toBe(3);
  });

  it('un lecteur ouvert voit chaque index nouveau, et une réponse à tout instant', async () => {
    const vus = new Set<number>();
    let fini = false;
    const chercher = (async () => {
      while (!fini) vus.add(await nombre());
    })();
    for (const n of [4, 5, 6]) await ecrivain.indexer(complet(n, n));
    fini = true;
    await chercher;
    expect([...vus].every((n) => n >= 3 && n <= 6)).toBe(true);
    expect([await nombre(), await lecteur.sequence()]).toEqual([6, 6]);
    expect(await index()).toEqual(['maillage']);
  });

  it('perdu en service, il est dit ; revenu, il répond sans que rien soit relancé', async () => {
    await serveur.tuer();
    await expect(nombre()).rejects.toMatchObject({ genre: 'indisponible' });
    await expect(lecteur.sequence()).rejects.toMatchObject({ genre: 'indisponible' });
    await serveur.relancer();
    expect(await nombre()).toBe(6);
  });

  it.each([20, 120, 300, 600])(
    'tué pendant l’écriture (après %i ms), il garde un index entier, et la suivante aboutit',
    async (ms) => {
      const avant = await nombre();
      const ecriture = ecrivain.indexer(complet(ms, 40)).then(
        () => 'fini',
        (e: { genre: string }) => e.genre,
      );
      await attendre(ms);
      await serveur.tuer();
      expect(['fini', 'indisponible']).toContain(await ecriture);
      await serveur.relancer();
      expect([avant, 40]).toContain(await nombre());
      await ecrivain.indexer(complet(1_000 + ms, 30));
      expect([await nombre(), await lecteur.sequence()]).toEqual([30, 1_000 + ms]);
      expect(await index()).toEqual(['maillage']);
    },
    60_000,
  );

  it('notre programme arrêté en cours de route : la suivante nettoie et aboutit', async () => {
    const { url, apiKey } = serveur;
    const entetes = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    for (const uid of ['maillage-construction']) {
      const body = JSON.stringify([{ cle: 'd1', titre: 'laissé là' }]);
      await fetch(`${url}/indexes/${uid}/documents`, { method: 'POST', headers: entetes, body });
    }
    await ecrivain.indexer(complet(5_000, 7));
    expect([await nombre(), await lecteur.sequence()]).toEqual([7, 5_000]);
    expect(await index()).toEqual(['maillage']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMeilisearch } from '../../src/search/meilisearch/ouvrir.js';
import type { Acces } from '../../src/search/meilisearch/serveur.js';
import { document } from '../support/corpus-recherche.js';
import {
  descriptionDe,
  type IndexDeTest,
  indexDeTest,
} from '../support/meilisearch/index-de-test.js';

const NOM = 'cle';
const requete = { mots: 'jardin', limite: 10, decalage: 0, filtres: {} };

describe(`clé de recherche, ${descriptionDe(NOM)}`, () => {
  let test: IndexDeTest;
  let acces: Acces;

  beforeAll(async () => {
    test = await indexDeTest(NOM);
    acces = await test.acces();
    const documents = [document('action:1', 'Action', 'Jardin')];
    await openMeilisearch(acces, { ecriture: true }).indexer({
      sequence: 1,
      complet: true,
      documents,
      retires: [],
    });
  });
  afterAll(() => test.fermer());

  it('qui lit avec la clé d’administration cherche avec une clé qui ne peut rien d’autre', async () => {
    const employees: (string | null)[] = [];
    const { fetch: envoyer } = globalThis;
    globalThis.fetch = (adresse, demande) => {
      if (String(adresse).includes('multi-search'))
        employees.push(new Headers(demande?.headers).get('authorization'));
      return envoyer(adresse, demande);
    };
    try {
      const lecteurs = [1, 2].map(() => openMeilisearch(acces, { ecriture: false }));
      const totaux = await Promise.all(
        lecteurs.map(async (l) => (await l.chercher(requete)).total),
      );
      expect(totaux).toEqual([1, 1]);
    } finally {
      globalThis.fetch = envoyer;
    }
    const [employee, ...autres] = [...new Set(employees)];
    expect(employee).toMatch(/^Bearer \S+$/);
    expect([employee === `Bearer ${acces.apiKey}`, autres]).toEqual([false, []]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentIndexe, RechercheEcriture, ReponseRecherche } from '../../src/search/port.js';
import { CORPUS, document } from '../support/corpus-recherche.js';

const ids = (r: ReponseRecherche): string[] => r.resultats.map((x) => x.id);

/** The part of the search contract about hostile queries and about what an index keeps from one change to the next. */
export function searchRobustness(open: () => Promise<RechercheEcriture>): void {
  let index: RechercheEcriture;
  const cherche = (mots: string): Promise<ReponseRecherche> =>
    index.chercher({ mots, limite: 50, decalage: 0, filtres: {} });

  beforeAll(async () => {
    index = await open();
    await index.indexer({ sequence: 7, complet: true, documents: CORPUS, retires: [] });
  });
  afterAll(async () => index.fermer());

  describe('saisies hostiles', () => {
    const saisies = [
      '',
      '   ',
      '"',
      '"""',
      '«',
      'le la les',
      '-',
      '-emploi',
      'NEAR(a b)',
      'a OR',
      'AND AND',
      '*',
      'titre:x',
      '(',
      '^',
      '{titre} : x',
      "'; DROP TABLE documents; --",
      '\u0000',
      'emploi\u0000santé',
      '😀',
      '👩‍👩‍👧 emploi',
      '\ud800',
      'a'.repeat(10_000),
      'santé '.repeat(2_000),
      '"'.repeat(999),
      '- - -a',
      'é'.repeat(300),
      '123',
      '%',
      '\\',
      `${'x'.repeat(40)}*`,
    ];
    it.each(saisies)('répond à %j sans erreur', async (mots) => {
      const r = await cherche(mots);
      expect(r.total).toBeGreaterThanOrEqual(r.resultats.length);
      expect(r.facettes).toBeTypeOf('object');
    });
    it.each(['', '   ', '"', 'le la les', '😀', '-emploi'])(
      'ne trouve rien pour %j',
      async (mots) => {
        expect(await cherche(mots)).toEqual({ total: 0, resultats: [], facettes: {} });
      },
    );
  });

  describe('mises à jour', () => {
    const neuf = (id: string, titre: string): DocumentIndexe => document(id, 'Action', titre);
    it('ajoute, remplace et retire, et garde la séquence appliquée', async () => {
      const autre = await open();
      await autre.indexer({
        sequence: 1,
        complet: true,
        documents: [neuf('action:a', 'Ferme urbaine'), neuf('action:b', 'Régie de quartier')],
        retires: [],
      });
      await autre.indexer({
        sequence: 2,
        complet: false,
        documents: [neuf('action:a', 'Jardin partagé'), neuf('action:c', 'Épicerie solidaire')],
        retires: ['action:b', 'action:inconnue'],
      });
      const chercher = async (mots: string): Promise<string[]> =>
        ids(await autre.chercher({ mots, limite: 9, decalage: 0, filtres: {} }));
      expect(await chercher('ferme urbaine')).toEqual([]);
      expect(await chercher('jardin')).toEqual(['action:a']);
      expect(await chercher('régie')).toEqual([]);
      expect(await chercher('épicerie')).toEqual(['action:c']);
      expect(await autre.sequence()).toBe(2);
      await autre.indexer({
        sequence: 2,
        complet: false,
        documents: [neuf('action:c', 'Épicerie solidaire')],
        retires: [],
      });
      expect(await chercher('épicerie')).toEqual(['action:c']);
      await autre.indexer({ sequence: 3, complet: true, documents: [], retires: [] });
      expect(await chercher('jardin')).toEqual([]);
      expect(await autre.sequence()).toBe(3);
      await autre.fermer();
    });
    it('dit la séquence 0 d’un index vide', async () => {
      const vide = await open();
      expect(await vide.sequence()).toBe(0);
      expect(await vide.chercher({ mots: 'emploi', limite: 9, decalage: 0, filtres: {} })).toEqual({
        total: 0,
        resultats: [],
        facettes: {},
      });
      await vide.fermer();
    });
  });
}

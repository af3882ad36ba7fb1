import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentIndexe, RechercheEcriture } from '../../src/search/port.js';
import { document } from '../support/corpus-recherche.js';
import { moteurs } from '../support/moteurs-de-recherche.js';

let open: () => Promise<RechercheEcriture>;

/** Ids found, best first, in an index of these documents only. */
async function cherche(mots: string, ...documents: DocumentIndexe[]): Promise<string[]> {
  const index = await open();
  await index.indexer({ sequence: 1, complet: true, documents, retires: [] });
  const r = await index.chercher({ mots, limite: 20, decalage: 0, filtres: {} });
  await index.fermer();
  return r.resultats.map((x) => x.id);
}

const titre = (id: string, t: string, type = 'Action') => document(id, type, t);
const texte = (id: string, t: string, type = 'Action') =>
  document(id, type, 'Sans titre', { texte: t });
const graine = (id: string, t: string, type: string) =>
  document(id, type, t, { document: null, page: null });

describe.each(moteurs('classement'))('classement : $nom', ({ ouvrir }) => {
  let fermer: () => Promise<void>;
  beforeAll(async () => {
    ({ open, fermer } = await ouvrir());
  });
  afterAll(() => fermer());

  it('titre, puis autres noms, puis champs, puis texte', async () => {
    const alias = document('b', 'Action', 'Sans titre', { alias: ['Jardins partagés'] });
    const champs = document('c', 'Action', 'Sans titre', { champs: 'jardins partagés' });
    expect(
      await cherche(
        'jardins',
        texte('d', 'les jardins'),
        champs,
        alias,
        titre('a', 'Les jardins de la ville'),
      ),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  it('titre entier avant titre plus long', async () => {
    expect(
      await cherche(
        'les centres sociaux',
        titre('a', 'Les centres sociaux et la ville'),
        titre('b', 'Centres sociaux'),
      ),
    ).toEqual(['b', 'a']);
  });

  it('mot exact avant une autre forme, autre forme avant une faute', async () => {
    expect(
      await cherche('habitante', titre('a', 'Les habitants'), titre('b', 'Une habitante')),
    ).toEqual(['b', 'a']);
    expect(
      await cherche('médiation', titre('a', 'Une méditation'), titre('b', 'La médiation')),
    ).toEqual(['b']);
  });

  it('commune citée par un document avant celle que seul le référentiel connaît', async () => {
    expect(
      await cherche(
        'villiers',
        graine('a', 'Villiers-Adam', 'Commune'),
        titre('b', 'Villiers-le-Bel', 'Commune'),
      ),
    ).toEqual(['b', 'a']);
  });

  it('un mot commun du nom d’une commune ne la met pas en tête', async () => {
    expect(
      (
        await cherche(
          'ville',
          graine('a', 'Ville-d’Avray', 'Commune'),
          titre('b', 'Ateliers santé ville'),
        )
      )[0],
    ).toBe('b');
  });

  it('une page vient après ce dont elle parle', async () => {
    expect(
      await cherche(
        'parentalité',
        texte('p', 'parentalité, parentalité', 'Page'),
        texte('a', 'Un soutien à la parentalité'),
      ),
    ).toEqual(['a', 'p']);
  });

  it('le sigle et sa forme longue se valent, le nom du dispositif d’abord', async () => {
    const gup = document('gup', 'Dispositif', 'Gestion urbaine de proximité', { alias: ['GUP'] });
    const docs = [
      texte('a', 'Les coordinateurs GUP'),
      texte('b', 'La gestion urbaine de proximité à Rennes'),
      gup,
      texte('c', 'La gestion du budget'),
    ];
    for (const mots of ['GUP', 'gup', 'gestion urbaine de proximité']) {
      const trouves = await cherche(mots, ...docs);
      expect(trouves[0]).toBe('gup');
      expect(new Set(trouves)).toEqual(new Set(['gup', 'a', 'b']));
    }
  });

  it('un mot en petites lettres est un mot quand le mot est plus courant que le sigle', async () => {
    const docs = [texte('a', 'les cap, un cap'), texte('b', 'le cap'), texte('c', 'un CAP')];
    expect(new Set(await cherche('cap', ...docs))).toEqual(new Set(['a', 'b', 'c']));
    expect(await cherche('CAP', ...docs)).toEqual(['c']);
  });

  it('une faute trouve ce que trouve le mot bien écrit', async () => {
    const docs = [titre('a', 'Les discriminations'), texte('b', 'une discrimination')];
    expect(new Set(await cherche('discrimnation', ...docs))).toEqual(new Set(['a', 'b']));
    expect(
      await cherche('Sarcele', titre('s', 'Sarcelles', 'Commune'), texte('t', 'à Sarcelles')),
    ).toEqual(['s', 't']);
  });

  it('corrige un mot connu par sa seule racine quand rien n’a tous les mots', async () => {
    expect(
      await cherche(
        'rénovation urbane',
        titre('a', 'Rénovation urbaine'),
        texte('b', 'des urbanistes'),
      ),
    ).toEqual(['a']);
  });

  it('quand seules des pages ont tous les mots, donne aussi les choses qui en ont le plus', async () => {
    const docs = [
      texte('p', 'médiation 3, santé 5', 'Page'),
      titre('m', 'La médiation'),
      titre('s', 'La santé'),
    ];
    expect(new Set(await cherche('médiation santé', ...docs))).toEqual(new Set(['p', 'm', 's']));
  });
});

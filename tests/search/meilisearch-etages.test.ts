import { describe, expect, it } from 'vitest';
import { classementDe } from '../../src/search/meilisearch/classement.js';
import { requetes, scoreDe } from '../../src/search/meilisearch/etages.js';
import { filtre, tous } from '../../src/search/meilisearch/filtre.js';
import {
  type LexiqueCharge,
  lireVocabulaire,
  morceaux,
  sansDebuts,
} from '../../src/search/meilisearch/lexique.js';
import { creerRecueil, enregistrements } from '../../src/search/meilisearch/recueil.js';
import { nomsDemandes, planifier } from '../../src/search/plan.js';
import type { DocumentIndexe } from '../../src/search/port.js';
import { lireRequete } from '../../src/search/requete.js';
import { document } from '../support/corpus-recherche.js';

const ETAT = { cle: 'etat', genre: 'etat', ordre: -1, generation: 'g' } as const;

/** The vocabulary of these documents, as a reader reads it back from the index. */
function lexiqueDe(...documents: DocumentIndexe[]): LexiqueCharge {
  const lexique = [...enregistrements(documents, ETAT, creerRecueil())].flatMap((e) =>
    e.genre === 'lexique' ? [e.contenu ?? ''] : [],
  );
  return lireVocabulaire('g', lexique);
}

/** What is asked of the server for these words. */
function demandes(mots: string, lexique: LexiqueCharge) {
  const plan = planifier(lireRequete(mots), lexique);
  const filtres = plan.clauses.flatMap((c) => c.expression ?? []);
  const dans = (attribut: 'cles' | 'clesTitre') => tous(filtres.map((e) => filtre(e, attribut)));
  const cherche = { partout: dans('cles'), titre: dans('clesTitre'), limites: [] };
  return requetes(classementDe(lexique, plan, cherche, nomsDemandes(mots, plan)));
}

const GARGES = document('commune:95268', 'Commune', 'Garges-lès-Gonesse');
const ATELIER = document('action:a', 'Action', 'Un atelier de cuisine à Garges', {
  texte: 'La santé des jeunes.',
});

describe('ce qui est demandé à Meilisearch', () => {
  const lexique = lexiqueDe(GARGES, ATELIER);

  it('une seule liste quand aucun nom ne peut répondre', () => {
    expect(demandes('santé', lexique)).toHaveLength(1);
    expect(demandes('atelier cuisine', lexique)).toHaveLength(1);
  });

  it('une de plus, devant, pour le nom d’un lieu, entier ou en grande partie', () => {
    expect(demandes('garges', lexique).map((r) => r.sort)).toEqual([['tete:asc'], ['rang:asc']]);
    expect(demandes('Garges-lès-Gonesse ', lexique)).toHaveLength(2);
    expect(demandes('jeunes garges', lexique)).toHaveLength(1);
  });

  it('une de plus pour les titres d’une chose qui a d’autres noms', () => {
    const gup = document('gup', 'Dispositif', 'Gestion urbaine de proximité', { alias: ['GUP'] });
    expect(demandes('coordinateurs GUP', lexiqueDe(gup, ATELIER))).toHaveLength(2);
  });

  it('un début de mot par les mots de la base qui commencent ainsi', () => {
    const debut = { genre: 'debut', cle: 'atel' } as const;
    expect(filtre(sansDebuts(debut, lexique), 'cles')).toBe('cles IN ["atelier"]');
    expect(sansDebuts({ genre: 'debut', cle: 'zzz' }, lexique)).toEqual({
      genre: 'debut',
      cle: 'zzz',
    });
  });
});

describe('score', () => {
  it('décroît des noms aux pages', () => {
    const scores = [scoreDe(1, 1), scoreDe(0.009, 0), scoreDe(1e-12, 0), scoreDe(9e-13, 1)];
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(scoreDe(5e-13, 2)).toBeLessThan(scoreDe(1e-13, 1));
  });
});

describe('vocabulaire', () => {
  it('se relit comme il a été écrit', () => {
    const lexique = lexiqueDe(GARGES, ATELIER);
    expect(lexique.df('sante')).toBe(1);
    expect(lexique.forme('sante')).toBe('santé');
    expect(lexique.entiers.a('garges gonesse', 'titre')).toBe(true);
    expect(lexique.entiers.a('garges', 'titre')).toBe(false);
    expect(lexique.dansNomPropre({ genre: 'cle', cle: 'gonesse' }, 3)).toBe(true);
    expect(lexique.dansNomPropre({ genre: 'cle', cle: 'gonesse' }, 1)).toBe(false);
    expect(lexique.dansNomPropre({ genre: 'cle', cle: 'cuisine' }, 9)).toBe(false);
    expect([...morceaux({ ...lexique, mots: [], noms: [] })]).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { Couverture } from '../../src/questions/types.js';
import { phraseLecture } from '../../src/web/lecture.js';

const document = (annee: number | null, pages = 10, type = 'programme') => ({
  id: `sha256:${annee}`,
  titre: 'Un titre',
  fichier: 'un.pdf',
  type,
  annee,
  pages,
});

function couverture(plus: Partial<Couverture>): Couverture {
  const documents = plus.documents ?? [];
  return {
    documents,
    annees: documents.flatMap((d) => d.annee ?? []),
    anneesManquantes: [],
    pagesLues: documents.reduce((n, d) => n + d.pages, 0),
    pagesNonLues: [],
    phrase: 'Réponse établie sur rien.',
    ...plus,
  };
}

describe('phraseLecture', () => {
  it('says what was read, and claims no answer', () => {
    const vide = { document: 'sha256:2015', page: 2, raison: 'page vide' };
    const phrase = phraseLecture(
      couverture({ documents: [document(2015)], pagesLues: 9, pagesNonLues: [vide] }),
    );
    expect(phrase).toBe('1 document lu : programme 2015, 10 pages (9 lues, 1 vide).');
  });

  it('shows the hole between years that do not follow one another', () => {
    const annees = [2008, 2010, 2011, 2012];
    const phrase = phraseLecture(couverture({ documents: annees.map((a) => document(a, 400)) }));
    expect(phrase).toBe(
      '4 documents lus : années 2008, 2010 à 2012, 1\u202f600 pages (1\u202f600 lues).',
    );
  });

  it('tells a page that could not be read from an empty one', () => {
    const illisible = { document: 'sha256:null', page: 1, raison: 'image seule' };
    const phrase = phraseLecture(
      couverture({
        documents: [document(null, 1, 'rapport')],
        pagesLues: 0,
        pagesNonLues: [illisible],
      }),
    );
    expect(phrase).toBe('1 document lu : rapport, 1 page (0 lue, 1 illisible).');
  });

  it('affirms nothing of an empty base', () => {
    expect(phraseLecture(couverture({}))).toMatch(/^Aucun document lu/);
  });
});

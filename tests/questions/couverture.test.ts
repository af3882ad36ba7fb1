import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BaseDeTest, ouvrirBase } from './support/base.js';

const document = (annee: number, pages: readonly string[]) => ({ annee, pages, faits: [] });
let base: BaseDeTest;
beforeAll(async () => {
  const documents = [
    document(2008, ['un', 'deux']),
    document(2011, ['trois']),
    document(2012, ['', 'cinq']),
  ];
  base = await ouvrirBase(documents, []);
});
afterAll(() => base.fermer());

it('names the documents while they are few, and the years between that nothing covers', () => {
  const { phrase, annees, anneesManquantes } = base.questions.couverture();
  expect(phrase).toBe(
    'Réponse établie sur 3 documents (programme 2008, programme 2011 et programme 2012, 5 pages ; 4 lues, 1 vide).',
  );
  expect([annees, anneesManquantes]).toEqual([
    [2008, 2011, 2012],
    [2009, 2010],
  ]);
});

it('keeps the documents of the years asked', () => {
  const { documents, anneesManquantes } = base.questions.couverture({ debut: 2010, fin: 2011 });
  expect(documents.map((d) => d.annee)).toEqual([2011]);
  expect(anneesManquantes).toEqual([2010]);
});

it('says that no document is of the years asked, and which are', () => {
  const { phrase, documents } = base.questions.couverture({ debut: 2001, fin: 2002 });
  expect(phrase).toBe(
    'Aucun des 3 documents lus ne porte sur les années demandées (années 2008, 2011 et 2012).',
  );
  expect(documents).toHaveLength(3);
});

it('takes an open bound for what was read', () => {
  expect(base.questions.couverture({ debut: 0, fin: 9999 }).anneesManquantes).toEqual([2009, 2010]);
  expect(base.questions.couverture({ debut: 2011, fin: 2014 }).anneesManquantes).toEqual([
    2013, 2014,
  ]);
});

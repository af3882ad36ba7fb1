import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reponse } from '../../src/questions/types.js';
import type { BaseDeTest } from './support/base.js';
import { ouvrirDeuxAnnees } from './support/deuxAnnees.js';

let base: BaseDeTest;
beforeAll(async () => {
  base = await ouvrirDeuxAnnees();
});
afterAll(() => base.fermer());

const demander = (question: string): Promise<Reponse> =>
  base.questions.demander(question, new Date('2013-05-01'));
const ids = async (question: string): Promise<string[]> =>
  (await demander(question)).resultats.map((r) => r.id.slice(r.id.indexOf(':') + 1)).sort();

describe('actions that a question sets aside', () => {
  it.each([
    ['Quelles actions ne touchent pas Melun ?', ['bouger', 'parents']],
    ['quelles actions touchent Meaux mais pas Chelles', ['bouger', 'parents']],
    ['actions à Meaux hors CUCS', ['bouger', 'parents']],
    ['actions à Meaux sauf PRE', ['bouger', 'debat']],
    ['actions à Chelles hors actions départementales', []],
    ['actions en 2012 en dehors de Meaux', ['dormir']],
    ['actions en 2012 sauf la santé', ['bouger', 'debat']],
    ['actions en 2012 sauf les ateliers', ['bouger', 'debat']],
    ['actions qui ne touchent ni Melun ni Meaux', []],
    ['actions en 2012 qui ne mobilisent pas le CUCS', ['bouger', 'dormir']],
  ])('« %s »', async (question, attendues) => {
    expect(await ids(question)).toEqual(attendues);
  });

  it('says them in the equation and in the sentence', async () => {
    const { equation, phrase } = await demander('actions à Meaux mais pas à Chelles');
    expect(equation.commune?.libelle).toBe('Meaux');
    expect(equation.exclus?.map((r) => r.id)).toEqual(['commune:77108']);
    expect(phrase).toContain('sauf celles qui touchent Chelles');
  });

  it.each([
    'Quelles actions n’ont pas de territoire ?',
    'actions à Meaux sauf en 2012',
    'quelles actions ne touchent que Meaux',
    'Quels dispositifs ne sont pas déployés à Meaux ?',
    'qui n’intervient pas à Meaux',
    'publications sauf le PRE',
  ])('refuses « %s » rather than answer its opposite', async (question) => {
    const { sansReponse, total, phrase } = await demander(question);
    expect([sansReponse?.motif, total]).toEqual(['non-traite', 0]);
    expect(phrase).toContain('négation');
  });

  it.each(['actions à Meaux, si cela ne vous dérange pas', 'Je ne trouve pas les actions à Meaux'])(
    'takes no politeness for a negation: « %s »',
    async (question) => {
      expect(await ids(question)).toEqual(['bouger', 'debat', 'parents']);
    },
  );
});

describe('communes that no document says have a dispositif', () => {
  it.each([
    'communes sans CUCS',
    'Dans quelles communes le CUCS n’est-il pas déployé ?',
    'quelles villes n’ont pas de CUCS',
  ])('« %s »', async (question) => {
    const { resultats, phrase, equation } = await demander(question);
    expect(resultats.map((r) => r.titre)).toEqual(['Melun', 'Chelles', 'Le Mée-sur-Seine']);
    expect(phrase).toContain('qu’aucun document lu ne dit dotées du dispositif CUCS');
    expect(equation.exclus?.map((r) => r.id)).toEqual(['dispositif:cucs']);
  });

  it('takes those that have another away', async () => {
    const { resultats } = await demander('Quelles communes ont un PRE mais pas de CUCS ?');
    expect(resultats.map((r) => r.titre)).toEqual(['Chelles']);
  });

  it('says nothing of a dispositif whose places no document gives', async () => {
    const { sansReponse } = await demander('communes sans ASV en 2012');
    expect(sansReponse?.motif).toBe('deploiement-inconnu');
  });

  it('answers « si » to a question that denies what the documents say', async () => {
    expect((await demander('Meaux n’a-t-elle pas de PRE ?')).phrase).toMatch(/^Si\. /);
  });
});

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
  (await demander(question)).resultats.map((r) => r.id.slice(r.id.indexOf(':') + 1));

describe('what a question names is used or said', () => {
  it('limits a deployment to the département and says the year of each place', async () => {
    expect((await demander('Combien de communes ont un PRE en Seine-et-Marne ?')).phrase).toBe(
      'Le dispositif PRE est déployé dans 2 communes du département Seine-et-Marne, selon les documents lus : 1 (2012) et 1 (2010).',
    );
  });

  it('limits a deployment to the members of an intercommunalité', async () => {
    const { total, phrase } = await demander(
      'combien de communes de la CA Melun Val de Seine ont un PRE',
    );
    expect(total).toBe(0);
    expect(phrase).toContain('déploiement connu : 2 communes');
  });

  it('answers each dispositif in each commune named', async () => {
    const { phrase } = await demander('y a-t-il un PRE et un CUCS à Meaux');
    expect(phrase).toContain('PRE, Meaux : Oui.');
    expect(phrase).toContain('CUCS, Meaux : Oui.');
  });

  it('says what a deployment leaves aside', async () => {
    expect((await demander('communes qui ont un PRE pour les jeunes')).phrase).toMatch(
      /^Sans tenir compte de « Jeunes », non compris : /,
    );
  });

  it('keeps links to the years asked', async () => {
    expect((await demander('liens entre PRE et ASV en 2012')).total).toBe(0);
    expect((await demander('liens entre PRE et ASV en 2010')).resultats.map((r) => r.id)).toEqual([
      'commune:77284',
    ]);
  });

  it('says the part of a territory that no list knows', async () => {
    expect((await demander('actions dans le nord de la Seine-et-Marne')).phrase).toMatch(
      /^Sans tenir compte de « le nord de la », non compris : /,
    );
  });
});

describe('words that filter nothing', () => {
  it.each([
    'Bonjour, merci d’avance de me dire les actions qui interviennent à Meaux',
    'quelles sont précisément les actions programmées dans la ville de Meaux, svp',
    'actions de la commune de Meaux visées',
  ])('« %s »', async (question) => {
    const { total, equation } = await demander(question);
    expect([total, equation.mots]).toEqual([3, undefined]);
  });

  it('leaves aside a word that no action has, as typed, and says it', async () => {
    const { total, phrase } = await demander('actions édulcorées à Meaux');
    expect(total).toBe(3);
    expect(phrase).toMatch(/^Sans tenir compte de « édulcorées », non compris : 3 actions /);
  });

  it('keeps a subject, whose absence is the answer', async () => {
    expect((await demander('actions sur la cybernétique à Meaux')).total).toBe(0);
  });

  it.each(['le quartier', 'la ville', 'le département', 'la commune'])(
    'takes « %s » for no commune',
    async (nom) => {
      expect((await demander(`actions dans ${nom}`)).equation.commune).toBeUndefined();
    },
  );
});

describe('what a question may ask for', () => {
  it('an axe by its name or its number', async () => {
    expect((await ids('actions de l’axe Santé')).sort()).toEqual(['bouger', 'debat', 'dormir']);
    expect((await ids('axe 1 en 2010')).sort()).toEqual(['echanges', 'parents']);
  });

  it('months, with what is planned all year round last and said', async () => {
    const { resultats, phrase } = await demander('quelles actions en avril 2012');
    expect(resultats.map((r) => r.id)).toEqual(['action:dormir', 'action:bouger']);
    expect(phrase).toContain('Dont 1 prévue toute l’année');
    expect(phrase).toContain('1 action sans période connue');
    expect(await ids('actions au second semestre 2010')).toEqual(['parents', 'echanges']);
    expect(await ids('actions au premier trimestre 2012')).toEqual(['bouger']);
  });

  it('one portée', async () => {
    expect(await ids('quelles actions touchent Meaux nommément')).toEqual(['parents']);
    expect(await ids('actions qui touchent Meaux par un quartier')).toEqual(['bouger']);
    expect(await ids('les actions départementales en 2012')).toEqual(['debat']);
  });

  it('all the publications of a year, with their number', async () => {
    const { total, phrase, resultats } = await demander(
      'Quelles publications sont prévues en 2012 ?',
    );
    expect([total, resultats[0]?.titre]).toEqual([1, 'Dormir, une affaire publique']);
    expect(phrase).toBe('1 publication en 2012, selon les documents lus.');
    expect((await demander('publications')).total).toBe(2);
  });

  it('a format by its head, in formats and at the start of titles', async () => {
    expect((await ids('combien de groupes de travail')).sort()).toEqual(['bouger', 'parents']);
    expect(await ids('groupes d’échanges en 2010')).toEqual(['echanges']);
  });

  it('the publics, dispositifs or communes of some actions', async () => {
    const publics = await demander('Quels publics sont visés par les actions PRE ?');
    expect(publics.resultats.map((r) => [r.type, r.titre])).toEqual([['Public', 'Jeunes']]);
    expect(await ids('Combien de dispositifs en 2012 ?')).toEqual(['cucs']);
    expect(await ids('combien de communes touchées en 2012')).toEqual(['77288']);
    expect(await ids('quels thèmes sont abordés en 2012')).toEqual(['sante']);
    expect((await demander('quels thèmes sont abordés en 2010')).sansReponse?.motif).toBe(
      'rien-trouve',
    );
  });

  it('the members of an intercommunalité, with their years', async () => {
    const { resultats, phrase } = await demander('communes membres de la CA Melun Val de Seine');
    expect(resultats.map((r) => r.titre)).toEqual(['Le Mée-sur-Seine', 'Melun']);
    expect(phrase).toContain('(2002-2015)');
  });

  it('the intercommunalité of a commune, at the dates asked', async () => {
    const { resultats, phrase } = await demander('à quelle intercommunalité appartient Melun ?');
    expect(resultats.map((r) => r.titre)).toEqual(['CA Melun Val de Seine']);
    expect(phrase).toBe('Melun est ou a été membre de la CA Melun Val de Seine (2002-2015).');
  });

  it('words that no document has, and says which instead of answering something near', async () => {
    const { sansReponse, total, resultats, proches } = await demander(
      'y a-t-il quelque chose sur la santé en montgolfière ?',
    );
    expect([sansReponse?.motif, total, resultats]).toEqual(['rien-trouve', 0, []]);
    expect(sansReponse?.phrase).toContain('aucun des textes lus ne contient « montgolfière »');
    expect(proches?.length).toBeGreaterThan(0);
  });

  it('no comparison with a year whose programme was not read, and says so', async () => {
    for (const q of ['programme 2010 vs 2012', 'qu’est-ce qui a changé entre 2010 et 2012 ?']) {
      const { sansReponse, total } = await demander(q);
      expect([sansReponse?.motif, total]).toEqual(['annee-non-couverte', 0]);
    }
  });
});

describe('portées of a territory that holds others', () => {
  it('names an intercommunalité by a member commune', async () => {
    const { parPortee, resultats } = await demander('actions de la CA Melun Val de Seine');
    expect(parPortee).toMatchObject({ nommee: 2, groupement: 0, departement: 1 });
    const dormir = resultats.find((r) => r.id === 'action:dormir');
    expect(dormir && 'chaine' in dormir ? dormir.chaine?.map((m) => m.relation) : []).toEqual([
      'TOUCHE',
      'MEMBRE_DE',
    ]);
  });

  it('names a département by one of its communes', async () => {
    const { parPortee, phrase } = await demander('actions en Seine-et-Marne');
    expect(parPortee).toMatchObject({ nommee: 3, quartier: 1, groupement: 1, departement: 0 });
    expect(phrase).not.toContain('tout le département');
  });

  it('says one portée in one word', async () => {
    expect((await demander('actions nommément à Melun')).phrase).toBe(
      '1 action touche Melun, nommément.',
    );
  });

  it('says beside a silence that the territory is cited', async () => {
    const { sansReponse } = await demander('Quelles actions touchent Paris ?');
    expect(sansReponse?.motif).toBe('hors-territoire');
    expect(sansReponse?.phrase).toContain('Paris est citée par 1 action');
  });
});

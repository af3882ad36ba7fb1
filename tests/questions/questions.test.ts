import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MaillageError } from '../../src/domain/errors.js';
import { estPreuveTexte } from '../../src/domain/fait.js';
import { urlPage } from '../../src/domain/urls.js';
import type { Maillon, PreuveSituee, Reponse, ResultatAction } from '../../src/questions/types.js';
import type { BaseDeTest } from './support/base.js';
import { ouvrirPetitMonde } from './support/petitMonde.js';

let base: BaseDeTest;
beforeAll(async () => {
  base = await ouvrirPetitMonde();
});
afterAll(() => base.fermer());

const demander = (question: string): Promise<Reponse> =>
  base.questions.demander(question, new Date('2013-05-01'));

const portees = (actions: readonly unknown[]): Record<string, string | undefined> =>
  Object.fromEntries((actions as ResultatAction[]).map((a) => [a.id, a.portee]));

/** Every quote is the slice of its page, and says in which file and on which printed page it is. */
function verifier(preuves: readonly PreuveSituee[]): void {
  for (const preuve of preuves) {
    if (!estPreuveTexte(preuve)) continue;
    const { document, page, debut, fin, citation } = preuve;
    expect(base.moteurs.faits.page(document, page)?.texte.slice(debut, fin)).toBe(citation);
    expect(preuve).toMatchObject({
      fichier: 'programme-2012.pdf',
      imprimee: page + 2,
      url: urlPage(document, page, { debut, fin }),
    });
  }
}

describe('actions of a territory', () => {
  it('puts each action under its strongest portée, in the order of the portées then of the programme', async () => {
    const { resultats, parPortee, total, phrase } = await demander(
      'Quelles actions touchent Meaux ?',
    );
    expect(Object.entries(portees(resultats))).toEqual([
      ['action:veillee', 'nommee'],
      ['action:marche', 'quartier'],
      ['action:groupe', 'dispositif'],
      ['action:croisee', 'dispositif'],
      ['action:souffrances', 'departement'],
    ]);
    expect(parPortee).toEqual({
      nommee: 1,
      quartier: 1,
      groupement: 0,
      dispositif: 2,
      departement: 1,
    });
    expect(total).toBe(5);
    expect(phrase).toBe(
      '5 actions touchent Meaux : 1 nommément, 1 par un quartier, 2 par un dispositif et 1 par le département.',
    );
  });

  it('keeps every chain of an action, each hop with its sentence, its status and its passages', async () => {
    const { resultats } = await demander('actions à Meaux');
    const croisee = (resultats as ResultatAction[]).find((a) => a.id === 'action:croisee');
    expect(croisee?.chaines?.map((c) => c.portee)).toEqual(['dispositif', 'departement']);
    expect(croisee?.chaine?.map((m) => m.phrase)).toEqual([
      'Cette action s’adresse au dispositif PRE.',
      'Le dispositif PRE est déployé à Meaux (2012).',
    ]);
    expect(croisee?.chaine?.map((m) => m.statut)).toEqual(['dit', 'dit']);
    for (const hop of croisee?.chaine ?? []) expect(hop.preuves).not.toHaveLength(0);
    for (const { preuves } of resultats) verifier(preuves ?? []);
  });

  it('finds the action of a grouping through the membership of that year', async () => {
    const { resultats } = await base.questions.actionsTerritoire('77288', { portee: 'groupement' });
    expect(resultats.map((a) => a.id)).toEqual(['action:cycle']);
    expect(resultats[0]?.chaine?.map((m: Maillon) => [m.statut, m.phrase])).toEqual([
      ['dit', 'Cette action a pour territoire la CA Melun Val de Seine.'],
      ['reference', 'Melun était membre de la CA Melun Val de Seine (2002-2015).'],
    ]);
  });

  it('sets apart, uncounted, what is reserved to the teams of a dispositif that is not there', async () => {
    const reponse = await demander('actions à Chelles');
    expect(portees(reponse.resultats)).toEqual({
      'action:croisee': 'departement',
      'action:souffrances': 'departement',
    });
    expect(portees(reponse.apart ?? [])).toEqual({ 'action:groupe': 'reservee' });
    expect(reponse.total).toBe(2);
  });

  it('restricts to a theme, a dispositif, a format or a word, with exact counts', async () => {
    const ids = async (q: string) => Object.keys(portees((await demander(q)).resultats)).sort();
    expect(await ids('actions santé à Meaux')).toEqual(['action:croisee', 'action:souffrances']);
    expect(await ids('actions du PRE à Meaux')).toEqual([
      'action:croisee',
      'action:groupe',
      'action:souffrances',
      'action:veillee',
    ]);
    expect(await ids('ateliers à Meaux')).toEqual([
      'action:croisee',
      'action:marche',
      'action:veillee',
    ]);
    expect(await ids('actions psychosociales à Meaux')).toEqual(['action:souffrances']);
  });

  it('says how many there are without the criterion that leaves none', async () => {
    const { sansReponse } = await demander('actions sur le nucléaire à Meaux');
    expect(sansReponse?.motif).toBe('rien-trouve');
    expect(sansReponse?.phrase).toContain('Sans ce critère, 5 actions touchent Meaux.');
  });

  it('keeps the actions that touch each of two communes', async () => {
    const { equation, resultats } = await demander('actions à Meaux et à Melun');
    expect(equation.communes?.map((c) => c.libelle)).toEqual(['Meaux', 'Melun']);
    expect(Object.keys(portees(resultats)).sort()).toEqual([
      'action:croisee',
      'action:groupe',
      'action:souffrances',
    ]);
  });

  it('finds today’s commune under a former name and says so', async () => {
    const { equation, phrase } = await demander('quelles actions touchent Le Mée');
    expect(equation.commune).toMatchObject({ id: 'commune:77285', ancienNom: 'Le Mée' });
    expect(phrase).toMatch(/^Le Mée est aujourd’hui Le Mée-sur-Seine\. /);
  });

  it('accepts a bare code and refuses an unknown one with the nearest name', async () => {
    await expect(base.questions.actionsTerritoire('77284')).resolves.toMatchObject({ total: 5 });
    await expect(base.questions.actionsTerritoire('meau')).rejects.toMatchObject({
      genre: 'introuvable',
      remede: 'Vouliez-vous dire « Meaux » (commune:77284) ?',
    });
  });
});

describe('links between two dispositifs', () => {
  it('brings the actions that have both for object first, each with a passage for each', async () => {
    const { resultats, phrase } = await demander('liens entre PRE et ASV');
    expect(resultats.map((r) => [r.id, 'nature' in r ? r.nature : null])).toEqual([
      ['action:croisee', 'action'],
      ['action:souffrances', 'action'],
      ['personne:ada-lovelace', 'intervenant'],
    ]);
    expect(phrase).toBe(
      'Entre PRE et ASV : 2 actions et 1 intervenant commun. Le document lu ne dit pas où le dispositif ASV est déployé.',
    );
    for (const lien of resultats) {
      expect(lien.preuves?.filter(estPreuveTexte).length).toBeGreaterThan(0);
      verifier(lien.preuves ?? []);
    }
  });

  it('answers the same whichever is named first', async () => {
    const [ab, ba] = await Promise.all([
      base.questions.liens('pre', 'asv'),
      base.questions.liens('asv', 'pre'),
    ]);
    expect(ab.resultats.map((l) => l.id).sort()).toEqual(ba.resultats.map((l) => l.id).sort());
  });
});

describe('deployment', () => {
  it('lists the places by name, with the passage that says each', async () => {
    const { resultats, total } = await demander('où le PRE est-il déployé ?');
    expect(resultats.map((r) => r.titre)).toEqual(['Meaux', 'Melun']);
    expect(total).toBe(2);
    for (const lieu of resultats) verifier(lieu.preuves ?? []);
  });

  it('says yes by the intercommunalité that has it', async () => {
    const { phrase } = await demander('y a-t-il un CUCS à Melun');
    expect(phrase).toBe(
      'Oui. Le dispositif CUCS est déployé dans la CA Melun Val de Seine (2012). Melun était membre de la CA Melun Val de Seine (2002-2015).',
    );
  });

  it('never says no: it says what the documents say', async () => {
    const { sansReponse, total } = await demander('y a-t-il un PRE à Chelles');
    expect([sansReponse?.motif, total]).toEqual(['rien-trouve', 0]);
    expect(sansReponse?.phrase).toBe(
      'Le document lu ne dit pas le dispositif PRE déployé à Chelles ; déploiement connu : 2 communes.',
    );
  });

  it('lists the dispositifs of a commune, its own and those of its intercommunalité', async () => {
    const { phrase, resultats } = await demander('quels dispositifs à Melun ?');
    expect(phrase).toBe(
      '2 dispositifs sont déployés à Melun, selon les documents lus : PRE et CUCS.',
    );
    for (const { preuves } of resultats) verifier(preuves ?? []);
  });

  it('says that no document tells, when none does', async () => {
    const { sansReponse } = await demander('dans quelles communes y a-t-il un ASV');
    expect(sansReponse).toEqual({
      motif: 'deploiement-inconnu',
      phrase: 'Le document lu ne dit pas où le dispositif ASV est déployé.',
    });
  });
});

describe('silence', () => {
  it.each([
    ['actions à Meaux en 2005', 'annee-non-couverte'],
    ['liens entre PRE et ASV en 2001', 'annee-non-couverte'],
    ['quelles actions touchent Paris', 'hors-territoire'],
    ['y a-t-il un PRE à Paris', 'hors-territoire'],
    ['que se passe-t-il à Trifouilly', 'hors-territoire'],
    ['zorglub', 'rien-trouve'],
    ['quelles publications sur la cybernétique', 'rien-trouve'],
    ['qui intervient sur la cybernétique', 'rien-trouve'],
  ])('« %s » : %s', async (question, motif) => {
    const { sansReponse, resultats, total, phrase, couverture } = await demander(question);
    expect(sansReponse?.motif).toBe(motif);
    expect([resultats.length, total]).toEqual([0, 0]);
    expect(phrase).toBe(sansReponse?.phrase);
    expect(couverture.documents).toHaveLength(1);
  });

  it('answers a period that is covered in part and says which years are', async () => {
    const { total, phrase, couverture } = await demander('actions à Meaux de 2010 à 2012');
    expect(total).toBe(5);
    expect(phrase).toContain('De ces années, seule 2012 est couverte par les documents lus.');
    expect(couverture.anneesManquantes).toEqual([2010, 2011]);
  });

  it('refuses an empty question', async () => {
    await expect(demander('  ')).rejects.toBeInstanceOf(MaillageError);
  });
});

describe('other intentions', () => {
  it('counts what is asked', async () => {
    expect((await demander("combien d'actions à Meaux")).total).toBe(5);
    expect((await demander('combien de communes ont un PRE')).total).toBe(2);
    expect((await demander("combien d'intervenants sur la santé")).total).toBe(1);
  });

  it('names who takes part, in which actions and in which function', async () => {
    const { resultats } = await demander('qui intervient à Meaux');
    expect(resultats).toHaveLength(1);
    expect(resultats[0]).toMatchObject({
      type: 'Personne',
      titre: 'Ada Lovelace',
      extrait:
        '« Veillée des équipes de Meaux » (intervenant, mathématicienne) ; « Souffrances psychosociales » (intervenant)',
    });
  });

  it('defines a sigle by its card, then by the pages that name it', async () => {
    const { phrase, resultats } = await demander("c'est quoi un PRE");
    expect(phrase).toBe(
      'PRE : Programme de réussite éducative. Suivi individuel d’enfants fragiles.',
    );
    expect(resultats.map((r) => r.type)).toEqual(['Dispositif', 'Page', 'Page']);
  });

  it('searches the texts for anything else', async () => {
    const { equation, resultats } = await demander('souffrances psychosociales');
    expect(equation).toEqual({ intention: 'recherche', mots: 'souffrances psychosociales' });
    expect(resultats[0]?.id).toBe('action:souffrances');
  });
});

describe('coverage', () => {
  it('counts documents and pages in one sentence', () => {
    expect(base.questions.couverture()).toMatchObject({
      annees: [2012],
      anneesManquantes: [],
      pagesLues: 2,
      pagesNonLues: [{ page: 3, raison: 'page vide' }],
      phrase: 'Réponse établie sur 1 document (programme 2012, 3 pages ; 2 lues, 1 vide).',
    });
  });
});

describe('the sentences of links', () => {
  it('name each action where a link has several', async () => {
    const { resultats } = await demander('liens entre PRE et ASV');
    const ada = resultats.find((r) => r.id === 'personne:ada-lovelace');
    expect(ada && 'maillons' in ada ? ada.maillons.map((m) => m.phrase).sort() : []).toEqual([
      'Ada Lovelace (mathématicienne) intervient dans l’action « Veillée des équipes de Meaux ».',
      'Ada Lovelace intervient dans l’action « Souffrances psychosociales ».',
    ]);
  });

  it('say « aucune » rather than 0', async () => {
    const { phrase } = await demander('liens entre PRE et CUCS');
    expect(phrase).not.toMatch(/\b0 /);
  });

  it('rank the action that a question names before its words', async () => {
    const { phrase } = await demander('qui anime la veillée des équipes de Meaux ?');
    expect(phrase).toBe('1 intervenant (action « Veillée des équipes de Meaux »).');
  });
});

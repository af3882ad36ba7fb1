import { describe, expect, it } from 'vitest';
import { action, lotDe, programme, relations } from './support.js';

async function roles(corps: string, champs: Readonly<Record<string, string>>) {
  const lot = await lotDe(programme(action('Journée des équipes', corps, champs)));
  return { intervient: relations(lot, 'INTERVIENT_DANS'), lot };
}

describe('the roles of an action', () => {
  it('resolves « les deux Unions » to the two organisations of the other fields that have the word', async () => {
    const { intervient } = await roles('Une journée.', {
      Partenaires: 'Union des maires du Vexin, Union des bailleurs du Nord, CAF',
      Animation: 'les deux Unions',
    });
    expect(intervient).toEqual([
      "Caisse d'allocations familiales du Val-d'Oise partenaire",
      'Union des bailleurs du Nord animateur',
      'Union des bailleurs du Nord partenaire',
      'Union des maires du Vexin animateur',
      'Union des maires du Vexin partenaire',
    ]);
  });

  it('makes nobody of « les deux Unions » without two of them', async () => {
    const { intervient } = await roles('Une journée.', {
      Partenaires: 'Union des maires du Vexin',
      Animation: 'les deux Unions',
    });
    expect(intervient).toEqual(['Union des maires du Vexin partenaire']);
  });

  it('takes the organisations that the text makes do the action for partners, the others for cited', async () => {
    const { intervient, lot } = await roles(
      "La DDCS (Cergy) et la CAF du Val d'Oise proposeront trois ateliers, selon les travaux de l'ANRU.",
      {},
    );
    expect(intervient).toEqual([
      "Caisse d'allocations familiales du Val-d'Oise partenaire",
      "Direction départementale de la cohésion sociale du Val-d'Oise partenaire",
    ]);
    expect(relations(lot, 'CITE')).toEqual(['Agence nationale pour la rénovation urbaine']);
  });

  it('knows an organisation behind its article', async () => {
    const { lot } = await roles('Une journée.', { Partenaires: 'la CAF de Seine-et-Marne' });
    const ids = lot.assertions.filter((a) => a.predicat === 'INTERVIENT_DANS').map((a) => a.sujet);
    expect(ids).toEqual(['organisme:caf-77']);
  });

  it('knows the centre of the title page under its short name', async () => {
    const texte = programme(
      action('Journée', 'Une journée.', { Animation: 'Centre de ressources' }),
    );
    const lot = await lotDe(
      texte.replace(/Pôle de ressources .*/, 'Centre de ressources Villes et quartiers du Vexin'),
    );
    expect(relations(lot, 'INTERVIENT_DANS')).toEqual([
      'Centre de ressources Villes et quartiers du Vexin animateur',
    ]);
  });

  it('makes a person a member of the organisation that their function names', async () => {
    const { lot } = await roles('Une journée.', {
      Intervenants:
        'Claire Martin, sociologue (EHESS) ; Paul Durand (Toulouse), chargé de mission à la CAF du Val d’Oise',
    });
    const membres = lot.assertions
      .filter((a) => a.predicat === 'MEMBRE_DE' && a.sujet.startsWith('personne:'))
      .map((a) => `${a.sujet} ${a.objet} ${a.proprietes?.annee}`);
    expect(membres[0]).toBe('personne:claire-martin organisme:ehess 2012');
  });
});

describe('the dispositif of a public', () => {
  it.each([
    ['chefs de projet rénovation urbaine', 'Projet de rénovation urbaine objet true'],
    ['conseillers citoyens', 'Conseil citoyen objet'],
    ['formateurs ASL', 'Ateliers sociolinguistiques objet'],
  ])('is read in « %s »', async (publics, attendu) => {
    const lot = await lotDe(programme(action('Journée', 'Une journée.', { Public: publics })));
    expect(relations(lot, 'MOBILISE')).toEqual([attendu]);
  });
});

import { describe, expect, it } from 'vitest';
import type { OptionsMentions, TypeMention } from '../../src/gazetteer/types.js';
import { DOCUMENT, gazetteer, lire, QUESTION } from './support.js';

const LIEUX: readonly TypeMention[] = ['commune', 'intercommunalite', 'departement', 'quartier'];

describe('places in a document', () => {
  it.each<[string, string[]]>([
    // a name inside another
    ['Vallée de Montmorency', ['Vallée de Montmorency -> 249500414']],
    [
      'la Communauté d’agglomération de la Vallée de Montmorency',
      ['Communauté d’agglomération de la Vallée de Montmorency -> 249500414'],
    ],
    ['un projet de Cergy-Pontoise', ['Cergy-Pontoise -> 249500109']],
    ['CA de Cergy-Pontoise', ['CA de Cergy-Pontoise -> 249500109']],
    ['l’Université de Cergy-Pontoise', []],
    ['Saint-Ouen-l’Aumône', ['Saint-Ouen-l’Aumône -> 95572']],
    ["Saint-Ouen l'Aumône", ["Saint-Ouen l'Aumône -> 95572"]],
    ['St-Ouen-l’Aumône', ['St-Ouen-l’Aumône -> 95572']],
    ['Cormeilles-en-Parisis', ['Cormeilles-en-Parisis -> 95176']],
    [
      'Soisy-sous-Montmorency et Montmorency',
      ['Soisy-sous-Montmorency -> 95598', 'Montmorency -> 95428'],
    ],
    ['le Grand Paris', []],
    ['la Métropole du Grand Paris', ['Métropole du Grand Paris -> 200054781']],
    ['Paris-Saclay', []],
    ['la Région Île-de-France', []],
    ['Argenteuil-Bezons', ['Argenteuil-Bezons -> 200000776']],
    [
      'Argenteuil - Bezons - Sarcelles',
      ['Argenteuil -> 95018', 'Bezons -> 95063', 'Sarcelles -> 95585'],
    ],
    [
      'Communauté d’agglomération d’Argenteuil - Bezons',
      ['Communauté d’agglomération d’Argenteuil - Bezons -> 200000776'],
    ],
    ['CA Argenteuil-Bezons', ['CA Argenteuil-Bezons -> 200000776']],
    // line ends
    ['Garges-lès-\nGonesse', ['Garges-lès-\nGonesse -> 95268']],
    ['Deuil-\nla-Barre', ['Deuil-\nla-Barre -> 95197']],
    ['Deuil-\n\nla-Barre', []],
    ['Val \nd’Oise', ['Val \nd’Oise -> 95']],
    ['Villiers-\nle-Bel, Persan', ['Villiers-\nle-Bel -> 95680', 'Persan -> 95487']],
    // former names
    ['Arnouville-lès-Gonesse', ['Arnouville-lès-Gonesse -> 95019']],
    ['Arnouville', ['Arnouville -> 95019']],
    ['Herblay', ['Herblay -> 95306']],
    ['Éragny', ['Éragny -> 95218']],
    ['Éragny-sur-Oise', ['Éragny-sur-Oise -> 95218']],
    ['Tremblay-lès-Gonesse', ['Tremblay-lès-Gonesse -> 93073']],
    ['Pierrefitte-sur-Seine', ['Pierrefitte-sur-Seine -> 93066']],
    // départements
    ['dans le Val d’Oise', ['Val d’Oise -> 95']],
    ['les habitants du Val-d’Oise', ['Val-d’Oise -> 95']],
    ['VAL D’OISE', ['VAL D’OISE -> 95']],
    ['les acteurs val d’oisiens', []],
    ['la scène val-d’oisienne', []],
    ['Est Val d’Oise', []],
    ['la Seine-Saint-Denis', ['Seine-Saint-Denis -> 93']],
    ['la Seine Saint Denis', ['Seine Saint Denis -> 93']],
    ['au Nord du quartier', []],
    ['le département du Nord', ['Nord -> 59']],
    ['les communes du 95', ['95 -> 95']],
    ['du 95 mars', []],
    ['le 12 mars', []],
    ['CRPVE (Essonne)', ['Essonne -> 91']],
    // outside Île-de-France
    ['Ville de Rennes', ['Rennes -> 35238']],
    ['l’expérience de Rennes', ['Rennes -> 35238']],
    ['la rencontre de Cahors', ['Cahors -> 46042']],
    ['le cabinet Geste', []],
    ['Le Sens de l’action', []],
    ['à Tours', ['Tours -> 37261']],
    ['Les Tours du quartier', []],
    ['la société Orange', []],
    ['Berlin, laboratoire', []],
    ['les pistes de Ham', []],
    // people, streets
    ['Patrick Gonesse', []],
    ['Jean Bezons', []],
    ['Jean-Pierre Gonesse, sociologue', []],
    ['Gonesse (Patrick)', []],
    ['Gonesse (quartier des Marronniers)', ['Gonesse -> 95277']],
    ['M. Bezons', []],
    ['Mme Sarcelles', []],
    ['P. Gonesse', []],
    ['rue de Pontoise', []],
    ['avenue de Paris', []],
    ['forêt de Montmorency', []],
    ['Paris', ['Paris -> 75056']],
    // homographs
    ['Us', ['Us -> 95625']],
    ['la commune de Marines', ['Marines -> 95370']],
    ['Les Marines et les soldats', []],
    ['Persan, Marines et Us', ['Persan -> 95487', 'Marines -> 95370', 'Us -> 95625']],
    ['Fosses et Gonesse', ['Fosses -> 95250', 'Gonesse -> 95277']],
    ['les fosses à nettoyer', []],
    ['Le marines de gonesse', []],
    // articles
    ['la mairie du Thillay', ['Thillay -> 95612']],
    ['Le Plessis-Bouchard', ['Le Plessis-Bouchard -> 95491']],
    ['au Plessis-Bouchard', ['Plessis-Bouchard -> 95491']],
    ['à la Courneuve', ['la Courneuve -> 93027']],
    ['L’Isle-Adam', ['L’Isle-Adam -> 95313']],
    ['Les Ulis', ['Les Ulis -> 91692']],
    // capitals, typography
    ['SARCELLES', ['SARCELLES -> 95585']],
    ['GARGES-LÈS-GONESSE', ['GARGES-LÈS-GONESSE -> 95268']],
    ['sarcelles', []],
    ['Garges–lès–Gonesse', ['Garges–lès–Gonesse -> 95268']],
    ['Ville de Garges', ['Garges -> 95268']],
    ['d’Argenteuil,Bezons', ['Argenteuil -> 95018', 'Bezons -> 95063']],
    // homographs between communes
    ['Franconville', ['Franconville -> 95252']],
    ['Saint-Denis', ['Saint-Denis -> 93066']],
    // intercommunalités
    [
      'Communauté d’agglomération « Val et Forêt »',
      ['Communauté d’agglomération « Val et Forêt -> 249500398'],
    ],
    ['CA Val-de-France', ['CA Val-de-France -> 249500380']],
    ['Val de France', ['Val de France -> 249500380']],
    ['la Cavam', ['Cavam -> 249500414']],
    ['Plaine Commune', ['Plaine Commune -> 249300088']],
    ['Est Ensemble', ['Est Ensemble -> 200023430']],
    ['tous ensemble à l’est', []],
    // quarters
    [
      'Joliot-Curie à Argenteuil',
      ['Joliot-Curie -> zus-95018-cite-joliot-curie', 'Argenteuil -> 95018'],
    ],
    ['Les Carreaux', []],
    [
      'Les Carreaux à Villiers-le-Bel',
      ['Les Carreaux -> zus-95680-les-carreaux', 'Villiers-le-Bel -> 95680'],
    ],
  ])('« %s »', (texte, attendus) => {
    expect(lire(texte, DOCUMENT, LIEUX)).toEqual(attendus);
  });

  it('says the former name a text used', () => {
    const [mention] = gazetteer.mentions('à Arnouville-lès-Gonesse', DOCUMENT);
    expect(mention?.candidats).toEqual([
      { id: 'commune:95019', libelle: 'Arnouville', ancienNom: 'Arnouville-lès-Gonesse' },
    ]);
  });

  it('takes the intercommunalité in force in the year of the text', () => {
    expect(lire('Plaine Commune', { ...DOCUMENT, annee: 2020 }, LIEUX)).toEqual([
      'Plaine Commune -> 200057867',
    ]);
    expect(lire('CA Roissy Porte de France', { ...DOCUMENT, annee: 2014 }, LIEUX)).toEqual([
      'CA Roissy Porte de France -> 200036093',
    ]);
    expect(lire('CC Roissy Porte de France', { ...DOCUMENT, annee: 2008 }, LIEUX)).toEqual([
      'CC Roissy Porte de France -> 249500372',
    ]);
  });
});

describe('places in a question', () => {
  it.each<[string, string[]]>([
    ['quelles actions touchent garges les gonesse', ['garges les gonesse -> 95268']],
    ['actions à garges', ['garges -> 95268']],
    ['st ouen l aumone', ['st ouen l aumone -> 95572']],
    ['saint ouen', ['saint ouen -> 93070']],
    ['deuil', ['deuil -> 95197']],
    ['soisy', ['soisy -> 95598']],
    ['enghien', ['enghien -> 95210']],
    ['villiers', ['villiers -> 95680|95678|95682|94079|91685|78683|77521|77519']],
    ['argentueil', ['argentueil -> 95018']],
    ['gargse-les-gonesse', ['gargse-les-gonesse -> 95268']],
    ['garges et gonesse', ['garges -> 95268', 'gonesse -> 95277']],
    ['saint denis a velo', ['saint denis -> 93066|97411']],
    [
      'communauté d’agglomération val et foret',
      ['communauté d’agglomération val et foret -> 249500398'],
    ],
    ['villierslebel', ['villierslebel -> 95680']],
    ['sarcelle', ['sarcelle -> 95585']],
    ['montigny les cormeille', ['montigny les cormeille -> 95424']],
    ['goussinville', ['goussinville -> 95280']],
    ['qui intervient dans le val d oise ?', ['val d oise -> 95']],
    ['actions dans le 95', ['95 -> 95']],
    ['arnouville les gonesse', ['arnouville les gonesse -> 95019']],
    ['cergy pontoise', ['cergy pontoise -> 249500109']],
    ['cergy', ['cergy -> 95127']],
    ['ca val de france', ['ca val de france -> 249500380']],
    ['vallée de montmorency', ['vallée de montmorency -> 249500414']],
    ['courneuve', ['courneuve -> 93027']],
    ['lochères', ['lochères -> zus-95585-locheres']],
    ['rennes', ['rennes -> 35238']],
    ['quelles formations en santé pour les habitants', []],
    ['quel est le sens de la politique de la ville', []],
    ['combien de séances en 2012', []],
    ['le travail de nos marines', []],
    ['la marche du monde et la vie de village', []],
  ])('« %s »', (texte, attendus) => {
    expect(lire(texte, QUESTION, LIEUX)).toEqual(attendus);
  });
});

describe('a field of places', () => {
  const CHAMP: OptionsMentions = { annee: 2019, mode: 'document', champ: true };

  it.each<[string, string[]]>([
    ['Blois, Vendôme et Tours (Sanitas)', ['Blois -> 41018', 'Vendôme -> 41269', 'Tours -> 37261']],
    // a homograph is of the département of its neighbour
    ['Dreux, Vernouillet', ['Dreux -> 28134', 'Vernouillet -> 28404']],
    ['Tours de table', []],
  ])('needs no clue for a whole element of its list: « %s »', (texte, attendu) => {
    expect(lire(texte, CHAMP, ['commune'])).toEqual(attendu);
  });
});

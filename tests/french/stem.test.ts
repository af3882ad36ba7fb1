import { describe, expect, it } from 'vitest';
import { fold } from '../../src/french/fold.js';
import { stem } from '../../src/french/stem.js';

const racine = (mot: string): string => stem(fold(mot));

describe('stem', () => {
  const FAMILLES = [
    'délinquance délinquant délinquants délinquante',
    'animer animée animées animé animation animateur animatrice',
    'élu élus élue élues',
    'emploi emplois',
    'médiation médiateur médiateurs médiatrice médiatrices',
    'directeur directrice directrices',
    'éducation éducatif éducative éduquer éducateur',
    'logement logements loger',
    'prévention prévenir préventif',
    'parentalité parental parentale',
    'sécurité sécurités sécuritaire',
    'précarité précaire précaires',
    'citoyen citoyenne citoyenneté',
    'culture cultures culturelle culturels',
    'jeunesse jeune jeunes',
    'discrimination discriminations discriminatoire',
    'lieu lieux',
    'enjeu enjeux',
    'travail travaux',
    'local locaux locales',
    'évaluer évaluée évaluation',
    'coordonnateur coordinateur coordinatrice coordination',
    'adolescent adolescente adolescence',
    'étranger étrangers étrangère étrangères',
    'travailleur travailleuses',
    'œuvre oeuvres',
  ];
  it.each(FAMILLES)('tient pour un seul mot : %s', (famille) => {
    expect(new Set(famille.split(' ').map(racine)).size).toBe(1);
  });

  it.each([
    ['acteur', 'action'],
    ['agence', 'agent'],
    ['habitat', 'habitant'],
    ['cours', 'cour'],
    ['temps', 'tempe'],
    ['centre', 'central'],
    ['logement', 'logiciel'],
  ])('ne confond pas %s et %s', (a, b) => {
    expect(racine(a)).not.toBe(racine(b));
  });

  it('laisse les mots courts, les nombres et les mots invariables', () => {
    for (const mot of ['zus', '2012', '2eme', 'parcours', 'relais']) expect(stem(mot)).toBe(mot);
  });
});

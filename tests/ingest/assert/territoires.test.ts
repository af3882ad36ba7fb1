import { describe, expect, it } from 'vitest';
import { action, citations, lotDe, programme, relations } from './support.js';

async function lieux(corps: string, territoire?: string) {
  const champs = territoire === undefined ? {} : { Territoire: territoire };
  const lot = await lotDe(programme(action('Journée des équipes', corps, champs)));
  return {
    touche: relations(lot, 'TOUCHE'),
    cite: relations(lot, 'CITE'),
    inconnus: citations(lot, 'lieu-inconnu'),
  };
}

describe('the territory field', () => {
  it.each([
    ['ensemble du département, hors Taverny'],
    ['tout le département sauf Taverny'],
    ["département, à l'exception de Taverny"],
    ["Val-d'Oise (hormis Taverny)"],
  ])('leaves out what « %s » excepts', async (champ) => {
    const lu = await lieux('Une journée.', champ);
    expect(lu.touche).toEqual(["Val-d'Oise champ"]);
    expect(lu.cite).toEqual(['Taverny']);
  });

  it.each([
    ['Métropole de Lyon'],
    ['Communauté urbaine de Melun'],
    ['CA de Meaux'],
    ['pays de Meaux'],
    ['agglomération de Melun'],
    ['canton de Taverny'],
    ["arrondissement d'Argenteuil"],
  ])('does not take « %s » for the commune, and says that it is unknown', async (champ) => {
    const lu = await lieux('Une journée.', champ);
    expect(lu.touche).toEqual([]);
    expect(lu.inconnus).toEqual([champ]);
  });

  it('reads a known grouping and the district of a town', async () => {
    const lu = await lieux('Une journée.', 'CA Val de France, 3e arrondissement de Lyon');
    expect(lu.touche).toEqual(['CA Val de France champ', 'Lyon champ']);
    expect(lu.inconnus).toEqual([]);
  });
});

describe('a quarter', () => {
  it.each([
    ['quartier des Marronniers (Taverny)'],
    ['quartier des Marronniers à Taverny'],
    ['Les Marronniers à Taverny'],
  ])(
    'of the territory field is touched, and its commune only through it: « %s »',
    async (champ) => {
      const lu = await lieux('Une journée.', champ);
      expect(lu.touche).toEqual([`${champ.includes('Les ') ? 'Les ' : ''}Marronniers champ`]);
    },
  );

  it.each([
    ['Taverny (Les Marronniers)', 'Les Marronniers champ'],
    ['Taverny (quartier des Marronniers)', 'Marronniers champ'],
  ])('in brackets is touched with the commune before them: « %s »', async (champ, quartier) => {
    const lu = await lieux('Une journée.', champ);
    expect(lu.touche).toEqual([quartier, 'Taverny champ']);
  });

  it('of the running text has neither « du quartier », nor article, nor the next commune in its name', async () => {
    const lu = await lieux(
      "Les relais du quartier des Marronniers à Taverny et du quartier de l'Arche Basse à Bezons.",
      'Taverny, Bezons',
    );
    expect(lu.touche).toEqual([
      'Arche Basse texte',
      'Bezons champ',
      'Marronniers texte',
      'Taverny champ',
    ]);
  });

  it('whose name ends on that of its commune is not doubled', async () => {
    const lu = await lieux(
      "Aux conseils des quartiers Les Coteaux de Taverny et de l'Arche Basse à Bezons.",
      'Taverny, Bezons',
    );
    expect(lu.touche).toEqual([
      'Arche Basse texte',
      'Bezons champ',
      'Les Coteaux texte',
      'Taverny champ',
    ]);
  });
});

describe('a quarter without the word « quartier »', () => {
  it.each([
    ['À partir des situations des Lochères, à Sarcelles.', 'Sarcelles', 'Lochères'],
    ['Nous irons sur deux terrains, dont Bellevue (Taverny).', 'Taverny', 'Bellevue'],
    ['À Taverny (Rocade sud), les habitants attendent.', 'Taverny', 'Rocade sud'],
    ['À Taverny Nord, les deux instances ont fusionné.', 'Taverny', 'Taverny Nord'],
    ['Les médiatrices santé des Coteaux diront leur enquête.', 'Taverny', 'Coteaux'],
  ])('is read in the text: « %s »', async (corps, commune, quartier) => {
    const lu = await lieux(corps, commune);
    expect(lu.touche).toEqual([`${commune} champ`, `${quartier} texte`].sort());
  });

  it.each([
    ['Le centre social de la Reine Jeanne, à Taverny, fête ses trente ans.'],
    ['Avec Anne Vicher (Taverny), formatrice.'],
    ['Le conseil de la CAF, à Taverny, sera saisi.'],
  ])('is no building, person or body: « %s »', async (corps) => {
    expect((await lieux(corps, 'Taverny')).touche).toEqual(['Taverny champ']);
  });
});

describe('the name of a school or a university', () => {
  it.each([
    ["Renaud Epstein, chercheur à l'ENS de Cachan, en proposera une lecture."],
    ["Une géographe de l'École d'urbanisme de Paris viendra."],
  ])('holds no place of the action: « %s »', async (corps) => {
    expect((await lieux(corps, 'Taverny')).cite).toEqual([]);
  });
});

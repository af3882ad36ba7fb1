import { describe, expect, it } from 'vitest';
import { action, citations, lotDe, programme, relations } from './support.js';

/** A part whose introduction calls notes. */
const partie = (texte: string, ...notes: readonly string[]): string =>
  programme(`${texte}\n`, action('Journée', 'Une journée.'), ...notes, '');

async function deploiements(texte: string, ...notes: readonly string[]) {
  const lot = await lotDe(partie(texte, ...notes));
  const lieux = lot.assertions
    .filter((a) => a.predicat === 'DEPLOYE_A')
    .map((a) => `${a.sujet.replace('dispositif:', '')} ${a.objet?.split(':')[1]}`);
  return { lot, lieux: [...new Set(lieux)].sort() };
}

const BEZONS = '95063';
const PERSAN = '95487';
const ERMONT = '95219';

describe('a deployment list', () => {
  it.each([
    ['Le NPNRU retient en Val d’Oise trois sites : Bezons, Persan et Ermont.', 'npnru'],
    ['Trois communes bénéficient d’un CLSPD : Bezons, Persan, Ermont.', 'clspd'],
    ['Le CLSM est présent à Bezons, Persan et Ermont.', 'clsm'],
    ['Des CLSPD sont installés dans les villes de Bezons, Persan et Ermont.', 'clspd'],
  ])('is read in « %s »', async (texte, dispositif) => {
    const { lieux } = await deploiements(texte);
    expect(lieux).toEqual([BEZONS, PERSAN, ERMONT].map((insee) => `${dispositif} ${insee}`).sort());
  });

  it.each([
    ['Le groupe CLSPD prévoit la visite de deux sites : Bezons et Persan.'],
    ['Le CLSPD se réunira à Bezons.'],
    ['En 2009, le CLSPD était présent à Bezons et Persan.'],
  ])('is not read in « %s »', async (texte) => {
    expect((await deploiements(texte)).lieux).toEqual([]);
  });

  it('names in an alert the entry that no list of places knows', async () => {
    const { lot, lieux } = await deploiements('CLSPD : Bezons, Trifouilly-les-Oies, Persan.');
    expect(lieux).toEqual([`clspd ${BEZONS}`, `clspd ${PERSAN}`]);
    expect(citations(lot, 'lieu-inconnu')).toEqual(['Trifouilly-les-Oies']);
  });
});

describe('an ambiguous sigle at the head of a list', () => {
  it.each([
    ['Trois contrats locaux de santé sont signés.1', 'cls'],
    ['Trois CLS sont signés avec la police et la justice.1', 'cls-securite'],
  ])('is settled by what calls its note: « %s »', async (texte, dispositif) => {
    const { lieux } = await deploiements(texte, '1 CLS : Bezons, Persan, Ermont.');
    expect(lieux).toEqual([BEZONS, PERSAN, ERMONT].map((insee) => `${dispositif} ${insee}`).sort());
  });

  it('is an alert with its meanings when nothing settles it', async () => {
    const { lot, lieux } = await deploiements('CLS : Bezons, Persan.');
    expect(lieux).toEqual([]);
    const [alerte] = (lot.alertes ?? []).filter((a) => a.code === 'dispositif-ambigu');
    expect(alerte?.message).toMatch(/dispositif:cls\).*dispositif:cls-securite\)/);
  });
});

describe('a count beside a list', () => {
  const messages = async (texte: string, ...notes: readonly string[]) =>
    ((await deploiements(texte, ...notes)).lot.alertes ?? [])
      .filter((a) => a.code === 'denombrement-discordant')
      .map((a) => /annonce (\d+ [a-z]+).*en compte (\d+) : « (.*) »/.exec(a.message)?.slice(1));

  it('is compared with its own note only', async () => {
    const texte =
      'Le département compte 2 CLSPD1 et trois contrats locaux de santé2 dans 9 villes.';
    expect(
      await messages(texte, '1 CLSPD : Bezons, Persan.', '2 CLS : Ermont, Persan, Bezons.'),
    ).toEqual([]);
  });

  it('in words is an alert when it differs, with the whole list', async () => {
    expect(await messages('Quatre villes ont un CLSPD.1', '1 CLSPD : Bezons, Persan.')).toEqual([
      ['4 villes', '2', 'CLSPD : Bezons, Persan'],
    ]);
  });

  it('counts a grouping, its acronym and its communes as one contract', async () => {
    const note =
      '1 CUCS : Communauté d’agglomération de la Vallée de Montmorency « Cavam » (2 communes : Montmagny, Saint-Gratien) ; Persan.';
    expect(await messages('Il y a 2 contrats.1', note)).toEqual([]);
    expect(await messages('Il y a 3 contrats.1', note)).toHaveLength(1);
  });
});

describe('a place in a sentence about earlier years', () => {
  const lieux = async (corps: string) => {
    const lot = await lotDe(programme(action('Atelier', corps, { Territoire: 'département' })));
    return [relations(lot, 'TOUCHE'), relations(lot, 'CITE')];
  };

  it.each([
    ['En 2010 et 2011, un cycle a été animé auprès de deux villes (Bezons et Persan).'],
    ['En 2009, avec les villes de Bezons et Persan, un cycle a eu lieu.'],
  ])('is background: « %s »', async (corps) => {
    expect(await lieux(corps)).toEqual([["Val-d'Oise champ"], ['Bezons', 'Persan']]);
  });

  it.each([
    ['Depuis 2007, le travail se fait auprès des communes de Bezons et Persan.'],
    ['En 2011, engagé auprès des communes de Bezons et Persan, le travail se poursuivra.'],
    ['En 2012, un cycle est animé auprès des communes de Bezons et Persan.'],
  ])('takes part when the action goes on: « %s »', async (corps) => {
    expect(await lieux(corps)).toEqual([['Bezons texte', 'Persan texte', "Val-d'Oise champ"], []]);
  });

  it('takes part as a grouping to whose sites a group is opened', async () => {
    const lu = await lieux(
      'Le groupe est élargi aux sites de la communauté d’agglomération Val de France.',
    );
    expect(lu).toEqual([['CA Val de France texte', "Val-d'Oise champ"], []]);
  });
});

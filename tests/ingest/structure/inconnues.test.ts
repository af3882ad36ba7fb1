import { describe, expect, it } from 'vitest';
import { texte } from '../../../ingest/formats/texte/index.js';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { devinerChamps, estValeurCourte } from '../../../ingest/stages/segmentation/valeurs.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';

const PROFILS = loadProfils();

async function actionsDe(contenu: string) {
  const { pages } = await texte.lire(Buffer.from(contenu));
  const lu = segmentProgramme(pages, chooseProfil(pages, PROFILS));
  expect(uncovered(pages, lu)).toEqual([]);
  return lu.axes.flatMap((a) => a.actions);
}

const TITRES = ['Jardins partagés', 'Copropriétés fragiles', 'Décrocheurs', 'Lire en famille'];

describe('labels that the vocabulary does not know', () => {
  it('are labels where they come in most actions, next to each other', async () => {
    const fiches = TITRES.map(
      (t, i) => `${t}\n\nTempo : ${i + 2} séances\nCoin de ville : Stains\nOn vise : agir\n`,
    );
    const actions = await actionsDe(`Programme 2013\n\nHABITER\n\n${fiches.join('\n')}`);
    expect(actions.map((a) => a.titre.texte)).toEqual(TITRES);
    expect(actions[1]?.champs.map((c) => [c.etiquette.texte, c.champs.join()])).toEqual([
      ['Tempo', 'seances'],
      ['Coin de ville', ''],
      ['On vise', ''],
    ]);
  });

  it('are none where a word comes back without another near it', async () => {
    const fiches = TITRES.map(
      (t) => `${t}\n\nUne rencontre a lieu.\n\nAttention : on s’inscrit avant mai.\n`,
    );
    const actions = await actionsDe(`Programme 2013\n\nHABITER\n\n${fiches.join('\n')}`);
    expect(actions.flatMap((a) => a.champs)).toEqual([]);
  });
});

describe('the values of a label', () => {
  it.each([
    [['12 mars 2013', 'mai', 'Jeudi 4 avril 2013', '13/05/2013'], ['periode']],
    [['2 séances', 'trois demi-journées', '1 jour', '4 rencontres'], ['seances']],
    [['CAF', 'DDCS, ARS', 'ADIL 93', 'CAF et MSA'], ['partenaires']],
    [['CAF', 'Stains', '2 séances', 'mai'], []],
    [['CAF', 'ARS', 'DDCS'], []],
  ])('%j tell %j', (valeurs, champs) => {
    expect(devinerChamps(valeurs)).toEqual(champs);
  });
});

describe('a date or a number of meetings alone', () => {
  it.each([
    ['3 demi-journées', true],
    ['Mardi 13 mai', true],
    ['12 mars 2013', true],
    ['Mars 2013', false],
    ['3 séances pour comprendre la rénovation', false],
    ['Jardins partagés', false],
  ])('« %s » is a value rather than a heading: %s', (texte, attendu) => {
    expect(estValeurCourte(texte)).toBe(attendu);
  });
});

import { describe, expect, it } from 'vitest';
import type { AxeLu, NoteLue } from '../../ingest/stages/structure.js';
import { lirePdf } from '../support/lecture.js';
import type { Place } from '../support/pdf.js';

const TEXTE = 'Les habitants se retrouvent autour de projets communs portés par les associations.';

/** A part with two actions, whose introduction ends with a raised figure, then what is at the foot. */
function page(appel: Place[], ...pied: Place[]): Place[] {
  return [
    { x: 80, y: 780, taille: 17, gras: true, texte: 'Axe 1 : Vie associative' },
    { x: 80, y: 750, texte: 'Le quartier compte neuf maisons.' },
    ...appel,
    { x: 80, y: 720, taille: 12.5, gras: true, texte: 'Action 1.1 - Lire un budget' },
    { x: 80, y: 700, texte: TEXTE },
    { x: 80, y: 670, texte: 'Public : tresoriers' },
    { x: 80, y: 657, texte: 'Lieu : mairie' },
    { x: 80, y: 630, taille: 12.5, gras: true, texte: 'Action 1.2 - Trouver un local' },
    { x: 80, y: 610, texte: TEXTE },
    { x: 80, y: 580, texte: 'Public : presidents' },
    { x: 80, y: 567, texte: 'Lieu : prefecture' },
    ...pied,
  ];
}

const LEVE: Place = { x: 246, y: 754, taille: 7, texte: '1' };
const textes = (notes: readonly NoteLue[] | undefined) => notes?.map((n) => n.texte.texte);
const notesDesActions = (axe: AxeLu | undefined) => axe?.actions.flatMap((a) => textes(a.notes));

describe('the footnotes of a page', () => {
  it('belong to what calls them, not to a heading that ends with the same figure', async () => {
    const pied = { x: 80, y: 530, taille: 8, texte: '1 Maisons : du Parc, de la Gare, du Lac.' };
    const [axe] = (await lirePdf([page([LEVE], pied)])).axes;
    expect(textes(axe?.notes)).toEqual(['Maisons : du Parc, de la Gare, du Lac.']);
    expect(notesDesActions(axe)).toEqual([]);
    expect(axe?.introduction.map((b) => b.texte)).toEqual(['Le quartier compte neuf maisons.']);
    expect(axe?.actions.map((a) => [a.numero, a.intitule.texte])).toEqual([
      [1, 'Lire un budget'],
      [2, 'Trouver un local'],
    ]);
  });

  it('belong to the action whose text calls them', async () => {
    const appel = { x: 80 + 395, y: 614, taille: 7, texte: '1' };
    const pied = { x: 80, y: 530, taille: 8, texte: '(1) Voir la liste des locaux.' };
    const lignes = page([], pied);
    const rang = lignes.findIndex((l) => l.y === 610);
    const [axe] = (await lirePdf([lignes.toSpliced(rang + 1, 0, appel)])).axes;
    expect(axe?.notes).toEqual([]);
    expect(axe?.actions.map((a) => textes(a.notes))).toEqual([[], ['Voir la liste des locaux.']]);
  });

  it.each([
    ['in brackets', [{ x: 80, y: 530, taille: 8, texte: '(1) Sources : enquête du centre.' }]],
    [
      'raised',
      [
        { x: 80, y: 533, taille: 5, texte: '1' },
        { x: 84, y: 530, taille: 8, texte: ' Sources : enquête du centre.' },
      ],
    ],
  ])('stay with the part when nothing calls their number, %s', async (_, pied) => {
    const [axe] = (await lirePdf([page([], ...pied)])).axes;
    expect(textes(axe?.notes)).toEqual(['Sources : enquête du centre.']);
    expect(notesDesActions(axe)).toEqual([]);
    expect(axe?.actions.at(-1)?.champs.at(-1)?.valeur.texte).toBe('prefecture');
  });

  it('keep their order and their lines', async () => {
    const second = { x: 394, y: 754, taille: 7, texte: '2' };
    const pied: Place[] = [
      { x: 80, y: 530, taille: 8, texte: '1 Maisons : du Parc, de la Gare, du Lac ;' },
      { x: 80, y: 521, taille: 8, texte: 'du Moulin.' },
      { x: 80, y: 510, taille: 8, texte: '2 Depuis 2010.' },
    ];
    const appel = [LEVE, { x: 250, y: 750, texte: ' Elles sont ouvertes le soir.' }, second];
    const [axe] = (await lirePdf([page(appel, ...pied)])).axes;
    expect(textes(axe?.notes)).toEqual([
      'Maisons : du Parc, de la Gare, du Lac ; du Moulin.',
      'Depuis 2010.',
    ]);
    expect(notesDesActions(axe)).toEqual([]);
  });
});

describe('notes elsewhere than at the foot of what calls them', () => {
  it('go on at the foot of the next page when their sentence is not finished', async () => {
    const pied = { x: 80, y: 530, taille: 8, texte: '1 Maisons : du Parc, de la Gare et' };
    const suite = { x: 80, y: 500, taille: 8, texte: 'du Lac.' };
    const bas = page([], suite).map((p) => ({
      ...p,
      texte: p.texte.replace('Axe 1 : Vie', 'Axe 2 : Vie'),
    }));
    const [axe] = (await lirePdf([page([LEVE], pied), bas])).axes;
    expect(textes(axe?.notes)).toEqual(['Maisons : du Parc, de la Gare et du Lac.']);
  });

  it('are found under a heading « Notes » at the end of the document', async () => {
    const fin: Place[] = [
      { x: 80, y: 500, taille: 14, gras: true, texte: 'Notes' },
      { x: 80, y: 480, texte: '1. Maisons : du Parc, de la Gare.' },
    ];
    const [axe] = (await lirePdf([page([LEVE], ...fin)])).axes;
    expect(textes(axe?.notes)).toEqual(['Maisons : du Parc, de la Gare.']);
    expect(axe?.introduction.map((b) => b.texte)).toEqual(['Le quartier compte neuf maisons.']);
  });
});

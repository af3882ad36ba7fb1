import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionLue } from '../../ingest/stages/structure.js';
import { lirePdf } from '../support/lecture.js';
import type { Place } from '../support/pdf.js';

const TITRE: Place = { x: 80, y: 780, taille: 17, gras: true, texte: 'Axe 1 : Cadre de vie' };

function fiche(numero: number, y: number, places: readonly Place[]): Place[] {
  const texte = `Fiche action n° ${numero} : Visite de chantier`;
  return [{ x: 80, y, taille: 13, gras: true, texte }, ...places];
}

/** Two sheets: what is tried, and a second one that ends it. */
async function champs(places: readonly Place[]): Promise<(string | undefined)[][]> {
  const autre = fiche(2, 400, [
    { x: 84, y: 370, texte: 'Publics' },
    { x: 200, y: 370, texte: 'gardiens' },
  ]);
  const [axe] = (await lirePdf([[TITRE, ...fiche(1, 750, places), ...autre]])).axes;
  expect(axe?.actions).toHaveLength(2);
  expect(lus(axe?.actions[1])).toEqual([['publics', 'Publics', 'gardiens']]);
  return lus(axe?.actions[0]);
}

function lus(action: ActionLue | undefined): string[][] {
  return (action?.champs ?? []).map((c) => [
    c.inconnu === true ? 'inconnu' : c.champs.join('+'),
    c.etiquette.texte,
    c.valeur.texte,
  ]);
}

describe('a table with a label and a value on each row', () => {
  it('gives a field when the label takes two lines and the value one', async () => {
    const lues = await champs([
      { x: 84, y: 720, texte: 'Pour quels' },
      { x: 84, y: 707, texte: 'territoires ?' },
      { x: 200, y: 720, texte: 'Nanterre, Colombes' },
      { x: 84, y: 685, texte: 'Quand ?' },
      { x: 200, y: 685, texte: 'mai 2031' },
    ]);
    expect(lues).toEqual([
      ['territoire', 'Pour quels territoires ?', 'Nanterre, Colombes'],
      ['periode', 'Quand ?', 'mai 2031'],
    ]);
  });

  it('gives a field when label and value both take several lines, one beside the other', async () => {
    const lues = await champs([
      { x: 84, y: 720, texte: 'Pour quels' },
      { x: 200, y: 720, texte: 'Nanterre' },
      { x: 84, y: 707, texte: 'territoires ?' },
      { x: 200, y: 707, texte: 'Colombes' },
      { x: 200, y: 694, texte: 'Asnières' },
    ]);
    expect(lues).toEqual([
      ['territoire', 'Pour quels territoires ?', 'Nanterre Colombes Asnières'],
    ]);
  });

  it('keeps every line of a value, capital or not, and a label set at its middle', async () => {
    const lues = await champs([
      { x: 84, y: 707, texte: 'Intervenants' },
      { x: 200, y: 720, texte: 'Anne Martin, architecte ;' },
      { x: 200, y: 707, texte: 'Jean Petit.' },
      { x: 200, y: 694, texte: 'Paul Grand, maire' },
      { x: 84, y: 670, texte: 'Où ?' },
      { x: 200, y: 670, texte: 'mairie' },
    ]);
    expect(lues).toEqual([
      ['intervenants', 'Intervenants', 'Anne Martin, architecte ; Jean Petit. Paul Grand, maire'],
      ['lieu', 'Où ?', 'mairie'],
    ]);
  });

  it('ends a value at a row whose label is unknown, which is kept as it is', async () => {
    const places = [
      { x: 84, y: 720, texte: 'Publics' },
      { x: 200, y: 720, texte: 'locataires' },
      { x: 84, y: 700, texte: 'Consignes' },
      { x: 200, y: 700, texte: 'Prévoir des bottes' },
      { x: 84, y: 680, texte: 'Quand ?' },
      { x: 200, y: 680, texte: 'juin 2031' },
    ];
    expect(await champs(places)).toEqual([
      ['publics', 'Publics', 'locataires'],
      ['inconnu', 'Consignes', 'Prévoir des bottes'],
      ['periode', 'Quand ?', 'juin 2031'],
    ]);
  });

  it('reads a label told from its value by its weight alone', async () => {
    const lues = await champs([
      { x: 84, y: 720, gras: true, texte: 'Publics' },
      { x: 131, y: 720, texte: 'gardiens et locataires' },
      { x: 84, y: 706, gras: true, texte: 'Lieu' },
      { x: 112, y: 706, texte: 'Nanterre' },
    ]);
    expect(lues).toEqual([
      ['publics', 'Publics', 'gardiens et locataires'],
      ['lieu', 'Lieu', 'Nanterre'],
    ]);
  });

  it('leaves a text below the table out of its last value', async () => {
    const places = [
      { x: 84, y: 720, texte: 'Lieu' },
      { x: 200, y: 720, texte: 'mairie' },
      { x: 80, y: 690, texte: 'Chacun apporte un plan de son immeuble.' },
    ];
    expect(await champs(places)).toEqual([['lieu', 'Lieu', 'mairie']]);
  });

  it('loses no character, wherever its cells stand', async () => {
    const cellule = fc.record({
      x: fc.constantFrom(84, 85, 200, 230, 330),
      pas: fc.constantFrom(-26, 0, 13, 13, 26, 400),
      gras: fc.boolean(),
      taille: fc.constantFrom(8, 11, 11),
      texte: fc.constantFrom(
        'Publics',
        'Pour quels',
        'territoires ?',
        'Lieu :',
        '• élus',
        '1 Note',
        'mairie',
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cellule, { maxLength: 14 }), async (cellules) => {
        let y = 740;
        const places = cellules.map(({ pas, ...place }) => {
          y = y - pas < 60 ? 740 : y - pas;
          return { ...place, y };
        });
        await lirePdf([[TITRE, ...fiche(1, 750, places)]]);
      }),
      { numRuns: 60 },
    );
  });
});

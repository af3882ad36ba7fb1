import { describe, expect, it } from 'vitest';
import { pdf } from '../../../ingest/formats/pdf/index.js';
import { loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';
import { type Place, pdfPlace } from '../../support/pdf.js';

const PROFIL = loadProfils().at(-1);

async function lire(pages: readonly (readonly Place[])[]) {
  if (PROFIL === undefined) throw new Error('aucun profil');
  const { pages: lues } = await pdf.lire(pdfPlace(pages));
  const programme = segmentProgramme(lues, PROFIL);
  expect(uncovered(lues, programme)).toEqual([]);
  return programme;
}

/** Lines from the top of a page down: text, size, weight, and the gap above. */
function page(lignes: readonly (readonly [string, number?, number?])[]): Place[] {
  let y = 800;
  return lignes.map(([texte, taille = 11, saut = 14]) => {
    y -= saut;
    return { x: 60, y, texte, taille, gras: taille > 11 };
  });
}

const ACTION = (titre: string, mois: string): (readonly [string, number?, number?])[] => [
  [titre, 13, 40],
  ['Un texte de quelques mots dit ce que les participants feront.', 11, 24],
  [`Date : ${mois} 2015`, 11, 24],
  ['Public : elus'],
];

describe('a heading over several lines', () => {
  it('is one part, and opens it once when it comes again at the head of a page', async () => {
    const titre: (readonly [string, number?, number?])[] = [
      ['ANIMER LES CONTRATS', 16, 50],
      ['URBAINS DE COHESION', 16, 19],
      ['SOCIALE', 16, 19],
    ];
    const { axes } = await lire([
      page([
        ['Programme 2015', 22],
        ...titre,
        ...ACTION('Un atelier', 'mars'),
        ...ACTION('Un cycle', 'mai'),
      ]),
      page([...titre, ...ACTION('Une visite', 'juin'), ...ACTION('Un forum', 'juillet')]),
    ]);
    expect(axes.map((a) => a.titre.texte)).toEqual([
      'ANIMER LES CONTRATS URBAINS DE COHESION SOCIALE',
    ]);
    expect(axes[0]?.actions).toHaveLength(4);
  });
});

describe('a label alone on its line', () => {
  it('has its value below, over a gap or the end of a page', async () => {
    const fiche = (titre: string, mois: string): (readonly [string, number?, number?])[] => [
      [titre, 16, 40],
      ['Date', 12, 30],
      [`${mois} 2015`, 11, 24],
      ['Territoire', 12, 30],
      ['Creil', 11, 24],
      ['Public', 12, 30],
    ];
    const { axes } = await lire([
      page([['Programme 2015', 22], ...fiche('Un atelier', 'Mars')]),
      page([['Elus du departement'], ...fiche('Un cycle', 'Mai'), ['Agents', 11, 24]]),
    ]);
    const actions = axes.flatMap((a) => a.actions);
    expect(actions.map((a) => a.champs.map((c) => c.valeur.texte))).toEqual([
      ['Mars 2015', 'Creil', 'Elus du departement'],
      ['Mai 2015', 'Creil', 'Agents'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { LigneMiseEnPage } from '../../../ingest/formats/ocr/lignes.js';
import { composerPage } from '../../../ingest/formats/ocr/page.js';
import { remettreEnOrdre } from '../../../ingest/formats/pdf/ordreImage.js';

const FOND = { texte: '', lignes: [] };
const LETTRE = 5;

/** A line as the engine gives it: runs of words, each from a place on. */
function ligne(y: number, ...suites: readonly (readonly [number, string])[]): LigneMiseEnPage {
  const mots = suites.flatMap(([depart, texte]) => {
    let x = depart;
    return texte.split(' ').map((mot) => {
      const place = { texte: mot, x, largeur: mot.length * LETTRE };
      x += (mot.length + 0.6) * LETTRE;
      return place;
    });
  });
  const texte = mots.map((m) => m.texte).join(' ');
  return { texte, confiance: 95, taille: 10, gras: false, x: mots[0]?.x ?? 0, y, pieces: [], mots };
}

function lues(lignes: readonly LigneMiseEnPage[]): string[] {
  const page = remettreEnOrdre(composerPage(lignes, FOND), lignes);
  expect(page.texte).toBe(lignes.map((l) => l.texte).join('\n'));
  return page.lignes.map((l) => page.texte.slice(l.debut, l.fin));
}

const GAUCHE = [
  'Les équipes de la réussite éducative',
  'se réunissent à Sarcelles pour suivre',
  'les enfants et leurs parents, avec les',
  'enseignants et les travailleurs sociaux',
  'de la commune et du département, puis',
  'échangent sur ce que chacun a observé.',
];
const DROITE = [
  'La gestion urbaine de proximité donne',
  'lieu à des visites de terrain avec les',
  'habitants, les bailleurs et les élus de',
  'Garges, qui décident ensemble de petits',
  'travaux et de leur calendrier, et qui',
  'en rendent compte au conseil citoyen.',
];

describe('the lines of a page of image', () => {
  it('are read column by column where the engine reads across them', () => {
    const lignes = GAUCHE.map((t, i) => ligne(700 - i * 13, [50, t], [310, DROITE[i] ?? '']));
    expect(lues(lignes)).toEqual([...GAUCHE, ...DROITE]);
  });

  it('stay as they are in a page of one column', () => {
    const lignes = GAUCHE.map((t, i) => ligne(700 - i * 13, [50, t]));
    expect(lues(lignes)).toEqual(GAUCHE);
  });
});

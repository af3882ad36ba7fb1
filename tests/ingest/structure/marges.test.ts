import { describe, expect, it } from 'vitest';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';
import { lirePages } from '../../support/mise.js';
import type { Place } from '../../support/pdf.js';

const PROFILS = loadProfils();
const TITRES = [
  ['Les jardins partagés, un outil', 'dans les quartiers'],
  ['Lire et écrire en famille', 'pour les parents'],
  ['Accueillir les adolescents', 'le soir et le samedi'],
  ['Animer une réunion', 'avec les habitants'],
] as const;

/** A title of two lines, its number in the margin at the height of `decalage` below the first. */
function fiche([haut, bas]: readonly [string, string], rang: number, decalage: number): Place[] {
  const y = 700 - rang * 120;
  const numero = { x: 60, y: y - decalage, texte: `0${rang + 1}`, taille: 18, gras: true };
  const textes = [`Public : chefs de projet`, `Partenaires : CAF`, `Lieu : Stains`];
  return [
    numero,
    { x: 100, y, texte: haut, taille: 12, gras: true },
    { x: 100, y: y - 14, texte: bas, taille: 12, gras: true },
    ...textes.map((texte, i) => ({ x: 100, y: y - 34 - 14 * i, texte, taille: 10 })),
  ];
}

describe('a number alone in the margin', () => {
  it.each([0, 7, 14])('numbers the title beside it, %i points below its first line', async (d) => {
    const titre = { x: 60, y: 760, texte: 'Programme 2013 du centre', taille: 24 };
    const pages = await lirePages([[titre, ...TITRES.flatMap((t, i) => fiche(t, i, d))]]);
    const lu = segmentProgramme(pages, chooseProfil(pages, PROFILS));
    expect(uncovered(pages, lu)).toEqual([]);
    const actions = lu.axes.flatMap((a) => a.actions);
    expect(actions.map((a) => [a.numero, a.titre.texte, a.champs.length])).toEqual(
      TITRES.map((t, i) => [i + 1, t.join(' '), 3]),
    );
  });
});

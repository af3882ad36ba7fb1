import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Dite } from './corpus.js';
import { readReport } from './corpus.js';

const ATTENDU: Omit<Dite, 'texte'>[] = [
  {
    titre: 'Réseau des ateliers santé ville',
    statut: 'realisee',
    seances: 3,
    participants: 20,
    dates: ['2013-01-22', '2013-04-16', '2013-09-24'],
    personnes: ['Claire Fontaine, médecin de santé publique'],
  },
  {
    titre: 'Souffrance psychique et voisinage',
    statut: 'partielle',
    seances: 2,
    participants: 41,
    dates: ['2013-06-06', '2013-06-20'],
    personnes: [],
  },
  {
    titre: 'Copropriétés : repérer les fragilités',
    statut: 'reportee',
    dates: [],
    reporteeA: 'programme 2014',
    personnes: [],
  },
  {
    titre: 'Rencontre des médiateurs sociaux',
    statut: 'realisee',
    seances: 4,
    participants: 63,
    dates: [],
    personnes: [],
  },
  { titre: 'Visite de l’écoquartier de la Croix', statut: 'annulee', dates: [], personnes: [] },
  {
    titre: 'Formation aux marchés publics',
    statut: 'partielle',
    seances: 2,
    participants: 30,
    dates: [],
    personnes: [],
  },
  {
    titre: 'Forum de l’emploi',
    statut: 'reportee',
    dates: [],
    reporteeA: 'printemps 2014',
    personnes: [],
  },
];

describe('a report of headings, sentences and a table', () => {
  it.each(['docx', 'odt', 'pdf'])('says the same as a %s file', async (genre) => {
    const fichier = new URL(`fichiers/rapport.${genre}`, import.meta.url);
    const lues = await readReport(readFileSync(fileURLToPath(fichier)), `rapport.${genre}`);
    expect(lues).toEqual(ATTENDU);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texte } from '../../ingest/formats/texte/index.js';
import { chooseProfil, loadProfils } from '../../ingest/sources/profil.js';
import { segmentProgramme } from '../../ingest/stages/segment.js';
import { blocsDe, uncovered } from '../../ingest/stages/uncovered.js';

const PROFILS = loadProfils();

/** Lines of every kind that the reading knows, in any order. */
const LIGNE = fc.oneof(
  fc.constantFrom(
    '',
    'Actions',
    'Publications',
    'Sommaire',
    '----------',
    '1. Premier atelier – groupe de travail',
    '2. Second atelier',
    '1. Un autre',
    'AXE 2 : HABITER',
    'Action 3 : Former',
    'Public : élus   Territoire : Persan',
    'Objectifs : comprendre',
    'Intervenant·e·s : Mme A, sociologue',
    'Jeudi 3 mai 2012 – Salle des fêtes – Persan',
    '- un élément (atelier)',
    '- …',
    'Santé ..... 12',
    'Des villes1 et des quar-',
    'tiers de Garges-lès-',
    '1 Sarcelles et Persan.',
    '(voir en page 5)',
    '\f',
    'Date\tThème\tPublic',
    '3 mai\tTrier ses déchets\télus',
    'FICHE N° 3',
    'Intitulé de l’action : Planter',
    'et la suite en minuscules',
    'Programme - 3',
    'Centre de ressources, février 2012',
  ),
  fc.string({ maxLength: 60 }).map((s) => s.replace(/[\n\r\f]/g, ' ')),
);

describe('the coverage of a programme', () => {
  it('is whole, and every run of a block is a slice of its page, whatever the lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(LIGNE, { maxLength: 40 }), async (lignes) => {
        const { pages } = await texte.lire(Buffer.from(`Texte.\n${lignes.join('\n')}`));
        const programme = segmentProgramme(pages, chooseProfil(pages, PROFILS));
        expect(uncovered(pages, programme)).toEqual([]);
        for (const bloc of blocsDe(programme)) {
          let fin = 0;
          for (const t of bloc.carte) {
            const source = pages[t.page - 1]?.texte.slice(t.source, t.source + t.longueur);
            expect(bloc.texte.slice(t.debut, t.debut + t.longueur)).toBe(source);
            expect(t.debut).toBeGreaterThanOrEqual(fin);
            fin = t.debut + t.longueur;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

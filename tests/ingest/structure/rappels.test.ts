import { describe, expect, it } from 'vitest';
import { texte } from '../../../ingest/formats/texte/index.js';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';

const PROFILS = loadProfils();
const TITRES = ['Jardins partagés', 'Copropriétés fragiles', 'Décrocheurs scolaires'];

async function lire(contenu: string) {
  const { pages } = await texte.lire(Buffer.from(contenu));
  const programme = segmentProgramme(pages, chooseProfil(pages, PROFILS));
  expect(uncovered(pages, programme)).toEqual([]);
  return programme.axes;
}

const FICHES = TITRES.map(
  (t) => `${t}\n\nUne rencontre, puis une visite.\n\nPublic : élus\nPartenaires : CAF`,
).join('\n\n');

describe('a closing calendar', () => {
  it('completes the actions that it names again, and adds none', async () => {
    const rangs = TITRES.map((t, i) => `${i + 1} mars 2013\t${t}\tStains`).join('\n');
    const axes = await lire(
      `Programme 2013\n\nAxe 1 : Habiter\n\n${FICHES}\n\nAxe 2 : Calendrier\n\nDate\tAction\tVille\n${rangs}\n`,
    );
    expect(axes.map((a) => a.titre.texte)).toEqual(['Habiter']);
    expect(axes[0]?.actions.map((a) => a.titre.texte)).toEqual(TITRES);
    const periodes = axes[0]?.actions.map(
      (a) => a.champs.find((c) => c.champs.includes('periode'))?.valeur.texte,
    );
    expect(periodes).toEqual(['1 mars 2013', '2 mars 2013', '3 mars 2013']);
  });

  it('keeps the actions that stand in it alone', async () => {
    const rangs = ['Lire un budget', 'Visiter un chantier', 'Animer une réunion']
      .map((t, i) => `${i + 1} mars 2013\t${t}\tStains`)
      .join('\n');
    const axes = await lire(
      `Programme 2013\n\nAxe 1 : Habiter\n\n${FICHES}\n\nAxe 2 : Formations\n\nDate\tAction\tVille\n${rangs}\n`,
    );
    expect(axes.map((a) => a.actions.length)).toEqual([3, 3]);
  });
});

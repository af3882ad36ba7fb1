import { describe, expect, it } from 'vitest';
import { texte } from '../../../ingest/formats/texte/index.js';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';

const PROFILS = loadProfils();
const TITRES = [
  'Jardins partagés',
  'Copropriétés fragiles',
  'Décrocheurs : agir tôt',
  'Lire en famille',
];

async function lire(fin: readonly string[]) {
  const fiches = TITRES.map((t, i) => `${i + 1}. ${t}\n\nPublic : élus\nTerritoire : Stains\n`);
  const contenu = `Programme 2013\n\nHABITER LA VILLE\n\n${fiches.join('\n')}\nLE CALENDRIER EN UN COUP D’ŒIL\n\n${fin.join('\n\n')}\n`;
  const { pages } = await texte.lire(Buffer.from(contenu));
  const lu = segmentProgramme(pages, chooseProfil(pages, PROFILS));
  expect(uncovered(pages, lu)).toEqual([]);
  return lu;
}

describe('a list of dates at the end of a document', () => {
  it.each([
    ['by title', (i: number) => `${i + 2} mars 2013 : ${TITRES[i]} (2 séances)`],
    ['by title, the date last', (i: number) => `${TITRES[i]} – 2 séances – ${i + 2} mars 2013`],
    ['by number', (i: number) => `N° ${i + 1} – ${i + 2} mars 2013 – 2 séances`],
  ])('completes the actions that it names %s', async (_, ligne) => {
    const { axes } = await lire([...TITRES.map((_, i) => ligne(i)), 'Entrée libre pour tous.']);
    const actions = axes.flatMap((a) => a.actions).filter((a) => TITRES.includes(a.titre.texte));
    const dits = actions.map((a) =>
      a.champs
        .filter((c) => c.etiquette.texte === '')
        .map((c) => [c.champs.join(), c.valeur.texte])
        .sort(),
    );
    expect(dits).toEqual(
      TITRES.map((_, i) => [
        ['periode', `${i + 2} mars 2013`],
        ['seances', '2 séances'],
      ]),
    );
  });

  it('is text where it names fewer than three actions', async () => {
    const { axes } = await lire([
      '2 mars 2013 : Jardins partagés',
      'Inscriptions avant le 1er mars.',
    ]);
    const champs = axes.flatMap((a) => a.actions).flatMap((a) => a.champs);
    expect(champs.filter((c) => c.champs.includes('periode'))).toEqual([]);
  });
});

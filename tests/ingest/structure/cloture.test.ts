import { describe, expect, it } from 'vitest';
import { html } from '../../../ingest/formats/html/index.js';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';

const PROFILS = loadProfils();
const TITRES = ['Jardins partagés', 'Copropriétés fragiles', 'Décrocheurs'];
const FICHES = TITRES.map(
  (t, i) =>
    `<h3>${t}</h3><p>On en parle enfin.</p><p>Public : élus</p><p>Date : ${i + 2} mai 2013</p>`,
).join('');

async function derniere(fin: string) {
  const octets = Buffer.from(
    `<!doctype html><meta charset=utf-8><body><h1>Programme 2013</h1><h2>Habiter</h2>${FICHES}${fin}</body>`,
  );
  const { pages } = await html.lire(octets);
  const lu = segmentProgramme(pages, chooseProfil(pages, PROFILS));
  expect(uncovered(pages, lu)).toEqual([]);
  const actions = lu.axes.flatMap((a) => a.actions);
  expect(actions.map((a) => a.titre.texte)).toEqual(TITRES);
  const action = actions.at(-1);
  return {
    corps: action?.corps.map((b) => b.texte),
    champs: action?.champs.map((c) => c.etiquette.texte),
  };
}

const SEULE = { corps: ['On en parle enfin.'], champs: ['Public', 'Date'] };

describe('what closes a document', () => {
  it.each([
    ['<h2>Renseignements pratiques</h2><p>Relais, 12 rue de la Paix, 42000 Roanne.</p>'],
    ['<h2>Nous rejoindre</h2><h3>Le centre</h3><p>Adresse : 3 rue Verte</p>'],
    ['<p>Le Relais est une association loi 1901, aidée par la région.</p><p>Siège : Roanne</p>'],
    ['<p><b>Annexe : composition du comité</b></p><p>M. le préfet ; M. le maire.</p>'],
    ['<p>Le programme est soutenu par l’État et la région.</p>'],
  ])('is none of the last action: %s', async (fin) => {
    expect(await derniere(fin)).toEqual(SEULE);
  });

  it('is not a field of the last action', async () => {
    const lue = await derniere('<p>Inscription : avant le 3 mai</p>');
    expect(lue.champs).toEqual(['Public', 'Date', 'Inscription']);
  });
});

import { describe, expect, it } from 'vitest';
import { html } from '../../../ingest/formats/html/index.js';
import { texte } from '../../../ingest/formats/texte/index.js';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';

const PROFILS = loadProfils();
const TITRES = ['Jardins partagés', 'Copropriétés fragiles', 'Décrocheurs', 'Lire en famille'];

async function champsDe(contenu: string): Promise<string[][][]> {
  const octets = Buffer.from(`<!doctype html><meta charset=utf-8><body>${contenu}</body>`);
  const { pages } = await html.lire(octets);
  const lu = segmentProgramme(pages, chooseProfil(pages, PROFILS));
  expect(uncovered(pages, lu)).toEqual([]);
  const actions = lu.axes.flatMap((a) => a.actions);
  expect(actions.map((a) => a.titre.texte)).toEqual(TITRES);
  return actions.map((a) =>
    a.champs.map((c) => [
      c.inconnu === true ? 'inconnu' : c.champs.join('+'),
      c.etiquette.texte,
      c.valeur.texte,
    ]),
  );
}

function fiches(fiche: (i: number) => string): string {
  return `<h1>Programme 2013</h1>${TITRES.map((t, i) => `<h3>${t}</h3>${fiche(i)}`).join('')}`;
}

describe('several labels on a line', () => {
  it('are told from their values by their weight alone', async () => {
    const lus = await champsDe(
      fiches(
        (i) => `<p><b>Public visé</b> élus – <b>Durée</b> ${i + 2} jours – <b>Lieu</b> Stains</p>`,
      ),
    );
    expect(lus[1]).toEqual([
      ['publics', 'Public visé', 'élus'],
      ['seances', 'Durée', '3 jours'],
      ['lieu', 'Lieu', 'Stains'],
    ]);
  });

  it('are labels too when the vocabulary does not know them, and their values tell what they are', async () => {
    const lus = await champsDe(
      fiches(
        (i) =>
          `<p><b>Ça dure</b> ${i + 2} jours – <b>Vous verrez</b> Anne Legrand, sociologue – <b>Coin de ville</b> Stains</p>`,
      ),
    );
    expect(lus[1]).toEqual([
      ['seances', 'Ça dure', '3 jours'],
      ['intervenants', 'Vous verrez', 'Anne Legrand, sociologue'],
      ['inconnu', 'Coin de ville', 'Stains'],
    ]);
  });

  it('are labels after a bar, beside known ones', async () => {
    const lus = await champsDe(
      fiches((i) => `<p>Durée : ${i + 2} jours | Terrain de jeu : Stains</p>`),
    );
    expect(lus[1]).toEqual([
      ['seances', 'Durée', '3 jours'],
      ['inconnu', 'Terrain de jeu', 'Stains'],
    ]);
  });
});

describe('a line without label', () => {
  it.each([
    ['📅 12 mars 2013 (2 séances)', ['12 mars 2013', '2 séances']],
    ['→ 2 séances', ['2 séances']],
    ['12 mars 2013 · 2 séances · Mairie', ['12 mars 2013', '2 séances', 'Mairie']],
    [
      'Mardi 5 et mardi 12 mars 2013 – Mairie – Stains',
      ['Mardi 5 et mardi 12 mars 2013', 'Mairie – Stains'],
    ],
    ['2e trimestre 2013 – lieu à préciser', ['2e trimestre 2013', 'lieu à préciser']],
    ['Samedi 2 mars 2013 – à partir de 10h – Mairie', ['Samedi 2 mars 2013', 'Mairie']],
  ])('« %s » gives %j', async (ligne, valeurs) => {
    const lus = await champsDe(fiches(() => `<p>${ligne}</p><p>Ce temps est ouvert à tous.</p>`));
    expect(lus[1]?.map((c) => c[2])).toEqual(valeurs);
  });
});

describe('a table', () => {
  it('with labels down its first column and titles along its first row has an action in each column', async () => {
    const rangee = (label: string, valeur: (i: number) => string) =>
      `<tr><td>${label}</td>${TITRES.map((_, i) => `<td>${valeur(i)}</td>`).join('')}</tr>`;
    const lus = await champsDe(
      `<h1>Programme 2013</h1><table>${rangee('', (i) => TITRES[i] ?? '')}${rangee('Date', (i) => `${i + 2} mai 2013`)}${rangee('Public', () => 'élus')}</table>`,
    );
    expect(lus[1]).toEqual([
      ['periode', 'Date', '3 mai 2013'],
      ['publics', 'Public', 'élus'],
    ]);
  });
});

describe('a value on several lines', () => {
  it('goes on after a comma, whatever room its line had left', async () => {
    const corps = TITRES.map(
      (t, i) =>
        `Action ${i + 1} : ${t}\nCalendrier : mai 2013\nCommunes concernées : Colombes,\nAsnières-sur-Seine, Clichy\nPartenaires : une association qui accompagne ces villes depuis dix ans\n`,
    ).join('\n');
    const { pages } = await texte.lire(Buffer.from(`PROGRAMME 2013\n\n${corps}`));
    const lu = segmentProgramme(pages, chooseProfil(pages, PROFILS));
    const territoires = lu.axes
      .flatMap((a) => a.actions)
      .flatMap((a) => a.champs.filter((c) => c.champs.includes('territoire')))
      .map((c) => c.valeur.texte);
    expect(territoires).toEqual(TITRES.map(() => 'Colombes, Asnières-sur-Seine, Clichy'));
  });
});

describe('a name at the left of a row, in table after table', () => {
  it('is no title of action, known label or not', async () => {
    const fiche = (titre: string, i: number) =>
      `<table><tr><td colspan=2><b>${titre}</b></td></tr><tr><td colspan=2>On y parlera des habitants du quartier.</td></tr><tr><td><b>Le petit plus</b></td><td>Un livret sera remis</td></tr><tr><td><b>Quand ?</b></td><td>${i + 2} mai 2013</td></tr></table>`;
    const corps = `<h1>Programme 2013</h1>${TITRES.map(fiche).join('')}`;
    const { pages } = await html.lire(Buffer.from(`<!doctype html><meta charset=utf-8>${corps}`));
    const lu = segmentProgramme(pages, chooseProfil(pages, PROFILS));
    expect(lu.axes.flatMap((a) => a.actions).map((a) => a.titre.texte)).toEqual(TITRES);
  });
});

describe('the wordings of a label', () => {
  it.each([
    ['Personnes visées', 'publics'],
    ['À qui s’adresse cette formation ?', 'publics'],
    ['Destiné aux', 'publics'],
    ['Concours sollicités', 'partenaires'],
    ['Avec le concours de', 'partenaires'],
    ['Dates clés', 'periode'],
    ['Cadence', 'seances'],
    ['Communes bénéficiaires', 'territoire'],
    ['Point de rendez-vous', 'lieu'],
    ['Intervenant·e·s pressenti·e·s', 'intervenants'],
    ['Structures porteuses', 'animation'],
    ['Effets attendus', 'objectifs'],
  ])('« %s » announces %s', async (nom, champ) => {
    const lus = await champsDe(fiches((i) => `<p>${nom} : ${i + 2} choses</p>`));
    expect(lus[1]).toEqual([[champ, nom, '3 choses']]);
  });

  it('are not joined over two lines that each have their value', async () => {
    const lus = await champsDe(
      fiches((i) => `<p><b>Pour</b> élus</p><p><b>Quand</b> ${i + 2} mai 2013</p>`),
    );
    expect(lus[1]).toEqual([
      ['publics', 'Pour', 'élus'],
      ['periode', 'Quand', '3 mai 2013'],
    ]);
  });
});

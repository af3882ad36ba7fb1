import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texte } from '../../../ingest/formats/texte/index.js';
import { chooseProfil, loadProfils, typeOf } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import type { ActionLue } from '../../../ingest/stages/structure.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';
import { packageRoot } from '../../../src/domain/racine.js';
import { dossierTemporaire } from '../../support/dossier.js';

const PROFILS = loadProfils();

async function pagesDe(contenu: string) {
  return (await texte.lire(Buffer.from(contenu))).pages;
}

async function lire(contenu: string, profils = PROFILS) {
  const pages = await pagesDe(contenu);
  const programme = segmentProgramme(pages, chooseProfil(pages, profils));
  expect(uncovered(pages, programme)).toEqual([]);
  return programme;
}

function champs(action: ActionLue | undefined): string[] {
  return (action?.champs ?? []).map((c) => `${c.champs.join('+')} | ${c.valeur.texte}`);
}

describe('a source folder', () => {
  it('adds a label and a prefix of part without code', async () => {
    const dossier = dossierTemporaire();
    for (const nom of ['defaut', 'ailleurs']) mkdirSync(join(dossier, nom));
    const defaut = join(packageRoot(), 'ingest', 'sources', 'defaut', 'source.yml');
    writeFileSync(join(dossier, 'defaut', 'source.yml'), readFileSync(defaut));
    writeFileSync(
      join(dossier, 'ailleurs', 'source.yml'),
      'id: ailleurs\nreconnaissance: [Centre d’ailleurs]\nprefixesAxe: [Rivage]\nchamps:\n  - champs: [publics]\n    etiquettes: [Équipage(s)]\n',
    );
    const contenu =
      'Programme 2014 du Centre d’ailleurs\n\nRivage 1 : Habiter\n\nAtelier de mai\n\nTexte.\n\nÉquipages : gardiens\nDate : mai 2014\n\nAtelier de juin\n\nTexte.\n\nÉquipage : élus\n';
    const [axe] = (await lire(contenu, loadProfils(dossier))).axes;
    expect(axe?.titre.texte).toBe('Habiter');
    expect(axe?.actions.map(champs)).toEqual([
      ['publics | gardiens', 'periode | mai 2014'],
      ['publics | élus'],
    ]);
    const [sans] = (await lire(contenu)).axes;
    expect(sans?.titre.texte).not.toBe('Habiter');
  });
});

describe('the fields of an action', () => {
  it('end at a known label that fills none of them', async () => {
    const [axe] = (
      await lire(
        '1. Un atelier\n\nTexte.\n\nPublic : élus\nCoût : gratuit\nJauge : 20 personnes\nLieu : mairie\n\n2. Suite\n\nTexte.\n\nPublic : élus\n',
      )
    ).axes;
    expect(champs(axe?.actions[0])).toEqual([
      'publics | élus',
      ' | gratuit',
      ' | 20 personnes',
      'lieu | mairie',
    ]);
  });

  it('keep the place of a meeting apart from the territory', async () => {
    const [axe] = (
      await lire(
        '1. Un atelier\n\nLieu : mairie de Persan\nCommunes concernées : Beaumont\n\n2. Suite\n\nLieu / territoire : Persan\nPublic : élus\n',
      )
    ).axes;
    expect(axe?.actions.map(champs)).toEqual([
      ['lieu | mairie de Persan', 'territoire | Beaumont'],
      ['territoire | Persan', 'publics | élus'],
    ]);
  });

  it('read several meetings of one action, with their hours', async () => {
    const [axe] = (
      await lire(
        'Lire un budget\nMardi 13 mai 2014 – 9h30-12h30 – Espace X – Sarcelles\n20/05/2014 – Mairie – Persan\nTexte de l’action.\nPublic : élus\n\nPlanter en ville\nLe 12 juin, à Sarcelles\nAutre texte.\nPublic : jardiniers\n',
      )
    ).axes;
    expect(axe?.actions.map(champs)).toEqual([
      [
        'periode | Mardi 13 mai 2014',
        'lieu | Espace X – Sarcelles',
        'periode | 20/05/2014',
        'lieu | Mairie – Persan',
        'publics | élus',
      ],
      ['periode | Le 12 juin', 'lieu | Sarcelles', 'publics | jardiniers'],
    ]);
  });

  it('leave the timetable of a day in the text', async () => {
    const [axe] = (
      await lire(
        '1. Une journée\n\nTexte.\n\n9h00 - 9h30 : Accueil\n9h30 - 10h : Ouverture, par le maire\n\nPublic : élus\n\n2. Suite\n\nTexte.\n\nPublic : élus\n',
      )
    ).axes;
    expect(axe?.actions).toHaveLength(2);
    expect(champs(axe?.actions[0])).toEqual(['publics | élus']);
  });
});

describe('a grid of actions', () => {
  it('goes on over the page, with the parts that span it', async () => {
    const programme = await lire(
      'Calendrier 2016\n\nDate\tThème\tLieu\tPublic\nSanté\n12 mars\tAccès aux soins\tPersan\tinfirmiers\n\f3 mai\tSommeil\tCreil\tparents\nLogement\n9 juin\tCharges\tMelun\tlocataires\n',
    );
    expect(programme.axes.map((a) => [a.titre.texte, a.actions.map((x) => x.titre.texte)])).toEqual(
      [
        ['Santé', ['Accès aux soins', 'Sommeil']],
        ['Logement', ['Charges']],
      ],
    );
    expect(champs(programme.axes[0]?.actions[1])).toEqual([
      'periode | 3 mai',
      'lieu | Creil',
      'publics | parents',
    ]);
  });
});

describe('headings', () => {
  it('find the title of a sheet under its number', async () => {
    const [axe] = (
      await lire(
        'FICHE N° 1\nTrier ses déchets\n\nTexte.\n\nPublic : élus\n\nFICHE N° 2\nIntitulé de l’action : Planter\n\nTexte.\n\nPublic : élus\n',
      )
    ).axes;
    expect(axe?.actions.map((a) => [a.numero, a.titre.texte])).toEqual([
      [1, 'Trier ses déchets'],
      [2, 'Planter'],
    ]);
  });

  it('make no part of the months of a diary', async () => {
    const programme = await lire(
      'Agenda 2014\n\nJANVIER\n\nLire un budget\nLes élus liront ensemble celui de leur commune.\nPublic : élus\n\nPlanter\nDes haies, et des arbres.\nPublic : jardiniers\n\nFÉVRIER\n\nTrier\nUne visite du centre de tri.\nPublic : gardiens\n',
    );
    expect(programme.axes.map((a) => [a.titre.texte, a.actions.length])).toEqual([['', 3]]);
  });

  it('make actions of titles that have a text each and no field', async () => {
    const [axe] = (
      await lire(
        'Programme de travail 2011\n\nLIRE UN BUDGET\nLe 3 mai, les élus liront un budget.\n\nPLANTER EN VILLE\nEn juin, les jardiniers planteront des haies.\n\nTRIER\nLes gardiens trieront toute l’année.\n',
      )
    ).axes;
    expect(axe?.actions.map((a) => [a.titre.texte, a.corps.length])).toEqual([
      ['LIRE UN BUDGET', 1],
      ['PLANTER EN VILLE', 1],
      ['TRIER', 1],
    ]);
  });

  it('of the contents are kept, with their pages', async () => {
    const { sommaire } = await lire(
      'Programme 2014\n\nSommaire\nSanté ..... 2\nLogement ..... 4\nÉcole ..... 6\n\n1. Dormir\n\nTexte.\n\nPublic : élus\n\n2. Trier\n\nTexte.\n\nPublic : élus\n',
    );
    expect(sommaire.map((e) => [e.titre.texte, e.page])).toEqual([
      ['Santé', 2],
      ['Logement', 4],
      ['École', 6],
    ]);
  });
});

describe('what a document is', () => {
  it.each([
    ['PROGRAMME D’ACTIONS 2015\n\nLe bilan annuel de 2014 a été présenté en mars.\n', 'programme'],
    ['Rapport d’activité 2015\n\nIl suit le programme de travail adopté en janvier.\n', 'rapport'],
  ])('is told by its title before its sentences: %s', async (contenu, type) => {
    const pages = await pagesDe(contenu);
    expect(typeOf(pages, chooseProfil(pages, PROFILS))).toBe(type);
  });

  it.each([
    ['Programme 2014-2015', 2014, 2015],
    ['Programme de la saison 2013/14', 2013, 2014],
    ['Programme 2016, mis à jour le 3 mars 2017', 2016, null],
  ])('is of the first year of its title: %s', async (titre, annee, anneeFin) => {
    const programme = await lire(
      `${titre}\n\n1. Trier\n\nTexte.\n\nPublic : élus\n\n2. Planter\n\nTexte.\n\nPublic : élus\n`,
    );
    expect([programme.annee, programme.anneeFin]).toEqual([annee, anneeFin]);
  });
});

describe('a table of labels and values', () => {
  it('is no grid, though a value reads like the name of a column', async () => {
    const fiche = (titre: string, public_: string): string =>
      `${titre}\n\nFormat\tRencontre\nPublic\t${public_}\nDates\tmai 2014\nTerritoire\tdépartement\n\n`;
    const lu = await lire(
      `Programme 2014\n\n${fiche('1. Lire un budget', 'élus')}${fiche('2. Habiter', 'gardiens')}`,
    );
    const actions = lu.axes.flatMap((a) => a.actions);
    expect(actions.map((a) => a.intitule.texte)).toEqual(['Lire un budget', 'Habiter']);
    expect(actions.map((a) => a.format?.texte)).toEqual(['Rencontre', 'Rencontre']);
  });
});

describe('the form of an action', () => {
  it.each([
    ['in the title', 'Lire un budget – groupe de travail', 'Texte.\n\nPublic : élus'],
    ['in a field', 'Lire un budget', 'Texte.\n\nFormat : groupe de travail\nPublic : élus'],
    ['alone under the title', 'Lire un budget', 'Groupe de travail\n\nTexte.\n\nPublic : élus'],
  ])('is read %s', async (_ou, titre, reste) => {
    const [axe] = (
      await lire(`1. ${titre}\n\n${reste}\n\n2. Une suite\n\nTexte.\n\nPublic : élus\n`)
    ).axes;
    const [action, suite] = axe?.actions ?? [];
    expect(action?.intitule.texte).toBe('Lire un budget');
    expect(action?.format?.texte.toLowerCase()).toBe('groupe de travail');
    expect(suite?.format).toBeNull();
  });

  it.each([
    ['Groupe de travail des élus, ouvert à tous.', 'Groupe de travail'],
    ['Un cycle de quatre matinées, de mars à juin.', 'cycle'],
    ['Deux ateliers pour repenser une rue.', 'ateliers'],
    ["Troisième matinée d'échange entre formatrices.", "matinée d'échange"],
    ["Journée d'étude. Faire un pas de côté.", "Journée d'étude"],
    ['Modalités : Web-conférence', 'Web-conférence'],
    ['Deux journées. Les équipes ont souhaité ce rendez-vous.', null],
    ['Ateliers et chantiers se suivront sans ordre.', 'Ateliers'],
    ['Études de cas et mises en situation.', null],
    ['Rencontrer les habitants ne va pas de soi.', null],
    ["La visite aura lieu à l'automne.", null],
  ])('is told by the first words of its text: %s', async (texte, format) => {
    const [axe] = (
      await lire(
        `1. Lire un budget\n\n${texte}\n\nPublic : élus\n\n2. Suite\n\nTexte.\n\nPublic : élus\n`,
      )
    ).axes;
    expect(axe?.actions[0]?.format?.texte ?? null).toBe(format);
  });
});

describe('a table with one row per action', () => {
  it('takes for titles the column that tells their form too, and its text beside them', async () => {
    const { axes } = await lire(
      [
        'Programme 2016',
        '',
        'N°\tIntitulé et forme\tContenu\tPublics visés\tCalendrier',
        '1\tLire un budget\tLes mots du maire.\télus\tmai 2016',
        '2\tHabiter la tour\tRécits et plans.\tgardiens\tjuin 2016',
        '',
      ].join('\n'),
    );
    const actions = axes.flatMap((a) => a.actions);
    expect(actions.map((a) => [a.numero, a.intitule.texte, a.corps[0]?.texte])).toEqual([
      [1, 'Lire un budget', 'Les mots du maire.'],
      [2, 'Habiter la tour', 'Récits et plans.'],
    ]);
  });

  it('reads a number with the letter of the part before a title that starts with an acronym', async () => {
    const { axes } = await lire(
      'A1 Lire un budget\n\nTexte.\n\nPublic : élus\n\nA2 NPNRU : la concertation\n\nTexte.\n\nPublic : élus\n',
    );
    expect(axes.flatMap((a) => a.actions.map((x) => x.intitule.texte))).toEqual([
      'Lire un budget',
      'NPNRU : la concertation',
    ]);
  });
});

describe('a plain text whose headings are underlined', () => {
  const contenu = [
    'LE CENTRE',
    "Programme de l'année 2007",
    '-------------------------',
    '',
    'I. ÉCRIRE LES CONTRATS',
    '======================',
    '',
    '    Diagnostic : compter juste',
    '    --------------------------',
    '       Trois jours en salle informatique.',
    '',
    '       - public ....... élus ; chefs de projet',
    '       - territoire ... Calvados',
    '       - partenaire . CAF du Calvados',
    '',
    "    Vacances d'été : bilan",
    '    ----------------------',
    '       Comment en parler ?',
    '',
    '       - public ....... animateurs',
    '',
    'II. HABITER',
    '===========',
    '',
    '    Gestion urbaine',
    '    ---------------',
    '       Trois matinées.',
    '',
    '       - public ....... gardiens',
    '',
  ].join('\n');

  it('has its parts under the double rule, its actions under the other', async () => {
    const { axes } = await lire(contenu);
    expect(axes.map((a) => [a.titre.texte, a.actions.map((x) => x.intitule.texte)])).toEqual([
      ['ÉCRIRE LES CONTRATS', ['Diagnostic : compter juste', "Vacances d'été : bilan"]],
      ['HABITER', ['Gestion urbaine']],
    ]);
  });

  it('has its fields after labels that dots lead to their values', async () => {
    const { axes } = await lire(contenu);
    expect(champs(axes[0]?.actions[0])).toEqual([
      'publics | élus ; chefs de projet',
      'territoire | Calvados',
      'partenaires | CAF du Calvados',
    ]);
  });
});

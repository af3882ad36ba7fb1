import { describe, expect, it } from 'vitest';
import { readReport } from './corpus.js';

const MOIS = `Compte rendu d’activité 2013

Centre de ressources Ville et quartiers de l’Essonne


Janvier
=======

Le 17, la Rencontre des conseils citoyens a ouvert l’année (9 présents).


Février
=======

Charges locatives et précarité énergétique a occupé deux matinées, les 5 et 19, avec 8 à 12
gestionnaires à chaque fois, 21 en tout. La première session de Sport, terrain d’égalité s’est
déroulée le 26 avec 13 stagiaires.


Juin
====

Rien n’a pu se faire pour « Cartographier les jardins partagés » : l’action n’a pas eu lieu et a été reportée au
printemps 2014.


Octobre
=======

Faute de candidats, « Écrire pour les habitants » a été supprimée du calendrier. La seconde session de
Sport, terrain d’égalité, le 8 octobre, a été complète elle aussi : 16 stagiaires.


Novembre
========

Deuxième Rencontre des conseils citoyens le 21, avec 6 présents ; la troisième, prévue en
décembre, n’a pas eu lieu.
`;

async function readAction(contenu: string | Uint8Array, debut: string, fichier = 'rapport.txt') {
  const lues = await readReport(contenu, fichier);
  return lues.find((l) => l.titre.startsWith(debut));
}

describe('a report by month', () => {
  it('gives its days the month of their heading', async () => {
    expect(await readAction(MOIS, 'Charges locatives')).toMatchObject({
      statut: 'realisee',
      participants: 21,
      dates: ['2013-02-05', '2013-02-19'],
    });
  });

  it('tells of one action each time that it comes back, named without a verb too', async () => {
    expect(await readAction(MOIS, 'Sport, terrain')).toMatchObject({
      statut: 'realisee',
      participants: 29,
      dates: ['2013-02-26', '2013-10-08'],
    });
    expect(await readAction(MOIS, 'Rencontre des conseils')).toMatchObject({
      statut: 'partielle',
      participants: 15,
      dates: ['2013-01-17', '2013-11-21'],
    });
  });

  it('says of what did not take place where it was put off to', async () => {
    expect(await readAction(MOIS, 'Cartographier')).toMatchObject({
      statut: 'reportee',
      reporteeA: 'printemps 2014',
      dates: [],
    });
    expect(await readAction(MOIS, 'Écrire pour')).toMatchObject({ statut: 'annulee' });
  });
});

const LIGNES = [
  'Ce qu’on avait annoncé\tFaite ?\tQuand\tCombien de personnes\tQui est intervenu\tRemarques',
  'Repérer les impayés de loyer\toui\t14 mars\tune quarantaine\tSonia Mercier, juriste\tSalle trop petite',
  'Les copropriétés fragiles\ten partie (2 séances sur 3)\t4 avril et 16 mai\t12 puis 18 personnes\tAlain Roche, architecte\t',
  'Habiter la tour, regards de locataires\toui\tdu 3 au 17 avril\t210 visiteurs\t\tPrêtée ensuite',
  'Jardins au pied des immeubles\tnon\t\t\t\tReportée à l’automne 2014',
  'Prévenir les rixes entre quartiers\tannulé\t\t\t\t',
  'Parler d’argent avec les jeunes\toui\t7 novembre\t23 inscrits, 19 présents\tMireille Combe, conseillère\t',
];
const TABLE = `Bilan d’activité 2013\n\nCentre de ressources Ville et quartiers de l’Essonne\n\n${LIGNES.join('\n')}\n`;

describe('a table whose heads are not the usual ones', () => {
  it('is read by what stands under them', async () => {
    const lues = await readReport(TABLE);
    const statuts = lues.map((l) => [l.titre, l.statut, l.participants]);
    expect(statuts).toEqual([
      ['Repérer les impayés de loyer', 'realisee', 40],
      ['Les copropriétés fragiles', 'partielle', 30],
      ['Habiter la tour, regards de locataires', 'realisee', 210],
      ['Jardins au pied des immeubles', 'reportee', undefined],
      ['Prévenir les rixes entre quartiers', 'annulee', undefined],
      ['Parler d’argent avec les jeunes', 'realisee', 19],
    ]);
    expect(lues.flatMap((l) => l.personnes)).toContain('Sonia Mercier, juriste');
  });
});

const PROSE = `Rapport d’activité 2013

Centre de ressources Ville et quartiers de l’Essonne

VIVRE ENSEMBLE

La formation sur la laïcité dans les équipements de quartier s’est tenue les 14 et 15 mars, pour 16
agents d’accueil. Celle de septembre, ajoutée à la demande des centres sociaux, a reçu 11 agents
le 22 septembre.

Trois conférences du cycle Mémoires des cités ouvrières sur les cinq annoncées ont pu être données,
le 4 février, le 8 avril et le 10 juin. Le public : 28, 31 puis 22 personnes.

L’exposition sur les jardins familiaux s’est tenue du 3 au 17 avril 2013.

SANTÉ

Le groupe de travail sur l’accès aux soins des gens du voyage s’est réuni le 18 janvier et le 16
mai. Neuf à douze personnes selon les séances, dix en moyenne.

Pas de conférence sur la souffrance psychique des jeunes cette année : le psychiatre sollicité était
indisponible.
`;

describe('a report in prose', () => {
  it('adds up who came to each session, and takes no range for a total', async () => {
    const effectif = async (debut: string) => (await readAction(PROSE, debut))?.participants;
    expect(await effectif('formation sur la laïcité')).toBe(27);
    expect(await effectif('conférences du cycle')).toBe(81);
    expect(await effectif('groupe de travail sur l’accès')).toBe(10);
  });

  it('tells what was held in part, and what was not, without a verb', async () => {
    expect((await readAction(PROSE, 'conférences du cycle'))?.statut).toBe('partielle');
    expect((await readAction(PROSE, 'conférence sur la souffrance'))?.statut).toBe('annulee');
  });
});

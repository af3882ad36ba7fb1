import { describe, expect, it } from 'vitest';
import type { RapportBrut } from '../../../ingest/stages/rapport/assertRapport.js';
import { lotOf } from './lots.js';

/** What a report says of each action, by its title: the properties that it gives, and who it names. */
async function read(texte: string): Promise<Record<string, Record<string, unknown>>> {
  const entete =
    'Rapport d’activité 2015\n\nCentre de ressources Ville et quartiers de l’Essonne\n\f';
  const { brut } = await lotOf(entete + texte);
  const rapport = JSON.parse(brut ?? '') as RapportBrut;
  const TUS = new Set(['titre', 'annee', 'pages']);
  return Object.fromEntries(
    rapport.entrees.map(({ id, titre }) => {
      const dites = rapport.assertions.filter(
        (a) => a.sujet === id && a.valeur !== undefined && !TUS.has(a.predicat),
      );
      const noms = rapport.assertions
        .filter((a) => a.objet === id && a.predicat === 'INTERVIENT_DANS')
        .map((a) => `${a.sujet} ${a.proprietes?.role}`);
      return [
        titre,
        {
          ...Object.fromEntries(dites.map((a) => [a.predicat, a.valeur])),
          ...(noms.length === 0 ? {} : { noms }),
        },
      ];
    }),
  );
}

describe('a report in sheets', () => {
  it('gives each sheet its fields', async () => {
    const lu = await read(`Fiche 1 – Habitat indigne et copropriétés

Statut : réalisée
Dates : 12 mars 2015, 9 avril 2015
Nombre de séances : 2
Nombre de participants : 37 (18 + 19)
Intervenants : Claire Fontaine, architecte ; Ali Benali, juriste

Fiche 2 – Médiation sociale

Statut : reportée à l’automne 2016
Bilan : l’intervenant pressenti s’est désisté.

Fiche 3 – Laïcité

Statut : annulée
`);
    expect(lu).toEqual({
      'Habitat indigne et copropriétés': {
        numero: 1,
        statut: 'realisee',
        datesRealisees: ['2015-03-12', '2015-04-09'],
        periodeRealisee: '12 mars 2015, 9 avril 2015',
        seancesRealisees: 2,
        participants: 37,
        noms: ['personne:claire-fontaine intervenant', 'personne:ali-benali intervenant'],
      },
      'Médiation sociale': { numero: 2, statut: 'reportee', reporteeA: 'automne 2016' },
      Laïcité: { numero: 3, statut: 'annulee' },
    });
  });
});

describe('a report in tables', () => {
  it('gives each row its cells, and compares what was planned with what was done', async () => {
    const lu = await read(`Bilan des actions

N°\tAction\tPrévu\tRéalisé\tParticipants
1\tGroupe de travail habitat indigne\t4 séances\t4 séances\t52
2\tJournée sur la médiation sociale\t1\tReportée au printemps 2016\t-
3\tCycle « Laïcité »\t3 séances\t2 séances\tenviron 40
4\tVisite de quartiers\t1\tAnnulée faute d’inscrits\t0
`);
    expect(lu).toEqual({
      'Groupe de travail habitat indigne': {
        numero: 1,
        statut: 'realisee',
        seancesRealisees: 4,
        participants: 52,
      },
      'Journée sur la médiation sociale': {
        numero: 2,
        statut: 'reportee',
        reporteeA: 'printemps 2016',
      },
      'Cycle « Laïcité »': {
        numero: 3,
        statut: 'partielle',
        seancesRealisees: 2,
        participants: 40,
        participantsApprox: true,
      },
      'Visite de quartiers': { numero: 4, statut: 'annulee' },
    });
  });
});

describe('a report in prose', () => {
  it.each([
    [
      'Le groupe de travail sur la laïcité s’est réuni trois fois et a rassemblé quarante-cinq participants.',
      'groupe de travail sur la laïcité',
      { statut: 'realisee', seancesRealisees: 3, participants: 45 },
    ],
    [
      'La visite de quartiers à Lyon n’a finalement pas pu être organisée.',
      'visite de quartiers à Lyon',
      { statut: 'annulee' },
    ],
    [
      'Initialement prévu au printemps, le séminaire sur l’habitat a été reporté au premier semestre 2016 à la demande des élus.',
      'séminaire sur l’habitat',
      { statut: 'reportee', reporteeA: 'premier semestre 2016' },
    ],
    [
      'Le Centre de ressources a organisé deux séances du cycle « Habiter la ville », les 5 et 12 juin.',
      'Habiter la ville',
      { statut: 'realisee', seancesRealisees: 2 },
    ],
    [
      'Une vingtaine de personnes ont participé à la formation des médiateurs.',
      'formation des médiateurs',
      { statut: 'realisee', participants: 20, participantsApprox: true },
    ],
    [
      'Seules deux des quatre séances prévues du cycle sur la parentalité ont eu lieu.',
      'cycle sur la parentalité',
      { statut: 'partielle' },
    ],
    [
      'Le forum de l’emploi n’a pas été annulé : il s’est tenu le 4 mai 2015.',
      'forum de l’emploi',
      { statut: 'realisee', datesRealisees: ['2015-05-04'] },
    ],
  ])('%s', async (phrase, titre, attendu) => {
    const lu = await read(
      `Habitat et citoyenneté\n\nIntroduction de cette partie, qui ne dit rien de précis.\n${phrase}\n`,
    );
    expect(Object.keys(lu)).toEqual([titre]);
    expect(lu[titre]).toMatchObject(attendu);
  });

  it('quotes exactly what it says', async () => {
    const texte =
      'Rapport d’activité 2015\n\fHabitat\n\nLe cycle « Habiter » a réuni 12 personnes.\n';
    const lot = await lotOf(texte);
    const rapport = JSON.parse(lot.brut ?? '') as RapportBrut;
    for (const preuve of rapport.assertions.flatMap((a) => a.preuves)) {
      if (!('document' in preuve)) continue;
      const page = lot.pages?.find((p) => p.numero === preuve.page);
      expect(page?.texte.slice(preuve.debut, preuve.fin)).toBe(preuve.citation);
    }
    expect(rapport.entrees.map((e) => e.titre)).toEqual(['cycle « Habiter »']);
  });
});

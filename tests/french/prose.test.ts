import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/french/fold.js';
import { momentsIn } from '../../src/french/proseDates.js';
import { comptesIn } from '../../src/french/proseSessions.js';
import { isDeniedOrSupposed, isPast } from '../../src/french/tenses.js';

const moments = (texte: string) => momentsIn(fold(texte)).map((m) => m.texte);
const comptes = (texte: string) => comptesIn(fold(texte)).map((c) => c.texte);

describe('moments of running text', () => {
  it.each([
    [
      'Trois demi-journées, les 22 septembre et 21 décembre 2011.',
      'les 22 septembre et 21 decembre 2011',
    ],
    ["La démarche se déroulera d'avril à octobre 2011.", "d'avril a octobre 2011"],
    ['Au second semestre, un groupe travaillera.', 'au second semestre'],
    ["À l'automne, trois matinées.", "a l'automne"],
    ["Six séances tout au long de l'année 2011.", "tout au long de l'annee 2011"],
    ['La session se déroulera du 8 au 10 octobre 2019.', 'du 8 au 10 octobre 2019'],
  ])('« %s »', (texte, attendu) => {
    expect(moments(texte)).toEqual([attendu]);
  });

  it('are not what a rhythm, a length or an age says', () => {
    expect(moments('Chaque été, des familles de douze ans et plus depuis mars.')).toEqual([]);
  });

  it('stand where they say, whatever surrounds them', () => {
    const mot = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(mot), fc.array(mot), (avant, apres) => {
        const texte = [...avant, 'le 12 mars 2014', ...apres].join(' ; ');
        const lus = momentsIn(texte);
        expect(lus.some((m) => texte.slice(m.debut, m.fin) === 'le 12 mars 2014')).toBe(true);
      }),
    );
  });
});

describe('counts of sessions in running text', () => {
  it.each([
    ['Le club se réunira six fois.', 'six seances'],
    ['Un cycle de cinq séances abordera la prévention.', 'cinq seances'],
    ["Un voyage d'étude de deux jours conduira des élus à Bobigny.", 'deux jours'],
    ['Une journée départementale sera organisée.', 'une journee'],
    ['Deux à trois réunions suffiront.', 'deux a trois reunions'],
  ])('« %s »', (texte, attendu) => {
    expect(comptes(texte)).toEqual([attendu]);
  });

  it.each([
    'Les délais sont de trois jours.',
    'Ouverte deux jours par semaine.',
    'Douze ateliers santé ville ont vu le jour.',
    'Lors des trois premières séances, on lira.',
    'Le premier jour, une visite.',
  ])('none in « %s »', (texte) => {
    expect(comptes(texte)).toEqual([]);
  });
});

describe('the time of a sentence', () => {
  it.each([
    'Deux rencontres ont eu lieu en mars.',
    "L'opération a été conduite par la ville.",
    'Une réunion des maires avait décidé de la suite.',
    'Les habitants se réunissaient chaque mois.',
  ])('« %s » is past', (texte) => {
    expect(isPast(texte)).toBe(true);
  });

  it.each([
    'La rencontre a lieu le 12 mars.',
    'À destination des élus, un atelier fait le point.',
    'Engagée en 2010, la démarche a grandi et se poursuivra au printemps.',
    'Le pôle a prévu trois rencontres.',
  ])('« %s » is not', (texte) => {
    expect(isPast(texte)).toBe(false);
  });

  it('knows what is denied or only wished', () => {
    expect(isDeniedOrSupposed("La séance n'aura pas lieu.")).toBe(true);
    expect(isDeniedOrSupposed('Trois réunions pourraient suffire.')).toBe(true);
    expect(isDeniedOrSupposed('Trois réunions suffiront.')).toBe(false);
  });
});

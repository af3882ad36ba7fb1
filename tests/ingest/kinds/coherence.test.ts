import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AXES_2013, programmeEcrit } from './centre.js';
import { lotOf } from './lots.js';

const SAIN = programmeEcrit(2013, AXES_2013);

/** Codes and messages of the alerts that a change of a sound programme brings. */
async function alertsOf(texte: string): Promise<string[]> {
  const { alertes = [] } = await lotOf(texte);
  return alertes.map((a) => `${a.code} : ${a.message}`);
}

const change = (avant: string | RegExp, apres: string) => {
  const texte = SAIN.replace(avant, apres);
  expect(texte).not.toBe(SAIN);
  return alertsOf(texte);
};

describe('a programme that says nothing against itself', () => {
  it('brings no alert', async () => {
    expect(await alertsOf(SAIN)).toEqual([]);
  });
});

describe('a programme that says something against itself', () => {
  it.each([
    [
      'a day of the week',
      'mai 2013',
      'mercredi 13 mai 2013',
      /^jour-discordant : « mercredi 13 mai 2013 » : ce jour de 2013 est un lundi/,
    ],
    [
      'a year',
      'juin 2013',
      'juin 2011',
      /^date-hors-annee : « juin 2011 » n’est pas dans l’année 2013/,
    ],
    [
      'sessions',
      '2e semestre 2013',
      'les 3 et 10 octobre 2013',
      /^seances-discordantes : .*« 3 » .*ses dates en comptent 2/,
    ],
    [
      'a number given twice',
      '3. Les internats',
      '2. Les internats',
      /^numero-double : Le numéro 2 est donné deux fois/,
    ],
  ])('by %s', async (_nom, avant, apres, attendu) => {
    const alertes = await change(avant, apres);
    expect(alertes.length).toBeGreaterThan(0);
    expect(alertes[0]).toMatch(attendu);
  });

  it('by a count of its axes', async () => {
    const intro =
      'Introduction\n\nLe programme s’articule autour de cinq axes et comprend 10 actions.\n\f';
    const alertes = await alertsOf(SAIN.replace('\f', `\f${intro}`));
    expect(alertes).toHaveLength(1);
    expect(alertes[0]).toMatch(
      /^denombrement-discordant : .*« s’articule autour de cinq axes », il en est lu 3/,
    );
  });

  it('by the length of a list of communes', async () => {
    const alertes = await change(
      'Territoire : Les Ulis',
      'Territoire : les quatre communes : Les Ulis, Massy et Palaiseau',
    );
    expect(alertes[0]).toMatch(
      /^denombrement-discordant : .*quatre communes.*sa liste en compte 3/,
    );
  });

  it('by a table of contents that holds an action of no page, and a wrong page', async () => {
    const sommaire =
      'Sommaire\n\nSanté ........ 3\nÉducation ........ 4\nLogement et habitat ........ 5\nEmploi et insertion ........ 5\n\f';
    const alertes = await alertsOf(SAIN.replace('\f', `\f${sommaire}`));
    expect(alertes).toHaveLength(1);
    expect(alertes[0]).toMatch(/^sommaire-sans-corps : « Logement et habitat »/);
  });

  it('by a number left out', async () => {
    const alertes = await change('4. Relations entre', '5. Relations entre');
    expect(alertes).toHaveLength(1);
    expect(alertes[0]).toMatch(
      /^numero-saute : Le numéro 5 \(« Relations .*suit le numéro 3 \(« Les internats d’excellence/,
    );
  });

  it('by the sum of its sessions', async () => {
    const alertes = await change(
      'Date ou période envisagée : novembre 2013\nNombre de séances : 1',
      'Date ou période envisagée : 5, 12 et 19 novembre 2013\nNombre de séances : 4',
    );
    expect(alertes).toHaveLength(1);
    expect(alertes[0]).toMatch(
      /^seances-discordantes : « Accès aux soins des jeunes » annonce « 4 »/,
    );
  });

  it('by a commune that was no member of the intercommunalité that lists it', async () => {
    const alertes = await change(
      'Territoire : Les Ulis',
      'Territoire : communauté d’agglomération du Plateau de Saclay (Palaiseau, Orsay, Étampes)',
    );
    const membres = alertes.filter((a) => a.startsWith('membres-discordants'));
    expect(membres).toHaveLength(1);
    expect(membres[0]).toMatch(/Étampes : cité parmi les communes .* membre en 2013/);
  });

  it('by a cross reference to a page where the action is not', async () => {
    const page = (n: number) =>
      alertsOf(
        SAIN.split('\f')
          .map((p) =>
            p.startsWith('Axe 2')
              ? `${p}\n5. Nutrition et activité physique – cycle de qualification\n\n(Pour une présentation de cette action, voir en page ${n}).\n`
              : p,
          )
          .map((p, i) => `${p}\n${i + 1}\n`)
          .join('\f'),
      );
    expect(await page(2)).toEqual([]);
    const alertes = await page(4);
    expect(alertes).toHaveLength(1);
    expect(alertes[0]).toMatch(
      /^renvoi-discordant : « Nutrition et activité physique » renvoie à la page 4 ; .* est page 2/,
    );
  });

  it('by a table of contents whose page is not the right one', async () => {
    const sommaire = (n: number) =>
      `Sommaire\n\nSanté ........ 3\nÉducation ........ ${n}\nEmploi et insertion ........ 5\n\f`;
    const lire = (n: number) =>
      alertsOf(
        SAIN.replace('\f', `\f${sommaire(n)}`)
          .split('\f')
          .map((p, i) => `${p}\n${i + 1}\n`)
          .join('\f'),
      );
    expect(await lire(4)).toEqual([]);
    const alertes = await lire(5);
    expect(alertes).toHaveLength(1);
    expect(alertes[0]).toMatch(
      /^sommaire-page-discordante : Le sommaire donne la page 5 à « Éducation/,
    );
  });

  it('by an action of its table of contents that its body does not have', async () => {
    const sommaire =
      'Sommaire\n\nSanté ........ 3\nSanté mentale et précarité ........ 3\nMédiation en santé et interprétariat ........ 3\nÉducation ........ 4\nEmploi et insertion ........ 5\n\f';
    const alertes = await alertsOf(SAIN.replace('\f', `\f${sommaire}`));
    expect(alertes).toHaveLength(1);
    expect(alertes[0]).toMatch(/^sommaire-sans-corps : « Médiation en santé et interprétariat »/);
  });
});

describe('the seed programme', () => {
  it('announces 11 contracts and lists 13', async () => {
    const source = readFileSync('tests/golden/programmes/texte-2012/source.txt');
    const { alertes = [] } = await lotOf(source, 'source.txt');
    const comptes = alertes.filter((a) => a.code === 'denombrement-discordant');
    expect(comptes.map((a) => a.message)).toEqual([
      expect.stringMatching(/annonce 11 contrats.* en compte 13/),
    ]);
  });
});

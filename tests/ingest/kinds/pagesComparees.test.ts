import { describe, expect, it } from 'vitest';
import { compareEditions } from '../../../ingest/stages/changements/changements.js';
import { comparePages } from '../../../ingest/stages/changements/pages.js';
import type { Page } from '../../../src/domain/page.js';
import { AXES_2013, programmeEcrit } from './centre.js';
import { lotOf } from './lots.js';

const SUJETS = 'santé,école,emploi,habitat,culture,sport,transport,sécurité'.split(',');

function pagesOf(textes: readonly string[]): Page[] {
  return textes.map((texte, i) => ({ numero: i + 1, imprimee: null, etat: 'lu', texte }));
}

/** A page about one thing, between a head and a foot of three lines. */
function garnie(corps: string, numero: number, date: string): string {
  return `Programme du centre de ressources\n${corps}\nCentre de ressources\n12, rue du Marché\nÉdition de ${date} – ${numero}`;
}

function corps(sujet: string): string {
  return `Une journée sur le thème suivant : ${sujet}.\nElle réunit celles et ceux qui travaillent ${sujet} comprise.\nPublic : professionnels de la ${sujet}.`;
}

const CORPS = SUJETS.map(corps);

function edition(textes: readonly string[], date: string): Page[] {
  return pagesOf(textes.map((t, i) => garnie(t, i + 1, date)));
}

const RIEN = { modifiees: [], ajoutees: [], retirees: [] };
const AVANT = edition(CORPS, 'février 2012');

describe('the pages of a corrected edition', () => {
  it('that another date of edition runs under are not changed', () => {
    expect(comparePages(AVANT, edition(CORPS, 'octobre 2012'))).toEqual({ inchangees: 8, ...RIEN });
  });

  it('are changed where their text is, under whatever date', () => {
    const apres = CORPS.map((t) =>
      t.replace('Public : professionnels de la culture', 'Public : élus'),
    );
    expect(comparePages(AVANT, edition(apres, 'octobre 2012'))).toEqual({
      ...RIEN,
      inchangees: 7,
      modifiees: [{ avant: 5, apres: 5 }],
    });
  });

  it('are known by what they say when some are put in, taken out or both', () => {
    const [a, b, c, ...autres] = CORPS;
    const apres = [
      a,
      'Avertissement\nCette édition en remplace une autre.',
      b,
      c,
      ...autres.slice(0, -1),
    ];
    expect(comparePages(AVANT, edition(apres as string[], 'octobre 2012'))).toEqual({
      inchangees: 7,
      modifiees: [],
      ajoutees: [2],
      retirees: [8],
    });
  });

  it('are not changed by lines that went from one to the next, cut otherwise', () => {
    const lignes = CORPS.join('\n').split('\n');
    const avant = pagesOf([0, 1, 2, 3].map((i) => lignes.slice(i * 6, i * 6 + 6).join('\n')));
    const apres = pagesOf(
      [0, 1, 2, 3].map((i) => lignes.slice(Math.max(0, i * 6 - 2), i * 6 + 4).join('\n')),
    );
    const derniere = lignes.slice(22).join(' ').replace('professionnels', 'profes-\nsionnels');
    const tout = [...apres, ...pagesOf([derniere]).map((p) => ({ ...p, numero: 5 }))];
    expect(comparePages(avant, tout)).toEqual({ inchangees: 5, ...RIEN });
  });

  it('that lost a sentence are changed', () => {
    const apres = CORPS.map((t, i) => (i === 3 ? t.split('\n').slice(0, 2).join('\n') : t));
    expect(comparePages(AVANT, edition(apres, 'février 2012')).modifiees).toEqual([
      { avant: 4, apres: 4 },
    ]);
  });

  it('that hold other things altogether are one withdrawn and one added', () => {
    const autre =
      'Le service de documentation prête ses ouvrages aux adhérents, sur place ou par la poste, et répond à leurs demandes de bibliographie tous les mardis après-midi.';
    const apres = CORPS.map((t, i) => (i === 3 ? autre : t));
    expect(comparePages(AVANT, edition(apres, 'février 2012'))).toEqual({
      inchangees: 7,
      modifiees: [],
      ajoutees: [4],
      retirees: [4],
    });
  });

  it('without any text keep their place', () => {
    const avec = (textes: readonly string[]) => comparePages(pagesOf(CORPS), pagesOf(textes));
    const [a = '', ...autres] = CORPS;
    expect(avec([a, '', ...autres])).toEqual({ ...RIEN, inchangees: 8, ajoutees: [2] });
  });

  it('keep the exact words of their facts as quotes, whatever stands around them', async () => {
    const pied = (date: string) => (p: string, i: number) => `${p}\nCentre / ${date} - ${i + 1}\n`;
    const pages = programmeEcrit(2013, AXES_2013).split('\f');
    const [a, b] = ['février 2013', 'octobre 2013'].map((d) => pages.map(pied(d)).join('\f'));
    const [avant, apres] = [await lotOf(a ?? ''), await lotOf(b ?? '')];
    const bilan = compareEditions(avant, apres, (id) => id);
    expect([bilan.changements, bilan.pages]).toEqual([[], { inchangees: 4, ...RIEN }]);
    const textes = new Map(apres.pages?.map((p) => [p.numero, p.texte]));
    for (const preuve of apres.assertions.flatMap((f) => f.preuves))
      if ('page' in preuve)
        expect(textes.get(preuve.page)?.slice(preuve.debut, preuve.fin)).toBe(preuve.citation);
  });
});

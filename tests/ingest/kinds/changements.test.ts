import { describe, expect, it } from 'vitest';
import { compareEditions } from '../../../ingest/stages/changements/changements.js';
import type { AxeEcrit } from './centre.js';
import { AXES_2013, programmeEcrit } from './centre.js';
import { lotOf } from './lots.js';

const nommer = (id: string) => id;

async function changes(avant: readonly AxeEcrit[], apres: readonly AxeEcrit[]) {
  const [a, b] = [programmeEcrit(2013, avant), programmeEcrit(2013, apres)];
  return compareEditions(await lotOf(a), await lotOf(b), nommer);
}

/** The axes with one action changed, or without it when nothing is given in its place. */
function withAction(
  axes: readonly AxeEcrit[],
  titre: string,
  change: Partial<AxeEcrit['actions'][number]> | null,
): AxeEcrit[] {
  return axes.map((axe) => ({
    ...axe,
    actions: axe.actions.flatMap((a) =>
      a.titre !== titre ? [a] : change === null ? [] : [{ ...a, ...change }],
    ),
  }));
}

describe('a corrected edition', () => {
  it('changes one date: that alone is said, with both pages and passages', async () => {
    const bilan = await changes(
      AXES_2013,
      withAction(AXES_2013, 'Les internats d’excellence', { date: 'juin 2013' }),
    );
    expect(bilan.changements.map((c) => c.phrase)).toEqual([
      '« Les internats d’excellence » — Date ou période : « mai 2013 » → « juin 2013 » (page 3).',
    ]);
    expect(bilan.changements[0]).toMatchObject({
      genre: 'modification',
      passageAvant: { page: 3, citation: 'mai 2013' },
      passageApres: { page: 3, citation: 'juin 2013' },
    });
    expect(bilan.pages).toEqual({
      inchangees: 3,
      modifiees: [{ avant: 3, apres: 3 }],
      ajoutees: [],
      retirees: [],
    });
    expect(bilan.inchanges).toBeGreaterThan(100);
  });

  it('gives an action another title: it is the same one, renamed', async () => {
    const bilan = await changes(
      AXES_2013,
      withAction(AXES_2013, 'Accès aux soins des jeunes', {
        titre: 'Accès aux soins des jeunes adultes',
      }),
    );
    expect(bilan.changements.map((c) => c.phrase)).toEqual([
      'Titre changé : « Accès aux soins des jeunes » → « Accès aux soins des jeunes adultes » (page 2).',
    ]);
  });

  it('drops an action: it is withdrawn once, and those renumbered after it are the same', async () => {
    const bilan = await changes(
      AXES_2013,
      withAction(AXES_2013, 'Échanges des coordonnateurs PRE', null),
    );
    const retraits = bilan.changements.filter((c) => c.genre === 'retrait');
    expect(retraits.map((c) => c.avant)).toEqual(['Échanges des coordonnateurs PRE']);
    expect(bilan.changements.filter((c) => c.genre !== 'retrait').map((c) => c.predicat)).toEqual([
      'numero',
      'numero',
    ]);
  });

  it('adds a commune to a territory: the field and the link are said', async () => {
    const bilan = await changes(
      AXES_2013,
      withAction(AXES_2013, 'Création d’activités dans les quartiers', {
        territoire: 'Les Ulis et Massy',
      }),
    );
    const phrases = bilan.changements.map((c) => c.phrase);
    expect(phrases).toHaveLength(2);
    expect(phrases.join('\n')).toMatch(/Territoire : « Les Ulis » → « Les Ulis et Massy »/);
    expect(phrases.join('\n')).toMatch(/Territoire touché, ajouté : /);
  });

  it('that changes nothing but the file changes nothing', async () => {
    const texte = programmeEcrit(2013, AXES_2013);
    const bilan = compareEditions(await lotOf(texte), await lotOf(`${texte}\n\n`), nommer);
    expect(bilan.changements).toEqual([]);
    expect(bilan.pages.modifiees).toEqual([]);
  });

  it('with a page put before the others shifts their numbers: none of them is changed', async () => {
    const texte = programmeEcrit(2013, AXES_2013);
    const decale = texte.replace('\f', '\fAvertissement\n\nCette édition est corrigée.\n\f');
    const bilan = compareEditions(await lotOf(texte), await lotOf(decale), nommer);
    expect(bilan.changements).toEqual([]);
    expect(bilan.pages).toEqual({ inchangees: 4, modifiees: [], ajoutees: [2], retirees: [] });
  });
});

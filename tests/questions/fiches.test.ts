import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BaseDeTest } from './support/base.js';
import { ouvrirPetitMonde } from './support/petitMonde.js';

let base: BaseDeTest;
beforeAll(async () => {
  base = await ouvrirPetitMonde();
});
afterAll(() => base.fermer());

describe('cards', () => {
  it('an action has its axe, its neighbours, its places, dispositifs and people', () => {
    const fiche = base.questions.action('croisee');
    expect(fiche.axe?.libelle).toBe('Santé');
    expect(fiche.programme?.libelle).toBe('Programme 2012');
    expect([fiche.precedente?.id, fiche.suivante?.id]).toEqual([
      'action:groupe',
      'action:souffrances',
    ]);
    expect(fiche.dispositifs.map((m) => [m.vers.id, m.proprietes.role])).toEqual([
      ['dispositif:asv', 'objet'],
      ['dispositif:pre', 'objet'],
    ]);
    expect(fiche.territoires.map((m) => m.vers.libelle)).toEqual(['Seine-et-Marne']);
    expect(fiche.cites.map((m) => m.vers.libelle)).toEqual(['Chelles']);
  });

  it('each property of an action has a proof', () => {
    for (const { nom, preuves } of base.questions.action('veillee').champs) {
      expect(preuves, nom).not.toHaveLength(0);
    }
  });

  it('a dispositif has its actions with their role, its deployment and its links ranked', () => {
    const fiche = base.questions.dispositif('pre');
    expect(fiche.actions.map((a) => [a.id, a.maillons[0]?.proprietes.role])).toEqual([
      ['action:veillee', 'objet'],
      ['action:groupe', 'objet'],
      ['action:croisee', 'objet'],
      ['action:souffrances', 'mention'],
    ]);
    expect(fiche.deploiement.map((d) => d.titre)).toEqual(['Meaux', 'Melun']);
    expect(fiche.liens).toMatchObject([
      { id: 'dispositif:asv', actionsObjet: 1, actions: 2, communes: 0 },
    ]);
  });

  it('a person has the actions it takes part in, with the function then', () => {
    const fiche = base.questions.intervenant('ada-lovelace');
    expect(fiche.actions.map((a) => [a.id, a.maillons[0]?.proprietes.fonction])).toEqual([
      ['action:veillee', 'mathématicienne'],
      ['action:souffrances', undefined],
    ]);
  });

  it('a commune has its groupings by years, its quarters, its dispositifs and its département', () => {
    const melun = base.questions.territoire('77288');
    expect(melun.departement?.libelle).toBe('Seine-et-Marne');
    expect(melun.appartenances.map((m) => [m.vers.libelle, m.proprietes])).toEqual([
      ['CA Melun Val de Seine', { debut: 2002, fin: 2015 }],
    ]);
    expect(melun.dispositifs.map((m) => m.de.id)).toEqual(['dispositif:pre']);
    expect(base.questions.territoire('77284').quartiers.map((q) => q.libelle)).toEqual(['Beauval']);
  });

  it('a programme is a table of contents', () => {
    const { axes } = base.questions.programme('essai-2012');
    expect(axes.map((a) => [a.axe.libelle, a.actions.map((x) => x.numero)])).toEqual([
      ['Éducation', [1, 2, 3]],
      ['Santé', [1, 2, 3]],
    ]);
  });

  it('a deduced fact is given with those it comes from, and an unknown one is refused', () => {
    const { maillons } = base.questions.dispositif('pre').actions[0] ?? { maillons: [] };
    const id = maillons[0]?.faits[0] ?? '';
    expect(base.questions.fait(id)).toMatchObject({
      id,
      predicat: 'MOBILISE',
      phrase: 'Cette action s’adresse aux équipes du dispositif PRE.',
      preuvesSituees: [{ citation: 'coordinateurs PRE', fichier: 'programme-2012.pdf' }],
    });
    expect(() => base.questions.fait('fait:rien')).toThrow('Fait introuvable : « fait:rien ».');
  });
});

describe('lists', () => {
  it('pages actions with exact totals and facets', async () => {
    const liste = await base.questions.actions({ format: 'atelier' }, { page: 2, taille: 2 });
    expect([liste.total, liste.resultats.map((a) => a.id)]).toEqual([3, ['action:croisee']]);
    expect(liste.facettes?.axe).toEqual({ Éducation: 2, Santé: 1 });
  });

  it('ranks dispositifs by their actions and finds territories by a part of their name', () => {
    const [premier] = base.questions.dispositifs().resultats;
    expect([premier?.id, premier?.actions]).toEqual(['dispositif:pre', 4]);
    const { resultats } = base.questions.territoires({ type: 'Commune', q: 'mee' });
    expect(resultats.map((t) => t.libelle)).toEqual(['Le Mée-sur-Seine']);
  });

  it('refuses a page that cannot be', () => {
    expect(() => base.questions.dispositifs({ page: 0 })).toThrow('demande impossible');
    expect(() => base.questions.documents({ taille: 201 })).toThrow('demande impossible');
  });

  it('keeps the neighbourhood within its limit and says how large it is', () => {
    const voisinage = base.questions.voisinage('dispositif:pre', 2);
    expect(voisinage.aretes).toHaveLength(2);
    expect(voisinage.total).toBe(6);
    const ids = new Set(voisinage.noeuds.map((n) => n.id));
    for (const { de, vers, faits } of voisinage.aretes) {
      expect([ids.has(de), ids.has(vers), faits.length > 0]).toEqual([true, true, true]);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as actionsCommune from '../../../queries/territoires/actions.js';
import * as actionsDepartement from '../../../queries/territoires/actions-departement.js';
import * as actionsEpci from '../../../queries/territoires/actions-intercommunalite.js';
import * as actionsQuartier from '../../../queries/territoires/actions-quartier.js';
import { lireQuestion } from '../../../src/graph/ask.js';
import type { GrapheLecture } from '../../../src/graph/port.js';
import { complet, type Lien, monde } from '../../support/monde.js';
import { mondesAuHasard, reunis } from '../../support/mondes-au-hasard.js';
import { chainesNaives } from '../../support/oracle.js';
import type { Banc } from '../graph.js';
import { EXEMPLES, GARGES, GEOGRAPHIE } from './portees-exemples.js';

const TOUTES = { anneeMin: 0, anneeMax: 9999 };
/** Which actions touch a territory, and by which chains (DESIGN 7). */
export function testPortees(banc: Banc): void {
  const grapheDe = async (liens: Lien[], annee = 2012): Promise<GrapheLecture> => {
    const graphe = await banc.vide();
    await graphe.projeter(complet(monde([...GEOGRAPHIE, ...liens], { 'action:a': { annee } })));
    return graphe;
  };

  describe('actions of a commune', () => {
    it.each(EXEMPLES)('an action that $dit', async ({ liens, annee, portees }) => {
      const graphe = await grapheDe(liens, annee);
      const lignes = await lireQuestion(graphe, actionsCommune, { commune: GARGES, ...TOUTES });
      expect(lignes.map((l) => `${l.portee} ${l.via}`).sort()).toEqual(portees);
    });

    it('gives every hop of a chain with its own facts, in order', async () => {
      const graphe = await grapheDe([['action:a', 'MOBILISE', 'dispositif:asv']]);
      const [ligne] = await lireQuestion(graphe, actionsCommune, { commune: GARGES, ...TOUTES });
      expect(ligne).toMatchObject({
        relations: ['MOBILISE', 'DEPLOYE_A', 'MEMBRE_DE'],
        de: ['action:a', 'dispositif:asv', GARGES],
        vers: ['dispositif:asv', 'intercommunalite:val', 'intercommunalite:val'],
        faitsMaillons: [
          ['fait:action:a MOBILISE dispositif:asv'],
          ['fait:dispositif:asv DEPLOYE_A intercommunalite:val'],
          [`fait:${GARGES} MEMBRE_DE intercommunalite:val`],
        ],
      });
      expect(ligne?.faits).toEqual(ligne?.faitsMaillons.flat());
    });

    it('keeps to the years asked', async () => {
      const graphe = await grapheDe([['action:a', 'TOUCHE', GARGES]]);
      const ask = (anneeMin: number, anneeMax: number) =>
        lireQuestion(graphe, actionsCommune, { commune: GARGES, anneeMin, anneeMax });
      expect(await ask(2012, 2012)).toHaveLength(1);
      expect(await ask(2013, 2020)).toEqual([]);
      expect(await ask(2000, 2011)).toEqual([]);
    });

    it('agrees with the naive reading of the rule on any world', async () => {
      await fc.assert(
        fc.asyncProperty(mondesAuHasard(40), async (mondes) => {
          const graphe = await banc.vide();
          await graphe.projeter(complet(reunis(mondes)));
          for (const [i, m] of mondes.entries()) {
            const bornes = { commune: `commune:${i}-0`, anneeMin: 2010, anneeMax: 2016 };
            const lignes = await lireQuestion(graphe, actionsCommune, bornes);
            const lues = lignes.map((l) => `${l.action} ${l.portee} ${l.via}`).sort();
            expect(lues).toEqual(chainesNaives(m, bornes.commune, 2010, 2016));
          }
        }),
        { numRuns: 4, endOnFailure: true },
      );
    }, 60_000);
  });

  describe('actions of the other territories', () => {
    const LIENS: Lien[] = [
      ['action:a', 'TOUCHE', GARGES],
      ['action:epci', 'TOUCHE', 'intercommunalite:val'],
      ['action:quartier', 'TOUCHE', 'quartier:muette'],
      ['action:departement', 'TOUCHE', 'departement:95'],
      ['action:pre', 'MOBILISE', 'dispositif:pre'],
      ['action:asv', 'MOBILISE', 'dispositif:asv'],
      ['action:gup', 'TOUCHE', 'departement:95'],
      ['action:gup', 'MOBILISE', 'dispositif:gup', { role: 'objet', exclusif: true }],
      ['action:ailleurs', 'TOUCHE', 'commune:sarcelles'],
    ];

    it('reaches an intercommunalité by its name, its members, their quarters and dispositifs, its département', async () => {
      const graphe = await grapheDe(LIENS);
      const demande = { intercommunalite: 'intercommunalite:val', ...TOUTES };
      expect(porteesDe(await lireQuestion(graphe, actionsEpci, demande))).toEqual([
        'action:a nommee commune:garges',
        'action:asv dispositif dispositif:asv',
        'action:departement departement departement:95',
        'action:epci nommee ',
        'action:gup reservee dispositif:gup',
        'action:pre dispositif dispositif:pre',
        'action:quartier quartier quartier:muette',
      ]);
    });

    it('wants the member that has the dispositif to be in the département that the action names', async () => {
      const graphe = await grapheDe([
        ['commune:loin', 'SITUE_DANS', 'departement:77'],
        ['commune:loin', 'MEMBRE_DE', 'intercommunalite:val'],
        ['quartier:muette', 'SITUE_DANS', 'commune:loin'],
        ['action:a', 'MOBILISE', 'dispositif:pre'],
        ['action:a', 'TOUCHE', 'departement:77'],
      ]);
      const epci = { intercommunalite: 'intercommunalite:val', ...TOUTES };
      const attendu = ['action:a departement departement:77'];
      expect(porteesDe(await lireQuestion(graphe, actionsEpci, epci))).toEqual(attendu);
      const quartier = { quartier: 'quartier:muette', ...TOUTES };
      expect(porteesDe(await lireQuestion(graphe, actionsQuartier, quartier))).toEqual(attendu);
    });

    it('reaches a département by its name and by what lies in it', async () => {
      const graphe = await grapheDe(LIENS);
      const demande = { departement: 'departement:95', ...TOUTES };
      expect(porteesDe(await lireQuestion(graphe, actionsDepartement, demande))).toEqual([
        'action:a nommee commune:garges',
        'action:ailleurs nommee commune:sarcelles',
        'action:asv dispositif dispositif:asv',
        'action:departement nommee ',
        'action:epci groupement intercommunalite:val',
        'action:gup nommee ',
        'action:pre dispositif dispositif:pre',
        'action:quartier quartier quartier:muette',
      ]);
    });

    it('reaches a quarter by its name and by what it lies in', async () => {
      const graphe = await grapheDe(LIENS);
      const demande = { quartier: 'quartier:muette', ...TOUTES };
      expect(porteesDe(await lireQuestion(graphe, actionsQuartier, demande))).toEqual([
        'action:a groupement commune:garges',
        'action:asv dispositif dispositif:asv',
        'action:departement departement departement:95',
        'action:epci groupement intercommunalite:val',
        'action:gup reservee dispositif:gup',
        'action:pre dispositif dispositif:pre',
        'action:quartier nommee ',
      ]);
    });
  });
}

function porteesDe(lignes: { action: string; portee: string; via: string }[]): string[] {
  return lignes.map((l) => `${l.action} ${l.portee} ${l.via}`).sort();
}

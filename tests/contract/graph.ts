import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as actions from '../../queries/territoires/actions.js';
import { lireQuestion } from '../../src/graph/ask.js';
import type { GrapheEcriture } from '../../src/graph/port.js';
import { complet, difference, type Lien, monde } from '../support/monde.js';

/** Opens an empty graph for one test; `dossier` is a folder of its own for engines that want one. */
export type OuvreGraphe = (dossier: string) => Promise<GrapheEcriture>;

const GARGES = 'commune:garges';
const GEOGRAPHIE: Lien[] = [
  [GARGES, 'SITUE_DANS', 'departement:95'],
  ['commune:sarcelles', 'SITUE_DANS', 'departement:95'],
  ['quartier:muette', 'SITUE_DANS', GARGES],
  [GARGES, 'MEMBRE_DE', 'intercommunalite:val', { debut: 2000, fin: 2015 }],
  ['dispositif:pre', 'DEPLOYE_A', GARGES, { debut: 2010, fin: 2014 }],
  ['dispositif:asv', 'DEPLOYE_A', 'intercommunalite:val', { debut: 2010, fin: 2014 }],
  ['dispositif:clspd', 'DEPLOYE_A', 'commune:sarcelles', { debut: 2010, fin: 2014 }],
];

/** What every graph engine must do. One line plugs an engine in. */
export function graphContract(nom: string, open: OuvreGraphe): void {
  describe(nom, () => {
    const ouverts: GrapheEcriture[] = [];
    const dossiers: string[] = [];
    const openEmpty = async (): Promise<GrapheEcriture> => {
      const dossier = mkdtempSync(join(tmpdir(), 'maillage-graphe-'));
      dossiers.push(dossier);
      const graphe = await open(dossier);
      ouverts.push(graphe);
      return graphe;
    };
    afterEach(async () => {
      for (const graphe of ouverts.splice(0)) await graphe.fermer();
      for (const dossier of dossiers.splice(0)) rmSync(dossier, { recursive: true, force: true });
    });

    const portees = async (liens: Lien[], entites = {}, commune = GARGES): Promise<string[]> => {
      const graphe = await openEmpty();
      await graphe.projeter(complet(monde([...GEOGRAPHIE, ...liens], entites)));
      const bornes = { anneeMin: 0, anneeMax: 9999 };
      const lignes = await lireQuestion(graphe, actions, { commune, ...bornes });
      return lignes.map((l) => `${l.action} ${l.portee} ${l.via}`.trim()).sort();
    };

    describe('territoires/actions', () => {
      it('counts an action that names the commune', async () => {
        expect(await portees([['action:a', 'TOUCHE', GARGES]])).toEqual(['action:a nommee']);
      });
    });
    describe('projeter', () => {
      it('goes from one world to another by what changed', async () => {
        const graphe = await openEmpty();
        const avant = monde([['action:a', 'TOUCHE', GARGES]]);
        const apres = monde([['action:b', 'TOUCHE', GARGES]]);
        await graphe.projeter(complet(avant, 1));
        await graphe.projeter(difference(avant, apres, 2));
        const bornes = { anneeMin: 0, anneeMax: 9999 };
        const lignes = await lireQuestion(graphe, actions, { commune: GARGES, ...bornes });
        expect(lignes.map((l) => l.action)).toEqual(['action:b']);
        expect(await graphe.sequence()).toBe(2);
      });
    });
  });
}

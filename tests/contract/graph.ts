import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe } from 'vitest';
import type { GrapheEcriture } from '../../src/graph/port.js';
import { testPortees } from './graph/portees.js';
import { testProjection } from './graph/projection.js';
import { testValeurs } from './graph/valeurs.js';

/**
 * Opens the graph of a folder for writing, empty the first time a folder is given. An engine
 * that keeps nothing in folders empties its base when it is given a new one.
 */
export type OuvreGraphe = (dossier: string) => Promise<GrapheEcriture>;

/** What a test gets: an empty graph, closed after it; `encore` is another handle on the same one. */
export interface Banc {
  vide(): Promise<GrapheEcriture>;
  encore(): Promise<GrapheEcriture>;
}

/** What every graph engine must do. One line plugs an engine in. */
export function graphContract(nom: string, open: OuvreGraphe): void {
  describe(nom, () => {
    const ouverts: GrapheEcriture[] = [];
    const dossiers: string[] = [];
    afterEach(async () => {
      for (const graphe of ouverts.splice(0)) await graphe.fermer();
      for (const dossier of dossiers.splice(0)) rmSync(dossier, { recursive: true, force: true });
    });
    const encore = async (): Promise<GrapheEcriture> => {
      const graphe = await open(dossiers.at(-1) ?? '');
      ouverts.push(graphe);
      return graphe;
    };
    const banc: Banc = {
      encore,
      vide: () => {
        dossiers.push(mkdtempSync(join(tmpdir(), 'maillage-graphe-')));
        return encore();
      },
    };
    testPortees(banc);
    testProjection(banc);
    testValeurs(banc);
  });
}

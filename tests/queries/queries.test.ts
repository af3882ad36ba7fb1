import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQueryBook } from '../../src/graph/cypher.js';
import { openEmbeddedGraph } from '../../src/graph/embedded/graphe.js';
import type { GrapheEcriture, ParametresCypher } from '../../src/graph/port.js';
import { complet, monde } from '../support/monde.js';

interface Contrat {
  readonly question: string;
  readonly parametres: { parse(valeur: unknown): ParametresCypher };
  readonly ligne: { parse(valeur: unknown): unknown };
  readonly cas: readonly ParametresCypher[];
}

const book = createQueryBook(process.cwd());
const questions = book.noms('ladybug').filter((nom) => !nom.startsWith('ecriture/'));

/** A world in which every question has an answer to its cases. */
const MONDE = monde([
  ['programme:exemple', 'COMPREND', 'axe:exemple'],
  ['axe:exemple', 'COMPREND', 'action:exemple'],
  ['action:exemple', 'TOUCHE', 'commune:95268'],
  ['action:exemple', 'TOUCHE', 'quartier:zus-1'],
  ['action:exemple', 'TOUCHE', 'departement:95'],
  ['action:exemple', 'MOBILISE', 'dispositif:pre'],
  ['action:exemple', 'MOBILISE', 'dispositif:asv', { role: 'mention' }],
  ['personne:exemple', 'INTERVIENT_DANS', 'action:exemple', { role: 'intervenant' }],
  ['quartier:zus-1', 'SITUE_DANS', 'commune:95268'],
  ['commune:95268', 'SITUE_DANS', 'departement:95'],
  ['commune:95268', 'MEMBRE_DE', 'intercommunalite:249500380'],
  ['dispositif:pre', 'DEPLOYE_A', 'commune:95268'],
  ['dispositif:asv', 'DEPLOYE_A', 'commune:95268'],
]);

async function contractOf(nom: string): Promise<Contrat> {
  const fichier = pathToFileURL(resolve('queries', `${nom}.ts`)).href;
  return (await import(/* @vite-ignore */ fichier)) as Contrat;
}

let dossier = '';
let graphe: GrapheEcriture;

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'maillage-questions-'));
  graphe = await openEmbeddedGraph(dossier, book, { ecriture: true });
  await graphe.projeter(complet(MONDE));
});
afterAll(async () => {
  await graphe.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

describe.each(questions)('%s', (nom) => {
  it('answers its own cases, in the shape of its contract', async () => {
    const contrat = await contractOf(nom);
    expect(contrat.question).toBe(nom);
    expect(contrat.cas.length).toBeGreaterThan(0);
    for (const cas of contrat.cas) {
      const lignes = await graphe.lire(nom, contrat.parametres.parse(cas));
      expect(lignes).not.toEqual([]);
      expect(() => lignes.map((ligne) => contrat.ligne.parse(ligne))).not.toThrow();
    }
  });

  it('says in its header what it asks, its parameters and its columns', () => {
    const [titre = '', parametres = ''] = book.texte(nom, 'ladybug').split('\n');
    expect(titre).toMatch(/^\/\/ \p{Lu}.*\?$/u);
    expect(parametres).toMatch(/^\/\/ Paramètres : /);
    const entete = book.texte(nom, 'ladybug').split(/^[^/]/m)[0] ?? '';
    expect(entete).toMatch(/^\/\/ Colonnes : /m);
  });
});

it('has a contract beside every question, and a question beside every contract', () => {
  const contrats = readdirSync('queries', { recursive: true, encoding: 'utf8' })
    .filter((f) => f.includes('/') && f.endsWith('.ts'))
    .map((f) => f.slice(0, -'.ts'.length));
  expect(contrats.sort()).toEqual(questions);
});

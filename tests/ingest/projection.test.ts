import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectGraph } from '../../ingest/stages/project.js';
import { wholeView } from '../../ingest/stages/view.js';
import type { Assertion } from '../../src/domain/fait.js';
import { packageRoot } from '../../src/domain/racine.js';
import { openFactsWriter } from '../../src/facts/writer.js';
import { createQueryBook } from '../../src/graph/cypher.js';
import { openEmbeddedGraph } from '../../src/graph/embedded/graphe.js';
import type { GrapheEcriture } from '../../src/graph/port.js';
import { dossierTemporaire } from '../support/dossier.js';

const PREUVE = { referentiel: 'essai', millesime: '2012', cle: 'x' };

function nom(sujet: string, predicat: string, valeur: string): Assertion {
  return { sujet, predicat, valeur, statut: 'reference', regle: 'essai@1', preuves: [PREUVE] };
}

function touche(action: string, commune: string): Assertion {
  return {
    sujet: action,
    predicat: 'TOUCHE',
    objet: commune,
    proprietes: { origine: 'champ' },
    statut: 'dit',
    regle: 'essai@1',
    preuves: [PREUVE],
  };
}

const A = [
  nom('action:a', 'titre', 'Atelier'),
  nom('commune:77284', 'nom', 'Meaux'),
  touche('action:a', 'commune:77284'),
];
const B = [
  nom('action:b', 'titre', 'Cycle'),
  nom('commune:77288', 'nom', 'Melun'),
  touche('action:b', 'commune:77288'),
];

async function base() {
  const dossier = dossierTemporaire();
  const facts = openFactsWriter(dossier);
  const graphe = await openEmbeddedGraph(join(dossier, 'graphe'), createQueryBook(packageRoot()), {
    ecriture: true,
  });
  onTestFinished(async () => {
    await graphe.fermer();
    facts.close();
  });
  return { facts, graphe };
}

/** Ids that the graph holds, entities and relations. */
async function held(graphe: GrapheEcriture): Promise<{ entites: unknown[]; relations: unknown[] }> {
  const entites = await graphe.lire('coherence/entites', {});
  const relations = await graphe.lire('coherence/relations', {});
  return {
    entites: entites.map((l) => l.id).sort(),
    relations: relations.map((l) => `${l.de} ${l.vers}`).sort(),
  };
}

describe('projectGraph', () => {
  it('takes out of the graph what the facts no longer say, and keeps the rest', async () => {
    const { facts, graphe } = await base();
    facts.appliquer({ lot: 'un', empreinte: '', assertions: A });
    facts.appliquer({ lot: 'deux', empreinte: '', assertions: B });
    await projectGraph(facts, graphe);
    facts.retirer('un');
    await projectGraph(facts, graphe);
    expect(await held(graphe)).toEqual({
      entites: ['action:b', 'commune:77288'],
      relations: ['action:b commune:77288'],
    });
  });

  it('stands where a whole projection would after any run of changes', async () => {
    const { facts, graphe } = await base();
    for (const assertions of [A, [...A, ...B], B, [], [...B, A[0] as Assertion], A]) {
      facts.appliquer({ lot: 'un', empreinte: '', assertions });
      await projectGraph(facts, graphe);
      const { entites, relations } = wholeView(facts);
      expect(await held(graphe)).toEqual({
        entites: entites.map((e) => e.id).sort(),
        relations: relations.map((r) => `${r.de} ${r.vers}`).sort(),
      });
    }
  });

  it('does nothing when the graph already stands at the facts sequence', async () => {
    const { facts, graphe } = await base();
    facts.appliquer({ lot: 'un', empreinte: '', assertions: A });
    expect(await projectGraph(facts, graphe)).toBe(true);
    expect(await projectGraph(facts, graphe)).toBe(false);
  });
});

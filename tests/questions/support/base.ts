import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assertion, Preuve, Proprietes, Valeur } from '../../../src/domain/fait.js';
import type { Page } from '../../../src/domain/page.js';
import { LABELS, type Label } from '../../../src/domain/schema.js';
import type { FactsReader } from '../../../src/facts/reader.js';
import { openFactsWriter } from '../../../src/facts/writer.js';
import type { Gazetteer } from '../../../src/gazetteer/types.js';
import { createQueryBook } from '../../../src/graph/cypher.js';
import { openEmbeddedGraph } from '../../../src/graph/embedded/graphe.js';
import type { Moteurs } from '../../../src/questions/contexte.js';
import type { Questions } from '../../../src/questions/fiches/types.js';
import { createQuestions } from '../../../src/questions/questions.js';
import { indexDocuments } from '../../../src/search/documents.js';
import { openEmbeddedSearch } from '../../../src/search/embedded/ouvrir.js';
import { GAZETTEER } from './seeds.js';

/** A document of a small world: its facts quote its pages. */
export interface DocumentDeTest {
  readonly annee: number | null;
  readonly pages: readonly string[];
  readonly faits: readonly FaitDeTest[];
}

/** `['action:a', 'MOBILISE', 'dispositif:pre', 'coordinateurs PRE', { role: 'objet' }]`: the quote is found in the pages. */
export type FaitDeTest = readonly [
  sujet: string,
  predicat: string,
  objetOuValeur: Valeur,
  citation: string,
  proprietes?: Proprietes,
];

export interface BaseDeTest {
  readonly questions: Questions;
  readonly moteurs: Moteurs & { readonly faits: FactsReader };
  fermer(): Promise<void>;
}

/** A base in a folder of its own: the real store, the real embedded graph and index. */
export async function ouvrirBase(
  documents: readonly DocumentDeTest[],
  seeds: readonly Assertion[],
  gazetteer: Gazetteer = GAZETTEER,
): Promise<BaseDeTest> {
  const dossier = mkdtempSync(join(tmpdir(), 'maillage-questions-'));
  const faits = openFactsWriter(dossier);
  faits.appliquer({ lot: 'seeds', empreinte: '1', assertions: seeds });
  documents.forEach((document, i) => void faits.appliquer(lot(document, i)));
  const graphe = await openEmbeddedGraph(join(dossier, 'graphe'), createQueryBook(process.cwd()), {
    ecriture: true,
  });
  const entites = (Object.keys(LABELS) as Label[]).flatMap((label) => faits.entites(label));
  const relations = faits.relations({});
  await graphe.projeter({
    sequence: faits.sequence(),
    complet: true,
    entites,
    relations,
    entitesRetirees: [],
    relationsRetirees: [],
  });
  const recherche = openEmbeddedSearch(join(dossier, 'index.db'), { ecriture: true });
  const pages = faits
    .documents()
    .flatMap((d) =>
      faits.pages(d.id).map((page) => ({ document: d.id, titre: d.titre, annee: d.annee, page })),
    );
  await recherche.indexer({
    sequence: faits.sequence(),
    complet: true,
    documents: indexDocuments({ entites, relations, pages, preuve: () => null }),
    retires: [],
  });
  const moteurs = { faits, graphe, recherche, gazetteer };
  return {
    questions: createQuestions(moteurs),
    moteurs,
    async fermer() {
      await graphe.fermer();
      await recherche.fermer();
      faits.close();
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}

function lot({ annee, pages, faits }: DocumentDeTest, i: number) {
  const id = `sha256:${String(i + 1)
    .repeat(64)
    .slice(0, 64)}`;
  return {
    lot: id,
    empreinte: '1',
    document: {
      id,
      fichier: `programme-${annee ?? i}.pdf`,
      titre: `Programme ${annee ?? i}`,
      type: 'programme' as const,
      annee,
      pages: pages.length,
      format: 'pdf',
      source: 'essai',
      producteur: null,
    },
    pages: pages.map(
      (texte, n): Page => ({
        numero: n + 1,
        imprimee: n + 3,
        etat: texte === '' ? 'vide' : 'lu',
        texte,
      }),
    ),
    assertions: faits.map((fait) => assertion(id, pages, fait)),
  };
}

function assertion(
  document: string,
  pages: readonly string[],
  [sujet, predicat, cible, citation, proprietes]: FaitDeTest,
): Assertion {
  const page = pages.findIndex((texte) => texte.includes(citation));
  const debut = pages[page]?.indexOf(citation) ?? -1;
  if (debut < 0) throw new Error(`Citation absente des pages : « ${citation} »`);
  const preuves: Preuve[] = [
    { document, page: page + 1, debut, fin: debut + citation.length, citation },
  ];
  const relation = predicat === predicat.toUpperCase();
  return {
    sujet,
    predicat,
    ...(relation ? { objet: String(cible) } : { valeur: cible }),
    ...(proprietes === undefined ? {} : { proprietes }),
    statut: 'dit',
    regle: 'essai@1',
    preuves,
  };
}

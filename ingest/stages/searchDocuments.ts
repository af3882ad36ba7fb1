import { estPreuveTexte } from '../../src/domain/fait.js';
import { definitionLabel, labelDe } from '../../src/domain/schema.js';
import type { FactsReader } from '../../src/facts/reader.js';
import type { Referentiels } from '../../src/gazetteer/types.js';
import type { PageIndexee } from '../../src/search/documents.js';
import { indexDocuments } from '../../src/search/documents.js';
import type { DocumentIndexe } from '../../src/search/port.js';
import { wholeView } from './view.js';

/** Everything that can be found in the base, as documents of the index. */
export function searchDocuments(facts: FactsReader, referentiels: Referentiels): DocumentIndexe[] {
  const preuves = namingProofs(facts);
  return indexDocuments({
    ...wholeView(facts),
    pages: pages(facts),
    preuve: (id) => preuves.get(id) ?? null,
    textes: facts.textes(),
    alias: aliases(referentiels),
  });
}

/** Where each entity is named by a document, when one does. */
function namingProofs(facts: FactsReader): Map<string, { document: string; page: number }> {
  const preuves = new Map<string, { document: string; page: number }>();
  for (const fait of facts.allFaits()) {
    const cible = fait.objet === undefined ? fait.sujet : fait.objet;
    const preuve = fait.preuves.find(estPreuveTexte);
    if (preuve === undefined) continue;
    const nomme =
      fait.objet === undefined && fait.predicat === definitionLabel(labelDe(fait.sujet)).libelle;
    if (nomme || !preuves.has(cible))
      preuves.set(cible, { document: preuve.document, page: preuve.page });
  }
  return preuves;
}

function* pages(facts: FactsReader): Generator<PageIndexee> {
  for (const { id: document, titre, annee } of facts.documents()) {
    for (const page of facts.pages(document)) yield { document, titre, annee, page };
  }
}

function aliases({ dispositifs, organismes }: Referentiels): Map<string, readonly string[]> {
  return new Map([...dispositifs, ...organismes].map(({ id, alias }) => [id, alias]));
}

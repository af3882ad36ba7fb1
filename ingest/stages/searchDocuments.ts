import type { Fait } from '../../src/domain/fait.js';
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
  const faits = facts.allFaits();
  const preuves = namingProofs(faits);
  return indexDocuments({
    ...wholeView(facts),
    pages: pages(facts),
    preuve: (id) => preuves.get(id) ?? null,
    textes: facts.textes(),
    alias: aliases(faits, referentiels),
  });
}

/** Where each entity is named by a document, when one does. */
function namingProofs(faits: readonly Fait[]): Map<string, { document: string; page: number }> {
  const preuves = new Map<string, { document: string; page: number }>();
  for (const fait of faits) {
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

/** Other names: those of the seeds, and every name under which documents print an entity. */
function aliases(
  faits: readonly Fait[],
  { dispositifs, organismes }: Referentiels,
): Map<string, readonly string[]> {
  const noms = new Map<string, readonly string[]>(
    [...dispositifs, ...organismes].map(({ id, alias }) => [id, alias]),
  );
  for (const { sujet, predicat, valeur } of faits) {
    if (predicat !== 'nom' || typeof valeur !== 'string') continue;
    const connus = noms.get(sujet) ?? [];
    if (!connus.includes(valeur)) noms.set(sujet, [...connus, valeur]);
  }
  return noms;
}

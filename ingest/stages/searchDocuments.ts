import type { Entite } from '../../src/domain/vue.js';
import type { FactsReader } from '../../src/facts/reader.js';
import type { Referentiels } from '../../src/gazetteer/types.js';
import type { PageIndexee } from '../../src/search/documents.js';
import { indexDocument, indexDocuments, isUnlisted } from '../../src/search/documents.js';
import type { ChangementsIndex, DocumentIndexe } from '../../src/search/port.js';
import type { HorsNotices, NoticeLiee, PreuveIndex } from './fonds.js';
import { isNotice, readNotices, readRest } from './fonds.js';

type Documents = Pick<ChangementsIndex, 'documents' | 'retires'>;

/** Everything that can be found in the base, as documents of the index. */
export function searchDocuments(facts: FactsReader, referentiels: Referentiels): Documents {
  const reste = readRest(facts);
  function* tous(): Generator<DocumentIndexe> {
    yield* restDocuments(facts, reste, referentiels);
    for (const liee of readNotices(facts)) yield noticeDocument(liee, reste);
  }
  return { documents: tous(), retires: [] };
}

/** What has changed since a sequence: the index takes again all but the records (it leaves what is the same), and the records that moved. */
export function changedDocuments(
  facts: FactsReader,
  referentiels: Referentiels,
  depuis: number,
): Documents {
  const { sujets, nommes } = facts.sujetsChanges(depuis);
  const reste = readRest(facts);
  const notices = new Set(sujets.filter(isNotice));
  const autres = sujets.filter((id) => !isNotice(id));
  // a record is found by the names of what it is about
  for (const id of nommes) for (const de of facts.noticesVers(id)) notices.add(de);
  const preuve = proofOf(facts, reste);
  const presentes = new Map(facts.entitesDe([...notices]).map((e) => [e.id, e]));
  function* changes(): Generator<DocumentIndexe> {
    // a record that comes may be the first to lead to a theme
    if (autres.length > 0 || notices.size > 0 || facts.documentsDepuis(depuis)) {
      yield* restDocuments(facts, reste, referentiels);
    }
    for (const notice of presentes.values()) {
      yield noticeDocument({ notice, relations: facts.relations({ de: notice.id }) }, reste);
    }
  }
  return {
    documents: changes(),
    retires: [
      ...autres.filter((id) => !reste.parId.has(id)),
      ...reste.entites.filter((e) => isUnlisted(e, preuve)).map((e) => e.id),
      ...[...notices].filter((id) => !presentes.has(id)),
      ...retiredPages(facts, depuis),
    ],
  };
}

function restDocuments(
  facts: FactsReader,
  reste: HorsNotices,
  referentiels: Referentiels,
): DocumentIndexe[] {
  return indexDocuments({
    entites: reste.entites,
    relations: reste.relations,
    pages: pages(facts),
    preuve: proofOf(facts, reste),
    textes: facts.textes(),
    alias: aliases(reste, referentiels),
  });
}

/** What only records name is proved by one of them. */
function proofOf(facts: FactsReader, { preuves }: HorsNotices): (id: string) => PreuveIndex | null {
  return (id) => {
    const connue = preuves.get(id);
    if (connue !== undefined) return connue;
    const notice = facts.noticeVers(id);
    return notice === undefined ? null : { document: notice, page: 0 };
  };
}

/** The record is its own place: its file and its rank there are looked up when it is shown. */
function noticeDocument({ notice, relations }: NoticeLiee, reste: HorsNotices): DocumentIndexe {
  const cibles = relations.flatMap((r): Entite[] => {
    const cible = reste.parId.get(r.vers);
    return cible === undefined ? [] : [cible];
  });
  const preuve = { document: notice.id, page: 0 };
  return indexDocument(notice, { relations, cibles, preuve: () => preuve });
}

function* pages(facts: FactsReader): Generator<PageIndexee> {
  for (const { id: document, titre, annee, type } of facts.documents()) {
    // the pages of a catalogue are its records, found as such
    if (type === 'catalogue') continue;
    for (const page of facts.fluxPages(document)) yield { document, titre, annee, page };
  }
}

function retiredPages(facts: FactsReader, depuis: number): string[] {
  return facts
    .documentsRetires()
    .filter((d) => (d.retire ?? 0) > depuis && d.type !== 'catalogue')
    .flatMap((d) => Array.from({ length: d.pages }, (_, i) => `page:${d.id}#${i + 1}`));
}

/** Other names: those of the seeds, and every name under which documents print an entity. */
function aliases(
  { noms }: HorsNotices,
  { dispositifs, organismes }: Referentiels,
): Map<string, readonly string[]> {
  const tous = new Map<string, readonly string[]>(
    [...dispositifs, ...organismes].map(({ id, alias }) => [id, alias]),
  );
  for (const [id, imprimes] of noms)
    tous.set(id, [...new Set([...(tous.get(id) ?? []), ...imprimes])]);
  return tous;
}

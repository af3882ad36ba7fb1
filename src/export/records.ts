import type { Fait, Preuve } from '../domain/fait.js';
import { estPreuveTexte } from '../domain/fait.js';
import type { Page } from '../domain/page.js';
import type { Label } from '../domain/schema.js';
import { LABELS } from '../domain/schema.js';
import type { Entite } from '../domain/vue.js';
import type { FactsReader } from '../facts/reader.js';

export interface ExportOptions {
  /** With the text of every page. */
  readonly pages?: boolean;
  /** Only these things, in this order: ids of entities, and of pages as the index has them (`page:<document>#<n>`). */
  readonly ids?: readonly string[];
}

export type ExportRecord = Readonly<Record<string, unknown>> & { readonly genre: string };

/**
 * The canonical records of a base (DESIGN 8), in their fixed order: documents, pages, entities, relations,
 * facts, alerts, each sorted. Nothing depends on when or in which order files were read.
 */
export function* exportRecords(
  facts: FactsReader,
  options: ExportOptions,
): Generator<ExportRecord> {
  if (options.ids !== undefined) {
    yield* someRecords(facts, options.ids);
    return;
  }
  const documents = [...facts.documents()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, titre, fichier, type, annee, pages } of documents) {
    yield { genre: 'document', id, titre, fichier, type, annee, pages };
  }
  if (options.pages === true) {
    for (const { id: document } of documents) {
      for (const page of facts.pages(document)) yield pageRecord(document, page);
    }
  }
  for (const label of (Object.keys(LABELS) as Label[]).sort()) {
    for (const entite of facts.entites(label)) yield entityRecord(entite);
  }
  for (const { type, de, vers, proprietes, faits } of facts.relations({})) {
    yield { genre: 'relation', type, de, vers, proprietes, faits };
  }
  for (const fait of facts.allFaits()) yield factRecord(fait);
  for (const alerte of facts.alertes()) yield { genre: 'alerte', ...alerte };
}

/** Entities read at once. */
const LOT = 200;
const PAGE = /^page:(?<document>.+)#(?<numero>\d+)$/;

/** The entities and the pages of a list of ids, in its order; those that are no more are left out. */
function* someRecords(facts: FactsReader, ids: readonly string[]): Generator<ExportRecord> {
  for (let debut = 0; debut < ids.length; debut += LOT) {
    const lot = ids.slice(debut, debut + LOT);
    const entites = new Map(
      facts.entitesDe(lot.filter((id) => !PAGE.test(id))).map((e) => [e.id, e]),
    );
    for (const id of lot) {
      const entite = entites.get(id);
      const { document = '', numero } = PAGE.exec(id)?.groups ?? {};
      const page = numero === undefined ? undefined : facts.page(document, Number(numero));
      if (entite !== undefined) yield entityRecord(entite);
      if (page !== undefined) yield pageRecord(document, page);
    }
  }
}

function entityRecord({ type, id, libelle, proprietes, faits }: Entite): ExportRecord {
  return { genre: 'entite', type, id, libelle, proprietes, faits };
}

function pageRecord(document: string, page: Page): ExportRecord {
  const { numero, imprimee, etat, raison, confiance, texte } = page;
  return {
    genre: 'page',
    document,
    page: numero,
    imprimee,
    etat,
    ...(raison === undefined ? {} : { raison }),
    ...(confiance === undefined ? {} : { confiance }),
    texte,
  };
}

function factRecord(fait: Fait): ExportRecord {
  const { id, sujet, predicat, objet, valeur, proprietes, statut, regle, sources, preuves } = fait;
  const { confiance } = fait;
  return {
    genre: 'fait',
    id,
    sujet,
    predicat,
    ...(objet === undefined ? { valeur } : { objet }),
    ...(proprietes === undefined ? {} : { proprietes }),
    statut,
    regle,
    ...(sources === undefined ? {} : { sources }),
    preuves: preuves.map(proofRecord),
    ...(confiance === undefined ? {} : { confiance }),
  };
}

function proofRecord(preuve: Preuve): Preuve {
  if (!estPreuveTexte(preuve)) {
    return { referentiel: preuve.referentiel, millesime: preuve.millesime, cle: preuve.cle };
  }
  const { document, page, debut, fin, citation } = preuve;
  return { document, page, debut, fin, citation };
}

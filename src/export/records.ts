import type { Fait, Preuve } from '../domain/fait.js';
import { estPreuveTexte } from '../domain/fait.js';
import type { Label } from '../domain/schema.js';
import { LABELS } from '../domain/schema.js';
import type { FactsReader } from '../facts/reader.js';

export interface ExportOptions {
  /** With the text of every page. */
  readonly pages?: boolean;
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
  const documents = [...facts.documents()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, titre, fichier, type, annee, pages } of documents) {
    yield { genre: 'document', id, titre, fichier, type, annee, pages };
  }
  if (options.pages === true) {
    for (const { id: document } of documents) {
      for (const { numero: page, imprimee, etat, raison, confiance, texte } of facts.pages(
        document,
      )) {
        yield {
          genre: 'page',
          document,
          page,
          imprimee,
          etat,
          ...(raison === undefined ? {} : { raison }),
          ...(confiance === undefined ? {} : { confiance }),
          texte,
        };
      }
    }
  }
  for (const label of (Object.keys(LABELS) as Label[]).sort()) {
    for (const { type, id, libelle, proprietes, faits } of facts.entites(label)) {
      yield { genre: 'entite', type, id, libelle, proprietes, faits };
    }
  }
  for (const { type, de, vers, proprietes, faits } of facts.relations({})) {
    yield { genre: 'relation', type, de, vers, proprietes, faits };
  }
  for (const fait of facts.allFaits()) yield factRecord(fait);
  for (const alerte of facts.alertes()) yield { genre: 'alerte', ...alerte };
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

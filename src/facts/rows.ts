import type { Assertion, Fait } from '../domain/fait.js';
import type { DocumentDecrit, EtatPage, Page } from '../domain/page.js';
import type { DocumentStocke } from './types.js';

/** A row of `faits`. */
export interface RowFait {
  readonly id: string;
  readonly sequence: number;
  readonly retire: number | null;
  readonly assertion: string;
}

/** A row of `pages`. */
export interface RowPage {
  readonly numero: number;
  readonly imprimee: number | null;
  readonly etat: string;
  readonly raison: string | null;
  readonly texte: string;
  readonly confiance: number | null;
}

/** A row of `documents`. */
export interface RowDocument {
  readonly description: string;
  readonly sequence: number;
  readonly retire: number | null;
}

/** What a fact is read from. */
export const COLONNES_FAIT = 'id, sequence, retire, assertion';
/** What a page is read from. */
export const COLONNES_PAGE = 'numero, imprimee, etat, raison, texte, confiance';

/** The fact that a row keeps. */
export function toFait(row: RowFait): Fait {
  const assertion = JSON.parse(row.assertion) as Assertion;
  const fait = { ...assertion, id: row.id, sequence: row.sequence };
  return row.retire === null ? fait : { ...fait, retire: row.retire };
}

/** The page that a row keeps. */
export function toPage(row: RowPage): Page {
  const { numero, imprimee, etat, raison, texte, confiance } = row;
  return {
    numero,
    imprimee,
    etat: etat as EtatPage,
    texte,
    ...(raison === null ? {} : { raison }),
    ...(confiance === null ? {} : { confiance }),
  };
}

/** The document that a row keeps. */
export function toDocument(row: RowDocument): DocumentStocke {
  const document = { ...(JSON.parse(row.description) as DocumentDecrit), sequence: row.sequence };
  return row.retire === null ? document : { ...document, retire: row.retire };
}

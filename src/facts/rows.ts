import type { Assertion, Fait } from '../domain/fait.js';
import { estPreuveTexte } from '../domain/fait.js';
import type { Alerte, DocumentDecrit, EtatPage, Page } from '../domain/page.js';
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

/** Where a record stands: the catalogue file that holds it now, and its rank there. */
export interface LieuNotice {
  readonly document: string;
  readonly numero: number;
}

/** Finds a record's place by its id; undefined for a document, and for a record that no file holds any more. */
export type Situer = (id: string) => LieuNotice | undefined;

/** The fact that a row keeps. */
export function toFait(row: RowFait, situer: Situer): Fait {
  const assertion = situate(JSON.parse(row.assertion) as Assertion, situer);
  const fait = { ...assertion, id: row.id, sequence: row.sequence };
  return row.retire === null ? fait : { ...fait, retire: row.retire };
}

/** Proofs kept under a record's id, with the file and the page that it has now. */
function situate(assertion: Assertion, situer: Situer): Assertion {
  if (!assertion.preuves.some((p) => estPreuveTexte(p) && estNotice(p.document))) return assertion;
  const preuves = assertion.preuves.map((p) => {
    const lieu = estPreuveTexte(p) ? situer(p.document) : undefined;
    return lieu === undefined ? p : { ...p, document: lieu.document, page: lieu.numero };
  });
  return { ...assertion, preuves };
}

function estNotice(document: string): boolean {
  return document.startsWith('notice:');
}

/** The alert that a row keeps. */
export function toAlerte(json: string, situer: Situer): Alerte {
  const alerte = JSON.parse(json) as Alerte;
  const lieu = estNotice(alerte.document) ? situer(alerte.document) : undefined;
  return lieu === undefined ? alerte : { ...alerte, document: lieu.document, page: lieu.numero };
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

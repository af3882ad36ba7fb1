import { scalaire } from './scalaire.js';
import type { Base } from './schema.js';

/** Rows of an FTS5 expression, in index order. One string from the engine: rows one by one are ten times slower. */
export function chercherDocs(base: Base, fts: string): number[] {
  const json = scalaire(
    base,
    'SELECT json_group_array(rowid) AS v FROM fts WHERE fts MATCH ?',
  )(fts);
  return JSON.parse(String(json)) as number[];
}

/** True when a document is in a list in index order. */
export function contient(docs: readonly number[], doc: number): boolean {
  let bas = 0;
  let haut = docs.length - 1;
  while (bas <= haut) {
    const milieu = (bas + haut) >> 1;
    const d = docs[milieu] ?? 0;
    if (d === doc) return true;
    if (d < doc) bas = milieu + 1;
    else haut = milieu - 1;
  }
  return false;
}

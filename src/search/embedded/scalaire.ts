import type { Base } from './schema.js';

/** A prepared statement that gives one value: its query names it `v`. `undefined` when there is no row. */
export function scalaire(base: Base, sql: string): (...parametres: (string | number)[]) => unknown {
  // `pluck()` has no effect on `get` in libsql 0.5, so the column is named and read.
  const ordre = base.prepare(sql);
  return (...parametres) => (ordre.get(...parametres) as { v: unknown } | undefined)?.v;
}

import type { Fait } from '../domain/fait.js';
import type { Base, Statement } from './database.js';
import type { LieuNotice, RowFait, Situer } from './rows.js';
import { COLONNES_FAIT, toFait } from './rows.js';

/** The fact store's file with its statements, compiled once, and where its records stand. */
export class FactsStatements {
  protected readonly base: Base;
  readonly #statements = new Map<string, Statement>();
  #dernier: { readonly id: string; readonly lieu: LieuNotice | undefined } | undefined;

  constructor(base: Base) {
    this.base = base;
  }

  /** A statement, compiled once: compiling costs more than most reads. */
  protected prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.base.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  close(): void {
    this.base.close();
  }

  /** Facts in force that a condition keeps, in no order. */
  protected selectFaits(condition: string, ...values: (string | number)[]): Fait[] {
    return this.rowsFaits(`retire IS NULL AND ${condition}`, values);
  }

  protected rowsFaits(condition: string, values: readonly (string | number)[]): Fait[] {
    const sql = `SELECT ${COLONNES_FAIT} FROM faits WHERE ${condition}`;
    const rows = this.prepare(sql).all(...values) as RowFait[];
    const situer = this.situerUneFois();
    return rows.map((row) => toFait(row, situer));
  }

  /** Where records stand as the base is now; facts of one record come together, it is looked up once. */
  protected situerUneFois(): Situer {
    this.#dernier = undefined;
    return (id) => {
      if (this.#dernier?.id !== id) this.#dernier = { id, lieu: this.lieuNotice(id) };
      return this.#dernier.lieu;
    };
  }

  /** The catalogue file that holds a record, and its rank there; undefined when none does any more. */
  lieuNotice(id: string): LieuNotice | undefined {
    return this.prepare('SELECT document, numero FROM notices WHERE id = ?').get(id) as
      | LieuNotice
      | undefined;
  }

  /** The record at a rank of a catalogue file. */
  noticeA(document: string, numero: number): string | undefined {
    const row = this.prepare('SELECT id FROM notices WHERE document = ? AND numero = ?').get(
      document,
      numero,
    ) as { id: string } | undefined;
    return row?.id;
  }
}

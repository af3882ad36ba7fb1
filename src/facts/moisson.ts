import { FactsChanges } from './changes.js';

/** A record of the holdings, in force or withdrawn, and the sequence of its last change. */
export interface ChangementNotice {
  readonly id: string;
  readonly sequence: number;
}

/** Sequences, both included. */
export interface IntervalleSequences {
  readonly de: number;
  readonly a: number;
}

/** Reads of the last change of each record: what a harvester asks for. */
export class FactsMoisson extends FactsChanges {
  /** Records whose last change is in an interval, after a given one, the oldest change first. */
  changementsNotices(
    { de, a }: IntervalleSequences,
    apres: ChangementNotice,
    limite: number,
  ): ChangementNotice[] {
    return this.prepare(
      `SELECT id, sequence FROM moisson
         WHERE sequence <= ? AND (sequence, id) > (?, ?) ORDER BY sequence, id LIMIT ?`,
    ).all(
      a,
      Math.max(apres.sequence, de - 1),
      apres.sequence < de ? '￿' : apres.id,
      limite,
    ) as ChangementNotice[];
  }

  compterChangementsNotices({ de, a }: IntervalleSequences): number {
    const row = this.prepare(
      'SELECT count(*) AS n FROM moisson WHERE sequence BETWEEN ? AND ?',
    ).get(de, a) as { n: number };
    return row.n;
  }

  /** The last change of one record; undefined for one that never was. */
  changementNotice(id: string): ChangementNotice | undefined {
    return this.prepare('SELECT id, sequence FROM moisson WHERE id = ?').get(id) as
      | ChangementNotice
      | undefined;
  }

  /** The sequences written from a date to another (« 2026-03-17T09:30:00Z »), both included. */
  sequencesEntre(depuis: string | undefined, jusque: string | undefined): IntervalleSequences {
    const derniere = (condition: string, date: string): number => {
      const sql = `SELECT coalesce(max(sequence), 0) AS n FROM dates WHERE date ${condition} ?`;
      return (this.prepare(sql).get(date) as { n: number }).n;
    };
    return {
      de: depuis === undefined ? 0 : derniere('<', depuis) + 1,
      a: jusque === undefined ? Number.MAX_SAFE_INTEGER : derniere('<=', jusque),
    };
  }

  /** When the oldest of the last changes was written; undefined without records. */
  premierChangementNotice(): number | undefined {
    const row = this.prepare('SELECT min(sequence) AS n FROM moisson').get() as {
      n: number | null;
    };
    return row.n ?? undefined;
  }
}

import type { Fait } from '../domain/fait.js';
import { FactsFlux } from './flux.js';

const VERS_NOTICES = `INDEXED BY faits_objet
  WHERE retire IS NULL AND objet IS NOT NULL AND objet = ? AND sujet >= 'notice:' AND sujet < 'notice;'`;

/** What moved after a sequence: what the graph and the index have to take again. */
export class FactsChanges extends FactsFlux {
  /** Ids whose facts were written or retracted after a sequence: subjects of properties, and facts of relations. */
  changesSince(sequence: number): { sujets: Set<string>; relations: Fait[] } {
    const faits = this.rowsFaits('sequence > ? OR retire > ?', [sequence, sequence]);
    const relations = faits.filter((f) => f.objet !== undefined);
    return {
      sujets: new Set(faits.filter((f) => f.objet === undefined).map((f) => f.sujet)),
      relations,
    };
  }

  /** Entities of which a fact was written or retracted after a sequence; `nommes`: those whose own properties moved. */
  sujetsChanges(sequence: number): { sujets: string[]; nommes: string[] } {
    const rows = this.prepare(
      `SELECT sujet, max(objet IS NULL) AS propre FROM faits
         WHERE sequence > ? OR retire > ? GROUP BY sujet`,
    ).all(sequence, sequence) as { sujet: string; propre: number }[];
    return {
      sujets: rows.map((r) => r.sujet),
      nommes: rows.filter((r) => r.propre === 1).map((r) => r.sujet),
    };
  }

  /** How many facts were written or retracted after a sequence. */
  compterChanges(sequence: number): number {
    const row = this.prepare(
      'SELECT count(*) AS n FROM faits WHERE sequence > ? OR retire > ?',
    ).get(sequence, sequence) as { n: number };
    return row.n;
  }

  /** True when a document came, left or changed its description after a sequence. */
  documentsDepuis(sequence: number): boolean {
    return (
      this.prepare('SELECT 1 FROM documents WHERE sequence > ? OR retire > ? LIMIT 1').get(
        sequence,
        sequence,
      ) !== undefined
    );
  }

  /** Records of the holdings that lead to an entity. */
  noticesVers(id: string): string[] {
    const rows = this.prepare(`SELECT DISTINCT sujet FROM faits ${VERS_NOTICES}`).all(id) as {
      sujet: string;
    }[];
    return rows.map((r) => r.sujet);
  }

  /** One of them. */
  noticeVers(id: string): string | undefined {
    const row = this.prepare(`SELECT sujet FROM faits ${VERS_NOTICES} ORDER BY id LIMIT 1`).get(
      id,
    ) as { sujet: string } | undefined;
    return row?.sujet;
  }

  /** What records of the holdings lead to, or led to before a decision, by id. */
  sujetsDesNotices(): string[] {
    const rows = this.prepare(
      `SELECT objet FROM faits WHERE retire IS NULL AND objet IS NOT NULL
         AND predicat IN ('DOCUMENTE', 'TRAITE_DE') AND +sujet >= 'notice:' AND +sujet < 'notice;'
         UNION SELECT value FROM notices_brutes, json_each(objets) ORDER BY objet`,
    ).all() as { objet: string }[];
    return rows.map((r) => r.objet);
  }
}

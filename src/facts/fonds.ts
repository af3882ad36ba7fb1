import type { Alerte, EtatPage } from '../domain/page.js';
import { FactsMoisson } from './moisson.js';
import { toAlerte } from './rows.js';

/** Records read at once. */
const LOT_NOTICES = 5_000;

/** What a list shows first of a record. */
export interface ResumeNotice {
  readonly id: string;
  readonly titre: string;
  readonly nature: string;
  readonly annee: number | null;
  /** The catalogue file that holds it. */
  readonly document: string;
}

/** A page without its text. */
export interface PageRemarquable {
  readonly numero: number;
  readonly imprimee: number | null;
  readonly etat: EtatPage;
  readonly raison: string | null;
  readonly confiance: number | null;
}

/** What is known of the pages of a document: those of a catalogue are a hundred thousand, most of which are only read. */
export interface EtatPages {
  readonly lues: number;
  readonly remarquables: readonly PageRemarquable[];
}

/** Something and the sequence that wrote it. */
export interface Nouvelle {
  readonly id: string;
  readonly sequence: number;
}

/** Several documents, or records of one work, may give one thing its title. */
const TITRES_PAR_SUJET = 3;

interface RowResume {
  readonly id: string;
  readonly titre: string | null;
  readonly nature: string | null;
  readonly annee: number | null;
  readonly document: string | null;
}

/** A title that a person gave first, then what the record says itself before others of the same work. */
const RESUME = `SELECT f.sujet AS id,
    coalesce(
      max(CASE WHEN f.predicat = 'titre' AND f.lot = 'decisions' THEN f.assertion ->> '$.valeur' END),
      max(CASE WHEN f.predicat = 'titre' AND f.lot = f.sujet THEN f.assertion ->> '$.valeur' END)
    ) AS titre,
    max(CASE WHEN f.predicat = 'type' AND f.lot = f.sujet THEN f.assertion ->> '$.valeur' END) AS nature,
    max(CASE WHEN f.predicat = 'annee' AND f.lot = f.sujet THEN f.assertion ->> '$.valeur' END) AS annee,
    (SELECT document FROM notices WHERE id = f.sujet) AS document
  FROM faits f WHERE f.retire IS NULL AND f.objet IS NULL`;

/** Reads of the holdings as a whole: a hundred thousand records do not stand in memory, what lists show of them does. */
export class FactsFonds extends FactsMoisson {
  /** What lists show of every record, by id. */
  resumesNotices(): ResumeNotice[] {
    const resumes: ResumeNotice[] = [];
    for (let apres = 'notice:'; ; ) {
      const rows = this.prepare(
        `${RESUME} AND f.sujet > ? AND f.sujet < 'notice;' GROUP BY f.sujet ORDER BY f.sujet LIMIT ${LOT_NOTICES}`,
      ).all(apres) as RowResume[];
      resumes.push(...rows.flatMap(toResume));
      const dernier = rows.at(-1);
      if (dernier === undefined || rows.length < LOT_NOTICES) return resumes;
      apres = dernier.id;
    }
  }

  /** The same of some of them. */
  resumesDe(ids: readonly string[]): ResumeNotice[] {
    const rows = this.prepare(
      `${RESUME} AND f.sujet IN (SELECT value FROM json_each(?)) GROUP BY f.sujet`,
    ).all(JSON.stringify(ids)) as RowResume[];
    return rows.flatMap(toResume);
  }

  /** What records are about: each record with each entity that it leads to. */
  sujetsParNotice(): { readonly notice: string; readonly sujet: string }[] {
    return this.prepare(
      `SELECT DISTINCT sujet AS notice, objet AS sujet FROM faits
         WHERE retire IS NULL AND objet IS NOT NULL AND predicat IN ('DOCUMENTE', 'TRAITE_DE')
           AND +sujet > 'notice:' AND +sujet < 'notice;'`,
    ).all() as { notice: string; sujet: string }[];
  }

  /** How many pages of a document were read, and the pages of which more is to be told than that, without their text. */
  etatPages(document: string): EtatPages {
    const { lues } = this.prepare(
      "SELECT count(*) AS lues FROM pages WHERE document = ? AND etat IN ('lu', 'ocr')",
    ).get(document) as { lues: number };
    const rows = this.prepare(
      `SELECT numero, imprimee, etat, raison, confiance FROM pages
         WHERE document = ? AND (etat <> 'lu' OR imprimee IS NOT NULL OR confiance IS NOT NULL)
         ORDER BY numero`,
    ).all(document) as PageRemarquable[];
    return { lues, remarquables: rows };
  }

  /** Actions, or records, whose title was written last, each once, the latest first. */
  nouveautes(genre: 'action' | 'notice', limite: number): Nouvelle[] {
    // each by the index that leads to few rows: actions by their ids, records by their sequences
    const sujet = genre === 'action' ? 'sujet' : '+sujet';
    const rows = this.prepare(
      `SELECT sujet AS id, sequence FROM faits
         WHERE retire IS NULL AND objet IS NULL AND predicat = 'titre'
           AND ${sujet} > ? AND ${sujet} < ? ORDER BY sequence DESC, sujet LIMIT ?`,
    ).all(`${genre}:`, `${genre};`, limite * TITRES_PAR_SUJET) as Nouvelle[];
    const uniques = new Map(rows.reverse().map((row) => [row.id, row]));
    return [...uniques.values()].reverse().slice(0, limite);
  }

  /** What was doubtful in the record that stands at a rank of a file. */
  alertesNotice(document: string, numero: number): Alerte[] {
    const rows = this.prepare(
      `SELECT alerte FROM alertes
         WHERE document IN (SELECT id FROM notices WHERE document = ? AND numero = ?)
         ORDER BY document, rang`,
    ).all(document, numero) as { alerte: string }[];
    const situer = this.situerUneFois();
    return rows.map((row) => toAlerte(row.alerte, situer));
  }
}

/** A record always has a title; a file holds each that is in force. */
function toResume({ id, titre, nature, annee, document }: RowResume): ResumeNotice[] {
  if (titre === null || document === null) return [];
  return [{ id, titre, nature: nature ?? 'document', annee, document }];
}

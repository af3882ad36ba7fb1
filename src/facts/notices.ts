import { deflateRawSync } from 'node:zlib';
import type { Assertion } from '../domain/fait.js';
import { canonicalJson, contenuFait } from '../domain/fait.js';
import type { Alerte, DocumentDecrit, Page } from '../domain/page.js';
import { inTransaction } from './database.js';
import { FactsReader } from './reader.js';
import type { LieuNotice } from './rows.js';

/** Rows of facts inserted at once. */
const INSERTIONS = 1_000;

type LigneFait = readonly [
  id: string,
  lot: string,
  sujet: string,
  predicat: string,
  objet: string | null,
  json: string,
];

/** What was written of a lot, and under which sequence. */
export interface BilanEcriture {
  readonly ajoutes: number;
  readonly retires: number;
  readonly inchanges: number;
  readonly sequence: number;
}

/** All that one record of a catalogue brings. Its proofs and alerts name the record (`notice:…`, page 0), not the file. */
export interface LotNotice {
  /** `notice:…` */
  readonly id: string;
  /** Rank in the file. */
  readonly numero: number;
  /** Of its text and of the rules: the same one, nothing to do again. */
  readonly empreinte: string;
  /** Under which it meets the records of the same work. */
  readonly cles: readonly string[];
  /** What it says of its work, as text to keep: by it two records are compared. */
  readonly signalement: string;
  readonly assertions: readonly Assertion[];
  readonly alertes: readonly Alerte[];
}

/** A record that stands as it was, but for its rank. */
export type NoticeRevue = Pick<LotNotice, 'id' | 'numero'>;

/** What a record stands as: where, and made from what. */
export interface NoticeStockee extends LieuNotice {
  readonly empreinte: string;
}

/** The facts of a record, as they are kept apart. */
export function packAssertions(assertions: readonly Assertion[]): Buffer {
  return deflateRawSync(JSON.stringify(assertions), { level: 1 });
}

/** What a record leads to. */
function objectsOf(assertions: readonly Assertion[]): string {
  return JSON.stringify(assertions.flatMap((a) => a.objet ?? []));
}

/** Writes the records of catalogues, some thousands a transaction: a run cut short is carried on by the next one. */
export class NoticesWriter extends FactsReader {
  /** A record as it stands; undefined when no catalogue holds it. */
  notice(id: string): NoticeStockee | undefined {
    return this.prepare('SELECT document, numero, empreinte FROM notices WHERE id = ?').get(id) as
      | NoticeStockee
      | undefined;
  }

  /** Ids of the records that a catalogue holds, in its order. */
  notices(document: string): string[] {
    const rows = this.prepare('SELECT id FROM notices WHERE document = ? ORDER BY numero').all(
      document,
    ) as { id: string }[];
    return rows.map((row) => row.id);
  }

  /** What each record of a catalogue was made from, by id. */
  empreintesNotices(document: string): [id: string, empreinte: string][] {
    const rows = this.prepare('SELECT id, empreinte FROM notices WHERE document = ?').all(
      document,
    ) as { id: string; empreinte: string }[];
    return rows.map((row) => [row.id, row.empreinte]);
  }

  /** A part of a catalogue: its document, its pages, what its new records bring, and where the others stand now. */
  appliquerNotices(part: {
    readonly document: DocumentDecrit;
    readonly pages: readonly Page[];
    readonly lots: readonly LotNotice[];
    readonly revues: readonly NoticeRevue[];
  }): BilanEcriture {
    return inTransaction(this.base, () => {
      const sequence = this.sequence() + 1;
      const { id: document } = part.document;
      let moved = this.writeDescription(part.document, sequence);
      this.addPages(document, part.pages);
      const place = this.prepare('UPDATE notices SET document = ?, numero = ? WHERE id = ?');
      for (const { id, numero } of part.revues) place.run(document, numero, id);
      const total = { ajoutes: 0, retires: 0, inchanges: 0 };
      for (const lot of part.lots) {
        const bilan = this.writeNotice(document, lot, sequence);
        total.ajoutes += bilan.ajoutes;
        total.retires += bilan.retires;
        total.inchanges += bilan.inchanges;
      }
      moved ||= total.ajoutes + total.retires + part.revues.length > 0;
      if (moved) this.setSequence(sequence);
      return { ...total, sequence: moved ? sequence : sequence - 1 };
    });
  }

  /** Withdraws records of a catalogue: their facts leave, their pages stay stored. Returns how many facts were retracted. */
  retirerNotices(ids: readonly string[]): number {
    return inTransaction(this.base, () => {
      const sequence = this.sequence() + 1;
      const retire = this.prepare('UPDATE faits SET retire = ? WHERE lot = ? AND retire IS NULL');
      let retires = 0;
      for (const id of ids) {
        retires += retire.run(sequence, id).changes;
        this.prepare('DELETE FROM alertes WHERE document = ?').run(id);
        this.prepare('DELETE FROM notices WHERE id = ?').run(id);
      }
      if (ids.length > 0) this.setSequence(sequence);
      return retires;
    });
  }

  private writeNotice(
    document: string,
    lot: LotNotice,
    sequence: number,
  ): Omit<BilanEcriture, 'sequence'> {
    this.writeKeys(lot);
    this.prepare('INSERT OR REPLACE INTO signalements VALUES (?, ?)').run(lot.id, lot.signalement);
    this.prepare(
      `INSERT INTO notices (id, document, numero, empreinte, cles) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
         SET document = excluded.document, numero = excluded.numero, empreinte = excluded.empreinte,
           cles = excluded.cles`,
    ).run(lot.id, document, lot.numero, lot.empreinte, JSON.stringify(lot.cles));
    this.prepare('DELETE FROM alertes WHERE document = ?').run(lot.id);
    const alerte = this.prepare('INSERT INTO alertes VALUES (?, ?, ?)');
    for (const [rang, a] of lot.alertes.entries()) alerte.run(lot.id, rang, canonicalJson(a));
    // one that is joined or decided upon is kept apart: what it becomes is for the resolution to say
    const { changes } = this.prepare(
      "UPDATE notices_brutes SET etat = '', objets = ?, contenu = ? WHERE id = ?",
    ).run(objectsOf(lot.assertions), packAssertions(lot.assertions), lot.id);
    if (changes > 0) return { ajoutes: 0, retires: 0, inchanges: lot.assertions.length };
    return this.diffFaits({ lot: lot.id, assertions: lot.assertions }, sequence);
  }

  /** The keys of a record; it is to be compared again. */
  private writeKeys({ id, cles }: LotNotice): void {
    const avant = this.prepare('SELECT cles FROM notices WHERE id = ?').get(id) as
      | { cles: string }
      | undefined;
    this.prepare('INSERT OR IGNORE INTO notices_changees VALUES (?)').run(id);
    const connues = new Set(avant === undefined ? [] : (JSON.parse(avant.cles) as string[]));
    const voulues = new Set(cles);
    const insert = this.prepare('INSERT OR IGNORE INTO cles_notices VALUES (?, ?)');
    for (const cle of voulues) if (!connues.has(cle)) insert.run(cle, id);
    const retire = this.prepare('DELETE FROM cles_notices WHERE cle = ? AND notice = ?');
    for (const cle of connues) if (!voulues.has(cle)) retire.run(cle, id);
  }

  private addPages(document: string, pages: readonly Page[]): void {
    const insert = this.prepare('INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const { numero, imprimee, etat, raison, texte, confiance } of pages)
      insert.run(document, numero, imprimee, etat, raison ?? null, texte, confiance ?? null);
  }

  /** True when the document is new, was withdrawn, or is described otherwise. */
  protected writeDescription(document: DocumentDecrit, sequence: number): boolean {
    const description = canonicalJson(document);
    const known = this.prepare('SELECT description, retire FROM documents WHERE id = ?').get(
      document.id,
    ) as { description: string; retire: number | null } | undefined;
    if (known !== undefined && known.retire === null && known.description === description)
      return false;
    this.prepare(
      `INSERT INTO documents VALUES (?, ?, ?, NULL) ON CONFLICT DO UPDATE
         SET description = excluded.description, sequence = excluded.sequence, retire = NULL`,
    ).run(document.id, description, sequence);
    return true;
  }

  protected setSequence(sequence: number): void {
    this.prepare(
      "INSERT INTO meta VALUES ('sequence', ?) ON CONFLICT DO UPDATE SET valeur = excluded.valeur",
    ).run(String(sequence));
    // a clock set back must not date a change before the one it follows
    this.prepare(
      `INSERT INTO dates SELECT ?, max(strftime('%Y-%m-%dT%H:%M:%SZ', 'now'),
           coalesce((SELECT date FROM dates ORDER BY sequence DESC LIMIT 1), ''))
         WHERE true ON CONFLICT DO NOTHING`,
    ).run(sequence);
    this.noterNotices(sequence);
  }

  /** Records of which something was written or retracted under a sequence changed last there. */
  private noterNotices(sequence: number): void {
    this.prepare(
      `INSERT INTO moisson
         SELECT sujet, ?1 FROM faits WHERE sequence = ?1 AND objet IS NULL AND +sujet >= 'notice:' AND +sujet < 'notice;'
         UNION
         SELECT sujet, ?1 FROM faits WHERE retire = ?1 AND objet IS NULL AND +sujet >= 'notice:' AND +sujet < 'notice;'
         ON CONFLICT DO UPDATE SET sequence = excluded.sequence`,
    ).run(sequence);
  }

  /** New facts of a lot get the sequence, those it no longer makes are retracted under it, the others do not move. */
  protected diffFaits(
    lot: { readonly lot: string; readonly assertions: readonly Assertion[] },
    sequence: number,
  ): Omit<BilanEcriture, 'sequence'> {
    const wanted = new Map(
      lot.assertions.map((a) => {
        const { id, json } = contenuFait(a);
        return [id, [id, lot.lot, a.sujet, a.predicat, a.objet ?? null, json]] as const;
      }),
    );
    const rows = this.prepare('SELECT id FROM faits WHERE lot = ? AND retire IS NULL').all(
      lot.lot,
    ) as { id: string }[];
    const present = new Set(rows.map((row) => row.id));
    const retire = this.prepare('UPDATE faits SET retire = ? WHERE id = ? AND lot = ?');
    let retires = 0;
    for (const id of present) {
      if (wanted.has(id)) continue;
      retire.run(sequence, id, lot.lot);
      retires += 1;
    }
    const nouveaux = [...wanted].flatMap(([id, ligne]) => (present.has(id) ? [] : [ligne]));
    for (let i = 0; i < nouveaux.length; i += INSERTIONS)
      this.insertFaits(nouveaux.slice(i, i + INSERTIONS), sequence);
    const ajoutes = nouveaux.length;
    return { ajoutes, retires, inchanges: wanted.size - ajoutes };
  }

  /** Rows in one statement: one by one they take ten times longer. */
  private insertFaits(lignes: readonly LigneFait[], sequence: number): void {
    this.prepare(
      `INSERT INTO faits
         SELECT value ->> 0, value ->> 1, ?, NULL, value ->> 2, value ->> 3, value ->> 4, value ->> 5
         FROM json_each(?) WHERE true
         ON CONFLICT DO UPDATE SET sequence = excluded.sequence, retire = NULL`,
    ).run(sequence, JSON.stringify(lignes));
  }
}

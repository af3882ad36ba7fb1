import type { Assertion } from '../domain/fait.js';
import { canonicalJson } from '../domain/fait.js';
import type { Alerte, DocumentDecrit, Page } from '../domain/page.js';
import { inTransaction, openBase } from './database.js';
import { packLot, unpackLot } from './lus.js';
import type { BilanEcriture } from './notices.js';
import { OuvragesWriter } from './ouvrages.js';
import { factsFile } from './reader.js';

export type { BilanEcriture } from './notices.js';

/** All that one document, or one seed list, brings: it replaces what the same lot brought before. */
export interface Lot {
  /** `sha256:…` of the document, or the name of the seed list. */
  readonly lot: string;
  readonly empreinte: string;
  readonly document?: DocumentDecrit;
  readonly pages?: readonly Page[];
  readonly assertions: readonly Assertion[];
  readonly alertes?: readonly Alerte[];
  /** Running text of entities, for search only. */
  readonly textes?: ReadonlyMap<string, string>;
  /** What the stages that need the other documents read of this one. */
  readonly brut?: string;
}

/** A lot kept as the rules made it, without its content. */
export interface LotLu {
  readonly lot: string;
  readonly cle: string;
  /** What `resumer` kept of it; empty until then. */
  readonly mentions: string;
}

/** Opens the fact store of a data folder for writing, creating it when absent. The caller closes it. */
export function openFactsWriter(dataDir: string): FactsWriter {
  return new FactsWriter(openBase(factsFile(dataDir), true));
}

/** Writes the fact store, one lot a transaction: a crash leaves the lot as it was. */
export class FactsWriter extends OuvragesWriter {
  /** Stores a lot: new facts get the next sequence, facts it no longer makes are retracted, the others do not move. */
  appliquer(lot: Lot): BilanEcriture {
    return inTransaction(this.base, () => {
      const sequence = this.sequence() + 1;
      const { ajoutes, retires, inchanges } = this.diffFaits(lot, sequence);
      const autres =
        this.writeDocument(lot, sequence) + this.writeAlertes(lot) + this.writeTextes(lot);
      this.prepare(
        'INSERT INTO lots VALUES (?, ?) ON CONFLICT DO UPDATE SET empreinte = excluded.empreinte',
      ).run(lot.lot, lot.empreinte);
      const moved = ajoutes + retires + autres > 0;
      if (moved) this.setSequence(sequence);
      return { ajoutes, retires, inchanges, sequence: moved ? sequence : sequence - 1 };
    });
  }

  /** Keeps a lot as the rules made it, whole, before anything is resolved: what every later run starts from. */
  deposer(lot: Lot): void {
    const { cle, contenu } = packLot(lot);
    this.prepare(
      `INSERT INTO lus (lot, empreinte, cle, contenu) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET empreinte = excluded.empreinte, cle = excluded.cle,
           contenu = excluded.contenu, mentions = ''`,
    ).run(lot.lot, lot.empreinte, cle, contenu);
  }

  /** Keeps whom a lot names beside it, so that lots are compared without being opened. */
  resumer(lot: string, mentions: string): void {
    this.prepare('UPDATE lus SET mentions = ? WHERE lot = ?').run(mentions, lot);
  }

  /** What a kept lot was made from: the same rules need not read its document again. */
  empreinteLue(lot: string): string | undefined {
    const row = this.prepare('SELECT empreinte FROM lus WHERE lot = ?').get(lot) as
      | { empreinte: string }
      | undefined;
    return row?.empreinte;
  }

  /** A lot as the rules made it; undefined when none is kept. */
  lotLu(lot: string): Lot | undefined {
    const row = this.prepare('SELECT empreinte, contenu FROM lus WHERE lot = ?').get(lot) as
      | { empreinte: string; contenu: Uint8Array }
      | undefined;
    return row === undefined ? undefined : unpackLot(row.empreinte, row.contenu);
  }

  /** Every lot kept but `sauf`, by name, with the key of its content and whom it names. */
  lotsLus(sauf = ''): LotLu[] {
    return this.prepare('SELECT lot, cle, mentions FROM lus WHERE lot <> ? ORDER BY lot').all(
      sauf,
    ) as LotLu[];
  }

  /** Keeps the ledger of decisions, whole and in its order. */
  enregistrer(decisions: readonly { readonly id: string }[]): void {
    inTransaction(this.base, () => {
      this.prepare('DELETE FROM decisions').run();
      const insert = this.prepare('INSERT INTO decisions VALUES (?, ?, ?)');
      for (const [rang, d] of decisions.entries()) insert.run(d.id, rang, canonicalJson(d));
    });
  }

  /** Keeps under which entity each name that was joined to another answers. */
  ecrireAlias(alias: ReadonlyMap<string, string>): void {
    const known = this.prepare('SELECT ancien, entite FROM alias ORDER BY ancien').all() as {
      ancien: string;
      entite: string;
    }[];
    const wanted = [...alias].sort(([a], [b]) => (a < b ? -1 : 1));
    if (canonicalJson(known.map((r) => [r.ancien, r.entite])) === canonicalJson(wanted)) return;
    inTransaction(this.base, () => {
      this.prepare('DELETE FROM alias').run();
      const insert = this.prepare('INSERT INTO alias VALUES (?, ?)');
      for (const [ancien, entite] of wanted) insert.run(ancien, entite);
    });
  }

  /** A note that a stage keeps for itself, under its own key. */
  noter(cle: string, valeur: string): void {
    this.prepare(
      'INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET valeur = excluded.valeur',
    ).run(cle, valeur);
  }

  note(cle: string): string | undefined {
    const row = this.prepare('SELECT valeur FROM meta WHERE cle = ?').get(cle) as
      | { valeur: string }
      | undefined;
    return row?.valeur;
  }

  /** Withdraws a document: its facts leave with the run, its pages stay stored. Returns the number of facts retracted. */
  retirer(document: string): number {
    return inTransaction(this.base, () => {
      const sequence = this.sequence() + 1;
      const { changes } = this.prepare(
        'UPDATE faits SET retire = ? WHERE lot = ? AND retire IS NULL',
      ).run(sequence, document);
      const deNotices = this.prepare(
        `UPDATE faits SET retire = ? WHERE retire IS NULL
           AND lot IN (SELECT id FROM notices WHERE document = ?)`,
      ).run(sequence, document).changes;
      this.prepare(
        'DELETE FROM alertes WHERE document IN (SELECT id FROM notices WHERE document = ?)',
      ).run(document);
      this.prepare('DELETE FROM notices WHERE document = ?').run(document);
      this.prepare('UPDATE documents SET retire = ? WHERE id = ?').run(sequence, document);
      for (const table of ['alertes', 'textes', 'lots', 'lus']) {
        const colonne = table === 'alertes' ? 'document' : 'lot';
        this.prepare(`DELETE FROM ${table} WHERE ${colonne} = ?`).run(document);
      }
      this.setSequence(sequence);
      return changes + deNotices;
    });
  }

  private writeDocument(lot: Lot, sequence: number): number {
    if (lot.document === undefined) return 0;
    const moved = this.writeDescription(lot.document, sequence);
    return (moved ? 1 : 0) + this.writePages(lot.document.id, lot.pages ?? []);
  }

  private writePages(document: string, pages: readonly Page[]): number {
    const known = this.pages(document);
    const stored = pages.map(({ numero, imprimee, etat, raison, confiance, texte }) => ({
      numero,
      imprimee,
      etat,
      ...(raison === undefined ? {} : { raison }),
      ...(confiance === undefined ? {} : { confiance }),
      texte,
    }));
    if (canonicalJson(known) === canonicalJson(stored)) return 0;
    this.prepare('DELETE FROM pages WHERE document = ?').run(document);
    const insert = this.prepare('INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const p of pages) {
      const { numero, imprimee, etat, raison, texte, confiance } = p;
      insert.run(document, numero, imprimee, etat, raison ?? null, texte, confiance ?? null);
    }
    return 1;
  }

  private writeAlertes(lot: Lot): number {
    const alertes = (lot.alertes ?? []).map((a) => canonicalJson(a));
    // as they are kept: read, an alert on a record has the place that it stands at now
    const known = (
      this.prepare('SELECT alerte FROM alertes WHERE document = ? ORDER BY rang').all(lot.lot) as {
        alerte: string;
      }[]
    ).map((row) => row.alerte);
    if (alertes.join('\n') === known.join('\n')) return 0;
    this.prepare('DELETE FROM alertes WHERE document = ?').run(lot.lot);
    const insert = this.prepare('INSERT INTO alertes VALUES (?, ?, ?)');
    for (const [rang, alerte] of alertes.entries()) insert.run(lot.lot, rang, alerte);
    return 1;
  }

  private writeTextes(lot: Lot): number {
    const textes = [...(lot.textes ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    const known = this.prepare('SELECT sujet, texte FROM textes WHERE lot = ? ORDER BY sujet').all(
      lot.lot,
    ) as {
      sujet: string;
      texte: string;
    }[];
    if (canonicalJson(textes) === canonicalJson(known.map((row) => [row.sujet, row.texte])))
      return 0;
    this.prepare('DELETE FROM textes WHERE lot = ?').run(lot.lot);
    const insert = this.prepare('INSERT INTO textes VALUES (?, ?, ?)');
    for (const [sujet, texte] of textes) insert.run(sujet, lot.lot, texte);
    return 1;
  }
}

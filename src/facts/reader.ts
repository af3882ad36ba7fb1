import { join } from 'node:path';
import type { Decision } from '../domain/decision.js';
import type { Fait } from '../domain/fait.js';
import type { Alerte, Page } from '../domain/page.js';
import type { Label } from '../domain/schema.js';
import type { Entite, Relation } from '../domain/vue.js';
import { aggregateEntite, aggregateRelations } from './aggregate.js';
import { openBase } from './database.js';
import { FactsFonds } from './fonds.js';
import type { RowDocument, RowFait, RowPage } from './rows.js';
import { COLONNES_FAIT, COLONNES_PAGE, toAlerte, toDocument, toFait, toPage } from './rows.js';
import type { DocumentStocke, FaitsLecture, FiltreRelations } from './types.js';

/** File of the fact store in a data folder. */
export function factsFile(dataDir: string): string {
  return join(dataDir, 'faits.db');
}

/** Opens the fact store of a data folder for reading. The caller closes it. */
export function openFactsReader(dataDir: string): FactsReader {
  return new FactsReader(openBase(factsFile(dataDir), false));
}

/** Reads the fact store; see `FaitsLecture` for what each method gives. */
export class FactsReader extends FactsFonds implements FaitsLecture {
  /** Runs reads that all see the base as it stands now, whatever is committed meanwhile. */
  async snapshot<T>(work: () => Promise<T>): Promise<T> {
    this.base.exec('BEGIN');
    try {
      return await work();
    } finally {
      this.base.exec('COMMIT');
    }
  }

  /** Another reader of the same base, that sees it as it stands now whatever is committed, until it is closed. */
  cliche(): FactsReader {
    const { file } = this.prepare(
      "SELECT file FROM pragma_database_list WHERE name = 'main'",
    ).get() as { file: string };
    const autre = new FactsReader(openBase(file, false));
    autre.base.exec('BEGIN');
    // the base is seen as it stands at the first read
    autre.sequence();
    return autre;
  }

  sequence(): number {
    const row = this.prepare("SELECT valeur FROM meta WHERE cle = 'sequence'").get() as
      | { valeur: string }
      | undefined;
    return row === undefined ? 0 : Number(row.valeur);
  }

  date(sequence: number): string | undefined {
    const row = this.prepare(
      'SELECT date FROM dates WHERE sequence >= ? ORDER BY sequence LIMIT 1',
    ).get(sequence) as { date: string } | undefined;
    return row?.date;
  }

  documents(): DocumentStocke[] {
    const rows = this.prepare(
      'SELECT description, sequence, retire FROM documents WHERE retire IS NULL',
    ).all() as RowDocument[];
    return rows
      .map(toDocument)
      .sort(
        (a, b) =>
          (a.annee ?? 0) - (b.annee ?? 0) || compare(a.titre, b.titre) || compare(a.id, b.id),
      );
  }

  /** Documents withdrawn, the last first. */
  documentsRetires(): DocumentStocke[] {
    const rows = this.prepare(
      'SELECT description, sequence, retire FROM documents WHERE retire IS NOT NULL ORDER BY retire DESC',
    ).all() as RowDocument[];
    return rows.map(toDocument);
  }

  document(id: string): DocumentStocke | undefined {
    const row = this.prepare(
      'SELECT description, sequence, retire FROM documents WHERE id = ?',
    ).get(id) as RowDocument | undefined;
    return row === undefined ? undefined : toDocument(row);
  }

  page(document: string, numero: number): Page | undefined {
    const row = this.prepare(
      `SELECT ${COLONNES_PAGE} FROM pages WHERE document = ? AND numero = ?`,
    ).get(document, numero) as RowPage | undefined;
    return row === undefined ? undefined : toPage(row);
  }

  pages(document: string): Page[] {
    const rows = this.prepare(
      `SELECT ${COLONNES_PAGE} FROM pages WHERE document = ? ORDER BY numero`,
    ).all(document) as RowPage[];
    return rows.map(toPage);
  }

  faits(ids: readonly string[]): Fait[] {
    const found = new Map<string, Fait>();
    for (const fait of this.selectFaits(
      'id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )) {
      found.set(fait.id, fait);
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  fait(id: string): Fait | undefined {
    const row = this.prepare(
      `SELECT ${COLONNES_FAIT} FROM faits WHERE id = ? ORDER BY retire IS NOT NULL, lot LIMIT 1`,
    ).get(id) as RowFait | undefined;
    return row === undefined ? undefined : toFait(row, this.situerUneFois());
  }

  alertes(document?: string): Alerte[] {
    // an alert of a lot that ties documents is an alert of the document it points at
    return document === undefined
      ? this.selectAlertes('1')
      : this.selectAlertes(
          `json_extract(alerte, '$.document') = ?
             OR json_extract(alerte, '$.document') IN (SELECT id FROM notices WHERE document = ?)`,
          document,
          document,
        );
  }

  protected selectAlertes(condition: string, ...values: string[]): Alerte[] {
    const rows = this.prepare(
      `SELECT alerte FROM alertes WHERE ${condition} ORDER BY document, rang`,
    ).all(...values) as { alerte: string }[];
    const situer = this.situerUneFois();
    return rows.map((row) => toAlerte(row.alerte, situer));
  }

  /** Every fact in force of one lot, by id. */
  faitsDuLot(lot: string): Fait[] {
    return this.selectFaits('lot = ?', lot).sort((a, b) => compare(a.id, b.id));
  }

  /** The ledger of decisions, oldest first. */
  decisions(): Decision[] {
    const rows = this.prepare('SELECT evenement FROM decisions ORDER BY rang').all() as {
      evenement: string;
    }[];
    return rows.map((row) => JSON.parse(row.evenement) as Decision);
  }

  alias(id: string): string | undefined {
    const row = this.prepare('SELECT entite FROM alias WHERE ancien = ?').get(id) as
      | { entite: string }
      | undefined;
    return row?.entite;
  }

  /** True when a lot other than `sauf` says something of an entity. */
  nomme(id: string, sauf: string): boolean {
    const row = this.prepare(
      'SELECT 1 FROM faits WHERE sujet = ? AND objet IS NULL AND lot <> ? AND retire IS NULL LIMIT 1',
    ).get(id, sauf);
    return row !== undefined;
  }

  entite(id: string): Entite | undefined {
    return aggregateEntite(id, this.selectFaits('sujet = ? AND objet IS NULL', id));
  }

  entitesDe(ids: readonly string[]): Entite[] {
    const faits = this.selectFaits(
      'sujet IN (SELECT value FROM json_each(?)) AND objet IS NULL',
      JSON.stringify(ids),
    );
    const bySubject = groupBySubject(faits);
    return ids.flatMap((id) => aggregateEntite(id, bySubject.get(id) ?? []) ?? []);
  }

  entites(label: Label): Entite[] {
    return [...this.fluxEntites(label)];
  }

  relations(filtre: FiltreRelations): Relation[] {
    const conditions = ['objet IS NOT NULL'];
    if (filtre.horsNotices === true)
      conditions.push("NOT (+sujet > 'notice:' AND +sujet < 'notice;')");
    const values: string[] = [];
    // of one end's relations, its own index reads the few: that of a kind would read a hundred thousand
    const borne = filtre.de !== undefined || filtre.vers !== undefined;
    for (const [colonne, valeur] of [
      ['sujet', filtre.de],
      ['objet', filtre.vers],
      [borne ? '+predicat' : 'predicat', filtre.type],
    ] as const) {
      if (valeur === undefined) continue;
      conditions.push(`${colonne} = ?`);
      values.push(valeur);
    }
    return aggregateRelations(this.selectFaits(conditions.join(' AND '), ...values));
  }

  /** Every fact in force, by id. */
  allFaits(): Fait[] {
    return [...this.fluxFaits()];
  }

  /** Running text of entities that have one (the paragraphs of an action), by id. */
  textes(): Map<string, string> {
    const rows = this.prepare('SELECT sujet, texte FROM textes ORDER BY sujet, lot').all() as {
      sujet: string;
      texte: string;
    }[];
    const textes = new Map<string, string>();
    for (const { sujet, texte } of rows) if (!textes.has(sujet)) textes.set(sujet, texte);
    return textes;
  }

  /** What a lot of facts was made from, or undefined: same fingerprint, nothing to do again. */
  empreinte(lot: string): string | undefined {
    const row = this.prepare('SELECT empreinte FROM lots WHERE lot = ?').get(lot) as
      | { empreinte: string }
      | undefined;
    return row?.empreinte;
  }
}

function groupBySubject(faits: readonly Fait[]): Map<string, Fait[]> {
  const groups = new Map<string, Fait[]>();
  for (const fait of faits) {
    const group = groups.get(fait.sujet);
    if (group === undefined) groups.set(fait.sujet, [fait]);
    else group.push(fait);
  }
  return groups;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { inflateRawSync } from 'node:zlib';
import type { Assertion } from '../domain/fait.js';
import { inTransaction } from './database.js';
import type { BilanEcriture } from './notices.js';
import { NoticesWriter, packAssertions } from './notices.js';

/** Two records compared, `a` before `b`; what is neither joined nor proposed is not kept. */
export interface PaireNotices {
  readonly a: string;
  readonly b: string;
  readonly decision: 'meme' | 'proposer';
  readonly regle: string;
  /** What makes it a doubt, in French. */
  readonly motifs: readonly string[];
}

/** What a record becomes once joined and decided upon. */
export interface NoticeResolue {
  readonly id: string;
  /** What it was made from; null when it stands as its catalogue gives it. */
  readonly etat: string | null;
  /** The facts that its catalogue gives. */
  readonly brut: readonly Assertion[];
  readonly assertions: readonly Assertion[];
}

/** A fact of a record as it is kept, its proofs under the record's id. */
export interface FaitNotice extends Assertion {
  readonly id: string;
}

/** Records read or written in one statement. */
const LOT = 500;

/**
 * What joins the records of catalogues: keys under which they meet, pairs compared, and the facts of those
 * that are joined or decided upon, kept as their catalogue gives them beside what they become.
 */
export class OuvragesWriter extends NoticesWriter {
  /** Records that came, changed or left since the pairs were last brought up to date. */
  noticesChangees(): string[] {
    return this.ids('SELECT id FROM notices_changees ORDER BY id');
  }

  /** Those of some records that a catalogue holds. */
  noticesConnues(ids: readonly string[]): string[] {
    return this.ids(
      'SELECT id FROM notices WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    );
  }

  /** Records that share a key with one of those given, each with it; a key of more than `max` records tells nothing. */
  candidats(
    ids: readonly string[],
    max: number,
  ): { readonly id: string; readonly autre: string }[] {
    return this.prepare(
      `WITH c AS MATERIALIZED (
         SELECT n.id, k.value AS cle FROM notices n, json_each(n.cles) k
         WHERE n.id IN (SELECT value FROM json_each(?)) AND k.value >= 'b'),
       u AS MATERIALIZED (
         SELECT cle FROM (SELECT DISTINCT cle FROM c) d
         WHERE (SELECT count(*) FROM (SELECT 1 FROM cles_notices x WHERE x.cle = d.cle LIMIT ?))
           BETWEEN 2 AND ?)
       SELECT DISTINCT c.id, y.notice AS autre
         FROM c JOIN u ON u.cle = c.cle JOIN cles_notices y ON y.cle = c.cle WHERE y.notice <> c.id`,
    ).all(JSON.stringify(ids), max + 1, max) as { id: string; autre: string }[];
  }

  /** Records under each of some keys, `max` of them at most. */
  noticesParCle(cles: readonly string[], max: number): Map<string, string[]> {
    const parCle = new Map<string, string[]>();
    const lire = this.prepare(
      'SELECT notice FROM cles_notices WHERE cle = ? ORDER BY notice LIMIT ?',
    );
    for (const cle of new Set(cles)) {
      const rows = lire.all(cle, max) as { notice: string }[];
      if (rows.length > 0)
        parCle.set(
          cle,
          rows.map((row) => row.notice),
        );
    }
    return parCle;
  }

  /** Records that lead to one of some entities. */
  noticesMenantA(ids: readonly string[]): string[] {
    return this.ids(
      `SELECT DISTINCT lot AS id FROM faits WHERE retire IS NULL
         AND objet IN (SELECT value FROM json_each(?)) AND lot >= 'notice:' AND lot < 'notice;'`,
      JSON.stringify(ids),
    );
  }

  /** What records say of their works, as it was kept when they were read. */
  signalements(ids: readonly string[]): Map<string, string> {
    const rows = this.prepare(
      'SELECT id, dit FROM signalements WHERE id IN (SELECT value FROM json_each(?))',
    ).all(JSON.stringify(ids)) as { id: string; dit: string }[];
    return new Map(rows.map((row) => [row.id, row.dit]));
  }

  /** The facts in force of records, by the record that gives them, their proofs under its id; of some predicates when given. */
  faitsDesNotices(
    ids: readonly string[],
    predicats?: readonly string[],
  ): Map<string, FaitNotice[]> {
    const parNotice = new Map<string, FaitNotice[]>();
    const choix = predicats === undefined ? '' : 'AND predicat IN (SELECT value FROM json_each(?))';
    const suite = predicats === undefined ? [] : [JSON.stringify(predicats)];
    for (let i = 0; i < ids.length; i += LOT) {
      const rows = this.prepare(
        `SELECT lot, id, assertion FROM faits
           WHERE retire IS NULL AND lot IN (SELECT value FROM json_each(?)) ${choix} ORDER BY lot, id`,
      ).all(JSON.stringify(ids.slice(i, i + LOT)), ...suite) as {
        lot: string;
        id: string;
        assertion: string;
      }[];
      for (const { lot, id, assertion } of rows) {
        const fait = { ...(JSON.parse(assertion) as Assertion), id };
        const siens = parNotice.get(lot);
        if (siens === undefined) parNotice.set(lot, [fait]);
        else siens.push(fait);
      }
    }
    return parNotice;
  }

  /** The facts that catalogues give records, whatever they became since. */
  brutsDesNotices(ids: readonly string[]): Map<string, readonly Assertion[]> {
    const parNotice = new Map<string, readonly Assertion[]>();
    for (const [id, faits] of this.faitsDesNotices(ids))
      parNotice.set(
        id,
        faits.map(({ id: _, ...assertion }) => assertion),
      );
    for (let i = 0; i < ids.length; i += LOT) {
      const rows = this.prepare(
        'SELECT id, contenu FROM notices_brutes WHERE id IN (SELECT value FROM json_each(?))',
      ).all(JSON.stringify(ids.slice(i, i + LOT))) as { id: string; contenu: Uint8Array }[];
      for (const { id, contenu } of rows)
        parNotice.set(id, JSON.parse(inflateRawSync(contenu).toString('utf8')) as Assertion[]);
    }
    return parNotice;
  }

  /** Records that do not stand as their catalogue gives them, with what they were made from. */
  noticesDeplacees(): Map<string, string> {
    const rows = this.prepare('SELECT id, etat FROM notices_brutes ORDER BY id').all() as {
      id: string;
      etat: string;
    }[];
    return new Map(rows.map((row) => [row.id, row.etat]));
  }

  /** What records are joined and decided upon become; those with no state stand again as their catalogue gives them. */
  ecrireNoticesResolues(resolues: readonly NoticeResolue[]): BilanEcriture {
    return inTransaction(this.base, () => {
      const sequence = this.sequence() + 1;
      const total = { ajoutes: 0, retires: 0, inchanges: 0 };
      for (const { id, etat, brut, assertions } of resolues) {
        if (etat === null) this.prepare('DELETE FROM notices_brutes WHERE id = ?').run(id);
        else this.keepRaw(id, etat, brut, assertions);
        const bilan = this.diffFaits({ lot: id, assertions }, sequence);
        total.ajoutes += bilan.ajoutes;
        total.retires += bilan.retires;
        total.inchanges += bilan.inchanges;
      }
      const moved = total.ajoutes + total.retires > 0;
      if (moved) this.setSequence(sequence);
      return { ...total, sequence: moved ? sequence : sequence - 1 };
    });
  }

  /** Of the records of a catalogue file: how many are joined to another, and its alerts by code. */
  bilanNotices(document: string): {
    readonly jointes: number;
    readonly alertes: Readonly<Record<string, number>>;
  } {
    const { n } = this.prepare(
      'SELECT count(*) AS n FROM notices JOIN alias ON ancien = id WHERE document = ?',
    ).get(document) as { n: number };
    const rows = this.prepare(
      `SELECT json_extract(alerte, '$.code') AS code, count(*) AS n FROM alertes
         WHERE json_extract(alerte, '$.document') = ?
           OR json_extract(alerte, '$.document') IN (SELECT id FROM notices WHERE document = ?)
         GROUP BY code ORDER BY code`,
    ).all(document, document) as { code: string; n: number }[];
    return { jointes: n, alertes: Object.fromEntries(rows.map((row) => [row.code, row.n])) };
  }

  /** Every pair kept, by its two ids. */
  paires(): PaireNotices[] {
    const rows = this.prepare('SELECT paire FROM paires_notices ORDER BY a, b').all() as {
      paire: string;
    }[];
    return rows.map((row) => JSON.parse(row.paire) as PaireNotices);
  }

  /** The pairs that some records are in, and no other of theirs; these records are up to date then. */
  remplacerPaires(ids: readonly string[], paires: readonly PaireNotices[]): void {
    inTransaction(this.base, () => {
      const json = JSON.stringify(ids);
      for (const cote of ['a', 'b'])
        this.prepare(
          `DELETE FROM paires_notices WHERE ${cote} IN (SELECT value FROM json_each(?))`,
        ).run(json);
      const insert = this.prepare('INSERT OR REPLACE INTO paires_notices VALUES (?, ?, ?)');
      for (const paire of paires) insert.run(paire.a, paire.b, JSON.stringify(paire));
      this.prepare('DELETE FROM notices_changees WHERE id IN (SELECT value FROM json_each(?))').run(
        json,
      );
    });
  }

  private keepRaw(
    id: string,
    etat: string,
    brut: readonly Assertion[],
    assertions: readonly Assertion[],
  ): void {
    const reste = new Set(assertions.map((a) => a.objet));
    const partis = brut.flatMap((a) =>
      a.objet === undefined || reste.has(a.objet) ? [] : [a.objet],
    );
    this.prepare('INSERT OR REPLACE INTO notices_brutes VALUES (?, ?, ?, ?)').run(
      id,
      etat,
      JSON.stringify(partis),
      packAssertions(brut),
    );
  }

  private ids(sql: string, ...valeurs: string[]): string[] {
    return (this.prepare(sql).all(...valeurs) as { id: string }[]).map((row) => row.id);
  }
}

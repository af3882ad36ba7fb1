import type { ManagedTransaction, Session } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import { type Label, labelDe, type TypeRelation } from '../../domain/schema.js';
import { entitiesByLabel, groupBy, relationsByPair } from '../changements.js';
import type { QueryBook } from '../cypher.js';
import { MODELE, TOUS_LABELS, TOUTES_RELATIONS } from '../ddl.js';
import type { ChangementsListes } from '../port.js';
import { DELAIS, within } from './delais.js';
import { boutAbsent } from './erreurs.js';
import { ligneEntite, ligneRelation } from './valeurs.js';

/** Rows of one statement. */
const LIGNES = 5_000;
/**
 * Rows of one transaction. A centre's whole graph (some 30,000) is written all or nothing; beyond,
 * the server would hold hundreds of megabytes of uncommitted changes: the transactions follow each
 * other, and the sequence moves with the last one, so that a run cut between two starts again.
 */
const LIGNES_TRANSACTION = 200_000;

/** One statement of a projection. `check`: what its rows must satisfy once written. */
interface Instruction {
  readonly cypher: string;
  readonly parametres: Record<string, unknown>;
  readonly lignes: number;
  readonly check?: (ecrites: number, tx: ManagedTransaction) => Promise<void>;
}

/** Applies changes; the sequence is stored in the transaction of the last writes. Applying twice changes nothing. */
export async function project(
  session: Session,
  book: QueryBook,
  changements: ChangementsListes,
): Promise<void> {
  const ecritures = new Ecritures(book);
  const retraits = changements.complet
    ? await surplus(session, book, changements)
    : retraitsDe(changements);
  const transactions = grouped([
    // first: a relation to what goes away must be refused, not written then lost
    ...ecritures.retraits(retraits),
    ...ecritures.entites(changements),
    ...ecritures.relations(changements),
    ecritures.sequence(changements.sequence),
  ]);
  // a complete projection cut between two transactions is no step of any history: it starts again whole
  if (changements.complet && transactions.length > 1)
    transactions[0]?.unshift(ecritures.sequence(0));
  for (const transaction of transactions) {
    const ecrite = session.executeWrite((tx) => run(tx, transaction), { timeout: DELAIS.ecriture });
    await within(DELAIS.ecriture + DELAIS.grace, ecrite);
  }
}

/** Statements in order, as many a transaction as its rows allow. */
function grouped(instructions: readonly Instruction[]): Instruction[][] {
  const transactions: Instruction[][] = [[]];
  let lignes = 0;
  for (const instruction of instructions) {
    lignes += instruction.lignes;
    if (lignes > LIGNES_TRANSACTION) {
      transactions.push([]);
      ({ lignes } = instruction);
    }
    transactions.at(-1)?.push(instruction);
  }
  return transactions;
}

async function run(tx: ManagedTransaction, instructions: readonly Instruction[]): Promise<void> {
  for (const { cypher, parametres, check } of instructions) {
    const { records } = await tx.run(cypher, parametres);
    if (check !== undefined) await check(Number(records[0]?.get('ecrites') ?? 0), tx);
  }
}

interface Retraits {
  readonly entites: ReadonlyMap<Label, readonly string[]>;
  readonly relations: ReadonlyMap<TypeRelation, readonly string[]>;
}

function retraitsDe({ entitesRetirees, relationsRetirees }: ChangementsListes): Retraits {
  const parType = groupBy(relationsRetirees, (r) => r.type);
  return {
    entites: groupBy(entitesRetirees, labelDe),
    relations: new Map([...parType].map(([type, groupe]) => [type, groupe.map((r) => r.id)])),
  };
}

/** What the graph holds and a complete projection does not: only our labels and types are looked at. */
async function surplus(
  session: Session,
  book: QueryBook,
  { entites, relations }: ChangementsListes,
): Promise<Retraits> {
  const gardees = new Set([...entites, ...relations].map(({ id }) => id));
  const lire = async (cypher: string): Promise<string[]> => {
    const { records } = await session.executeRead((tx) => tx.run(cypher));
    return records.map((r) => String(r.get('id'))).filter((id) => !gardees.has(id));
  };
  const enTrop = {
    entites: new Map<Label, string[]>(),
    relations: new Map<TypeRelation, string[]>(),
  };
  for (const type of TOUTES_RELATIONS)
    enTrop.relations.set(
      type,
      await lire(book.modele('ecriture/ids-relations', 'neo4j', { type })),
    );
  for (const label of TOUS_LABELS)
    enTrop.entites.set(label, await lire(book.modele('ecriture/ids-entites', 'neo4j', { label })));
  return enTrop;
}

/** The statements of `queries/ecriture/`, filled for one label or type at a time, their rows in batches. */
class Ecritures {
  readonly #book: QueryBook;

  constructor(book: QueryBook) {
    this.#book = book;
  }

  entites({ entites }: ChangementsListes): Instruction[] {
    return [...entitiesByLabel(entites)].flatMap(([label, groupe]) => {
      const cypher = this.#book.modele('ecriture/mettre-entites', 'neo4j', { label });
      return tranches(groupe.map(ligneEntite), LIGNES).map((lignes) => ({
        cypher,
        parametres: { lignes },
        lignes: lignes.length,
      }));
    });
  }

  relations({ relations, preuves }: ChangementsListes): Instruction[] {
    return relationsByPair(relations).flatMap(({ type, de, vers, groupe }) => {
      const cypher = this.#book.modele('ecriture/mettre-relations', 'neo4j', { type, de, vers });
      const absents = this.#book.modele('ecriture/bouts-absents', 'neo4j', { de, vers });
      const toutes = groupe.map((r) => ligneRelation(r, preuves?.get(r.id)));
      return tranches(toutes, LIGNES).map((lignes) => ({
        cypher,
        parametres: { lignes },
        lignes: lignes.length,
        check: async (ecrites: number, tx: ManagedTransaction) => {
          if (ecrites === lignes.length) return;
          const { records } = await tx.run(absents, { lignes });
          throw boutAbsent(String(records[0]?.get('id')));
        },
      }));
    });
  }

  retraits({ entites, relations }: Retraits): Instruction[] {
    return [
      ...[...relations].flatMap(([type, ids]) => this.#retirer('relations', { type }, ids)),
      ...[...entites].flatMap(([label, ids]) => this.#retirer('entites', { label }, ids)),
    ];
  }

  sequence(sequence: number): Instruction {
    const cypher = this.#book.texte('ecriture/mettre-projection', 'neo4j');
    return { cypher, parametres: { sequence: neo4j.int(sequence), modele: MODELE }, lignes: 1 };
  }

  #retirer(
    quoi: 'entites' | 'relations',
    trous: Readonly<Record<string, string>>,
    ids: readonly string[],
  ): Instruction[] {
    const cypher = this.#book.modele(`ecriture/retirer-${quoi}`, 'neo4j', trous);
    return tranches(ids, LIGNES).map((lot) => ({
      cypher,
      parametres: { ids: lot },
      lignes: lot.length,
    }));
  }
}

function tranches<T>(choses: readonly T[], taille: number): T[][] {
  const nombre = Math.ceil(choses.length / taille);
  return Array.from({ length: nombre }, (_, i) => choses.slice(i * taille, (i + 1) * taille));
}

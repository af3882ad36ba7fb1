import neo4j, { type Driver } from 'neo4j-driver';
import type { QueryBook } from '../cypher.js';
import { MODELE } from '../ddl.js';
import type {
  ChangementsGraphe,
  GrapheEcriture,
  GrapheLecture,
  LigneGraphe,
  ParametresCypher,
} from '../port.js';
import { traduireErreurNeo4j } from './erreurs.js';
import { project } from './projection.js';
import { constraints } from './schema.js';
import { parametresNeo4j } from './valeurs.js';

/** How to reach the server. */
export interface Acces {
  /** `bolt://`, `neo4j://`, with `+s` for TLS. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

/** Milliseconds. A question of the book takes tens of them; an absent server is said within five seconds. */
const DELAIS = { connexion: 3_000, attente: 5_000, question: 30_000 };
/** How long a transaction is tried again: a person waits for an answer, nobody for a projection. */
const REPRISES = { lecture: 2_000, ecriture: 15_000 };

/**
 * Opens the graph of a Neo4j server. Nothing is asked of it before the first question, so that the
 * program starts while the server is away. Every question goes to a reader of the cluster, after
 * what this program wrote (bookmarks).
 */
export function openNeo4jGraph(
  acces: Acces,
  book: QueryBook,
  options: { readonly ecriture: true },
): GrapheEcriture;
export function openNeo4jGraph(
  acces: Acces,
  book: QueryBook,
  options: { readonly ecriture: boolean },
): GrapheLecture;
export function openNeo4jGraph(
  acces: Acces,
  book: QueryBook,
  { ecriture }: { readonly ecriture: boolean },
): GrapheLecture {
  const driver = neo4j.driver(acces.uri, neo4j.auth.basic(acces.username, acces.password), {
    disableLosslessIntegers: true,
    connectionTimeout: DELAIS.connexion,
    connectionAcquisitionTimeout: DELAIS.attente,
    maxTransactionRetryTime: ecriture ? REPRISES.ecriture : REPRISES.lecture,
    userAgent: 'maillage',
  });
  return ecriture
    ? new EcrivainNeo4j(driver, acces.database, book)
    : new LecteurNeo4j(driver, acces.database, book);
}

class LecteurNeo4j implements GrapheLecture {
  readonly moteur: string = 'neo4j';
  readonly capacites = { lectureVivante: true, preuvesLisibles: true };
  protected readonly driver: Driver;
  protected readonly database: string;
  protected readonly book: QueryBook;

  constructor(driver: Driver, database: string, book: QueryBook) {
    this.driver = driver;
    this.database = database;
    this.book = book;
  }

  async lire(question: string, parametres: ParametresCypher): Promise<LigneGraphe[]> {
    const cypher = this.book.texte(question, 'neo4j');
    return this.ask(cypher, parametres, `Question « ${question} »`);
  }

  async sequence(): Promise<number> {
    return (await this.state())?.sequence ?? 0;
  }

  /** What the last projection left, undefined when there was none. */
  protected async state(): Promise<{ sequence: number; modele: string } | undefined> {
    const cypher = this.book.texte('ecriture/lire-projection', 'neo4j');
    const [ligne] = await this.ask(cypher, {}, 'Lecture du graphe');
    return ligne && { sequence: Number(ligne.sequence), modele: String(ligne.modele) };
  }

  protected async ask(
    cypher: string,
    parametres: ParametresCypher,
    contexte: string,
  ): Promise<LigneGraphe[]> {
    try {
      const { records } = await this.driver.executeQuery(cypher, parametresNeo4j(parametres), {
        database: this.database,
        routing: neo4j.routing.READ,
        transactionConfig: { timeout: DELAIS.question },
      });
      return records.map((ligne) => ligne.toObject());
    } catch (erreur) {
      throw traduireErreurNeo4j(erreur, contexte);
    }
  }

  fermer(): Promise<void> {
    return this.driver.close();
  }
}

class EcrivainNeo4j extends LecteurNeo4j implements GrapheEcriture {
  /** 0 also when the graph was made for another model: the projector then sends everything. */
  override async sequence(): Promise<number> {
    const etat = await this.state();
    return etat?.modele === MODELE ? etat.sequence : 0;
  }

  async projeter(changements: ChangementsGraphe): Promise<void> {
    try {
      await this.#prepare();
      const session = this.driver.session({
        database: this.database,
        bookmarkManager: this.driver.executeQueryBookmarkManager,
      });
      try {
        await project(session, this.book, changements);
      } finally {
        await session.close();
      }
    } catch (erreur) {
      throw traduireErreurNeo4j(erreur, 'Écriture du graphe');
    }
  }

  /** Constraints are made one by one: the server refuses them in a transaction that writes data. */
  async #prepare(): Promise<void> {
    for (const instruction of constraints()) {
      await this.driver.executeQuery(instruction, {}, { database: this.database });
    }
    await this.driver.executeQuery('CALL db.awaitIndexes(60)', {}, { database: this.database });
  }
}

import neo4j, { type Driver, type Session } from 'neo4j-driver';
import { MaillageError } from '../../domain/errors.js';
import type { LigneGraphe, ParametresCypher } from '../port.js';
import { DELAIS, REPRISES, within } from './delais.js';
import { traduireErreurNeo4j } from './erreurs.js';
import { parametresNeo4j } from './valeurs.js';

/** How to reach the server. */
export interface Acces {
  /** `bolt://`, `neo4j://`, with `+s` for TLS. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

/** First version in which an id can be unique in a relation type. */
const VERSION_MIN: readonly [number, number] = [5, 7];

/**
 * A server, asked within limits of time. Nothing is asked of it before the first question, so that
 * the program starts while it is away; before that question, and after each failure, its version is.
 */
export class Connexion {
  readonly #driver: Driver;
  readonly #database: string;
  #verifiee: Promise<void> | undefined;

  constructor({ uri, username, password, database }: Acces, ecriture: boolean) {
    this.#database = database;
    this.#driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
      connectionTimeout: DELAIS.connexion,
      connectionAcquisitionTimeout: DELAIS.attente,
      maxTransactionRetryTime: ecriture ? REPRISES.ecriture : REPRISES.lecture,
      userAgent: 'maillage',
    });
  }

  /** Rows of a query, asked of a reader of the cluster, after what this program wrote (bookmarks). */
  lire(
    cypher: string,
    parametres: ParametresCypher,
    contexte: string,
    delai = DELAIS.question,
  ): Promise<LigneGraphe[]> {
    return this.#attempt(contexte, async () => {
      const reponse = this.#driver.executeQuery(cypher, parametresNeo4j(parametres), {
        database: this.#database,
        routing: neo4j.routing.READ,
        transactionConfig: { timeout: delai },
      });
      const { records } = await within(delai + DELAIS.grace, reponse);
      return records.map((ligne) => ligne.toObject());
    });
  }

  /** Work on the leader of the cluster, in a session of its own. */
  ecrire(contexte: string, travail: (session: Session) => Promise<void>): Promise<void> {
    return this.#attempt(contexte, async () => {
      const session = this.#driver.session({
        database: this.#database,
        bookmarkManager: this.#driver.executeQueryBookmarkManager,
      });
      try {
        await travail(session);
      } finally {
        await within(DELAIS.fermeture, session.close()).catch(() => undefined);
      }
    });
  }

  /** Never waits for a server that no longer answers. */
  async fermer(): Promise<void> {
    await within(DELAIS.fermeture, this.#driver.close()).catch(() => undefined);
  }

  async #attempt<T>(contexte: string, travail: () => Promise<T>): Promise<T> {
    try {
      this.#verifiee ??= this.#verify();
      await this.#verifiee;
      return await travail();
    } catch (erreur) {
      const dite = traduireErreurNeo4j(erreur, contexte);
      if (dite.genre === 'indisponible') this.#verifiee = undefined;
      throw dite;
    }
  }

  /** The driver speaks with servers that do not understand our statements (4.4). It tries this once only: an absent server is said at once. */
  async #verify(): Promise<void> {
    const database = this.#database;
    const { agent } = await within(DELAIS.presence, this.#driver.getServerInfo({ database }));
    const [, majeure, mineure] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent ?? '') ?? [];
    if (majeure === undefined) return;
    const [min, minMineure] = VERSION_MIN;
    const version = [Number(majeure), Number(mineure)] as const;
    if (version[0] > min || (version[0] === min && version[1] >= minMineure)) return;
    throw new MaillageError(
      'indisponible',
      `Le serveur Neo4j est trop ancien (${version.join('.')}).`,
      'Donnez dans NEO4J_URI l’adresse d’un serveur Neo4j 5 (5.26 LTS) ou plus récent.',
    );
  }
}

import { totalmem } from 'node:os';
import {
  Connection,
  Database,
  type LbugValue,
  type PreparedStatement,
  type QueryResult,
} from '@ladybugdb/core';
import type { LigneGraphe, ParametresCypher } from '../port.js';

type Mode = 'lecture' | 'ecriture';

const MO = 2 ** 20;
/**
 * Memory for pages of the file, in bytes: a reader shares the server's 250 MB, a writer runs apart and loads a table
 * at once (100,000 records and their relations do not fit in 256 MB). Taken as it is needed.
 */
const TAMPON: Readonly<Record<Mode, number>> = {
  lecture: 64 * MO,
  ecriture: Math.max(256 * MO, Math.min(1024 * MO, Math.floor(totalmem() / 4))),
};
/** Address space reserved for the file: the engine's own default (8 TB) is refused by some containers. */
const TAILLE_MAX = 2 ** 36;
/**
 * Connections and threads of each. A branch of a question spends its time between its steps, not
 * in them: three connections of one thread answer `territoires/actions` in 34 ms where one
 * connection of two threads takes 55 (two cores, 19,000 relations).
 */
const CONNEXIONS: Readonly<Record<Mode, number>> = { lecture: 3, ecriture: 1 };
const FILS: Readonly<Record<Mode, number>> = { lecture: 1, ecriture: 2 };

/** One open database file. */
export interface Base {
  /** Rows of a question, branch after branch; its statements are prepared once. */
  lire(cypher: string, parametres: ParametresCypher): Promise<LigneGraphe[]>;
  /** Runs a statement that takes no parameter and whose result nobody reads. */
  executer(cypher: string): Promise<void>;
  fermer(): Promise<void>;
}

/**
 * Opens a database file, creating it when it is to be written.
 * @throws the engine's own error: the file is absent, damaged, or of another version
 */
export async function openBase(fichier: string, mode: Mode): Promise<Base> {
  const base = new Database(fichier, TAMPON[mode], true, mode === 'lecture', TAILLE_MAX);
  try {
    await base.init();
  } catch (erreur) {
    await base.close().catch(() => {});
    throw erreur;
  }
  const fils = Array.from({ length: CONNEXIONS[mode] }, () => new Fil(base, FILS[mode]));
  const fil = (rang: number): Fil => fils[rang % fils.length] ?? new Fil(base, FILS[mode]);
  return {
    lire: async (cypher, parametres) => {
      const lectures = branches(cypher).map((b, rang) => fil(rang).read(b, parametres));
      return (await allSettled(lectures)).flat();
    },
    executer: (cypher) => fil(0).run(cypher),
    fermer: async () => {
      for (const f of fils) await f.close();
      await base.close();
    },
  };
}

/** A connection, its prepared statements and its queue: it runs one statement at a time. */
class Fil {
  readonly #connexion: Connection;
  readonly #prepares = new Map<string, PreparedStatement>();
  readonly #file = queue();

  constructor(base: Database, fils: number) {
    this.#connexion = new Connection(base, fils);
  }

  read(cypher: string, parametres: ParametresCypher): Promise<LigneGraphe[]> {
    return this.#file(async () => {
      const prepare = await this.#prepare(cypher);
      return readRows(await this.#connexion.execute(prepare, toEngine(parametres, cypher)));
    });
  }

  run(cypher: string): Promise<void> {
    return this.#file(async () => {
      for (const resultat of [await this.#connexion.query(cypher)].flat()) resultat.close();
    });
  }

  close(): Promise<void> {
    return this.#file(() => this.#connexion.close());
  }

  async #prepare(cypher: string): Promise<PreparedStatement> {
    const connu = this.#prepares.get(cypher);
    if (connu !== undefined) return connu;
    const prepare = await this.#connexion.prepare(cypher);
    if (!prepare.isSuccess()) throw new Error(prepare.getErrorMessage());
    this.#prepares.set(cypher, prepare);
    return prepare;
  }
}

/** Runs tasks one after the other, in the order asked. */
export function queue(): <T>(tache: () => Promise<T>) => Promise<T> {
  let derniere: Promise<unknown> = Promise.resolve();
  return (tache) => {
    const suite = derniere.then(tache, tache);
    derniere = suite.catch(() => {});
    return suite;
  };
}

/** Like Promise.all, but a refusal is told once no task runs any more: the base may then be closed. */
async function allSettled<T>(taches: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(taches);
  return Promise.all(taches);
}

/**
 * The branches of a question are run apart: together, the nine of `territoires/actions` keep more
 * than 32 MB of hash tables at once on a graph of ten entities, and the engine has crashed on a
 * UNION ALL whose branches had a LIMIT and returned one expression twice.
 */
function branches(cypher: string): string[] {
  return cypher.split(/^UNION ALL$/m);
}

async function readRows(resultats: QueryResult | QueryResult[]): Promise<LigneGraphe[]> {
  const tous = [resultats].flat();
  try {
    const lignes = (await tous.at(-1)?.getAll()) ?? [];
    return lignes.map((ligne) =>
      Object.fromEntries(Object.entries(ligne).map(([cle, valeur]) => [cle, fromEngine(valeur)])),
    );
  } finally {
    for (const resultat of tous) resultat.close();
  }
}

/** The engine refuses a parameter that its statement does not use. */
function toEngine(parametres: ParametresCypher, cypher: string): Record<string, LbugValue> {
  const utiles = new Set(Array.from(cypher.matchAll(/\$(\w+)/g), ([, nom]) => nom));
  return Object.fromEntries(
    Object.entries(parametres)
      .filter(([cle]) => utiles.has(cle))
      .map(([cle, valeur]) => [cle, typeof valeur === 'object' ? [...valeur] : valeur]),
  );
}

/** Integers of 64 bits come as bigint beyond 2^53 or from a count: rows hold plain numbers. */
function fromEngine(valeur: unknown): unknown {
  if (typeof valeur === 'bigint') return Number(valeur);
  return Array.isArray(valeur) ? valeur.map(fromEngine) : valeur;
}

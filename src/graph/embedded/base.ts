import { Connection, Database, type LbugValue, type PreparedStatement } from '@ladybugdb/core';
import type { LigneGraphe, ParametresCypher } from '../port.js';

/** Memory for pages of the file, in bytes: a reader shares the server's 250 MB, a writer runs apart. */
const TAMPON = { lecture: 32 * 2 ** 20, ecriture: 256 * 2 ** 20 };
/** Address space reserved for the file: the engine's own default (8 TB) is refused by some containers. */
const TAILLE_MAX = 2 ** 36;
const FILS = 2;

/** One open database file. Calls are queued: a connection of the engine runs one statement at a time. */
export interface Base {
  /** Rows of a statement; prepared once, kept for the next call. */
  lire(cypher: string, parametres: ParametresCypher): Promise<LigneGraphe[]>;
  /** Runs a statement that takes no parameter and whose result nobody reads. */
  executer(cypher: string): Promise<void>;
  fermer(): Promise<void>;
}

/**
 * Opens a database file, creating it when it is to be written.
 * @throws the engine's own error: the file is absent, damaged, or of another version
 */
export async function openBase(fichier: string, mode: 'lecture' | 'ecriture'): Promise<Base> {
  const base = new Database(fichier, TAMPON[mode], true, mode === 'lecture', TAILLE_MAX);
  const connexion = new Connection(base, FILS);
  try {
    await base.init();
    await connexion.init();
  } catch (erreur) {
    await base.close().catch(() => {});
    throw erreur;
  }
  const prepares = new Map<string, PreparedStatement>();
  const file = queue();
  return {
    lire: (cypher, parametres) =>
      file(async () => {
        const prepare = prepares.get(cypher) ?? (await prepareStatement(connexion, cypher));
        prepares.set(cypher, prepare);
        return readRows(await connexion.execute(prepare, toEngine(parametres)));
      }),
    executer: (cypher) =>
      file(async () => {
        for (const resultat of [await connexion.query(cypher)].flat()) resultat.close();
      }),
    fermer: () =>
      file(async () => {
        prepares.clear();
        await connexion.close();
        await base.close();
      }),
  };
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

async function prepareStatement(connexion: Connection, cypher: string): Promise<PreparedStatement> {
  const prepare = await connexion.prepare(cypher);
  if (!prepare.isSuccess()) throw new Error(prepare.getErrorMessage());
  return prepare;
}

type Resultats = Awaited<ReturnType<Connection['execute']>>;

async function readRows(resultats: Resultats): Promise<LigneGraphe[]> {
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

function toEngine(parametres: ParametresCypher): Record<string, LbugValue> {
  return Object.fromEntries(
    Object.entries(parametres).map(([cle, valeur]) => [
      cle,
      typeof valeur === 'object' ? [...valeur] : valeur,
    ]),
  );
}

/** Integers of 64 bits come as bigint beyond 2^53 or from a count: rows hold plain numbers. */
function fromEngine(valeur: unknown): unknown {
  if (typeof valeur === 'bigint') return Number(valeur);
  return Array.isArray(valeur) ? valeur.map(fromEngine) : valeur;
}

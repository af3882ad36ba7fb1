import { Connection, Database, type LbugValue, type PreparedStatement } from '@ladybugdb/core';
import type { LigneGraphe, ParametresCypher } from '../port.js';

/** Memory for pages of the file, in bytes: a reader shares the server's 250 MB, a writer runs apart. */
const TAMPON = { lecture: 64 * 2 ** 20, ecriture: 256 * 2 ** 20 };
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
        const lignes: LigneGraphe[] = [];
        for (const branche of branches(cypher)) {
          const prepare = prepares.get(branche) ?? (await prepareStatement(connexion, branche));
          prepares.set(branche, prepare);
          const resultats = await connexion.execute(prepare, toEngine(parametres, branche));
          lignes.push(...(await readRows(resultats)));
        }
        return lignes;
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

/**
 * The branches of a question are run one by one: together, the nine of `territoires/actions` keep
 * more than 32 MB of hash tables at once on a graph of ten entities, and the engine has crashed
 * on a UNION ALL whose branches had a LIMIT and returned one expression twice.
 */
function branches(cypher: string): string[] {
  return cypher.split(/^UNION ALL$/m);
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

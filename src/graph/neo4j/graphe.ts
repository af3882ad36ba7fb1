import type { QueryBook } from '../cypher.js';
import { MODELE } from '../ddl.js';
import type {
  ChangementsGraphe,
  GrapheEcriture,
  GrapheLecture,
  LigneGraphe,
  ParametresCypher,
} from '../port.js';
import { type Acces, Connexion } from './connexion.js';
import { DELAIS } from './delais.js';
import { project } from './projection.js';
import { schemaObjects } from './schema.js';

/** Opens the graph of a Neo4j server, which may be away: each question says so while it lasts. */
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
  const connexion = new Connexion(acces, ecriture);
  return ecriture ? new EcrivainNeo4j(connexion, book) : new LecteurNeo4j(connexion, book);
}

class LecteurNeo4j implements GrapheLecture {
  readonly moteur: string = 'neo4j';
  readonly capacites = { lectureVivante: true, preuvesLisibles: true };
  protected readonly connexion: Connexion;
  protected readonly book: QueryBook;

  constructor(connexion: Connexion, book: QueryBook) {
    this.connexion = connexion;
    this.book = book;
  }

  async lire(question: string, parametres: ParametresCypher): Promise<LigneGraphe[]> {
    const cypher = this.book.texte(question, 'neo4j');
    return this.connexion.lire(cypher, parametres, `Question « ${question} »`);
  }

  async sequence(): Promise<number> {
    return (await this.state())?.sequence ?? 0;
  }

  /** What the last projection left, undefined when there was none. */
  protected async state(): Promise<{ sequence: number; modele: string } | undefined> {
    const cypher = this.book.texte('ecriture/lire-projection', 'neo4j');
    const [ligne] = await this.connexion.lire(cypher, {}, 'Lecture du graphe', DELAIS.presence);
    return ligne && { sequence: Number(ligne.sequence), modele: String(ligne.modele) };
  }

  fermer(): Promise<void> {
    return this.connexion.fermer();
  }
}

class EcrivainNeo4j extends LecteurNeo4j implements GrapheEcriture {
  /** 0 also when the graph was made for another model: the projector then sends everything. */
  override async sequence(): Promise<number> {
    const etat = await this.state();
    return etat?.modele === MODELE ? etat.sequence : 0;
  }

  async projeter(changements: ChangementsGraphe): Promise<void> {
    await this.#prepare();
    const listes = {
      ...changements,
      entites: [...changements.entites],
      relations: [...changements.relations],
    };
    await this.connexion.ecrire('Écriture du graphe', (session) =>
      project(session, this.book, listes),
    );
  }

  /** Makes the constraints and indexes that are missing, apart from the data: the server refuses both in one transaction. */
  async #prepare(): Promise<void> {
    const contexte = 'Préparation du graphe';
    const la = await this.connexion.lire(
      this.book.texte('ecriture/noms-index', 'neo4j'),
      {},
      contexte,
    );
    const noms = new Set(la.map(({ nom }) => nom));
    const absents = schemaObjects().filter(({ nom }) => !noms.has(nom));
    if (absents.length === 0) return;
    await this.connexion.ecrire(contexte, async (session) => {
      await session.executeWrite(async (tx) => {
        for (const { instruction } of absents) await tx.run(instruction);
      });
      await session.executeWrite((tx) => tx.run('CALL db.awaitIndexes(300)'));
    });
  }
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryBook } from '../cypher.js';
import type {
  ChangementsGraphe,
  GrapheEcriture,
  GrapheLecture,
  LigneGraphe,
  ParametresCypher,
} from '../port.js';
import { type Base, openBase, queue } from './base.js';
import { refusedProjection, refusedQuestion, unreadable } from './erreurs.js';
import { currentGeneration, readPointer } from './generations.js';
import { project, usableGeneration } from './projection.js';

/**
 * Opens the embedded graph of a folder: files `<sequence>.lbug` and the pointer `courant`.
 * Reading opens the current generation at the first question, and another one as soon as a
 * projection (of any process) made it current. A folder without a graph answers nothing.
 */
export function openEmbeddedGraph(
  dossier: string,
  book: QueryBook,
  options: { readonly ecriture: true },
): Promise<GrapheEcriture>;
export function openEmbeddedGraph(
  dossier: string,
  book: QueryBook,
  options: { readonly ecriture: boolean },
): Promise<GrapheLecture>;
export async function openEmbeddedGraph(
  dossier: string,
  book: QueryBook,
  { ecriture }: { readonly ecriture: boolean },
): Promise<GrapheLecture> {
  if (!ecriture) return new LecteurEmbarque(dossier, book);
  try {
    mkdirSync(dossier, { recursive: true });
  } catch (erreur) {
    throw refusedProjection(erreur);
  }
  return new GrapheEmbarque(dossier, book);
}

class LecteurEmbarque implements GrapheLecture {
  readonly moteur: string = 'ladybug';
  readonly capacites = { lectureVivante: true, preuvesLisibles: false };
  protected readonly dossier: string;
  protected readonly book: QueryBook;
  readonly #file = queue();
  #base: Base | undefined;
  #pointeur = '';

  constructor(dossier: string, book: QueryBook) {
    this.dossier = dossier;
    this.book = book;
  }

  lire(question: string, parametres: ParametresCypher): Promise<LigneGraphe[]> {
    return this.#file(async () => {
      const cypher = this.book.texte(question, 'ladybug');
      const base = await this.#current();
      if (base === undefined) return [];
      try {
        return await base.lire(cypher, parametres);
      } catch (erreur) {
        throw refusedQuestion(question, erreur);
      }
    });
  }

  async sequence(): Promise<number> {
    try {
      return currentGeneration(this.dossier)?.sequence ?? 0;
    } catch (erreur) {
      throw unreadable(this.dossier, erreur);
    }
  }

  fermer(): Promise<void> {
    return this.#file(() => this.#close());
  }

  /** The base of the current generation, reopened when the pointer has changed. */
  async #current(): Promise<Base | undefined> {
    try {
      const pointeur = readPointer(this.dossier);
      if (pointeur === this.#pointeur) return this.#base;
      await this.#close();
      if (pointeur !== '') this.#base = await this.#open(pointeur);
      this.#pointeur = pointeur;
      return this.#base;
    } catch (erreur) {
      throw unreadable(this.dossier, erreur);
    }
  }

  /** Between the pointer read and the file opened, two projections may have passed: then follow the pointer. */
  async #open(lu: string): Promise<Base | undefined> {
    const generation = currentGeneration(this.dossier);
    if (generation === undefined) return undefined;
    try {
      return await openBase(join(this.dossier, generation.fichier), 'lecture');
    } catch (erreur) {
      const relu = readPointer(this.dossier);
      if (relu === lu) throw erreur;
      return this.#open(relu);
    }
  }

  async #close(): Promise<void> {
    const base = this.#base;
    this.#base = undefined;
    this.#pointeur = '';
    await base?.fermer();
  }
}

class GrapheEmbarque extends LecteurEmbarque implements GrapheEcriture {
  readonly #projections = queue();

  /** 0 also when the graph was made for another model or lost its file: the projector then sends everything. */
  override async sequence(): Promise<number> {
    return usableGeneration(this.dossier)?.sequence ?? 0;
  }

  projeter(changements: ChangementsGraphe): Promise<void> {
    return this.#projections(async () => {
      try {
        await project(this.dossier, this.book, changements);
      } catch (erreur) {
        throw refusedProjection(erreur);
      }
    });
  }
}

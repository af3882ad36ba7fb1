import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { labelDe } from '../../domain/schema.js';
import type { Entite, Relation } from '../../domain/vue.js';
import { entitiesByLabel, groupBy, relationsByPair } from '../changements.js';
import type { QueryBook } from '../cypher.js';
import { type Colonne, colonnesLabel, colonnesRelation, creationTables, MODELE } from '../ddl.js';
import type { ChangementsGraphe } from '../port.js';
import { type Base, openBase } from './base.js';
import { type Cellule, decodeColumn, loadClause, writeRows } from './csv.js';
import {
  CHANTIER,
  currentGeneration,
  type Generation,
  nextGeneration,
  publish,
  removeUnused,
} from './generations.js';

/** The engine has `label(r)` where every other dialect has `type(r)`. */
const MACROS = ['CREATE MACRO type(r) AS label(r)'];

const BOUTS: readonly Colonne[] = [
  { nom: 'source', type: 'texte' },
  { nom: 'cible', type: 'texte' },
];

/** The generation that this program can carry on: its file is there and was made for this model. */
export function usableGeneration(dossier: string): Generation | undefined {
  const courante = knownGeneration(dossier);
  const utile = courante?.modele === MODELE && existsSync(join(dossier, courante.fichier));
  return utile ? courante : undefined;
}

/** A damaged pointer is no generation: the projection that follows writes a good one. */
function knownGeneration(dossier: string): Generation | undefined {
  try {
    return currentGeneration(dossier);
  } catch {
    return undefined;
  }
}

/**
 * Writes the next generation and makes it current. Anything that fails before the last rename
 * leaves the current generation as it was. One projection at a time: its caller holds the lock
 * of the fact store.
 */
export async function project(
  dossier: string,
  book: QueryBook,
  changements: ChangementsGraphe,
): Promise<void> {
  const courante = knownGeneration(dossier);
  const utile = usableGeneration(dossier);
  if (!changements.complet && utile && changements.sequence <= utile.sequence) return;
  removeUnused(dossier, courante);
  const suivante = nextGeneration(dossier, courante, changements.sequence);
  const depart = changements.complet ? undefined : utile;
  const chantier = join(dossier, CHANTIER);
  mkdirSync(chantier, { recursive: true });
  try {
    await build(
      join(dossier, suivante.fichier),
      chantier,
      book,
      changements,
      depart && join(dossier, depart.fichier),
    );
    publish(dossier, suivante);
    removeUnused(dossier, suivante);
  } catch (erreur) {
    for (const suffixe of ['', '.wal']) {
      rmSync(join(dossier, suivante.fichier + suffixe), { force: true });
    }
    throw erreur;
  } finally {
    rmSync(chantier, { recursive: true, force: true });
  }
}

async function build(
  fichier: string,
  chantier: string,
  book: QueryBook,
  changements: ChangementsGraphe,
  depart: string | undefined,
): Promise<void> {
  if (depart !== undefined) copyBase(depart, fichier);
  const base = await openBase(fichier, 'ecriture');
  try {
    if (depart === undefined) {
      for (const instruction of [...creationTables(), ...MACROS]) await base.executer(instruction);
    }
    const ecriture = new Ecriture(base, book, chantier);
    if (depart === undefined) {
      for (const part of parts(changements.entites)) ecriture.keepEntities(part);
      for (const part of parts(changements.relations)) ecriture.keepRelations(part);
      await ecriture.loadKept();
      return;
    }
    await ecriture.removeRelations(changements.relationsRetirees);
    await ecriture.removeEntities(changements.entitesRetirees);
    for (const part of parts(changements.entites)) await ecriture.putEntities(part);
    for (const part of parts(changements.relations)) {
      await ecriture.removeRelations(part);
      await ecriture.addRelations(part);
    }
  } finally {
    await base.fermer();
  }
}

/** What is written at once: a whole base is not held in memory. */
const PART = 50_000;

function* parts<T>(choses: Iterable<T>): Generator<T[]> {
  let part: T[] = [];
  for (const chose of choses) {
    part.push(chose);
    if (part.length < PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

function copyBase(depart: string, fichier: string): void {
  for (const suffixe of ['', '.wal']) {
    if (existsSync(depart + suffixe)) copyFileSync(depart + suffixe, fichier + suffixe);
  }
}

/** A table whose rows are put in a file until all of them are there. */
interface Garde {
  readonly fichier: string;
  readonly colonnes: readonly Colonne[];
  /** The statement of `queries/ecriture/` that loads it, and what fills it. */
  readonly nom: string;
  readonly trous: Readonly<Record<string, string>>;
}

/** The statements of `queries/ecriture/`, filled for one table at a time and fed by files. */
class Ecriture {
  readonly #base: Base;
  readonly #book: QueryBook;
  readonly #chantier: string;
  #fichiers = 0;
  /** Tables to load, entities first: each is loaded once, for the engine writes a whole table again at each load. */
  readonly #gardes = new Map<string, Garde>();

  constructor(base: Base, book: QueryBook, chantier: string) {
    this.#base = base;
    this.#book = book;
    this.#chantier = chantier;
  }

  /** Entities of an empty graph, put in the file of their label. */
  keepEntities(entites: readonly Entite[]): void {
    for (const [label, groupe] of entitiesByLabel(entites)) {
      const colonnes = colonnesLabel(label);
      const { fichier } = this.#garde(label, colonnes, 'ajouter-entites', { label });
      writeRows(
        fichier,
        colonnes,
        groupe.map((e) => entityCells(e, colonnes)),
      );
    }
  }

  /** Relations of an empty graph, put in the file of their kind and ends. */
  keepRelations(relations: readonly Relation[]): void {
    for (const { de, vers, groupe, type } of relationsByPair(relations)) {
      const colonnes = colonnesRelation(type);
      const toutes = [...BOUTS, ...colonnes];
      const trous = { type, de, vers };
      const { fichier } = this.#garde(`${type} ${de} ${vers}`, toutes, 'ajouter-relations', trous);
      writeRows(
        fichier,
        toutes,
        groupe.map((r) => relationCells(r, colonnes)),
      );
    }
  }

  /** Loads what was kept, table by table. */
  async loadKept(): Promise<void> {
    for (const { fichier, colonnes, nom, trous } of this.#gardes.values()) {
      const expressions = colonnes.map(decodeColumn).join(', ');
      const lecture = loadClause(fichier, colonnes);
      await this.#execute(nom, { ...trous, lecture, colonnes: expressions });
      rmSync(fichier);
    }
  }

  #garde(cle: string, colonnes: readonly Colonne[], nom: string, trous: Garde['trous']): Garde {
    const connue = this.#gardes.get(cle);
    if (connue !== undefined) return connue;
    this.#fichiers += 1;
    const fichier = join(this.#chantier, `${this.#fichiers}.csv`);
    const garde = { fichier, colonnes, nom, trous };
    this.#gardes.set(cle, garde);
    return garde;
  }

  async putEntities(entites: readonly Entite[]): Promise<void> {
    for (const [label, groupe] of entitiesByLabel(entites)) {
      const colonnes = colonnesLabel(label);
      const lecture = this.#load(
        colonnes,
        groupe.map((e) => entityCells(e, colonnes)),
      );
      await this.#execute('mettre-entites', {
        label,
        lecture,
        affectations: colonnes
          .filter(({ nom }) => nom !== 'id')
          .map((c) => `n.${c.nom} = ${decodeColumn(c)}`)
          .join(', '),
      });
    }
  }

  async removeEntities(ids: readonly string[]): Promise<void> {
    for (const [label, groupe] of groupBy(ids, labelDe)) {
      const cypher = this.#book.modele('ecriture/retirer-entites', 'ladybug', { label });
      await this.#base.lire(cypher, { ids: groupe });
    }
  }

  async addRelations(relations: readonly Relation[]): Promise<void> {
    for (const { de, vers, groupe, type } of relationsByPair(relations)) {
      const colonnes = colonnesRelation(type);
      const toutes = [...BOUTS, ...colonnes];
      const lecture = this.#load(
        toutes,
        groupe.map((r) => relationCells(r, colonnes)),
      );
      const expressions = toutes.map(decodeColumn).join(', ');
      await this.#execute('ajouter-relations', { type, de, vers, lecture, colonnes: expressions });
    }
  }

  async removeRelations(relations: readonly Relation[]): Promise<void> {
    const colonnes: Colonne[] = [...BOUTS, { nom: 'id', type: 'texte' }];
    for (const { de, vers, groupe, type } of relationsByPair(relations)) {
      const lecture = this.#load(
        colonnes,
        groupe.map((r) => [r.de, r.vers, r.id]),
      );
      await this.#execute('retirer-relations', { type, de, vers, lecture });
    }
  }

  #load(colonnes: readonly Colonne[], lignes: readonly (readonly Cellule[])[]): string {
    this.#fichiers += 1;
    const fichier = join(this.#chantier, `${this.#fichiers}.csv`);
    writeRows(fichier, colonnes, lignes);
    return loadClause(fichier, colonnes);
  }

  async #execute(nom: string, trous: Readonly<Record<string, string>>): Promise<void> {
    await this.#base.executer(this.#book.modele(`ecriture/${nom}`, 'ladybug', trous));
  }
}

function entityCells(entite: Entite, colonnes: readonly Colonne[]): Cellule[] {
  const { id, libelle, faits } = entite;
  const valeurs: Record<string, Cellule> = { ...entite.proprietes, id, libelle, faits };
  return colonnes.map(({ nom }) => valeurs[nom]);
}

function relationCells(relation: Relation, colonnes: readonly Colonne[]): Cellule[] {
  const { id, faits } = relation;
  const valeurs: Record<string, Cellule> = { ...relation.proprietes, id, faits };
  return [relation.de, relation.vers, ...colonnes.map(({ nom }) => valeurs[nom])];
}

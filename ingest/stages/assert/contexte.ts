import type { Bloc, TextePages } from '../../../src/domain/bloc.js';
import { preuvesDe } from '../../../src/domain/bloc.js';
import type { Assertion, Preuve, Proprietes, Statut, Valeur } from '../../../src/domain/fait.js';
import type { Alerte } from '../../../src/domain/page.js';
import type { TypeRelation } from '../../../src/domain/schema.js';
import type { Gazetteer } from '../../../src/gazetteer/types.js';
import type { Vocabulaire } from './vocabulaire.js';

/** The producer of a document: its stable key and its name. */
export interface Producteur {
  readonly cle: string;
  readonly nom: string;
}

/** What every rule needs to know of the document it works on. */
export interface Contexte {
  /** `sha256:…` */
  readonly document: string;
  readonly fichier: string;
  readonly titre: string;
  readonly pages: TextePages;
  /** Printed number of each page, where there is one. */
  readonly imprimees: ReadonlyMap<number, number>;
  readonly annee: number;
  /** Where the year is read: every fact that holds « in that year » rests on it too. */
  readonly anneePreuves: readonly Preuve[];
  /** Code of the document's own département (« 95 »), with the passages that name it. */
  readonly departement: {
    readonly id: string;
    readonly code: string;
    readonly preuves: readonly Preuve[];
  } | null;
  readonly producteur: Producteur | null;
  /** Folded labels that no profile takes for a territory, and whose values in this document say one. */
  readonly etiquettesTerritoire?: ReadonlySet<string>;
  /** The same for labels whose values say a public. */
  readonly etiquettesPublics?: ReadonlySet<string>;
  /** Local id of the programme: « pole-ressources-95-2012 ». */
  readonly cleProgramme: string;
  readonly gazetteer: Gazetteer;
  readonly vocabulaire: Vocabulaire;
  readonly registre: Registre;
}

/** Collects what the rules assert and what they could not decide. */
export class Registre {
  readonly assertions: Assertion[] = [];
  readonly alertes: Alerte[] = [];
  readonly textes = new Map<string, string>();

  /** A property of an entity. Nothing is asserted without proof. */
  propriete(
    sujet: string,
    predicat: string,
    valeur: Valeur | null | undefined,
    preuves: readonly Preuve[],
    regle: string,
    statut: Statut = 'dit',
  ): void {
    if (valeur === null || valeur === undefined || valeur === '' || preuves.length === 0) return;
    this.assertions.push({ sujet, predicat, valeur, statut, regle, preuves: distinct(preuves) });
  }

  /** A relation between two entities. Nothing is asserted without proof. */
  relation(
    predicat: TypeRelation,
    sujet: string,
    objet: string,
    preuves: readonly Preuve[],
    regle: string,
    options: { proprietes?: Proprietes; statut?: Statut; sources?: readonly string[] } = {},
  ): void {
    if (preuves.length === 0) return;
    const { proprietes, statut = 'dit', sources } = options;
    this.assertions.push({
      sujet,
      predicat,
      objet,
      statut,
      regle,
      preuves: distinct(preuves),
      ...(proprietes === undefined ? {} : { proprietes }),
      ...(sources === undefined ? {} : { sources }),
    });
  }
}

/** Id of the entity of the document: its hash without the name of the algorithm. */
export function documentEntity({ document }: Pick<Contexte, 'document'>): string {
  return `document:${document.slice('sha256:'.length)}`;
}

/** Proofs of a block, or of the part of it between two offsets. */
export function proofs(
  contexte: Pick<Contexte, 'document' | 'pages'>,
  bloc: Bloc,
  debut?: number,
  fin?: number,
): Preuve[] {
  return preuvesDe(contexte.document, contexte.pages, bloc, debut, fin);
}

/** Printed page numbers (the file's own where none is printed) of pages of the file. */
export function printedPages(contexte: Contexte, pages: readonly number[]): number[] {
  return pages.map((page) => contexte.imprimees.get(page) ?? page);
}

/** A value as a person reads it: white space made single. */
export function clean(texte: string): string {
  return texte.replace(/\s+/g, ' ').trim();
}

/** Each proof once: a field under two labels (« Animation et intervention ») is one passage. */
function distinct(preuves: readonly Preuve[]): Preuve[] {
  return [...new Map(preuves.map((p) => [JSON.stringify(p), p])).values()];
}

import { type Label, labelDe } from '../domain/schema.js';
import type { Entite } from '../domain/vue.js';
import type { PageRemarquable } from '../facts/fonds.js';
import type { DocumentStocke, FaitsLecture } from '../facts/types.js';
import type { Gazetteer } from '../gazetteer/types.js';
import type { GrapheLecture } from '../graph/port.js';
import type { RechercheLecture } from '../search/port.js';

export interface Moteurs {
  readonly faits: FaitsLecture;
  readonly graphe: GrapheLecture;
  readonly recherche: RechercheLecture;
  readonly gazetteer: Gazetteer;
}

export interface DocumentResume {
  readonly document: DocumentStocke;
  /** Pages read, of which `pages` holds only those that have more to tell: a number printed, a state, a confidence. */
  readonly lues: number;
  readonly pages: ReadonlyMap<number, PageRemarquable>;
}

/**
 * The readers, with what every answer needs of them kept until the base changes:
 * documents and their pages without text, and the entities already seen.
 */
export interface Contexte extends Moteurs {
  documents(): ReadonlyMap<string, DocumentResume>;
  /** Entities by id, unknown ones left out: one read for those not seen yet. */
  entites(ids: Iterable<string>): ReadonlyMap<string, Entite>;
  /** Every entity of a label, sorted by id. */
  tous(label: Label): readonly Entite[];
  /** Drops what was kept when the base has changed: once an answer, for it is a read of the store. */
  rafraichir(): void;
  /** Text of a page; empty when there is none. Those of a card are asked for many times. */
  textePage(document: string, page: number): string;
  /** A value worked out once for the present state of the base. */
  une<T>(cle: string, calcul: () => T): T;
  /** The same, when it was worked out already. */
  connu<T>(cle: string): T | undefined;
}

interface Etat {
  readonly sequence: number;
  readonly valeurs: Map<string, unknown>;
  readonly entites: Map<string, Entite>;
  readonly textes: Map<string, string>;
}

/** Bound of the entities kept, so that a large base does not fill the memory. */
const ENTITES_GARDEES = 50_000;

/** Bound of the values kept: keys hold the years asked, which anybody may choose. */
const VALEURS_GARDEES = 500;

export function createContexte(moteurs: Moteurs): Contexte {
  let etat: Etat = nouvelEtat(moteurs.faits.sequence());
  const une = <T>(cle: string, calcul: () => T): T => {
    const { valeurs } = etat;
    if (valeurs.has(cle)) return valeurs.get(cle) as T;
    if (valeurs.size >= VALEURS_GARDEES) valeurs.clear();
    const valeur = calcul();
    valeurs.set(cle, valeur);
    return valeur;
  };
  return {
    ...moteurs,
    une,
    connu: <T>(cle: string) => etat.valeurs.get(cle) as T | undefined,
    rafraichir() {
      const sequence = moteurs.faits.sequence();
      if (sequence !== etat.sequence) etat = nouvelEtat(sequence);
    },
    textePage: (document, page) => lireTexte(moteurs.faits, etat.textes, document, page),
    tous: (label) => une(`tous ${label}`, () => moteurs.faits.entites(label)),
    documents: () => une('documents', () => resumerDocuments(moteurs.faits)),
    entites: (ids) => lireEntites(moteurs.faits, etat.entites, ids),
  };
}

function nouvelEtat(sequence: number): Etat {
  return { sequence, valeurs: new Map(), entites: new Map(), textes: new Map() };
}

function resumerDocuments(faits: FaitsLecture): ReadonlyMap<string, DocumentResume> {
  return new Map(
    faits.documents().map((document) => {
      const { lues, remarquables } = faits.etatPages(document.id);
      return [
        document.id,
        { document, lues, pages: new Map(remarquables.map((p) => [p.numero, p])) },
      ];
    }),
  );
}

/** Bound of the texts of pages kept. */
const TEXTES_GARDES = 200;

function lireTexte(
  faits: FaitsLecture,
  lus: Map<string, string>,
  document: string,
  page: number,
): string {
  const cle = `${document}#${page}`;
  const connu = lus.get(cle);
  if (connu !== undefined) return connu;
  if (lus.size >= TEXTES_GARDES) lus.clear();
  const texte = faits.page(document, page)?.texte ?? '';
  lus.set(cle, texte);
  return texte;
}

function lireEntites(
  faits: FaitsLecture,
  vues: Map<string, Entite>,
  ids: Iterable<string>,
): ReadonlyMap<string, Entite> {
  const demandes = [...new Set(ids)];
  if (vues.size + demandes.length > ENTITES_GARDEES) vues.clear();
  const nouvelles = demandes.filter((id) => !vues.has(id) && estIdConnu(id));
  for (const entite of faits.entitesDe(nouvelles)) vues.set(entite.id, entite);
  const lues = new Map<string, Entite>();
  for (const id of demandes) {
    const entite = vues.get(id);
    if (entite !== undefined) lues.set(id, entite);
  }
  return lues;
}

/** True when an id has a type of the model: « document » ids of the store (`sha256:…`) have none. */
export function estIdConnu(id: string): boolean {
  try {
    labelDe(id);
    return true;
  } catch {
    return false;
  }
}

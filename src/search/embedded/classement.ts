import { estNomPropre } from '../termes.js';
import { chercherDocs, contient } from './docs.js';
import { natureDe, type TableFacettes } from './facettes.js';
import type { Base } from './schema.js';

/** bm25 weights: titre, alias, champs, texte, facettes (which filter and never weigh). */
const POIDS = '10.0, 8.0, 3.0, 1.0, 0.0';
/** Documents weighed one by one. */
const CANDIDATS = 2500;
/**
 * Occurrences that bm25 may read: it reads every one of each word asked for, to know how rare it
 * is, even when few documents are left to weigh (10 ms for 75,000, measured).
 */
const OCCURRENCES_MAX = 40_000;
/** A page is shown after the things it speaks of, for the same words. */
const FACTEUR_PAGE = 0.5;
/** bm25 value that gives half a point. */
const DEMI = 12;
/** Points for where every word stands, when there are too many documents to weigh each (less than 1). */
const ETAGES = { titre: 0.9, champs: 0.6, texte: 0.3 } as const;
/** Points of a name, above what bm25 gives. A whole name comes first, then a part of a place's or a person's. */
const BONUS = { titreExact: 8, aliasExact: 7, nomPropre: 4, titre: 2, preuve: 0.5 } as const;
/** Share counted for a word of another name only. */
const PART_ALIAS = 0.1;
/** Kinds that sort the others: found by their whole name, else after what they sort. */
const SECONDAIRES: ReadonlySet<string> = new Set(['Theme', 'Public']);
/** Share of a proper name that must be typed for it to come first (« Garges » is half of Garges-lès-Gonesse). */
const PART_NOM = 0.4;

export interface Classe {
  readonly doc: number;
  readonly score: number;
}

export interface AClasser {
  /** Every document that matches, in index order. */
  readonly docs: readonly number[];
  /** The FTS5 expression of the words, in brackets, and what limits it (filters, negations; may be empty). */
  readonly fts: string;
  readonly limites: string;
  /** Documents that hold the words, each word counted apart. */
  readonly occurrences: number;
  readonly exacts: ReadonlyMap<number, 'titre' | 'alias'>;
  /** Words given. */
  readonly donnes: number;
}

/** The first documents in order of relevance, at least `voulus` of them when there are so many. */
export function classer(
  base: Base,
  table: TableFacettes,
  demande: AClasser,
  voulus: number,
): Classe[] {
  const noms = chercherDocs(base, `({titre alias} : ${demande.fts})${demande.limites}`);
  // Among very many the difference between a title and another name is not worth one more reading.
  const titres =
    demande.docs.length > CANDIDATS
      ? noms
      : chercherDocs(base, `({titre} : ${demande.fts})${demande.limites}`);
  const poids = peser(base, demande, noms, voulus);
  for (const doc of demande.exacts.keys()) if (!poids.has(doc)) poids.set(doc, 0);
  const classes: Classe[] = [];
  for (const [doc, s] of poids) {
    const { type, prouve } = natureDe(table, doc);
    if (type === 'Page') {
      classes.push({ doc, score: s * FACTEUR_PAGE });
      continue;
    }
    const part = contient(titres, doc)
      ? Math.min(1, demande.donnes / Math.max(1, table.longueurs[doc] ?? 1))
      : contient(noms, doc)
        ? PART_ALIAS
        : 0;
    classes.push({ doc, score: s + bonusNom(type, prouve, demande.exacts.get(doc), part) });
  }
  return classes.sort((a, b) => b.score - a.score || a.doc - b.doc);
}

/** What a name adds: `part` is the share of it that is given, 0 when a word stands elsewhere. */
function bonusNom(
  type: string,
  prouve: boolean,
  exact: 'titre' | 'alias' | undefined,
  part: number,
): number {
  const preuve = prouve ? BONUS.preuve : 0;
  if (exact === 'titre') return BONUS.titreExact + preuve;
  if (exact === 'alias') return BONUS.aliasExact + preuve;
  // What only the seeds know, or only serves to sort, must not hide for one word of its name what
  // the documents say: « logement » is not first of all the Fonds de solidarité pour le logement.
  if (!prouve || SECONDAIRES.has(type)) return part / 2;
  if (part === 0) return preuve;
  const nom = estNomPropre(type) && part >= PART_NOM;
  return (nom ? BONUS.nomPropre : BONUS.titre) + part + preuve;
}

/** Weight from 0 to 1 of the documents most likely to come first. */
function peser(
  base: Base,
  demande: AClasser,
  noms: readonly number[],
  voulus: number,
): Map<number, number> {
  const { docs, fts, limites, occurrences } = demande;
  const poids = new Map<number, number>();
  if (docs.length <= CANDIDATS && occurrences <= OCCURRENCES_MAX) {
    for (const [doc, s] of bm25(base, `${fts}${limites}`)) poids.set(doc, s / (s + DEMI));
    return poids;
  }
  const etage = (liste: readonly number[], points: number): void => {
    for (const doc of liste.slice(0, CANDIDATS)) if (!poids.has(doc)) poids.set(doc, points);
  };
  etage(noms, ETAGES.titre);
  if (poids.size < voulus) {
    etage(chercherDocs(base, `({titre alias champs} : ${fts})${limites}`), ETAGES.champs);
  }
  if (poids.size < voulus) etage(docs, ETAGES.texte);
  for (const doc of poids.size < voulus ? docs : []) if (!poids.has(doc)) poids.set(doc, 0);
  return poids;
}

function bm25(base: Base, fts: string): [number, number][] {
  const lignes = base
    .prepare(`SELECT rowid, -bm25(fts, ${POIDS}) FROM fts WHERE fts MATCH ?`)
    .raw()
    .all(fts) as [number, number][];
  return lignes.map(([doc, s]) => [doc, Math.max(s, 0)]);
}

import { PREUVE } from './ecriture.js';
import { type TableFacettes, valeursDe } from './facettes.js';
import { scalaire } from './scalaire.js';
import type { Base } from './schema.js';

/** bm25 weights: titre, alias, champs, texte, facettes (which filter and never weigh). */
const POIDS = '10.0, 8.0, 3.0, 1.0, 0.0';
/** Documents weighed one by one; bm25 costs about 1 µs each and its order means little beyond. */
const CANDIDATS = 2500;
/** A page is shown after the things it speaks of, for the same words. */
const FACTEUR_PAGE = 0.5;
/** bm25 value that gives half a point. */
const DEMI = 12;

/** Points of a match, above what bm25 gives (less than 1). */
const BONUS = { titreExact: 8, aliasExact: 7, nomDeLieu: 4, titre: 2, preuve: 0.5 } as const;
const LIEUX_ET_GENS: ReadonlySet<string> = new Set([
  'Commune',
  'Intercommunalite',
  'Quartier',
  'Departement',
  'Personne',
]);

export interface Classe {
  readonly doc: number;
  readonly score: number;
}

export interface DemandeClassement {
  /** Every document that matches, in the order of the index. */
  readonly docs: readonly number[];
  /** The FTS5 expression of the words, and the one that limits it (filters, negations), empty or with its operator. */
  readonly fts: string;
  readonly limites: string;
  /** Those where every word stands in the title or the other names. */
  readonly dansTitre: readonly number[];
  readonly exacts: ReadonlyMap<number, 'titre' | 'alias'>;
  /** Share of the title's words that the query gives, by document, for those in `dansTitre`. */
  readonly part: (doc: number) => number;
}

/** Documents in order of relevance; all of them, the ones beyond the weighed ones in index order. */
export function classer(base: Base, table: TableFacettes, demande: DemandeClassement): Classe[] {
  const { docs, dansTitre, exacts } = demande;
  const titres = new Set(dansTitre);
  const poids = peser(base, demande);
  for (const doc of exacts.keys()) if (!poids.has(doc)) poids.set(doc, 0);
  const points = (doc: number, bm25: number): number => {
    const base01 = bm25 / (bm25 + DEMI);
    const type = valeursDe(table, doc, 'type')[0] ?? '';
    if (type === 'Page') return base01 * FACTEUR_PAGE;
    return (
      base01 + bonus(table, doc, type, exacts.get(doc), titres.has(doc) ? demande.part(doc) : 0)
    );
  };
  const classes = [...poids].map(([doc, s]) => ({ doc, score: points(doc, s) }));
  classes.sort((a, b) => b.score - a.score || a.doc - b.doc);
  const reste = docs.filter((d) => !poids.has(d)).map((doc) => ({ doc, score: 0 }));
  return [...classes, ...reste];
}

function bonus(
  table: TableFacettes,
  doc: number,
  type: string,
  exact: 'titre' | 'alias' | undefined,
  part: number,
): number {
  const prouve = valeursDe(table, doc, PREUVE.nom).length > 0 ? BONUS.preuve : 0;
  if (exact !== undefined)
    return (exact === 'titre' ? BONUS.titreExact : BONUS.aliasExact) + prouve;
  if (part === 0) return 0;
  // A place or a person that nothing cites must not hide, for one common word of its name, what is sought.
  const nom = LIEUX_ET_GENS.has(type) && part >= 0.4 && prouve > 0;
  return (nom ? BONUS.nomDeLieu : BONUS.titre) + part + prouve;
}

/** bm25 of the documents most likely to come first: all when few, else by tier (title, then short fields, then text). */
function peser(
  base: Base,
  { docs, fts, limites, dansTitre }: DemandeClassement,
): Map<number, number> {
  const poids = new Map<number, number>();
  if (docs.length <= CANDIDATS) {
    bm25(base, `${fts}${limites}`, docs, poids);
    return poids;
  }
  bm25(base, `({titre alias} : ${fts})${limites}`, dansTitre.slice(0, CANDIDATS), poids);
  if (poids.size < CANDIDATS / 2) {
    const courts = `({titre alias champs} : ${fts})${limites}`;
    const champs = chercherDocs(base, courts);
    bm25(base, courts, champs.slice(0, CANDIDATS / 2), poids);
  }
  if (poids.size < CANDIDATS / 2)
    bm25(base, `${fts}${limites}`, docs.slice(0, CANDIDATS / 2), poids);
  return poids;
}

function bm25(base: Base, fts: string, docs: readonly number[], poids: Map<number, number>): void {
  const [premier, dernier] = [docs[0], docs.at(-1)];
  if (premier === undefined || dernier === undefined) return;
  const lignes = base
    .prepare(
      `SELECT rowid, -bm25(fts, ${POIDS}) FROM fts WHERE fts MATCH ? AND rowid BETWEEN ? AND ?`,
    )
    .raw()
    .all(fts, premier, dernier) as [number, number][];
  for (const [doc, s] of lignes) if (!poids.has(doc)) poids.set(doc, Math.max(s, 0));
}

/** Rows of an FTS5 expression, in index order. One string from the engine: rows one by one are ten times slower. */
export function chercherDocs(base: Base, fts: string): number[] {
  const json = scalaire(
    base,
    'SELECT json_group_array(rowid) AS v FROM fts WHERE fts MATCH ?',
  )(fts);
  return JSON.parse(String(json)) as number[];
}

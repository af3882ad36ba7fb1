import type { Clause } from '../clauses.js';
import { partTrouvee, peserClauses, SEUIL } from '../elargissement.js';
import type { Classe } from './classement.js';
import { chercherDocs } from './docs.js';
import type { TableFacettes } from './facettes.js';
import { match } from './match.js';
import type { Base } from './schema.js';

/** A word in more documents than this is not looked for in the titles: it tells little, and costs. */
const FREQUENT = 3_000;
/** What a word adds by where it stands, beside what it counts for being there. */
const COLONNES = [
  ['titre alias', 0.5],
  ['titre alias champs', 0.2],
] as const;
const FACTEUR_PAGE = 0.8;

interface Cherchee {
  readonly fts: string;
  readonly docs: readonly number[];
  readonly idf: number;
}

/**
 * When no document has every word: those that have most of them, each word weighing more
 * the rarer it is, and more in a title. Exact over what it gives.
 */
export function elargir(
  base: Base,
  table: TableFacettes,
  clauses: readonly Clause[],
  limites: string,
): { docs: readonly number[]; classes: readonly Classe[]; part: number } {
  const cherchees = rares(base, clauses, limites, table.debuts.length);
  // Flat arrays: a map of 75,000 documents takes ten times longer to fill.
  const couverture = new Float64Array(table.debuts.length);
  const vus: number[] = [];
  let meilleure = 0;
  for (const { docs, idf } of cherchees) {
    for (const doc of docs) {
      const avant = couverture[doc] ?? 0;
      if (avant === 0) vus.push(doc);
      couverture[doc] = avant + idf;
      meilleure = Math.max(meilleure, avant + idf);
    }
  }
  const docs = vus.filter((doc) => (couverture[doc] ?? 0) >= meilleure * SEUIL);
  const points = noter(base, couverture, cherchees);
  const classes = docs.map((doc) => {
    const page = table.pages[doc] === 1;
    const somme = page ? (couverture[doc] ?? 0) * FACTEUR_PAGE : (points[doc] ?? 0);
    return { doc, score: somme / (2 * meilleure) };
  });
  classes.sort((a, b) => b.score - a.score || a.doc - b.doc);
  return { docs, classes, part: partTrouvee(meilleure, clauses, table.debuts.length) };
}

/**
 * Documents of each thing asked for, the rarest first. What remains may be too light for a document
 * that has only it to be given: then it is looked for among the documents already there.
 */
function rares(
  base: Base,
  clauses: readonly Clause[],
  limites: string,
  total: number,
): readonly Cherchee[] {
  const connues = peserClauses(clauses, total).map((c) => ({
    fts: match(c.expression),
    idf: c.idf,
  }));
  const cherchees: Cherchee[] = [];
  for (const [i, { fts, idf }] of connues.entries()) {
    const reste = connues.slice(i).reduce((s, c) => s + c.idf, 0);
    const presentes = cherchees.filter((c) => c.docs.length > 0);
    const acquis = presentes[0]?.idf ?? 0;
    const parmi =
      reste < acquis * SEUIL ? ` AND (${presentes.map((c) => c.fts).join(' OR ')})` : '';
    cherchees.push({ fts, idf, docs: chercherDocs(base, `(${fts}${parmi})${limites}`) });
  }
  return cherchees;
}

/** Coverage, and what each word adds by standing in a title or a short field. */
function noter(base: Base, couverture: Float64Array, cherchees: readonly Cherchee[]): Float64Array {
  const points = couverture.slice();
  for (const { fts, docs, idf } of cherchees) {
    if (docs.length === 0 || docs.length > FREQUENT) continue;
    for (const [colonnes, facteur] of COLONNES) {
      for (const doc of chercherDocs(base, `{${colonnes}} : ${fts}`)) {
        points[doc] = (points[doc] ?? 0) + idf * facteur;
      }
    }
  }
  return points;
}

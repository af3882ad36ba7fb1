import { type Classe, chercherDocs } from './classement.js';
import { type TableFacettes, valeursDe } from './facettes.js';
import type { Plan } from './plan.js';
import type { Base } from './schema.js';

/** Share of the best document's weight that another must have to be given. */
const SEUIL = 0.5;
/** Rarest things asked for that are looked for: more would say little and cost much. */
const CLAUSES_MAX = 6;
const FACTEUR = { titre: 1, champs: 0.4, page: 0.8 } as const;

/**
 * When no document has every word: those that have most of them, each word weighing more
 * the rarer it is, and more in a title. Exact over what it gives.
 */
export function elargir(
  base: Base,
  table: TableFacettes,
  plan: Plan,
  limites: string,
): {
  docs: readonly number[];
  classes: readonly Classe[];
} {
  const total = table.debuts.length;
  const trouvees = plan.clauses
    .filter((c) => c.fts !== '')
    .map((c) => ({ fts: c.fts, docs: chercherDocs(base, `${c.fts}${limites}`) }))
    .filter((c) => c.docs.length > 0)
    .sort((a, b) => a.docs.length - b.docs.length)
    .slice(0, CLAUSES_MAX);
  const couverture = new Map<number, number>();
  const points = new Map<number, number>();
  for (const { fts, docs } of trouvees) {
    const idf = Math.log(1 + total / docs.length);
    for (const doc of docs) couverture.set(doc, (couverture.get(doc) ?? 0) + idf);
    for (const [colonnes, facteur] of [
      ['titre alias', FACTEUR.titre],
      ['titre alias champs', FACTEUR.champs],
    ] as const) {
      for (const doc of chercherDocs(base, `{${colonnes}} : ${fts}`))
        points.set(doc, (points.get(doc) ?? 0) + idf * facteur);
    }
  }
  let meilleure = 0;
  for (const c of couverture.values()) meilleure = Math.max(meilleure, c);
  const gardes = [...couverture].filter(([, c]) => c >= meilleure * SEUIL);
  const classes = gardes.map(([doc, c]) => {
    const page = valeursDe(table, doc, 'type')[0] === 'Page';
    return {
      doc,
      score:
        ((c * 2 + (page ? 0 : (points.get(doc) ?? 0))) * (page ? FACTEUR.page : 1)) /
        (meilleure * 4 || 1),
    };
  });
  classes.sort((a, b) => b.score - a.score || a.doc - b.doc);
  return { docs: classes.map((c) => c.doc), classes };
}

import type { Fait, Preuve } from '../../src/domain/fait.js';
import { estPreuveTexte } from '../../src/domain/fait.js';
import type { Relation } from '../../src/domain/vue.js';
import type { FactsReader } from '../../src/facts/reader.js';

const CITATION_MAX = 200;
/** Facts read at once. */
const LOT = 5_000;

/** « programme-2012.pdf p. 14 : … » for each relation, by its id: the first passage that its facts rest on. */
export function readableProofs(
  facts: FactsReader,
  relations: readonly Relation[],
): ReadonlyMap<string, string> {
  const nommer = placeNames(facts);
  const preuves = new Map<string, string>();
  for (let i = 0; i < relations.length; i += LOT) {
    const lot = relations.slice(i, i + LOT);
    const faits = new Map(facts.faits(lot.flatMap((r) => r.faits)).map((f) => [f.id, f]));
    for (const relation of lot) {
      const preuve = bestProof(relation.faits.flatMap((id) => faits.get(id) ?? []));
      if (preuve !== undefined) preuves.set(relation.id, nommer(preuve));
    }
  }
  return preuves;
}

/** A passage says more than a line of a list. */
function bestProof(faits: readonly Fait[]): Preuve | undefined {
  const toutes = faits.flatMap((fait) => fait.preuves);
  return toutes.find(estPreuveTexte) ?? toutes[0];
}

function placeNames(facts: FactsReader): (preuve: Preuve) => string {
  const fichiers = new Map(facts.documents().map((d) => [d.id, d.fichier]));
  const imprimees = new Map<string, number>();
  const numero = (document: string, page: number): number => {
    const cle = `${document} ${page}`;
    const connu = imprimees.get(cle) ?? facts.page(document, page)?.imprimee ?? page;
    imprimees.set(cle, connu);
    return connu;
  };
  return (preuve) => {
    if (!estPreuveTexte(preuve))
      return `${preuve.referentiel}, ${preuve.millesime} : ${preuve.cle}`;
    const { document, page } = preuve;
    const citation = preuve.citation.replace(/\s+/g, ' ').trim();
    const dite = citation.length > CITATION_MAX ? `${citation.slice(0, CITATION_MAX)}…` : citation;
    return `${fichiers.get(document) ?? document} p. ${numero(document, page)} : « ${dite} »`;
  };
}

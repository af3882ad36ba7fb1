import { type ClausePesee, SEUIL } from '../elargissement.js';
import type { Attribut } from './filtre.js';
import { filtre, tous, unDe } from './filtre.js';
import type { ReponseSimple, Requete } from './serveur.js';

/** A set of things asked for, and what a document that has them all weighs. */
interface Lot {
  readonly clauses: readonly ClausePesee[];
  readonly poids: number;
}

/** Sets looked for in one call: the heaviest that some document has is most often among the first. */
const PAR_APPEL = 12;

/** What the documents given must hold: the most of what is asked, then enough of it. */
export interface Large {
  readonly meilleur: (attribut: Attribut) => string;
  readonly assez: (attribut: Attribut) => string;
}

/**
 * When no document has every word: the heaviest set of words that a document has, and the sets that
 * weigh at least half as much. Undefined when no document has any.
 */
export async function elargir(
  clauses: readonly ClausePesee[],
  limites: readonly string[],
  chercher: (requetes: readonly Requete[]) => Promise<readonly ReponseSimple[]>,
): Promise<Large | undefined> {
  const tous = lots(clauses);
  const meilleur = await leMeilleur(tous, limites, chercher);
  if (meilleur === undefined) return undefined;
  const seuil = meilleur.poids * SEUIL;
  const egaux = tous.filter((l) => l.poids === meilleur.poids);
  const assez = moindres(tous.filter((l) => l.poids >= seuil));
  return {
    meilleur: (attribut) => unDe(egaux.map((l) => filtreDuLot(l, attribut))),
    assez: (attribut) => unDe(assez.map((l) => filtreDuLot(l, attribut))),
  };
}

/** Every set of these, the heaviest first; weights are added in the order of the clauses. */
function lots(clauses: readonly ClausePesee[]): Lot[] {
  const ensembles = Array.from({ length: 2 ** clauses.length - 1 }, (_, n) =>
    clauses.filter((_, i) => ((n + 1) >> i) & 1),
  );
  return ensembles
    .map((partie) => ({ clauses: partie, poids: partie.reduce((s, c) => s + c.idf, 0) }))
    .sort((a, b) => b.poids - a.poids);
}

async function leMeilleur(
  tries: readonly Lot[],
  limites: readonly string[],
  chercher: (requetes: readonly Requete[]) => Promise<readonly ReponseSimple[]>,
): Promise<Lot | undefined> {
  for (let i = 0; i < tries.length; i += PAR_APPEL) {
    const essais = tries.slice(i, i + PAR_APPEL);
    const reponses = await chercher(
      essais.map((lot) => ({
        filter: [filtreDuLot(lot, 'cles'), ...limites].join(' AND '),
        page: 1,
        hitsPerPage: 0,
      })),
    );
    const trouve = essais.find((_, n) => (reponses[n]?.totalHits ?? 0) > 0);
    if (trouve !== undefined) return trouve;
  }
  return undefined;
}

/** The sets that hold no other of them: a document that has one of the others has one of these. */
function moindres(retenus: readonly Lot[]): Lot[] {
  return retenus.filter(
    (lot) =>
      !retenus.some(
        (autre) =>
          autre.clauses.length < lot.clauses.length &&
          autre.clauses.every((c) => lot.clauses.includes(c)),
      ),
  );
}

function filtreDuLot({ clauses }: Lot, attribut: Attribut): string {
  return tous(clauses.map((c) => filtre(c.expression, attribut)));
}

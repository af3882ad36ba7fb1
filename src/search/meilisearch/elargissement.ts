import { type ClausePesee, SEUIL } from '../elargissement.js';
import type { Attribut } from './filtre.js';
import { filtre, tous, unDe } from './filtre.js';
import type { LexiqueCharge } from './lexique.js';
import type { ReponseSimple, Requete } from './serveur.js';

/** A set of things asked for, and what a document that has them all weighs. */
interface Lot {
  readonly clauses: readonly ClausePesee[];
  readonly poids: number;
}

/** Sets looked for in one call: each costs as much as a call, the heaviest that a document has is most often among the first. */
const PAR_APPEL = 4;

/** What the documents given must hold, and the heaviest set of it that one has. */
export interface Large {
  readonly meilleur: readonly ClausePesee[];
  readonly assez: (attribut: Attribut) => string;
}

/** What is known before anything is asked. */
export interface Acquis {
  readonly limites: readonly string[];
  /** Whether some document has every thing asked for, when that was asked. */
  readonly tout: boolean | undefined;
  readonly lexique: Pick<LexiqueCharge, 'connue'>;
}

/**
 * When no document has every word: the heaviest set of words that a document has, and the sets that
 * weigh at least half as much. Undefined when no document has any.
 */
export async function elargir(
  clauses: readonly ClausePesee[],
  acquis: Acquis,
  chercher: (requetes: readonly Requete[]) => Promise<readonly ReponseSimple[]>,
): Promise<Large | undefined> {
  const tous = lots(clauses);
  const meilleur = await leMeilleur(tous, acquis, chercher);
  if (meilleur === undefined) return undefined;
  const seuil = meilleur.poids * SEUIL;
  const assez = moindres(tous.filter((l) => l.poids >= seuil));
  return {
    meilleur: meilleur.clauses,
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
  { limites, tout, lexique }: Acquis,
  chercher: (requetes: readonly Requete[]) => Promise<readonly ReponseSimple[]>,
): Promise<Lot | undefined> {
  if (tout === true) return tries[0];
  // One word that the vocabulary has is in a document: nothing lighter need be asked.
  const sur = tries.findIndex(
    ({ clauses: [seule, autre] }) =>
      limites.length === 0 &&
      seule !== undefined &&
      autre === undefined &&
      lexique.connue(seule.expression),
  );
  const douteux = tries.slice(tout === false ? 1 : 0, sur < 0 ? undefined : sur);
  for (let i = 0; i < douteux.length; i += PAR_APPEL) {
    const essais = douteux.slice(i, i + PAR_APPEL);
    const reponses = await chercher(
      essais.map((lot) => ({
        filter: [filtreDuLot(lot, 'cles'), ...limites].join(' AND '),
        attributesToRetrieve: [],
        page: 1,
        hitsPerPage: 0,
      })),
    );
    const trouve = essais.find((_, n) => (reponses[n]?.totalHits ?? 0) > 0);
    if (trouve !== undefined) return trouve;
  }
  return sur < 0 ? undefined : tries[sur];
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

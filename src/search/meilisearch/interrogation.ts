import { PREUVE } from '../indexation.js';
import type { Plan } from '../plan.js';
import type { RequeteRecherche } from '../port.js';
import { filtre, parmi, tous, unDe } from './filtre.js';
import type { LexiqueCharge } from './lexique.js';
import type { ReponseSimple, Requete, Serveur, Trouvee } from './serveur.js';

/** The index was replaced since its vocabulary was read: what was asked is to be asked again. */
export class Perime extends Error {}

export const ETAT = 'etat';

const RETENUS = [
  'generation',
  'id',
  'type',
  'titre',
  'champs',
  'texte',
  'document',
  'page',
  'url',
  'rang',
] as const;

/** What a page of results is cut from. */
export interface Liste {
  readonly total: number;
  readonly pages: number;
  readonly trouvees: readonly Trouvee[];
  readonly facettes: Record<string, Record<string, number>>;
}

/** Questions to an index in the state in which its vocabulary was read. @throws Perime when it has changed. */
export class Interrogation {
  readonly #serveur: Serveur;
  readonly #lexique: LexiqueCharge;

  constructor(serveur: Serveur, lexique: LexiqueCharge) {
    this.#serveur = serveur;
    this.#lexique = lexique;
  }

  /** The page asked for of one ranked list, its exact total and its facets. */
  async lister(requetes: readonly Requete[], demande: RequeteRecherche): Promise<Liste> {
    const { page, saut } = pageDe(demande);
    const { hits, totalHits, facetsByIndex } = await this.#serveur.federer(
      requetes.map((r) => ({ ...r, attributesToRetrieve: RETENUS })),
      page,
      'codes',
    );
    for (const { generation } of hits) this.#verifier(generation);
    const comptes = facetsByIndex[this.#serveur.index]?.distribution.codes ?? {};
    const codePage = this.#lexique.code('type', 'Page');
    return {
      total: totalHits,
      pages: codePage === undefined ? 0 : (comptes[codePage] ?? 0),
      trouvees: demande.limite > 0 ? hits.slice(saut) : [],
      facettes: this.#facettes(comptes),
    };
  }

  /** Answers to counting queries, each exact. When no list follows, `verifier` must. */
  compter(requetes: readonly Requete[]): Promise<readonly ReponseSimple[]> {
    return this.#serveur.chercher(requetes);
  }

  /** Makes sure that the index is still the one whose vocabulary is known. */
  async verifier(): Promise<void> {
    const etat = { filter: `genre = ${ETAT}`, attributesToRetrieve: ['generation'], limit: 1 };
    const [dit] = await this.#serveur.chercher([etat]);
    this.#verifier(dit?.hits[0]?.generation);
  }

  #verifier(generation: unknown): void {
    if (generation !== this.#lexique.generation) throw new Perime();
  }

  #facettes(comptes: Readonly<Record<string, number>>): Record<string, Record<string, number>> {
    const facettes: Record<string, Record<string, number>> = {};
    for (const [code, n] of Object.entries(comptes)) {
      const [nom, valeur] = this.#lexique.facettes[Number(code)] ?? [];
      if (nom === undefined || valeur === undefined || nom === PREUVE.nom) continue;
      const groupe = facettes[nom] ?? {};
      groupe[valeur] = n;
      facettes[nom] = groupe;
    }
    return facettes;
  }
}

/** What limits a search: its facets and what it excludes. */
export function limitesDe(lexique: LexiqueCharge, plan: Plan, requete: RequeteRecherche): string[] {
  const exclues = plan.exclues.map((e) => filtre(e, 'cles'));
  return [...filtresDe(requete, lexique), ...(exclues.length > 0 ? [`NOT ${unDe(exclues)}`] : [])];
}

/** The facets asked for as filters; a value that no document has gives nothing. */
function filtresDe({ filtres }: RequeteRecherche, lexique: LexiqueCharge): string[] {
  return Object.entries(filtres).flatMap(([nom, valeurs]) =>
    valeurs === undefined || valeurs.length === 0
      ? []
      : [
          tous([
            parmi(
              'codes',
              valeurs.map((v) => lexique.code(nom, v) ?? 'aucun'),
            ),
          ]),
        ],
  );
}

/** The server counts exactly by pages only: a start that is not a multiple of the size is cut from a longer page. */
function pageDe({ limite, decalage }: RequeteRecherche): {
  page: { page: number; hitsPerPage: number };
  saut: number;
} {
  const taille = Math.max(1, limite);
  const debut = Math.max(0, decalage);
  return debut % taille === 0
    ? { page: { page: debut / taille + 1, hitsPerPage: taille }, saut: 0 }
    : { page: { page: 1, hitsPerPage: debut + taille }, saut: debut };
}

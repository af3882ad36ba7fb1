import { NOMS_PROPRES } from '../termes.js';
import { egal, parmi, tous } from './filtre.js';
import { MOT_SOCLE } from './reglages.js';
import type { Requete } from './serveur.js';

/** What is looked for, as filters over the keys: everywhere, in the names, in the title. */
export interface Cherche {
  readonly partout: string;
  readonly noms: string;
  readonly titre: string;
  /** Filters and exclusions of the request, empty when there is none. */
  readonly limites: readonly string[];
}

export interface Classement {
  readonly cherche: Cherche;
  /** Words as typed (corrected), and their stems. */
  readonly mots: string;
  readonly racines: string;
  /** The names that the query may be. */
  readonly exacts: readonly string[];
  /** Number of words given. */
  readonly donnes: number;
  /** Codes of the facets « has a proof » and « is a page », undefined when no document has them. */
  readonly preuve: string | undefined;
  readonly page: string | undefined;
}

/** One level of the ranking: every document of it comes before those of the next. */
export interface Etage {
  readonly filtres: readonly string[];
  /** How its documents are ranked among themselves: by the words of the title or of all fields, by stems. */
  readonly tri: readonly ('titre' | 'mots' | 'racines')[];
}

/** Kinds that sort the others: found by their whole name, else after what they sort. */
const SECONDAIRES = ['Theme', 'Public'];
/** Share of a proper name that must be typed for it to come first (« Garges » is half of Garges-lès-Gonesse). */
const PART_NOM = 0.4;

/**
 * The levels of a search whose documents have every word, the same priorities as those of the
 * embedded index: the whole name, then a part of a place's or a person's name, then the title, the
 * other names, the text, the names that only seeds know, and the pages last.
 */
export function etages(c: Classement): Etage[] {
  const { partout, noms, titre } = c.cherche;
  const prouve = c.preuve === undefined ? [] : [egal('codes', c.preuve)];
  const fiche = c.page === undefined ? [] : [`NOT ${egal('codes', c.page)}`];
  const choses = [`NOT ${parmi('type', SECONDAIRES)}`, ...fiche, ...prouve];
  const assez = parmi('longueur', entiers(c.donnes / PART_NOM));
  const exacts = c.exacts.filter((nom) => nom !== '');
  const nommes: Etage[] =
    exacts.length === 0
      ? []
      : [
          etage([parmi('nomTitre', exacts), ...prouve, partout]),
          etage([parmi('nomTitre', exacts), partout]),
          etage([parmi('nomsAlias', exacts), partout]),
        ];
  return [
    ...nommes,
    etage([titre, parmi('type', NOMS_PROPRES), assez, ...prouve]),
    etage([titre, ...choses], 'titre'),
    etage([noms, ...choses]),
    etage([titre, assez, ...fiche]),
    etage([partout, ...choses], 'mots', 'racines'),
    etage([partout, ...fiche]),
    etage([partout], 'mots', 'racines'),
  ];
}

/**
 * The levels of a search whose documents have most of the words: those that have the most first,
 * in their names, then anywhere, then the others; the pages last.
 */
export function etagesLarges(
  c: Classement,
  meilleur: { readonly partout: string; readonly noms: string },
): Etage[] {
  const { partout, noms } = c.cherche;
  const fiche = c.page === undefined ? [] : [`NOT ${egal('codes', c.page)}`];
  return [
    etage([meilleur.noms, partout, ...fiche], 'mots'),
    etage([meilleur.partout, noms, partout, ...fiche], 'mots'),
    etage([meilleur.partout, partout, ...fiche], 'mots', 'racines'),
    etage([noms, partout, ...fiche]),
    etage([partout, ...fiche]),
    etage([meilleur.partout, partout], 'mots', 'racines'),
    etage([partout]),
  ];
}

const etage = (filtres: readonly string[], ...tri: Etage['tri']): Etage => ({ filtres, tri });

/** Weight of a level over the next. The least score of a document that has every word is above a tenth. */
const PAS = 0.01;
/** The floor is above the ceiling of the next level. */
const SOCLE = 2;
const TRIS = {
  titre: { poids: 1, champs: ['titre'] },
  mots: { poids: 1, champs: ['titre', 'alias', 'champs', 'texte'] },
  racines: { poids: 0.1, champs: ['racines'] },
} as const;

/**
 * Queries of a federated search that gives the levels in order. In each, a query for the word that
 * every document has gives all of them one score: the floor of the level and the ceiling of the next.
 */
export function requetes(
  niveaux: readonly Etage[],
  { mots, racines, cherche }: Pick<Classement, 'mots' | 'racines' | 'cherche'>,
): Requete[] {
  return niveaux.flatMap(({ filtres, tri }, i) => {
    const filter = tous([...filtres, ...cherche.limites]);
    const socle = {
      q: MOT_SOCLE,
      attributesToSearchOn: ['socle'],
      filter,
      weight: SOCLE * PAS ** (i + 1),
    };
    const tries = tri.flatMap((nom) => {
      const q = nom === 'racines' ? racines : mots;
      const { poids, champs } = TRIS[nom];
      const weight = PAS ** i * poids;
      return q === '' ? [] : [{ q, attributesToSearchOn: champs, filter, weight }];
    });
    return [...tries, socle];
  });
}

function entiers(max: number): number[] {
  return Array.from({ length: Math.max(1, Math.floor(max)) }, (_, i) => i + 1);
}

import { NOMS_PROPRES } from '../termes.js';
import { egal, parmi, tous, unDe } from './filtre.js';
import type { PlaceNom } from './noms.js';
import { CHAMP_SOCLE, CHAMPS_RANGES, MOT_SOCLE } from './reglages.js';
import type { Requete } from './serveur.js';

/** What is looked for, as filters over the keys: everywhere, in the title. */
export interface Cherche {
  readonly partout: string;
  readonly titre: string;
  /** Filters and exclusions of the request, empty when there is none. */
  readonly limites: readonly string[];
}

export interface Classement {
  readonly cherche: Cherche;
  /** Stems of what is asked, the first the last to be let go. */
  readonly racines: readonly string[];
  /** True when the last of them may be the beginning of a word. */
  readonly inachevee: boolean;
  /** The word as typed when there is only one: this form comes before the others in a title. */
  readonly forme: string | undefined;
  /** The names that the query may be, by where the index has them. */
  readonly exacts: Readonly<Record<PlaceNom, readonly string[]>>;
  /** True when the title of a place or a person may be what is asked, at most `longueur` words long. */
  readonly nomPropre: boolean;
  readonly longueur: number;
  /** Filter of documents that stems do not tell from the others and that come before them. */
  readonly devant: string | undefined;
  /** Code of the facet « has a proof », undefined when no document has it. */
  readonly preuve: string | undefined;
}

/** Share of a proper name that must be typed for it to come first (« Garges » is half of Garges-lès-Gonesse). */
export const PART_NOM = 0.4;

/** The main list weighs less than all that comes before it; each level a hundredth of the one before. */
const POIDS_LISTE = 1e-12;
const PAS = 0.01;

/**
 * Queries of a federated search that gives the documents in the order of the embedded index: the
 * whole name, then a part of a place's or a person's name, then the things, the names that only
 * seeds know and the pages, each by field. Most searches are the last query alone: the vocabulary
 * tells which of the others can have an answer.
 */
export function requetes(c: Classement): Requete[] {
  const { partout, limites } = c.cherche;
  const noms = nomsDe(c);
  const tete = { sort: ['tete:asc'] };
  return [
    ...(noms === undefined ? [] : [{ ...socle([noms, partout, ...limites]), ...tete, weight: 1 }]),
    ...(c.devant === undefined
      ? []
      : [{ ...rangee(c, [c.devant, partout, 'rang = 0', ...limites]), ...tete, weight: PAS }]),
    { ...rangee(c, [partout, ...limites]), sort: ['rang:asc'], weight: POIDS_LISTE },
  ];
}

/** All the documents of a filter, the shortest title first. */
function socle(filtres: readonly string[]): Requete {
  return { q: MOT_SOCLE, attributesToSearchOn: [CHAMP_SOCLE], filter: tous(filtres) };
}

/** Documents that have the name asked for, whole or the most of it; undefined when none may. */
function nomsDe({ exacts, cherche, nomPropre, longueur, preuve }: Classement): string | undefined {
  const longueurs = Array.from({ length: Math.max(1, longueur) }, (_, i) => i + 1);
  const prouve = preuve === undefined ? [] : [egal('codes', preuve)];
  const partie = [cherche.titre, parmi('type', NOMS_PROPRES), parmi('longueur', longueurs)];
  const noms = [
    ...(exacts.titre.length > 0 ? [parmi('nomTitre', exacts.titre)] : []),
    ...(exacts.alias.length > 0 ? [parmi('nomsAlias', exacts.alias)] : []),
    ...(nomPropre ? [tous([...partie, ...prouve])] : []),
  ];
  return noms.length === 0 ? undefined : unDe(noms);
}

/**
 * All the documents of a filter: those that have the stems asked for first, by the field that has
 * them. The word that every document has lets none be lost when the server lets go of the last words.
 */
function rangee({ racines, inachevee, forme }: Classement, filtres: readonly string[]): Requete {
  const mots = [...new Set([...racines, ...(forme === undefined ? [] : [forme])])];
  return {
    // Before a space, a word is whole.
    q: `${[MOT_SOCLE, ...mots].join(' ')}${inachevee ? '' : ' '}`,
    attributesToSearchOn: [...CHAMPS_RANGES, CHAMP_SOCLE],
    filter: tous(filtres),
  };
}

/** Grows from one document of an answer to those before it: above 3 the names, then the things (2), the seeds, the pages. */
export function scoreDe(poids: number, rang: number): number {
  const score = poids > POIDS_LISTE * 10 ? 14 + Math.log10(poids) : 2 - rang + poids / POIDS_LISTE;
  return Math.max(0, Math.round(score * 10_000) / 10_000);
}

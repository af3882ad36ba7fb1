import { type Compte, compter, facettesDe } from '../indexation.js';
import type { DocumentIndexe, FacettesDocument } from '../port.js';
import { type Cle, cleNom, type Flux } from '../termes.js';
import { valeur } from './filtre.js';
import { MOT_SOCLE } from './reglages.js';
import { suitesDe } from './suites.js';

/** A document as the server keeps it. What a person reads is as in `DocumentIndexe`; the rest is for the search. */
export interface Fiche {
  /** Primary key: an id of ours holds signs that the server refuses. */
  readonly cle: string;
  readonly genre: 'document';
  readonly ordre: number;
  readonly generation: string;
  readonly id: string;
  readonly type: string;
  readonly titre: string;
  readonly alias: readonly string[];
  readonly champs: string;
  readonly texte: string;
  readonly document: string | null;
  readonly page: number | null;
  readonly url: string;
  readonly facettes: FacettesDocument;
  readonly racines: string;
  readonly socle: string;
  readonly cles: readonly string[];
  readonly clesNoms: readonly string[];
  readonly clesTitre: readonly string[];
  readonly nomTitre: string;
  readonly nomsAlias: readonly string[];
  /** Words of the title, empty words left out. */
  readonly longueur: number;
  /** Numbers of its facets in the list of the vocabulary. */
  readonly codes: readonly string[];
}

/** Numbers of the facet values in the order in which they are met. */
export interface Codes {
  readonly parPaire: Map<string, number>;
  readonly valeurs: [nom: string, valeur: string][];
}

export function codeDe(codes: Codes, nom: string, v: string): string {
  const cle = `${nom}\u0000${v}`;
  let code = codes.parPaire.get(cle);
  if (code === undefined) {
    code = codes.valeurs.push([nom, v]) - 1;
    codes.parPaire.set(cle, code);
  }
  return String(code);
}

/** Writes a document for the index; its words are added to `compte`, its facet values to `codes`. */
export function ficheDe(
  document: DocumentIndexe,
  ordre: number,
  generation: string,
  compte: Compte,
  codes: Codes,
): Fiche {
  const champs = compter(document, 1, compte);
  const noms = document.alias.map(cleNom);
  return {
    cle: `d${ordre}`,
    genre: 'document',
    ordre,
    generation,
    ...document,
    racines: champs.flatMap((f) => f.racines.map((r) => r.slice(1))).join(' '),
    socle: MOT_SOCLE,
    cles: valeurs(champs),
    clesNoms: valeurs(champs.slice(0, 2)),
    clesTitre: valeurs(champs.slice(0, 1)),
    nomTitre: valeur(cleNom(document.titre)),
    nomsAlias: noms.map(valeur),
    longueur: cleNom(document.titre).split(' ').length,
    codes: facettesDe(document).map(([nom, v]) => codeDe(codes, nom, v)),
  };
}

/** Keys of fields, and the phrases that their words make. */
function valeurs(champs: readonly Flux[]): string[] {
  const cles = new Set<Cle>(champs.flatMap((f) => [...f.mots, ...f.racines, ...f.enPlus]));
  const suites = suitesDe(champs.flatMap((f) => [f.mots, f.racines]));
  return [...new Set([...cles, ...suites].map(valeur))];
}

/** The document that a record was written from. */
export function documentDe(fiche: Fiche): DocumentIndexe {
  const { id, type, titre, alias, champs, texte, document, page, url, facettes } = fiche;
  return { id, type, titre, alias, champs, texte, document, page, url, facettes };
}

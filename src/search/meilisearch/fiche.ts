import { stem } from '../../french/stem.js';
import { type Compte, compter, facettesDe } from '../indexation.js';
import type { DocumentIndexe, FacettesDocument } from '../port.js';
import { type Cle, cleNom, estNomPropre, type Flux } from '../termes.js';
import { valeur } from './filtre.js';
import { SOCLE } from './reglages.js';
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
  /** Stems of each field, also of proper names: they only rank. */
  readonly racinesTitre: string;
  readonly racinesAlias: string;
  readonly racinesChamps: string;
  readonly racinesTexte: string;
  readonly socle: string;
  readonly cles: readonly string[];
  readonly clesTitre: readonly string[];
  readonly nomTitre: string;
  readonly nomsAlias: readonly string[];
  /** Words of the title, empty words left out. */
  readonly longueur: number;
  /** Numbers of its facets in the list of the vocabulary. */
  readonly codes: readonly string[];
  /** 0 for a thing that the documents tell, 1 for what only the seeds know or only sorts, 2 for a page. */
  readonly rang: 0 | 1 | 2;
  /** The same for all: sorts what comes before every rank. */
  readonly tete: -1;
}

/** Kinds that sort the others: found by their whole name, else after what they sort. */
const SECONDAIRES: ReadonlySet<string> = new Set(['Theme', 'Public']);

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
  const nomPropre = estNomPropre(document.type);
  const [titre = '', alias = '', court = '', texte = ''] = champs.map((f, i) =>
    racinesDe(f, nomPropre && i < 2),
  );
  const noms = document.alias.map(cleNom);
  return {
    cle: `d${ordre}`,
    genre: 'document',
    ordre,
    generation,
    ...document,
    racinesTitre: titre,
    racinesAlias: alias,
    racinesChamps: court,
    racinesTexte: texte,
    socle: SOCLE,
    cles: [...clesDe(champs), ...suitesDe(champs.flatMap((f) => [f.mots, f.racines]))].map(valeur),
    clesTitre: clesDe(champs.slice(0, 1)).map(valeur),
    nomTitre: valeur(cleNom(document.titre)),
    nomsAlias: noms.map(valeur),
    longueur: cleNom(document.titre).split(' ').length,
    codes: facettesDe(document).map(([nom, v]) => codeDe(codes, nom, v)),
    rang: rangDe(document),
    tete: -1,
  };
}

function rangDe({ type, document }: DocumentIndexe): Fiche['rang'] {
  if (type === 'Page') return 2;
  return document === null || SECONDAIRES.has(type) ? 1 : 0;
}

/** The words that count as the server ranks them. */
function racinesDe({ termes }: Flux, nomPropre: boolean): string {
  return termes
    .filter((t) => !t.vide)
    .map((t) => (t.sigle !== null && !t.estMot ? t.sigle : nomPropre ? stem(t.mot) : t.racine))
    .join(' ');
}

/** Keys of fields, each once. */
function clesDe(champs: readonly Flux[]): Cle[] {
  return [...new Set(champs.flatMap((f) => [...f.mots, ...f.racines, ...f.enPlus]))];
}

/** The document that a record was written from. */
export function documentDe(fiche: Fiche): DocumentIndexe {
  const { id, type, titre, alias, champs, texte, document, page, url, facettes } = fiche;
  return { id, type, titre, alias, champs, texte, document, page, url, facettes };
}

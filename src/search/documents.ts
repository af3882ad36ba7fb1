import type { Page } from '../domain/page.js';
import { urlEntite, urlPage } from '../domain/urls.js';
import type { Entite, Relation } from '../domain/vue.js';
import type { DocumentIndexe } from './port.js';
import { type Voisinage, voisinage } from './voisinage.js';

/** A page to index, with the document it is of. */
export interface PageIndexee {
  readonly document: string;
  /** The document's title. */
  readonly titre: string;
  readonly annee?: number | null;
  readonly page: Page;
}

/** All that the index is made from. */
export interface VueIndex {
  readonly entites: Iterable<Entite>;
  readonly relations: Iterable<Relation>;
  readonly pages: Iterable<PageIndexee>;
  /** Where an entity is best shown; null for one that only seeds know. */
  readonly preuve: (id: string) => { readonly document: string; readonly page: number } | null;
  /** Running text of actions, services, publications, and repaired words of pages, by id. */
  readonly textes?: ReadonlyMap<string, string>;
  /** Other names that the seeds give, by id. */
  readonly alias?: ReadonlyMap<string, readonly string[]>;
}

/** Labels that are no result of their own: a document is found by its pages. */
const SANS_FICHE: ReadonlySet<string> = new Set(['Document', 'Programme']);

/** Labels that only class what was read: one that nothing read uses answers nothing. */
const CLASSEMENTS: ReadonlySet<string> = new Set(['Theme', 'Public']);

/** True of an entity that is no result: it has no card of its own, or nothing that was read leads to it. */
export function isUnlisted({ id, type }: Entite, preuve: VueIndex['preuve']): boolean {
  return SANS_FICHE.has(type) || (CLASSEMENTS.has(type) && preuve(id) === null);
}

/** Properties that are names, and properties that are running text, whatever the label. */
const NOMS = ['sigle', 'anciensNoms'];
const TEXTES = ['definition', 'resume', 'autres'];
/** Properties that are no words to look for. */
const TUS = new Set([
  'titre',
  'nom',
  'pages',
  'periodeDebut',
  'periodeFin',
  'periodePrecision',
  'seancesMin',
  'seancesMax',
  'seancesApprox',
  'siren',
  'ordinal',
  'numero',
  'debut',
  'fin',
  'statut',
  'departement',
  'code',
  ...NOMS,
  ...TEXTES,
]);

/**
 * Documents of the index: one a thing that can be found, one a page of text. Pure; the order is that
 * of the entities, pages last (the engine keeps it for equal results).
 */
export function indexDocuments(vue: VueIndex): DocumentIndexe[] {
  const entites = [...vue.entites];
  const autour = voisinage(entites, vue.relations);
  const fiches = entites
    .filter((e) => !isUnlisted(e, vue.preuve))
    .map((e) => fiche(e, vue, autour));
  const pages = [...vue.pages]
    .filter((p) => p.page.texte.trim() !== '')
    .map((p) => passage(p, vue));
  return [...fiches, ...pages];
}

/** The document of one entity of which the relations and what they lead to are at hand: a record of the holdings. */
export function indexDocument(
  entite: Entite,
  vue: Omit<VueIndex, 'entites' | 'pages'> & { readonly cibles: readonly Entite[] },
): DocumentIndexe {
  const entites = [entite, ...vue.cibles];
  return fiche(entite, { ...vue, entites, pages: [] }, voisinage(entites, vue.relations));
}

function fiche(entite: Entite, vue: VueIndex, autour: Voisinage): DocumentIndexe {
  const { id, type, libelle, proprietes } = entite;
  const preuve = vue.preuve(id);
  const noms = [...NOMS.flatMap((n) => liste(proprietes[n])), ...(vue.alias?.get(id) ?? [])];
  const champs = Object.entries(proprietes)
    .filter(([nom]) => !TUS.has(nom))
    .flatMap(([, v]) => liste(v));
  const textes = [...TEXTES.flatMap((n) => liste(proprietes[n])), vue.textes?.get(id) ?? ''];
  return {
    id,
    type,
    titre: libelle,
    alias: [...new Set(noms)].filter((n) => n !== '' && n !== libelle),
    champs: [...new Set([...autour.nomsLies(id), ...champs])].join('\n'),
    texte: textes.filter((t) => t !== '').join('\n'),
    document: preuve?.document ?? null,
    page: preuve?.page ?? null,
    url:
      urlEntite(id) ??
      (preuve === null
        ? `/recherche?q=${encodeURIComponent(libelle)}`
        : urlPage(preuve.document, preuve.page)),
    facettes: autour.facettes(entite),
  };
}

function passage({ document, titre, annee, page }: PageIndexee, vue: VueIndex): DocumentIndexe {
  const id = `page:${document}#${page.numero}`;
  return {
    id,
    type: 'Page',
    titre: `${titre}, page ${page.imprimee ?? page.numero}`,
    alias: [],
    // words that its damaged text lacks
    champs: vue.textes?.get(id) ?? '',
    texte: page.texte,
    document,
    page: page.numero,
    url: urlPage(document, page.numero),
    facettes: annee === undefined || annee === null ? {} : { annee },
  };
}

/** A property as texts; numbers too, true and false left out. */
function liste(valeur: unknown): string[] {
  if (Array.isArray(valeur)) return valeur.flatMap(liste);
  if (typeof valeur === 'string') return [valeur];
  return typeof valeur === 'number' ? [String(valeur)] : [];
}

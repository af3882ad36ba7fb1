import type { Contexte, DocumentResume } from './contexte.js';
import { compter, enumerer } from './francais.js';
import type { Couverture } from './types.js';

export interface Annees {
  readonly debut: number;
  readonly fin: number;
}

/** Beyond this many documents the sentence counts them instead of naming them. */
const DOCUMENTS_NOMMES = 3;

/**
 * What an answer rests on: the documents read, of the years asked when given (a document without
 * a year is always there), with the years missing and the pages that could not be read.
 */
export function couverture(contexte: Contexte, annees?: Annees | null): Couverture {
  const cle = `couverture ${annees?.debut ?? ''}-${annees?.fin ?? ''}`;
  return contexte.une(cle, () => calculer([...contexte.documents().values()], annees ?? null));
}

/** Years for which a document was read, whatever the years asked. */
export function anneesCouvertes(contexte: Contexte): readonly number[] {
  return couverture(contexte).annees;
}

/** True when no document was read for any of the years asked. */
export function anneesNonCouvertes(contexte: Contexte, annees: Annees | null | undefined): boolean {
  if (annees === null || annees === undefined) return false;
  return !anneesCouvertes(contexte).some((a) => annees.debut <= a && a <= annees.fin);
}

function calculer(tous: readonly DocumentResume[], demandees: Annees | null): Couverture {
  const dedans = tous.filter(({ document: { annee } }) => dansAnnees(annee, demandees));
  // Of years that nothing covers, what was read is what the silence rests on.
  const retenus = dedans.length === 0 ? tous : dedans;
  const annees = anneesDe(retenus);
  const catalogues = retenus.filter(estCatalogue);
  const pages = retenus
    .filter((r) => !estCatalogue(r))
    .flatMap((r) => [...r.pages.values()].map((page) => ({ document: r.document.id, page })));
  const notices = catalogues.reduce((n, r) => n + r.document.pages, 0);
  const lues = retenus.reduce((n, r) => n + r.lues, 0);
  const ocr = pages.filter(({ page }) => page.etat === 'ocr').length;
  const nonLues = pages
    .filter(({ page }) => page.etat === 'vide' || page.etat === 'illisible')
    .map(({ document, page }) => ({
      document,
      page: page.numero,
      raison: page.etat === 'vide' ? 'page vide' : (page.raison ?? 'page illisible'),
    }));
  const partielle = {
    documents: retenus.map(({ document: d }) => ({
      id: d.id,
      titre: d.titre,
      fichier: d.fichier,
      type: d.type,
      annee: d.annee,
      pages: d.pages,
    })),
    annees,
    anneesManquantes: manquantes(annees, demandees),
    pagesLues: lues,
    ...(ocr === 0 ? {} : { pagesOcr: ocr }),
    ...(catalogues.length === 0 ? {} : { catalogues: catalogues.length, notices }),
    pagesNonLues: nonLues,
  };
  const vides = nonLues.filter((p) => p.raison === 'page vide').length;
  const phrase =
    dedans.length === 0 && tous.length > 0
      ? horsCouverture(tous)
      : phraseCouverture(partielle, vides);
  return { ...partielle, phrase };
}

/** A catalogue counts by its records, which are no pages to a reader. */
function estCatalogue({ document }: DocumentResume): boolean {
  return document.type === 'catalogue';
}

/** « Aucun des 3 documents lus ne porte sur les années demandées (années 2010 à 2012). » */
function horsCouverture(tous: readonly DocumentResume[]): string {
  const sujet =
    tous.length === 1
      ? 'Le document lu ne porte pas'
      : `Aucun des ${tous.length} documents lus ne porte`;
  return `${sujet} sur les années demandées (${anneesEnMots(anneesDe(tous))}).`;
}

function dansAnnees(annee: number | null, demandees: Annees | null): boolean {
  if (annee === null || demandees === null) return true;
  return demandees.debut <= annee && annee <= demandees.fin;
}

function anneesDe(resumes: readonly DocumentResume[]): number[] {
  const annees = new Set(resumes.flatMap(({ document: { annee } }) => annee ?? []));
  return [...annees].sort((a, b) => a - b);
}

/** Years asked up to the last one read, or between the first and the last one read, that nothing covers. */
function manquantes(annees: readonly number[], demandees: Annees | null): number[] {
  // An open bound (« depuis », « avant ») asks for nothing beyond what was read.
  const [d, f] = [demandees?.debut ?? 0, demandees?.fin ?? DERNIERE_ANNEE];
  const debut = d <= PREMIERE_ANNEE ? (annees[0] ?? 0) : d;
  const fin = f >= DERNIERE_ANNEE ? (annees.at(-1) ?? -1) : f;
  const toutes = Array.from({ length: Math.max(0, fin - debut + 1) }, (_, i) => debut + i);
  return toutes.filter((a) => !annees.includes(a));
}

/** No yearly programme of a resource centre is older than the policy itself (Habitat et vie sociale, 1977). */
export const PREMIERE_ANNEE = 1977;
/** Nothing dated is looked for from this year on. */
const DERNIERE_ANNEE = 2100;

/** « Réponse établie sur 1 document (programme 2012, 32 pages ; 31 lues dont 3 par reconnaissance de caractères, 1 vide). » */
function phraseCouverture(c: Omit<Couverture, 'phrase'>, vides: number): string {
  if (c.documents.length === 0) return 'Aucun document lu : la base ne peut rien affirmer.';
  const { catalogues = 0, notices = 0 } = c;
  const fonds = `${compter(catalogues, 'catalogue')} (${compter(notices, 'notice')})`;
  const documents = c.documents.filter((d) => d.type !== 'catalogue');
  if (documents.length === 0) return `Réponse établie sur ${fonds}.`;
  const pages = documents.reduce((n, d) => n + d.pages, 0);
  const nommes =
    documents.length <= DOCUMENTS_NOMMES
      ? enumerer(documents.map((d) => (d.annee === null ? d.type : `${d.type} ${d.annee}`)))
      : anneesEnMots(c.annees);
  const illisibles = c.pagesNonLues.length - vides;
  const etats = [
    `${compter(c.pagesLues, 'lue')}${parReconnaissance(c)}`,
    ...(vides > 0 ? [compter(vides, 'vide')] : []),
    ...(illisibles > 0 ? [compter(illisibles, 'illisible')] : []),
  ];
  const tete = nommes === '' ? '' : `${nommes}, `;
  const suite = catalogues === 0 ? '' : ` et ${fonds}`;
  return `Réponse établie sur ${compter(documents.length, 'document')} (${tete}${compter(pages, 'page')} ; ${etats.join(', ')})${suite}.`;
}

/** « dont 3 par reconnaissance de caractères »: what rests on them is less sure. */
export function parReconnaissance({
  pagesLues,
  pagesOcr = 0,
}: Pick<Couverture, 'pagesLues' | 'pagesOcr'>): string {
  if (pagesOcr === 0) return '';
  const combien = pagesOcr === pagesLues ? '' : ` dont ${pagesOcr}`;
  return `${combien} par reconnaissance de caractères`;
}

function anneesEnMots(annees: readonly number[]): string {
  const [premiere, derniere] = [annees[0], annees.at(-1)];
  if (premiere === undefined) return '';
  if (premiere === derniere) return `année ${premiere}`;
  const suivies = annees.every((a, i) => a === premiere + i);
  return suivies ? `années ${premiere} à ${derniere}` : `années ${enumerer(annees.map(String))}`;
}

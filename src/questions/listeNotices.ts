import { localId } from '../domain/ids.js';
import type { Entite } from '../domain/vue.js';
import type { ResumeNotice } from '../facts/fonds.js';
import type { Contexte } from './contexte.js';
import type { FiltresNotices, Liste, Pagination, ResultatNotice } from './fiches/types.js';
import { type Fonds, fonds } from './fonds.js';
import { paginer } from './listes.js';
import { nomCourt } from './references.js';
import { resolveId } from './resolve.js';
import { resultatsNotices } from './resultatsNotices.js';

/** Facets by what records are about, each with the kind of entity that it counts. */
const SUJETS = { theme: 'Theme', dispositif: 'Dispositif', commune: 'Commune' } as const;
type FacetteSujet = keyof typeof SUJETS;
const NOMS_SUJETS = Object.keys(SUJETS) as FacetteSujet[];

/** Records, the latest first, filtered, with the facets of what is kept. */
export function listeNotices(
  contexte: Contexte,
  filtres: FiltresNotices = {},
  pagination?: Pagination,
): Liste<ResultatNotice> {
  const tout = fonds(contexte);
  const gardes = garder(contexte, tout, filtres);
  const notices = tout.resumes.filter((_, rang) => gardes[rang] === 1);
  const page = paginer(contexte, notices, pagination);
  return {
    ...page,
    resultats: resultatsNotices(
      contexte,
      page.resultats.map((n) => n.id),
    ),
    facettes: facettes(contexte, tout, notices, gardes),
  };
}

/** By rank, 1 for a record that has all that is asked for. */
function garder(
  contexte: Contexte,
  { resumes, parSujet }: Fonds,
  filtres: FiltresNotices,
): Uint8Array {
  const sujets = sujetsVoulus(contexte, parSujet, filtres);
  const comptes = new Uint8Array(resumes.length);
  for (const sujet of sujets)
    for (const rang of parSujet.get(sujet) ?? []) comptes[rang] = (comptes[rang] ?? 0) + 1;
  return comptes.map((compte, rang) => {
    const notice = resumes[rang];
    const convient =
      notice !== undefined &&
      compte === sujets.length &&
      (filtres.annee === undefined || notice.annee === filtres.annee) &&
      (filtres.nature === undefined || notice.nature === filtres.nature) &&
      (filtres.catalogue === undefined || catalogue(contexte, notice) === filtres.catalogue);
    return convient ? 1 : 0;
  });
}

/** Ids of what the records asked for are about, each once. */
function sujetsVoulus(
  contexte: Contexte,
  parSujet: Fonds['parSujet'],
  filtres: FiltresNotices,
): string[] {
  const voulus = NOMS_SUJETS.flatMap((nom) => {
    const brut = filtres[nom];
    return brut === undefined ? [] : [sujetDe(contexte, parSujet, nom, brut)];
  });
  const { sujet } = filtres;
  return [...new Set(sujet === undefined ? voulus : [...voulus, alias(contexte, sujet)])];
}

function alias({ faits }: Contexte, id: string): string {
  return faits.alias(id) ?? id;
}

/** The entity of a value of a facet: its name as the facet shows it, else its id, its code or its slug. */
function sujetDe(
  contexte: Contexte,
  parSujet: Fonds['parSujet'],
  nom: FacetteSujet,
  brut: string,
): string {
  const nommee = sujets(contexte, parSujet, nom).find(({ id }) => nomCourt(contexte, id) === brut);
  return nommee?.id ?? resolveId(contexte, brut, [SUJETS[nom]]);
}

/** Entities of a kind that some record is about. */
function sujets(
  contexte: Contexte,
  parSujet: Fonds['parSujet'],
  nom: FacetteSujet,
): readonly Entite[] {
  return contexte.une(`sujets du fonds : ${nom}`, () => {
    const prefixe = `${nom}:`;
    const ids = [...parSujet.keys()].filter((id) => id.startsWith(prefixe));
    return [...contexte.entites(ids).values()];
  });
}

function facettes(
  contexte: Contexte,
  { parSujet }: Fonds,
  gardees: readonly ResumeNotice[],
  gardes: Uint8Array,
): Record<string, Record<string, number>> {
  const parNom = NOMS_SUJETS.map((nom) => {
    const comptes: Record<string, number> = {};
    for (const { id } of sujets(contexte, parSujet, nom)) {
      const n = parSujet.get(id)?.reduce((total, rang) => total + (gardes[rang] ?? 0), 0) ?? 0;
      if (n > 0) comptes[nomCourt(contexte, id) || localId(id)] = n;
    }
    return [nom, comptes] as const;
  });
  return {
    nature: compter(gardees, (n) => n.nature),
    annee: compter(gardees, (n) => n.annee),
    ...Object.fromEntries(parNom),
    catalogue: compter(gardees, (n) => catalogue(contexte, n)),
  };
}

/** The catalogue that a record comes from, as the list of documents names it. */
function catalogue(contexte: Contexte, { document }: ResumeNotice): string | null {
  return contexte.documents().get(document)?.document.titre ?? null;
}

function compter(
  gardees: readonly ResumeNotice[],
  valeur: (n: ResumeNotice) => string | number | null,
): Record<string, number> {
  const comptes: Record<string, number> = {};
  for (const notice of gardees) {
    const v = valeur(notice);
    if (v !== null) comptes[v] = (comptes[v] ?? 0) + 1;
  }
  return comptes;
}

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
  const ensembles = ensemblesDe(contexte, tout, filtres);
  const gardees = tout.resumes.filter(
    (n) =>
      (filtres.annee === undefined || n.annee === filtres.annee) &&
      (filtres.nature === undefined || n.nature === filtres.nature) &&
      (filtres.catalogue === undefined || catalogue(contexte, n) === filtres.catalogue) &&
      ensembles.every((e) => e.has(n.id)),
  );
  const page = paginer(contexte, gardees, pagination);
  return {
    ...page,
    resultats: resultatsNotices(
      contexte,
      page.resultats.map((n) => n.id),
    ),
    facettes: facettes(contexte, tout, gardees),
  };
}

/** Records about each thing asked for. */
function ensemblesDe(
  contexte: Contexte,
  { parSujet }: Fonds,
  filtres: FiltresNotices,
): ReadonlySet<string>[] {
  const voulus = NOMS_SUJETS.flatMap((nom) => {
    const brut = filtres[nom];
    return brut === undefined ? [] : [sujetDe(contexte, parSujet, nom, brut)];
  });
  const ids = filtres.sujet === undefined ? voulus : [...voulus, alias(contexte, filtres.sujet)];
  return ids.map((id) => new Set(parSujet.get(id) ?? []));
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
): Record<string, Record<string, number>> {
  const ids = new Set(gardees.map((n) => n.id));
  const parNom = NOMS_SUJETS.map((nom) => {
    const comptes: Record<string, number> = {};
    for (const { id } of sujets(contexte, parSujet, nom)) {
      const n = (parSujet.get(id) ?? []).filter((notice) => ids.has(notice)).length;
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

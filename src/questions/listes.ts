import { MaillageError } from '../domain/errors.js';
import type { Label } from '../domain/schema.js';
import type { Entite } from '../domain/vue.js';
import type { DocumentStocke } from '../facts/types.js';
import { fold } from '../french/fold.js';
import { axesDesActions, listerActions } from './actions.js';
import type { Contexte } from './contexte.js';
import { couverture } from './couverture.js';
import { TYPES_TERRITOIRES } from './fiches/territoire.js';
import type {
  Entree,
  FiltresActions,
  FiltresTerritoires,
  Liste,
  Pagination,
} from './fiches/types.js';
import { nombre, reference, texte } from './references.js';
import { resolveId } from './resolve.js';
import { restreindre } from './restreindre.js';
import type { ResultatAction } from './types.js';

const TAILLE = 20;
const TAILLE_MAX = 200;

/** One page of a list, with its exact total and what it rests on. */
export function paginer<T>(
  contexte: Contexte,
  tous: readonly T[],
  { page = 1, taille = TAILLE }: Pagination = {},
): Liste<T> {
  verifierPage({ page, taille });
  return {
    total: tous.length,
    page,
    taille,
    resultats: tous.slice((page - 1) * taille, page * taille),
    couverture: couverture(contexte),
  };
}

/** @throws MaillageError `usage` when a page or its size cannot be */
export function verifierPage({ page, taille }: Required<Pagination>): void {
  if (page < 1 || taille < 1 || taille > TAILLE_MAX) {
    throw new MaillageError(
      'usage',
      `Page ${page} de ${taille} éléments : demande impossible.`,
      `Donnez une page à partir de 1 et une taille de 1 à ${TAILLE_MAX}.`,
    );
  }
}

/** Actions in the order of their programme, filtered, with the facets of what is kept. */
export async function listeActions(
  contexte: Contexte,
  filtres: FiltresActions = {},
  pagination?: Pagination,
): Promise<Liste<ResultatAction>> {
  const un = (brut: string | undefined, type: Label) =>
    brut === undefined ? undefined : [reference(contexte, resolveId(contexte, brut, [type]))];
  const dispositifs = un(filtres.dispositif, 'Dispositif');
  const themes = un(filtres.theme, 'Theme');
  const publics = un(filtres.public, 'Public');
  const { actions } = await restreindre(contexte, {
    intention: 'actions',
    ...(dispositifs === undefined ? {} : { dispositifs }),
    ...(themes === undefined ? {} : { themes }),
    ...(publics === undefined ? {} : { publics }),
    ...(filtres.format === undefined ? {} : { format: filtres.format }),
    ...(filtres.q === undefined ? {} : { mots: filtres.q }),
  });
  const axes = axesDesActions(contexte);
  const gardees = contexte.tous('Action').filter((a) => {
    const axe = axes.get(a.id) ?? '';
    const memeAxe =
      filtres.axe === undefined ||
      axe === filtres.axe ||
      texte(a, 'axe') === filtres.axe ||
      contexte.entites([axe]).get(axe)?.libelle === filtres.axe;
    const memeAnnee = filtres.annee === undefined || nombre(a, 'annee') === filtres.annee;
    return memeAxe && memeAnnee && (actions?.has(a.id) ?? true);
  });
  const tous = listerActions(
    contexte,
    gardees.map((a) => a.id),
  );
  return { ...paginer(contexte, tous, pagination), facettes: facettes(tous) };
}

function facettes(actions: readonly ResultatAction[]): Record<string, Record<string, number>> {
  const compter = (valeur: (a: ResultatAction) => string | number | null) => {
    const comptes: Record<string, number> = {};
    for (const action of actions) {
      const v = valeur(action);
      if (v !== null) comptes[v] = (comptes[v] ?? 0) + 1;
    }
    return comptes;
  };
  return {
    annee: compter((a) => a.annee),
    axe: compter((a) => a.axe),
    format: compter((a) => a.format),
  };
}

/** Dispositifs, those that most actions mobilise first. */
export function listeDispositifs(contexte: Contexte, pagination?: Pagination): Liste<Entree> {
  const actions = compterActions(contexte, 'MOBILISE', 'vers');
  const entrees = contexte
    .tous('Dispositif')
    .map((d) => entree(contexte, d, texte(d, 'sigle'), actions.get(d.id)?.size ?? 0));
  return paginer(contexte, entrees.sort(parActions), pagination);
}

/** People and organisations, those that take part in most actions first. */
export function listeIntervenants(
  contexte: Contexte,
  filtres: { readonly q?: string } = {},
  pagination?: Pagination,
): Liste<Entree> {
  const actions = compterActions(contexte, 'INTERVIENT_DANS', 'de');
  const entrees = [...contexte.tous('Personne'), ...contexte.tous('Organisme')]
    .filter((e) => actions.has(e.id) && nomContient(e, filtres.q))
    .map((e) =>
      entree(contexte, e, texte(e, 'fonction') ?? texte(e, 'sigle'), actions.get(e.id)?.size ?? 0),
    );
  return paginer(contexte, entrees.sort(parActions), pagination);
}

/** Territories of the base by type, those that most actions name first, then by name. */
export function listeTerritoires(
  contexte: Contexte,
  filtres: FiltresTerritoires = {},
  pagination?: Pagination,
): Liste<Entree> {
  const types = filtres.type === undefined ? TYPES_TERRITOIRES : [filtres.type];
  const actions = compterActions(contexte, 'TOUCHE', 'vers');
  const entrees = types.flatMap((type) =>
    contexte
      .tous(type)
      .filter((e) => nomContient(e, filtres.q))
      .map((e) =>
        entree(
          contexte,
          e,
          texte(e, 'nature') ?? texte(e, 'insee') ?? texte(e, 'code'),
          actions.get(e.id)?.size ?? 0,
        ),
      )
      .sort(parActions),
  );
  return paginer(contexte, entrees, pagination);
}

/** Programmes, the latest first. */
export function listeProgrammes(contexte: Contexte, pagination?: Pagination): Liste<Entree> {
  const programmes = [...contexte.tous('Programme')].sort(
    (a, b) => (nombre(b, 'annee') ?? 0) - (nombre(a, 'annee') ?? 0),
  );
  const totaux = actionsByProgramme(contexte);
  const entrees = programmes.map((p) => {
    const annee = nombre(p, 'annee');
    return entree(contexte, p, annee === null ? null : `${annee}`, totaux.get(p.id) ?? 0);
  });
  return paginer(contexte, entrees, pagination);
}

/** Actions of each programme, by its parts or directly: two centres may have a programme of the same year. */
function actionsByProgramme(contexte: Contexte): Map<string, number> {
  const comprend = contexte.faits.relations({ type: 'COMPREND' });
  const programmeOf = new Map(
    comprend.flatMap((r) => (r.de.startsWith('programme:') ? [[r.vers, r.de] as const] : [])),
  );
  const totaux = new Map<string, number>();
  for (const { de, vers } of comprend) {
    if (!vers.startsWith('action:')) continue;
    const programme = de.startsWith('programme:') ? de : programmeOf.get(de);
    if (programme !== undefined) totaux.set(programme, (totaux.get(programme) ?? 0) + 1);
  }
  return totaux;
}

export function listeDocuments(contexte: Contexte, pagination?: Pagination): Liste<DocumentStocke> {
  return paginer(contexte, contexte.faits.documents(), pagination);
}

function entree(
  contexte: Contexte,
  { id }: Entite,
  detail: string | null,
  actions: number | null,
): Entree {
  return { ...reference(contexte, id), detail, actions };
}

function parActions(a: Entree, b: Entree): number {
  return (b.actions ?? 0) - (a.actions ?? 0) || a.libelle.localeCompare(b.libelle, 'fr');
}

function nomContient(entite: Entite, q: string | undefined): boolean {
  if (q === undefined || q.trim() === '') return true;
  const cherche = fold(q.trim());
  const noms = [entite.libelle, texte(entite, 'sigle'), ...anciens(entite)];
  return noms.some((n) => n !== null && fold(n).includes(cherche));
}

function anciens({ proprietes: { anciensNoms } }: Entite): string[] {
  return Array.isArray(anciensNoms) ? anciensNoms.map(String) : [];
}

/** Distinct actions of each entity at one end of a relation. */
function compterActions(
  contexte: Contexte,
  type: 'MOBILISE' | 'INTERVIENT_DANS' | 'TOUCHE',
  bout: 'de' | 'vers',
): ReadonlyMap<string, ReadonlySet<string>> {
  return contexte.une(`actions par ${type}`, () => {
    const comptes = new Map<string, Set<string>>();
    for (const r of contexte.faits.relations({ type })) {
      const actions = comptes.get(r[bout]) ?? new Set();
      comptes.set(r[bout], actions.add(bout === 'de' ? r.vers : r.de));
    }
    return comptes;
  });
}

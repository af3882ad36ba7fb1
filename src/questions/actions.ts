import { urlEntite } from '../domain/urls.js';
import type { Entite } from '../domain/vue.js';
import { lireFaits } from './chaines.js';
import type { Contexte } from './contexte.js';
import { preuvesSituees } from './preuves.js';
import { nombre, texte } from './references.js';
import type { PreuveSituee, ResultatAction } from './types.js';

/** An action and its rank in its programme. */
interface Rang {
  readonly annee: number;
  readonly ordinal: number;
  readonly numero: number;
}

/** Where each action stands: its axe, and the axe's rank. One read of the relations for the whole base. */
export function axesDesActions(contexte: Contexte): ReadonlyMap<string, string> {
  return contexte.une('axes des actions', () => {
    const relations = contexte.faits.relations({ type: 'COMPREND' });
    return new Map(
      relations.filter((r) => r.vers.startsWith('action:')).map((r) => [r.vers, r.de]),
    );
  });
}

/** An action as answers list it. `preuves` are those of its title unless others are given. */
export function resultatAction(
  contexte: Contexte,
  entite: Entite,
  preuves: readonly PreuveSituee[],
): ResultatAction {
  const axe = axesDesActions(contexte).get(entite.id);
  const titreAxe = axe === undefined ? undefined : contexte.entites([axe]).get(axe)?.libelle;
  return {
    type: 'Action',
    id: entite.id,
    titre: entite.libelle,
    axe: titreAxe ?? texte(entite, 'axe'),
    numero: nombre(entite, 'numero'),
    annee: nombre(entite, 'annee'),
    format: texte(entite, 'format'),
    periode: texte(entite, 'periode'),
    preuves,
    url: urlEntite(entite.id) ?? '',
  };
}

/** Actions as lists show them, in the order of their programme, each proved by the passage of its title. */
export function listerActions(contexte: Contexte, ids: Iterable<string>): ResultatAction[] {
  const entites = [...contexte.entites(ids).values()].filter((e) => e.type === 'Action');
  const preuves = preuvesDuTitre(contexte, entites);
  return entites
    .sort(ordreProgramme(contexte))
    .map((e) => resultatAction(contexte, e, preuves.get(e.id) ?? []));
}

function preuvesDuTitre(
  contexte: Contexte,
  entites: readonly Entite[],
): ReadonlyMap<string, readonly PreuveSituee[]> {
  const faits = lireFaits(
    contexte,
    entites.flatMap((e) => e.faits),
  );
  return new Map(
    entites.map((e) => {
      const titres = e.faits.flatMap((id) => {
        const fait = faits.get(id);
        return fait?.predicat === 'titre' ? [fait] : [];
      });
      return [e.id, preuvesSituees(contexte, titres)];
    }),
  );
}

/** Order of a programme: latest year first, then axe, then number. */
export function ordreProgramme(contexte: Contexte): (a: Entite, b: Entite) => number {
  const rangs = new Map<string, Rang>();
  const rang = (entite: Entite): Rang => {
    const connu = rangs.get(entite.id) ?? rangDe(contexte, entite);
    rangs.set(entite.id, connu);
    return connu;
  };
  return (a, b) => {
    const [x, y] = [rang(a), rang(b)];
    return (
      y.annee - x.annee ||
      x.ordinal - y.ordinal ||
      x.numero - y.numero ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
    );
  };
}

function rangDe(contexte: Contexte, entite: Entite): Rang {
  const axe = axesDesActions(contexte).get(entite.id);
  const entiteAxe = axe === undefined ? undefined : contexte.entites([axe]).get(axe);
  return {
    annee: nombre(entite, 'annee') ?? 0,
    ordinal: nombre(entiteAxe, 'ordinal') ?? Number.MAX_SAFE_INTEGER,
    numero: nombre(entite, 'numero') ?? Number.MAX_SAFE_INTEGER,
  };
}

/**
 * True of one who takes part in more than half of all actions: the producer of a programme takes
 * part in nearly all of it, which links everything and tells nothing apart.
 */
export function prendPartPartout(contexte: Contexte, intervenant: string): boolean {
  const toutes = contexte.une('nombre d’actions', () => contexte.tous('Action').length);
  const siennes = contexte.une('actions par intervenant', () => {
    const parIntervenant = new Map<string, Set<string>>();
    for (const { de, vers } of contexte.faits.relations({ type: 'INTERVIENT_DANS' })) {
      parIntervenant.set(de, (parIntervenant.get(de) ?? new Set()).add(vers));
    }
    return parIntervenant;
  });
  return (siennes.get(intervenant)?.size ?? 0) * 2 > toutes;
}

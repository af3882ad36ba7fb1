import type { TypeRelation } from '../domain/schema.js';
import type { Entite, Relation } from '../domain/vue.js';
import type { FacettesDocument } from './port.js';

/** What stands around an entity: names that help to find it, and its facets. */
export interface Voisinage {
  /** Names of the things it is linked to, those that help to find it. */
  nomsLies(id: string): string[];
  facettes(entite: Entite): FacettesDocument;
}

/**
 * From a thing, the relations whose other end helps to find it. Not the reverse of all of them: the
 * card of a commune is not an answer to the name of each thing that takes place there.
 */
const UTILES: Readonly<Record<string, readonly TypeRelation[]>> = {
  Action: ['TOUCHE', 'MOBILISE', 'S_ADRESSE_A', 'TRAITE_DE', 'INTERVIENT_DANS', 'COMPREND'],
  Publication: ['TRAITE_DE', 'ISSUE_DE', 'COMPREND'],
  Notice: ['TRAITE_DE', 'DOCUMENTE'],
  Service: ['COMPREND'],
  Dispositif: ['DEPLOYE_A'],
  Quartier: ['SITUE_DANS'],
  Personne: ['MEMBRE_DE'],
};

/** Ends of these relations are the start of an action's or a publication's link, not its arrival. */
const A_REBOURS: ReadonlySet<TypeRelation> = new Set(['INTERVIENT_DANS', 'COMPREND']);

/** Reads the relations once. */
export function voisinage(entites: readonly Entite[], relations: Iterable<Relation>): Voisinage {
  const parId = new Map(entites.map((e) => [e.id, e]));
  const liens = new Map<string, Map<TypeRelation, Set<string>>>();
  for (const r of relations) {
    const [de, vers] = A_REBOURS.has(r.type) ? [r.vers, r.de] : [r.de, r.vers];
    const parType = liens.get(de) ?? new Map<TypeRelation, Set<string>>();
    parType.set(r.type, (parType.get(r.type) ?? new Set()).add(vers));
    liens.set(de, parType);
  }
  const lies = (id: string, type: TypeRelation): Entite[] =>
    [...(liens.get(id)?.get(type) ?? [])].flatMap((autre) => parId.get(autre) ?? []);
  return {
    nomsLies: (id) => {
      const utiles = UTILES[parId.get(id)?.type ?? ''] ?? [];
      return [...new Set(utiles.flatMap((type) => lies(id, type).flatMap(noms)))].sort(comparer);
    },
    facettes: (entite) => facettes(entite, lies),
  };
}

function facettes(
  entite: Entite,
  lies: (id: string, type: TypeRelation) => Entite[],
): FacettesDocument {
  const { id, type, proprietes } = entite;
  const touches = type === 'Action' ? lies(id, 'TOUCHE') : [entite];
  const quartiers = touches
    .filter((t) => t.type === 'Quartier')
    .flatMap((q) => lies(q.id, 'SITUE_DANS'));
  const communes = [...touches, ...quartiers, ...lies(id, 'DOCUMENTE')];
  const dispositifs = [...lies(id, 'MOBILISE'), ...lies(id, 'DOCUMENTE'), entite];
  const axe = type === 'Axe' ? entite : lies(id, 'COMPREND').find((e) => e.type === 'Axe');
  const annee = proprietes.annee;
  return {
    ...(typeof annee === 'number' ? { annee } : {}),
    ...(axe === undefined ? {} : { axe: axe.libelle }),
    ...facette(
      'commune',
      communes.filter((c) => c.type === 'Commune').map((c) => c.libelle),
    ),
    ...facette('dispositif', dispositifs.filter((d) => d.type === 'Dispositif').map(court)),
    ...facette(
      'public',
      [entite, ...lies(id, 'S_ADRESSE_A')].filter((p) => p.type === 'Public').map((p) => p.libelle),
    ),
    ...facette(
      'theme',
      [entite, ...lies(id, 'TRAITE_DE'), ...lies(id, 'DOCUMENTE')]
        .filter((t) => t.type === 'Theme')
        .map((t) => t.libelle),
    ),
  };
}

function facette(
  nom: 'commune' | 'dispositif' | 'public' | 'theme',
  valeurs: readonly string[],
): FacettesDocument {
  return valeurs.length === 0 ? {} : { [nom]: [...new Set(valeurs)].sort(comparer) };
}

/** The name that a facet shows: the sigle when there is one. */
function court(entite: Entite): string {
  const { sigle } = entite.proprietes;
  return typeof sigle === 'string' && sigle !== '' ? sigle : entite.libelle;
}

function noms(entite: Entite): string[] {
  return [...new Set([entite.libelle, court(entite)])];
}

function comparer(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

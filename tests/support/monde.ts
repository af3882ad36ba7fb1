import type { Valeur } from '../../src/domain/fait.js';
import {
  definitionRelation,
  LABELS,
  type Label,
  labelDe,
  type TypeRelation,
} from '../../src/domain/schema.js';
import type { Entite, Relation } from '../../src/domain/vue.js';
import type { ChangementsGraphe } from '../../src/graph/port.js';

type Scalaires = Readonly<Record<string, string | number | boolean>>;

/** `['action:a', 'MOBILISE', 'dispositif:pre', { exclusif: true }]` */
export type Lien = readonly [de: string, type: TypeRelation, vers: string, proprietes?: Scalaires];

/** What a world says of an entity or of a relation when the test does not. */
const PAR_DEFAUT: {
  readonly entites: Partial<Record<Label, Readonly<Record<string, Valeur>>>>;
  readonly liens: Partial<Record<TypeRelation, Scalaires>>;
} = {
  entites: { Action: { annee: 2012, pages: [1] } },
  liens: {
    TOUCHE: { origine: 'champ' },
    MOBILISE: { role: 'objet' },
    MEMBRE_DE: { debut: 2000, fin: 2020 },
    DEPLOYE_A: { debut: 2012, fin: 2012 },
  },
};

export interface Monde {
  readonly entites: readonly Entite[];
  readonly relations: readonly Relation[];
}

/**
 * A small world: its relations, and the entities at their ends with their defaults.
 * `entites` says more of some of them, or adds ones without a relation.
 */
export function monde(
  liens: readonly Lien[],
  entites: Readonly<Record<string, Readonly<Record<string, Valeur>>>> = {},
): Monde {
  const ids = new Set([...liens.flatMap(([de, , vers]) => [de, vers]), ...Object.keys(entites)]);
  return {
    entites: [...ids].sort().map((id) => entite(id, entites[id])),
    relations: liens.map((l) => relation(...l)),
  };
}

export function entite(id: string, proprietes: Readonly<Record<string, Valeur>> = {}): Entite {
  const type = labelDe(id);
  const nom = id.slice(id.indexOf(':') + 1);
  const toutes = { [LABELS[type].libelle]: nom, ...PAR_DEFAUT.entites[type], ...proprietes };
  const libelle = String(toutes[LABELS[type].libelle]);
  return { type, id, libelle, proprietes: toutes, faits: [`fait:${id}`] };
}

/** Its one fact is named after it: `fait:action:a TOUCHE commune:x`. */
export function relation(
  de: string,
  type: TypeRelation,
  vers: string,
  proprietes: Scalaires = {},
): Relation {
  const toutes = { ...PAR_DEFAUT.liens[type], ...proprietes };
  const cle = definitionRelation(type).cle.map((nom) => toutes[nom] ?? '');
  const id = [de, type, vers, ...cle].join(' ').trim();
  return { id, type, de, vers, proprietes: toutes, faits: [`fait:${de} ${type} ${vers}`] };
}

/** The whole world as a projection at a sequence. */
export function complet({ entites, relations }: Monde, sequence = 1): ChangementsGraphe {
  return {
    sequence,
    complet: true,
    entites,
    relations,
    entitesRetirees: [],
    relationsRetirees: [],
  };
}

/** What to apply to go from a world to another. */
export function difference(avant: Monde, apres: Monde, sequence = 2): ChangementsGraphe {
  return {
    sequence,
    complet: false,
    entites: changes(avant.entites, apres.entites),
    relations: changes(avant.relations, apres.relations),
    entitesRetirees: gone(avant.entites, apres.entites).map(({ id }) => id),
    relationsRetirees: gone(avant.relations, apres.relations),
  };
}

type Identifie = { readonly id: string };

function changes<T extends Identifie>(avant: readonly T[], apres: readonly T[]): T[] {
  const anciens = new Map(avant.map((chose) => [chose.id, JSON.stringify(chose)]));
  return apres.filter((chose) => anciens.get(chose.id) !== JSON.stringify(chose));
}

function gone<T extends Identifie>(avant: readonly T[], apres: readonly T[]): T[] {
  const restants = new Set(apres.map(({ id }) => id));
  return avant.filter(({ id }) => !restants.has(id));
}

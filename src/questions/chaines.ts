import type { Fait, Statut } from '../domain/fait.js';
import { definitionRelation, estRelation } from '../domain/schema.js';
import type { Contexte } from './contexte.js';
import { phraseDe } from './phrases.js';
import { preuvesSituees } from './preuves.js';
import { reference } from './references.js';
import type { Maillon } from './types.js';

/** A hop as the queries give it: hop i is `(de[i])-[:relations[i]]->(vers[i])`, proved by `faitsMaillons[i]`. */
export interface Chaine {
  readonly relations: readonly string[];
  readonly de: readonly string[];
  readonly vers: readonly string[];
  readonly faitsMaillons: readonly (readonly string[])[];
}

/** A relation with the facts that draw it. */
export interface Tracee {
  readonly type: string;
  readonly de: string;
  readonly vers: string;
  readonly faits: readonly Fait[];
}

/** How a fact is known, best first: a hop shows the best of its facts. */
const STATUTS: readonly Statut[] = ['valide', 'dit', 'reference', 'deduit'];

/** The facts named by ids, by id: one read for a whole answer. */
export function lireFaits(contexte: Contexte, ids: Iterable<string>): Map<string, Fait> {
  return new Map(contexte.faits.faits([...new Set(ids)]).map((fait) => [fait.id, fait]));
}

/** The hops of a chain, from the action to the territory. */
export function maillons(
  contexte: Contexte,
  chaine: Chaine,
  faits: ReadonlyMap<string, Fait>,
): Maillon[] {
  return chaine.relations.map((type, i) =>
    maillon(contexte, {
      type,
      de: chaine.de[i] ?? '',
      vers: chaine.vers[i] ?? '',
      faits: (chaine.faitsMaillons[i] ?? []).flatMap((id) => faits.get(id) ?? []),
    }),
  );
}

/** A relation as a hop: its ends, its facts, its passages and its sentence. */
export function maillon(contexte: Contexte, { type, de, vers, faits }: Tracee): Maillon {
  const proprietes = proprietesDe(type, faits);
  return {
    de: reference(contexte, de),
    relation: type,
    vers: reference(contexte, vers),
    proprietes,
    statut: STATUTS.find((s) => faits.some((f) => f.statut === s)) ?? 'deduit',
    faits: faits.map((f) => f.id),
    preuves: preuvesSituees(contexte, faits),
    phrase: phraseDe(contexte, { type, de, vers, proprietes }),
  };
}

/** What the facts of a relation say of it; where two differ, the model's preference, else the first. */
function proprietesDe(
  type: string,
  faits: readonly Fait[],
): Record<string, string | number | boolean> {
  const preferences = estRelation(type) ? (definitionRelation(type).preference ?? {}) : {};
  const proprietes: Record<string, string | number | boolean> = {};
  for (const [nom, valeur] of faits.flatMap((f) => Object.entries(f.proprietes ?? {}))) {
    const actuelle = proprietes[nom];
    if (
      actuelle === undefined ||
      rang(preferences[nom], valeur) < rang(preferences[nom], actuelle)
    ) {
      proprietes[nom] = valeur;
    }
  }
  return proprietes;
}

function rang(ordre: readonly string[] | undefined, valeur: unknown): number {
  const place = ordre?.indexOf(String(valeur)) ?? -1;
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

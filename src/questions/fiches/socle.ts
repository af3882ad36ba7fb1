import type { Label, TypeRelation } from '../../domain/schema.js';
import { urlEntite } from '../../domain/urls.js';
import type { Entite, Relation } from '../../domain/vue.js';
import { lireFaits, maillon } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { couverture } from '../couverture.js';
import { preuvesSituees } from '../preuves.js';
import { resolveEntite } from '../resolve.js';
import type { Maillon } from '../types.js';
import type { Champ, Fiche } from './types.js';

/** A relation of the entity of a card, with its other end, ready to be grouped. */
export interface Voisine {
  readonly relation: Relation;
  readonly maillon: Maillon;
}

/** An entity with its relations both ways, read in three look-ups. */
export interface Socle {
  readonly entite: Entite;
  readonly fiche: Fiche;
  readonly sortantes: readonly Voisine[];
  readonly entrantes: readonly Voisine[];
}

/** The entity of an id, its properties with their proofs, and its relations. */
export function lireSocle(contexte: Contexte, brut: string, types: readonly Label[]): Socle {
  const entite = resolveEntite(contexte, brut, types);
  const sortantes = contexte.faits.relations({ de: entite.id });
  // thousands of records may be about one commune: they are listed apart
  const entrantes = contexte.faits.relations({ vers: entite.id, horsNotices: true });
  const voisines = voisinesDe(contexte, [...sortantes, ...entrantes]);
  return {
    entite,
    fiche: {
      type: entite.type,
      id: entite.id,
      titre: entite.libelle,
      url: urlEntite(entite.id),
      champs: champs(contexte, entite),
      couverture: couverture(contexte),
    },
    sortantes: voisines.slice(0, sortantes.length),
    entrantes: voisines.slice(sortantes.length),
  };
}

/** Relations as hops: their facts and the entities at their ends are read once for all. */
function voisinesDe(contexte: Contexte, relations: readonly Relation[]): Voisine[] {
  contexte.entites(relations.flatMap((r) => [r.de, r.vers]));
  const faits = lireFaits(
    contexte,
    relations.flatMap((r) => r.faits),
  );
  return relations.map((relation) => ({
    relation,
    maillon: maillon(contexte, {
      ...relation,
      faits: relation.faits.flatMap((id) => faits.get(id) ?? []),
    }),
  }));
}

/** The relations from one entity to another, as hops. */
export function liensEntre(contexte: Contexte, de: string, vers: string): Maillon[] {
  return voisinesDe(contexte, contexte.faits.relations({ de, vers })).map((v) => v.maillon);
}

/** The hops of one or several types, in the order of their other end's name. */
export function deType(voisines: readonly Voisine[], ...types: TypeRelation[]): Maillon[] {
  return voisines
    .filter((v) => types.includes(v.relation.type))
    .map((v) => v.maillon)
    .sort((a, b) => cle(a).localeCompare(cle(b), 'fr'));
}

function cle({ de, vers, proprietes }: Maillon): string {
  return `${vers.libelle} ${de.libelle} ${proprietes.debut ?? ''} ${proprietes.role ?? ''}`;
}

/** Each property as its facts say it: several facts of one value are one field with several proofs. */
function champs(contexte: Contexte, entite: Entite): Champ[] {
  const faits = [...lireFaits(contexte, entite.faits).values()].filter(
    (f) => f.objet === undefined,
  );
  return Object.entries(entite.proprietes).map(([nom, valeur]) => {
    const siens = faits.filter((f) => f.predicat === nom);
    const exacts = siens.filter((f) => JSON.stringify(f.valeur) === JSON.stringify(valeur));
    const retenus = exacts.length > 0 ? exacts : siens;
    return {
      nom,
      valeur,
      statut: retenus[0]?.statut ?? 'deduit',
      faits: retenus.map((f) => f.id),
      preuves: preuvesSituees(contexte, retenus),
    };
  });
}

import { localId } from '../domain/ids.js';
import { labelDe } from '../domain/schema.js';
import { urlEntite } from '../domain/urls.js';
import type { Entite } from '../domain/vue.js';
import { type Contexte, estIdConnu } from './contexte.js';
import type { Reference } from './types.js';

/** What names an entity: from the base, else from the seeds, else its id. */
export function reference(contexte: Contexte, id: string): Reference {
  const entite = contexte.entites([id]).get(id);
  const type = estIdConnu(id) ? labelDe(id) : 'Document';
  return { type, id, libelle: entite?.libelle ?? nomSeed(contexte, id), url: urlEntite(id) };
}

/** Several at once, by id. */
export function references(contexte: Contexte, ids: Iterable<string>): Map<string, Reference> {
  const uniques = [...new Set(ids)];
  contexte.entites(uniques);
  return new Map(uniques.map((id) => [id, reference(contexte, id)]));
}

/** The short name of an entity in a sentence: the sigle of a dispositif or an organisme, else its name. */
export function nomCourt(contexte: Contexte, id: string): string {
  const entite = contexte.entites([id]).get(id);
  const sigle = texte(entite, 'sigle') ?? sigleSeed(contexte, id);
  return sigle ?? entite?.libelle ?? nomSeed(contexte, id);
}

/** A text property of an entity, null when it has none. */
export function texte(entite: Entite | undefined, propriete: string): string | null {
  const valeur = entite?.proprietes[propriete];
  return typeof valeur === 'string' && valeur !== '' ? valeur : null;
}

/** A number property of an entity, null when it has none. */
export function nombre(entite: Entite | undefined, propriete: string): number | null {
  const valeur = entite?.proprietes[propriete];
  return typeof valeur === 'number' ? valeur : null;
}

function sigleSeed({ gazetteer }: Contexte, id: string): string | null {
  return gazetteer.referentiels.dispositifs.find((d) => d.id === id)?.sigle ?? null;
}

function nomSeed(contexte: Contexte, id: string): string {
  return contexte.une('noms des referentiels', () => nomsSeeds(contexte)).get(id) ?? localId(id);
}

function nomsSeeds({ gazetteer }: Contexte): ReadonlyMap<string, string> {
  const { referentiels: r } = gazetteer;
  const listes = [
    r.communes,
    r.departements,
    r.intercommunalites,
    r.quartiers,
    r.dispositifs,
    r.themes,
    r.publics,
    r.organismes,
  ];
  return new Map(listes.flatMap((liste) => liste.map((e): [string, string] => [e.id, e.nom])));
}

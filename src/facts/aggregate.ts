import type { Fait, Statut, Valeur } from '../domain/fait.js';
import type { TypeRelation } from '../domain/schema.js';
import { definitionLabel, definitionRelation, estRelation, labelDe } from '../domain/schema.js';
import type { Entite, Relation } from '../domain/vue.js';

type Scalaire = string | number | boolean;

const RANG: Readonly<Record<Statut, number>> = { valide: 0, dit: 1, deduit: 2, reference: 3 };

/**
 * Order in which facts that disagree are believed: a person, a document, a deduction, a seed; what a record
 * says of its own before what another of the same work does; then by id.
 */
export function compareFaits(a: Fait, b: Fait): number {
  return (
    RANG[a.statut] - RANG[b.statut] ||
    compareTexts(joinedFrom(a), joinedFrom(b)) ||
    compareTexts(a.id, b.id)
  );
}

/** The record that says it, where it was joined to another; empty else. */
function joinedFrom({ objet, proprietes }: Fait): string {
  return objet === undefined ? String(proprietes?.notice ?? '') : '';
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The entity that facts about one subject describe. Facts whose predicate is no property of
 * its label are ignored. Undefined when none remains or when nothing names it.
 */
export function aggregateEntite(id: string, faits: readonly Fait[]): Entite | undefined {
  const type = labelDe(id);
  const { proprietes: permises, libelle: nomLibelle, preference, reunies } = definitionLabel(type);
  const retenus = faits.filter((f) => f.sujet === id && Object.hasOwn(permises, f.predicat));
  const proprietes: Record<string, Valeur> = {};
  for (const fait of [...retenus].sort(compareFaits)) {
    if (fait.valeur !== undefined && proprietes[fait.predicat] === undefined) {
      proprietes[fait.predicat] = fait.valeur;
    }
  }
  for (const [nom, valeurs] of Object.entries(preference ?? {})) {
    const dites = retenus.filter((f) => f.predicat === nom);
    if (dites.some((f) => f.statut === 'valide')) continue;
    const preferee = valeurs.find((v) => dites.some((f) => f.valeur === v));
    if (preferee !== undefined) proprietes[nom] = preferee;
  }
  for (const nom of reunies ?? []) {
    const listes = retenus.filter((f) => f.predicat === nom).sort(compareFaits);
    if (listes.length > 1) proprietes[nom] = gather(listes);
  }
  const libelle = proprietes[nomLibelle];
  if (libelle === undefined) return undefined;
  const ordonnees = Object.fromEntries(
    Object.keys(permises)
      .filter((nom) => proprietes[nom] !== undefined)
      .map((nom) => [nom, proprietes[nom] as Valeur]),
  );
  return {
    type,
    id,
    libelle: String(libelle),
    proprietes: ordonnees,
    faits: [...new Set(retenus.map((f) => f.id))].sort(),
  };
}

/** The values of several lists, each once; a person's decision stands alone. */
function gather(listes: readonly Fait[]): readonly string[] {
  const decidees = listes.filter((f) => f.statut === 'valide');
  const retenues = decidees.length > 0 ? decidees : listes;
  return [
    ...new Set(retenues.flatMap((f) => (Array.isArray(f.valeur) ? f.valeur.map(String) : []))),
  ];
}

/** Id of the relation that a fact supports: its type, ends and key properties. */
export function idRelation(fait: {
  readonly predicat: string;
  readonly sujet: string;
  readonly objet?: string;
  readonly proprietes?: Readonly<Record<string, Scalaire>>;
}): string {
  const { cle } = definitionRelation(fait.predicat as TypeRelation);
  const valeurs = cle.map((nom) => String(fait.proprietes?.[nom] ?? ''));
  return [fait.predicat, fait.sujet, fait.objet, ...valeurs].join('|');
}

/** The relations that facts support: same ends and same key properties make one, with several proofs. Sorted by id. */
export function aggregateRelations(faits: readonly Fait[]): Relation[] {
  const groupes = new Map<string, Fait[]>();
  for (const fait of faits) {
    if (fait.objet === undefined || !estRelation(fait.predicat)) continue;
    const id = idRelation(fait);
    const groupe = groupes.get(id);
    if (groupe === undefined) groupes.set(id, [fait]);
    else groupe.push(fait);
  }
  return [...groupes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, groupe]) => aggregateRelation(id, groupe));
}

function aggregateRelation(id: string, groupe: readonly Fait[]): Relation {
  const ordonnes = [...groupe].sort(compareFaits);
  const [premier] = ordonnes;
  if (premier?.objet === undefined) throw new Error(`Relation sans fait : ${id}`);
  const type = premier.predicat as TypeRelation;
  const { proprietes: permises, preference } = definitionRelation(type);
  const proprietes: Record<string, Scalaire> = {};
  for (const nom of Object.keys(permises)) {
    const valeurs = ordonnes.flatMap((f) => f.proprietes?.[nom] ?? []);
    const preferee = preference?.[nom]?.find((v) => valeurs.includes(v));
    const valeur = preferee ?? valeurs[0];
    if (valeur !== undefined) proprietes[nom] = valeur;
  }
  const ids = [...new Set(groupe.map((f) => f.id))].sort();
  return { id, type, de: premier.sujet, vers: premier.objet, proprietes, faits: ids };
}

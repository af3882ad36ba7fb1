import { LABELS, type Label, RELATIONS, type TypePropriete } from '../../domain/schema.js';
import { urlEntite } from '../../domain/urls.js';
import type { Entite, Relation } from '../../domain/vue.js';
import type { FactsReader } from '../../facts/reader.js';

/** What a graph file holds: every node, then every edge, each once and in the order of the canonical export. */
export interface Graphe {
  readonly noeuds: () => Generator<Entite>;
  readonly aretes: () => Generator<Relation>;
}

/** A column of nodes or edges, of one type in the whole file. */
export interface Attribut {
  readonly nom: string;
  readonly type: 'texte' | 'entier' | 'booleen';
}

/** The graph of the base; with `ids`, these things, what one relation ties them to, and those relations. */
export function grapheDe(facts: FactsReader, ids?: readonly string[]): Graphe {
  if (ids === undefined) {
    return {
      *noeuds() {
        for (const label of labels()) yield* facts.fluxEntites(label);
      },
      *aretes() {
        const presents = new Set<string>();
        for (const label of labels())
          for (const { id } of facts.fluxEntites(label)) presents.add(id);
        for (const r of facts.fluxRelations())
          if (presents.has(r.de) && presents.has(r.vers)) yield r;
      },
    };
  }
  const choisis = new Set(ids);
  const relations = new Map(
    ids.flatMap((id) =>
      [...facts.relations({ de: id }), ...facts.relations({ vers: id })].map((r) => [r.id, r]),
    ),
  );
  for (const { de, vers } of relations.values()) choisis.add(de).add(vers);
  const entites = facts.entitesDe([...choisis].sort());
  const presents = new Set(entites.map((e) => e.id));
  const gardees = [...relations.values()]
    .filter((r) => presents.has(r.de) && presents.has(r.vers))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    *noeuds() {
      yield* entites;
    },
    *aretes() {
      yield* gardees;
    },
  };
}

function labels(): Label[] {
  return (Object.keys(LABELS) as Label[]).sort();
}

/** Columns that any node may have: its kind, its address, then the properties of every label. */
export const ATTRIBUTS_NOEUD: readonly Attribut[] = [
  { nom: 'genre', type: 'texte' },
  { nom: 'adresse', type: 'texte' },
  ...attributs(Object.values(LABELS)),
];

/** Columns that any edge may have: its kind, the facts that prove it, then the properties of every relation. */
export const ATTRIBUTS_ARETE: readonly Attribut[] = [
  { nom: 'genre', type: 'texte' },
  { nom: 'faits', type: 'texte' },
  ...attributs(Object.values(RELATIONS)),
];

/** A property of one name may differ by label: then it is text. */
function attributs(
  definitions: readonly { readonly proprietes: Readonly<Record<string, TypePropriete>> }[],
): Attribut[] {
  const types = new Map<string, Attribut['type']>();
  for (const [nom, type] of definitions.flatMap((d) => Object.entries(d.proprietes))) {
    const simple = type === 'entier' || type === 'booleen' ? type : 'texte';
    types.set(nom, (types.get(nom) ?? simple) === simple ? simple : 'texte');
  }
  return [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([nom, type]) => ({ nom, type }));
}

/** Values of a node's columns, in their order; those that it has not are left out. */
export function valeursNoeud({ id, type, proprietes }: Entite): [Attribut, string][] {
  return valeurs(ATTRIBUTS_NOEUD, { genre: type, adresse: urlEntite(id) ?? '', ...proprietes });
}

/** Values of an edge's columns. */
export function valeursArete({ type, faits, proprietes }: Relation): [Attribut, string][] {
  return valeurs(ATTRIBUTS_ARETE, { genre: type, faits, ...proprietes });
}

function valeurs(
  colonnes: readonly Attribut[],
  donnees: Readonly<Record<string, unknown>>,
): [Attribut, string][] {
  return colonnes.flatMap((colonne): [Attribut, string][] => {
    const valeur = donnees[colonne.nom];
    if (valeur === undefined || valeur === '') return [];
    return [[colonne, Array.isArray(valeur) ? valeur.join(' | ') : String(valeur)]];
  });
}

/** Characters that no XML document may hold (XML 1.0, production 2), lone halves of characters among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const HORS_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** A text as XML holds it, in an element or between the quotes of an attribute. */
export function xml(texte: string): string {
  return texte.replace(HORS_XML, '').replace(/[&<>"\n\r\t]/g, (c) => ENTITES[c] ?? c);
}

import { createHash } from 'node:crypto';
import {
  definitionLabel,
  definitionRelation,
  LABELS,
  type Label,
  RELATIONS,
  type TypePropriete,
  type TypeRelation,
} from '../domain/schema.js';

/** A column of a node or relation table, in the order it is declared. */
export interface Colonne {
  readonly nom: string;
  readonly type: TypePropriete;
}

/** One FROM-TO pair of a relation table: `Action` -> `Commune`. */
export interface Paire {
  readonly de: Label;
  readonly vers: Label;
}

const TYPES_SQL: Readonly<Record<TypePropriete, string>> = {
  texte: 'STRING',
  entier: 'INT64',
  booleen: 'BOOLEAN',
  'texte[]': 'STRING[]',
  'entier[]': 'INT64[]',
};

export const TOUS_LABELS = Object.keys(LABELS) as Label[];
export const TOUTES_RELATIONS = Object.keys(RELATIONS) as TypeRelation[];

/** Type name of a property in the DDL of a typed engine. */
export function typeSql(type: TypePropriete): string {
  return TYPES_SQL[type];
}

/** Columns of a label: its id and its name for a person, its own properties, its facts. */
export function colonnesLabel(label: Label): Colonne[] {
  return [
    { nom: 'id', type: 'texte' },
    { nom: 'libelle', type: 'texte' },
    ...proprietes(definitionLabel(label).proprietes),
    { nom: 'faits', type: 'texte[]' },
  ];
}

/** Columns of a relation type, its two ends excluded: its id, its own properties, its facts. */
export function colonnesRelation(type: TypeRelation): Colonne[] {
  return [
    { nom: 'id', type: 'texte' },
    ...proprietes(definitionRelation(type).proprietes),
    { nom: 'faits', type: 'texte[]' },
  ];
}

/** Every pair of labels that a relation type may join. */
export function pairesRelation(type: TypeRelation): Paire[] {
  const { de, vers } = definitionRelation(type);
  return de.flatMap((d) => vers.map((v) => ({ de: d, vers: v })));
}

/** DDL of an engine that wants its tables before its data, one statement an item. */
export function creationTables(): string[] {
  return [
    ...TOUS_LABELS.map((label) => {
      const colonnes = colonnesLabel(label).map(({ nom, type }) =>
        nom === 'id' ? 'id STRING PRIMARY KEY' : `${nom} ${typeSql(type)}`,
      );
      return `CREATE NODE TABLE ${label}(${colonnes.join(', ')})`;
    }),
    ...TOUTES_RELATIONS.map((type) => {
      const paires = pairesRelation(type).map(({ de, vers }) => `FROM ${de} TO ${vers}`);
      const colonnes = colonnesRelation(type).map((c) => `${c.nom} ${typeSql(c.type)}`);
      return `CREATE REL TABLE ${type}(${[...paires, ...colonnes].join(', ')})`;
    }),
  ];
}

function proprietes(definition: Readonly<Record<string, TypePropriete>>): Colonne[] {
  return Object.entries(definition).map(([nom, type]) => ({ nom, type }));
}

/** Fingerprint of the model this program writes: a graph made for another one is made anew. */
export const MODELE = createHash('sha256')
  .update(creationTables().join('\n'))
  .digest('hex')
  .slice(0, 12);

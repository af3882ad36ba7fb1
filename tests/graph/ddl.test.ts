import { describe, expect, it } from 'vitest';
import { LABELS, RELATIONS } from '../../src/domain/schema.js';
import {
  colonnesLabel,
  colonnesRelation,
  creationTables,
  pairesRelation,
} from '../../src/graph/ddl.js';

describe('creationTables', () => {
  it('makes one table a label and a relation, labels first', () => {
    const tables = creationTables().map((t) => t.replace(/\(.*/s, '').replace(/^CREATE /, ''));
    expect(tables).toEqual([
      ...Object.keys(LABELS).map((label) => `NODE TABLE ${label}`),
      ...Object.keys(RELATIONS).map((type) => `REL TABLE ${type}`),
    ]);
  });

  it('keys a label by its id and gives facts to both', () => {
    expect(creationTables().every((t) => t.includes('faits STRING[]'))).toBe(true);
    expect(creationTables()[0]).toMatch(/^CREATE NODE TABLE Programme\(id STRING PRIMARY KEY, /);
    expect(creationTables().at(-1)).toContain('FROM Notice TO Action, ');
  });
});

describe('colonnes', () => {
  it('gives a label its name for a person beside its own properties', () => {
    expect(colonnesLabel('Theme').map((c) => c.nom)).toEqual(['id', 'libelle', 'nom', 'faits']);
  });

  it('gives a relation its id, its properties and its facts', () => {
    const noms = colonnesRelation('MOBILISE').map((c) => c.nom);
    expect(noms).toEqual(['id', 'role', 'exclusif', 'faits']);
  });

  it('joins every start to every end of a relation', () => {
    expect(pairesRelation('SITUE_DANS')).toHaveLength(4);
    expect(pairesRelation('SITUE_DANS')).toContainEqual({ de: 'Quartier', vers: 'Commune' });
  });
});

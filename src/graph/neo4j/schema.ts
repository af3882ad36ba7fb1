import { definitionLabel } from '../../domain/schema.js';
import { TOUS_LABELS, TOUTES_RELATIONS } from '../ddl.js';

/** A constraint or an index by its name, and the statement that makes it, safe to run again. */
export interface ObjetSchema {
  readonly nom: string;
  readonly instruction: string;
}

/**
 * What the model wants of the server: an id is unique in its label and in its relation type, so that
 * a transaction tried twice cannot duplicate (each constraint makes its index); the questions choose
 * by year wherever there is one.
 */
export function schemaObjects(): ObjetSchema[] {
  const dates = TOUS_LABELS.filter((label) => 'annee' in definitionLabel(label).proprietes);
  return [
    ...['MaillageProjection', ...TOUS_LABELS].map((label) =>
      constraint(`id_${label}`, `(n:${label}) REQUIRE n.id IS UNIQUE`),
    ),
    ...TOUTES_RELATIONS.map((type) =>
      constraint(`id_${type}`, `()-[r:${type}]-() REQUIRE r.id IS UNIQUE`),
    ),
    ...dates.map((label) => ({
      nom: `annee_${label}`,
      instruction: `CREATE INDEX annee_${label} IF NOT EXISTS FOR (n:${label}) ON (n.annee)`,
    })),
  ];
}

function constraint(nom: string, regle: string): ObjetSchema {
  return { nom, instruction: `CREATE CONSTRAINT ${nom} IF NOT EXISTS FOR ${regle}` };
}

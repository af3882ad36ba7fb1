import { TOUS_LABELS, TOUTES_RELATIONS } from '../ddl.js';

/**
 * Constraints of the model, one statement each, safe to run again: an id is unique in its label and
 * in its relation type, so that a transaction tried twice cannot duplicate; each makes its index.
 */
export function constraints(): string[] {
  return [
    ...['MaillageProjection', ...TOUS_LABELS].map(
      (label) =>
        `CREATE CONSTRAINT id_${label} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
    ),
    ...TOUTES_RELATIONS.map(
      (type) =>
        `CREATE CONSTRAINT id_${type} IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`,
    ),
    'CREATE INDEX annee_Action IF NOT EXISTS FOR (a:Action) ON (a.annee)',
  ];
}

import { MaillageError } from '../domain/errors.js';
import type { TypeRelation } from '../domain/schema.js';
import { definitionLabel, definitionRelation, type Label, labelDe } from '../domain/schema.js';
import type { Entite, Relation } from '../domain/vue.js';
import type { Paire } from './ddl.js';

/** Relations of one type that join the same two labels: what one statement can write. */
export interface GroupeRelations extends Paire {
  readonly type: TypeRelation;
  readonly groupe: readonly Relation[];
}

/** Entities by label, one an id, the last one given. Throws MaillageError `refus` on a property the model does not know. */
export function entitiesByLabel(entites: readonly Entite[]): Map<Label, Entite[]> {
  for (const e of entites) checkProperties(e.id, e.proprietes, definitionLabel(e.type).proprietes);
  return groupBy(uniques(entites), (e) => e.type);
}

/** Relations by type and ends, one an id. Throws MaillageError `refus` on ends or a property the model does not know. */
export function relationsByPair(relations: readonly Relation[]): GroupeRelations[] {
  const groupes = groupBy(
    uniques(relations),
    (r) => `${r.type} ${labelDe(r.de)} ${labelDe(r.vers)}`,
  );
  return [...groupes.values()].flatMap((groupe) => {
    const [premiere] = groupe;
    if (premiere === undefined) return [];
    const { type } = premiere;
    const de = labelDe(premiere.de);
    const vers = labelDe(premiere.vers);
    const definition = definitionRelation(type);
    if (!definition.de.includes(de) || !definition.vers.includes(vers)) throw unknownPair(premiere);
    for (const r of groupe) checkProperties(r.id, r.proprietes, definition.proprietes);
    return [{ type, de, vers, groupe }];
  });
}

/** Things by a key, in the order their first one comes. */
export function groupBy<T, Cle>(choses: readonly T[], cle: (chose: T) => Cle): Map<Cle, T[]> {
  const groupes = new Map<Cle, T[]>();
  for (const chose of choses) {
    const groupe = groupes.get(cle(chose));
    if (groupe === undefined) groupes.set(cle(chose), [chose]);
    else groupe.push(chose);
  }
  return groupes;
}

function uniques<T extends { readonly id: string }>(choses: readonly T[]): T[] {
  return [...new Map(choses.map((chose) => [chose.id, chose])).values()];
}

function checkProperties(id: string, valeurs: object, connues: object): void {
  const inconnue = Object.keys(valeurs).find((nom) => !Object.hasOwn(connues, nom));
  if (inconnue === undefined) return;
  throw new MaillageError(
    'refus',
    `« ${id} » porte une propriété que le modèle ne connaît pas : « ${inconnue} ».`,
    'Déclarez-la dans src/domain/schema.ts, ou corrigez la règle qui l’écrit.',
  );
}

function unknownPair({ type, de, vers }: Relation): MaillageError {
  return new MaillageError(
    'refus',
    `Le modèle ne connaît pas de relation ${type} de « ${de} » vers « ${vers} ».`,
    'Déclarez-la dans src/domain/schema.ts, ou corrigez la règle qui l’écrit.',
  );
}

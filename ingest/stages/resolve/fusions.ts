import type { DecisionDe } from '../../../src/domain/decision.js';

type Lien = DecisionDe<'fusionner'> | DecisionDe<'distinguer'>;

/** Which entities are one, and the decisions that a later one contradicts. */
export interface Fusions {
  /** The entity that an id answers for. */
  entite(id: string): string;
  /** True when a decision in force says that two ids are not one. */
  distingues(a: string, b: string): boolean;
  /** Decisions set aside, with the later one that each contradicts. */
  readonly contredites: ReadonlyMap<string, string>;
}

/**
 * Joins and parts ids by decisions in their order, over what the rules join (`automatiques`: id -> entity),
 * which gives way to any decision. The last decision wins: going back in time, each holds unless it
 * contradicts those already held. Chains and cycles of joins are one entity, under the last name kept.
 */
export function joinIds(
  automatiques: ReadonlyMap<string, string>,
  decisions: readonly Lien[],
): Fusions {
  const { tenues, contredites } = settle(decisions);
  const separes = tenues.filter((d) => d.type === 'distinguer');
  const groupes = new Groupes();
  for (const d of tenues) if (d.type === 'fusionner') groupes.join(d.garder, d.absorber);
  // what the rules join comes last, and only where no decision parts it
  for (const [id, entite] of [...automatiques].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!parts(groupes, separes, id, entite)) groupes.join(entite, id, 'douce');
  }
  return {
    entite: (id) => groupes.name(id),
    distingues: (a, b) => parts(groupes, separes, a, b),
    contredites,
  };
}

/** The decisions that hold together, oldest first. */
function settle(decisions: readonly Lien[]): { tenues: Lien[]; contredites: Map<string, string> } {
  const groupes = new Groupes();
  const separes: DecisionDe<'distinguer'>[] = [];
  const contredites = new Map<string, string>();
  const tenues: Lien[] = [];
  for (const d of [...decisions].reverse()) {
    if (d.type === 'fusionner') {
      const obstacle = parting(groupes, separes, d.garder, d.absorber);
      if (obstacle !== undefined) {
        contredites.set(d.id, obstacle.id);
        continue;
      }
      groupes.join(d.garder, d.absorber, 'dure', d.id);
    } else if (groupes.root(d.a) === groupes.root(d.b)) {
      contredites.set(d.id, groupes.author(d.a));
      continue;
    } else separes.push(d);
    tenues.push(d);
  }
  return { tenues: tenues.reverse(), contredites };
}

function parts(
  groupes: Groupes,
  separes: readonly DecisionDe<'distinguer'>[],
  a: string,
  b: string,
): boolean {
  return parting(groupes, separes, a, b) !== undefined;
}

/** The decision that holds the groups of two ids apart. */
function parting(
  groupes: Groupes,
  separes: readonly DecisionDe<'distinguer'>[],
  a: string,
  b: string,
): DecisionDe<'distinguer'> | undefined {
  const [x, y] = [groupes.root(a), groupes.root(b)];
  return separes.find((d) => {
    const [p, q] = [groupes.root(d.a), groupes.root(d.b)];
    return (p === x && q === y) || (p === y && q === x);
  });
}

/** Sets of ids, each with the name that its last join kept. */
class Groupes {
  readonly #parents = new Map<string, string>();
  readonly #noms = new Map<string, string>();
  readonly #auteurs = new Map<string, string>();

  root(id: string): string {
    let racine = id;
    for (let p = this.#parents.get(racine); p !== undefined; p = this.#parents.get(racine))
      racine = p;
    return racine;
  }

  name(id: string): string {
    const racine = this.root(id);
    return this.#noms.get(racine) ?? racine;
  }

  /** The decision that last joined the group of an id. */
  author(id: string): string {
    return this.#auteurs.get(this.root(id)) ?? '';
  }

  /**
   * Joins two groups under the name of the kept one. Said again of one group, the name kept is the last.
   * A soft join leaves a name that a decision chose.
   */
  join(garde: string, absorbe: string, force: 'dure' | 'douce' = 'dure', auteur = ''): void {
    const [g, a] = [this.root(garde), this.root(absorbe)];
    const nom = g === a ? garde : this.name(garde);
    const choisi = this.#noms.get(a);
    if (g !== a) this.#parents.set(a, g);
    this.#noms.set(g, force === 'douce' ? (this.#noms.get(g) ?? choisi ?? nom) : nom);
    this.#auteurs.set(g, auteur);
  }
}

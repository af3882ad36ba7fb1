import type { Preuve } from '../../../src/domain/fait.js';
import type { Candidat, Mention } from '../../../src/gazetteer/types.js';

/** What an action's territory field says: places by name, the département, some set of places, or there is none. */
export type Champ = 'nommes' | 'departement' | 'ensemble' | 'absent';

/** A place named in a text. */
export interface Lieu {
  readonly candidat: Candidat;
  readonly type: Mention['type'];
  readonly preuves: readonly Preuve[];
}

/** Collects the places an action touches and those it only cites; a place touched is not also cited. */
export class Releve {
  readonly touches = new Map<string, { origine: 'champ' | 'texte'; preuves: Preuve[] }>();
  readonly cites = new Map<string, Preuve[]>();
  /** Communes that a field or the text names only to place a quarter. */
  readonly communesDeQuartiers = new Set<string>();

  touche(lieu: Lieu, origine: 'champ' | 'texte'): void {
    const connu = this.touches.get(lieu.candidat.id);
    if (connu === undefined) {
      this.touches.set(lieu.candidat.id, { origine, preuves: [...lieu.preuves] });
    } else if (connu.origine === origine) connu.preuves.push(...lieu.preuves);
  }

  cite(lieu: Lieu): void {
    this.cites.set(lieu.candidat.id, [
      ...(this.cites.get(lieu.candidat.id) ?? []),
      ...lieu.preuves,
    ]);
  }
}

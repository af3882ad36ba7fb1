import type { Contexte } from '../contexte.js';
import { compter } from '../francais.js';
import { type Mois, periodeDans } from '../mois.js';
import { type Touchees, trier } from '../territoire.js';
import type { ResultatAction } from '../types.js';

/** What months asked make of a list of actions; nothing when none are. */
export interface ParMois {
  readonly demande: boolean;
  /** « , premier semestre », to say after the criteria. */
  readonly quand: string;
  /** Keeps the actions whose period meets the months, those planned all year round last. */
  ordonner(actions: readonly ResultatAction[]): ResultatAction[];
  garder(touchees: Touchees): Touchees;
  /** « Dont 5 prévues toute l'année, en fin de liste. 2 sans période imprimée ne sont pas comptées. » */
  precision(actions: readonly ResultatAction[]): string;
}

/** `periode` is the months as asked, to be said. */
export function parMois(
  contexte: Contexte,
  mois: Mois | null,
  periode: string | undefined,
): ParMois {
  const etat = (a: ResultatAction): ReturnType<typeof periodeDans> => {
    const entite = contexte.entites([a.id]).get(a.id);
    return mois === null || entite === undefined ? 'dedans' : periodeDans(entite, mois);
  };
  const ordonner = (actions: readonly ResultatAction[]): ResultatAction[] =>
    mois === null
      ? [...actions]
      : [
          ...actions.filter((a) => etat(a) === 'dedans'),
          ...actions.filter((a) => etat(a) === 'annee'),
        ];
  return {
    demande: mois !== null,
    quand: mois === null || periode === undefined ? '' : ` (période : ${periode})`,
    ordonner,
    garder: (t) => (mois === null ? t : trier([...ordonner(t.resultats), ...ordonner(t.apart)])),
    precision(actions) {
      if (mois === null) return '';
      const annuelles = actions.filter((a) => etat(a) === 'annee').length;
      const sans = actions.filter((a) => etat(a) === 'inconnue').length;
      const dont = `Dont ${annuelles} ${annuelles === 1 ? 'prévue' : 'prévues'} toute l’année, en fin de liste.`;
      const muettes = `${compter(sans, 'action')} sans période connue ${sans === 1 ? 'n’est pas comptée' : 'ne sont pas comptées'}.`;
      return `${annuelles > 0 ? ` ${dont}` : ''}${sans > 0 ? ` ${muettes}` : ''}`;
    },
  };
}

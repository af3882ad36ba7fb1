import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE, readNumber } from '../../../src/french/nombres.js';
import type { Dit } from './dites.js';

/** How many people took part: the total that is given, or the mean of the sessions. */
export interface Effectif {
  readonly total: Dit<number> | null;
  readonly moyenne: Dit<number> | null;
  readonly approx: boolean;
}

/** The participants that a cell or a field gives; null when it gives none. */
export function participantsInCell(cellule: Bloc): Effectif | null {
  const { texte: plie, carte } = foldWithMap(cellule.texte);
  const somme = sumInCell(plie);
  if (somme !== null)
    return { total: { valeur: somme, bloc: cellule }, moyenne: null, approx: false };
  const m =
    new RegExp(`${NOMBRE}(?= (?:[a-z]+ )?(?:presente?s?|venue?s?|en tout|au total)(?![a-z]))`).exec(
      plie,
    ) ??
    new RegExp(`(?<=(?:total|presents?) ?:? ?)${NOMBRE}`).exec(plie) ??
    new RegExp(NOMBRE).exec(plie);
  const lu = m === null ? null : readNumber(m[0]);
  if (m === null || lu === null) return null;
  const bloc = sliceBloc(cellule, carte[m.index] ?? 0, carte[m.index + m[0].length] ?? 0);
  const moyen = /moyenne|par (?:seance|session|rencontre|atelier)/.test(plie);
  const dit = { valeur: lu.valeur, bloc };
  const approx = lu.approx || isApprox(plie.slice(0, m.index));
  return { total: moyen ? null : dit, moyenne: moyen ? dit : null, approx };
}

/** « 12 puis 18 personnes », « 14 + 9 », « 28, 31 et 22 »: a number a session. */
function sumInCell(plie: string): number | null {
  const liste = new RegExp(
    `^${NOMBRE}(?:(?:,| puis| et| \\+|;| /) ?(?:de )?${NOMBRE})+(?: [a-z]+)?\\.?$`,
  );
  if (!liste.test(plie.trim()) || /moyenne/.test(plie)) return null;
  const nombres = [...plie.matchAll(new RegExp(NOMBRE, 'g'))];
  return nombres.reduce((n, [lu]) => n + (readNumber(lu)?.valeur ?? 0), 0);
}

/** True when a number is told to be near. Folded. */
export function isApprox(avant: string): boolean {
  return /(?:environ|pres d[e']|plus d[e']|quelques?|autour d[e']|une?) ?$/.test(avant);
}

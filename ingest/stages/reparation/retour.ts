import type { Bloc, Troncon } from '../../../src/domain/bloc.js';
import type { Travail } from './travail.js';

/** Working texts of the pages that were repaired, by page number. */
export type Travaux = ReadonlyMap<number, Travail>;

/**
 * A structure read on working pages, its blocks led back to the stored pages: same texts, and maps
 * whose runs are exact slices of the pages or say which rule read them otherwise.
 */
export function ramener<T>(valeur: T, travaux: Travaux): T {
  if (travaux.size === 0) return valeur;
  return ramenerValeur(valeur, travaux) as T;
}

function ramenerValeur(valeur: unknown, travaux: Travaux): unknown {
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  if (Array.isArray(valeur)) return valeur.map((v) => ramenerValeur(v, travaux));
  if (estBloc(valeur)) return ramenerBloc(valeur, travaux);
  return Object.fromEntries(
    Object.entries(valeur).map(([cle, v]) => [cle, ramenerValeur(v, travaux)]),
  );
}

function estBloc(valeur: object): valeur is Bloc {
  return 'carte' in valeur && 'texte' in valeur && Array.isArray(valeur.carte);
}

function ramenerBloc(bloc: Bloc, travaux: Travaux): Bloc {
  return {
    ...bloc,
    carte: bloc.carte.flatMap((t) => {
      const travail = travaux.get(t.page);
      return travail === undefined ? [t] : ramenerTroncon(t, travail);
    }),
  };
}

/** The runs of the page that a run of the working text covers; a space put back comes from nowhere. */
function ramenerTroncon(t: Troncon, travail: Travail): Troncon[] {
  return travail.pieces.flatMap((p): Troncon[] => {
    const a = Math.max(t.source, p.debut);
    const b = Math.min(t.source + t.longueur, p.debut + p.longueur);
    if (a >= b || p.longueurSource === 0) return [];
    const morceau = { debut: t.debut + a - t.source, longueur: b - a, page: t.page };
    if (p.regle === null) return [{ ...morceau, source: p.source + a - p.debut }];
    const { regle, longueurSource } = p;
    return [{ ...morceau, source: p.source, reparation: { regle, longueurSource } }];
  });
}

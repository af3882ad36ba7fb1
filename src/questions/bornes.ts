/** Bounds of years that the queries take: both included, never null (an untyped null is refused). */
export interface Bornes {
  readonly anneeMin: number;
  readonly anneeMax: number;
}

export const TOUTES_ANNEES: Bornes = { anneeMin: 0, anneeMax: 9999 };

/** « 2010 to 2012 » as the queries take it; any year when nothing is asked. */
export function bornes(
  annee: { readonly debut: number; readonly fin: number } | null | undefined,
): Bornes {
  return annee === null || annee === undefined
    ? TOUTES_ANNEES
    : { anneeMin: annee.debut, anneeMax: annee.fin };
}

import type { PreuveTexte } from './fait.js';

/**
 * A run of a block's text and where it stands in one page. Without `reparation` it is unchanged:
 * `texte.slice(debut, debut + longueur) === page.slice(source, source + longueur)`. With one, the
 * page's own characters, `longueurSource` of them from `source`, were damaged and are read otherwise.
 */
export interface Troncon {
  readonly debut: number;
  readonly longueur: number;
  readonly page: number;
  readonly source: number;
  readonly reparation?: { readonly regle: string; readonly longueurSource: number };
}

/** How many characters of the page a run covers. */
export function longueurSource(t: Troncon): number {
  return t.reparation?.longueurSource ?? t.longueur;
}

/**
 * Text made readable (lines joined, hyphenation undone) with the map back to the pages.
 * Troncons are in order and do not overlap; characters outside them (a joining space) were added.
 */
export interface Bloc {
  readonly texte: string;
  readonly carte: readonly Troncon[];
}

/** Text of a page, by page number. */
export type TextePages = ReadonlyMap<number, string>;

/** The part of a block between two offsets of its text, with its own map. */
export function sliceBloc(bloc: Bloc, debut: number, fin: number): Bloc {
  const carte: Troncon[] = [];
  for (const t of bloc.carte) {
    const a = Math.max(t.debut, debut);
    const b = Math.min(t.debut + t.longueur, fin);
    if (a >= b) continue;
    const part = { debut: a - debut, longueur: b - a, page: t.page };
    // a part of a repaired run rests on the whole of what was repaired
    if (t.reparation === undefined) carte.push({ ...part, source: t.source + a - t.debut });
    else carte.push({ ...part, source: t.source, reparation: t.reparation });
  }
  return { texte: bloc.texte.slice(debut, fin), carte };
}

/**
 * The proofs of a block's passage: one exact slice a page, from its first to its last
 * character there (a passage that runs over two pages has two proofs).
 */
export function preuvesDe(
  document: string,
  pages: TextePages,
  bloc: Bloc,
  debut = 0,
  fin = bloc.texte.length,
): PreuveTexte[] {
  const bornes = new Map<number, { debut: number; fin: number }>();
  for (const t of sliceBloc(bloc, debut, fin).carte) {
    const b = bornes.get(t.page);
    const fin = t.source + longueurSource(t);
    bornes.set(t.page, {
      debut: Math.min(b?.debut ?? t.source, t.source),
      fin: Math.max(b?.fin ?? fin, fin),
    });
  }
  return [...bornes].map(([page, b]) => {
    const citation = (pages.get(page) ?? '').slice(b.debut, b.fin);
    return { document, page, debut: b.debut, fin: b.fin, citation };
  });
}

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

/** Between two runs of a passage: a cut hyphen, the call of a note or a bullet is no other text. */
const AUTRE_TEXTE = /\p{L}{2}|\S{6}/u;

/**
 * The proofs of a block's passage: exact slices, one a page as long as nothing else stands between its
 * runs there. A passage that runs over two pages has two proofs; one of a column that the page's text
 * mixes line by line with the next column has one a line.
 */
export function preuvesDe(
  document: string,
  pages: TextePages,
  bloc: Bloc,
  debut = 0,
  fin = bloc.texte.length,
): PreuveTexte[] {
  const bornes: { page: number; debut: number; fin: number }[] = [];
  for (const t of sliceBloc(bloc, debut, fin).carte) {
    const derniere = bornes.at(-1);
    const bout = t.source + longueurSource(t);
    const texte = pages.get(t.page) ?? '';
    if (derniere?.page === t.page && seSuivent(texte, derniere, t.source, bout)) {
      derniere.debut = Math.min(derniere.debut, t.source);
      derniere.fin = Math.max(derniere.fin, bout);
    } else bornes.push({ page: t.page, debut: t.source, fin: bout });
  }
  return bornes.map(({ page, debut, fin }) => {
    const citation = (pages.get(page) ?? '').slice(debut, fin);
    return { document, page, debut, fin, citation };
  });
}

/** True when no other text stands between a slice and a run after it or, as streams go, before it. */
function seSuivent(
  texte: string,
  avant: { readonly debut: number; readonly fin: number },
  debut: number,
  fin: number,
): boolean {
  const entre = debut >= avant.fin ? [avant.fin, debut] : [fin, avant.debut];
  return !AUTRE_TEXTE.test(texte.slice(entre[0], entre[1]).replace(/\s+/g, ' '));
}

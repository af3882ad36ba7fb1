/** A change to a text: what stands between two offsets is read as `texte`, by a named rule. */
export interface Retouche {
  readonly debut: number;
  readonly fin: number;
  readonly texte: string;
}

/**
 * A run of a working text and where it comes from. Without `regle` both have the same characters;
 * with one, `longueurSource` characters of the page were damaged and are read otherwise (none: a
 * lost space was put back).
 */
export interface Piece {
  readonly debut: number;
  readonly longueur: number;
  readonly source: number;
  readonly longueurSource: number;
  readonly regle: string | null;
}

/** A text under repair, with the way back to the page. The pieces are in order and cover both texts. */
export interface Travail {
  readonly texte: string;
  readonly pieces: readonly Piece[];
}

export function travailDe(texte: string): Travail {
  const longueur = texte.length;
  if (longueur === 0) return { texte, pieces: [] };
  return {
    texte,
    pieces: [{ debut: 0, longueur, source: 0, longueurSource: longueur, regle: null }],
  };
}

/**
 * Applies changes that are in order and do not overlap. A change that meets a run already repaired
 * takes all of it in; one that would leave nothing of its characters keeps one beside them, so that
 * every character of the page still belongs to some run.
 */
export function appliquer(
  travail: Travail,
  retouches: readonly Retouche[],
  regle: string,
): Travail {
  let actuel = travail;
  for (const retouche of [...retouches].reverse()) actuel = appliquerUne(actuel, retouche, regle);
  return actuel;
}

function appliquerUne(travail: Travail, retouche: Retouche, regle: string): Travail {
  const { debut, fin, texte } = elargir(travail, reduire(travail.texte, retouche));
  const avant = couper(travail.pieces, 0, debut);
  const apres = couper(travail.pieces, fin, travail.texte.length);
  const source = finSource(avant);
  const suite = apres[0]?.source ?? finSource(travail.pieces);
  const pose: Piece = {
    debut,
    longueur: texte.length,
    source,
    longueurSource: suite - source,
    regle,
  };
  const ecart = texte.length - (fin - debut);
  return {
    texte: travail.texte.slice(0, debut) + texte + travail.texte.slice(fin),
    pieces: [...avant, pose, ...apres.map((p) => ({ ...p, debut: p.debut + ecart }))],
  };
}

/** The same change without what it leaves as it was at both ends. */
function reduire(texte: string, { debut, fin, texte: neuf }: Retouche): Retouche {
  let [d, f, a, b] = [debut, fin, 0, neuf.length];
  while (d < f && a < b && texte[d] === neuf[a]) [d, a] = [d + 1, a + 1];
  while (f > d && b > a && texte[f - 1] === neuf[b - 1]) [f, b] = [f - 1, b - 1];
  return { debut: d, fin: f, texte: neuf.slice(a, b) };
}

/** The same change over whole repaired runs, and with a character kept where it only takes away. */
function elargir({ texte, pieces }: Travail, retouche: Retouche): Retouche {
  let { debut, fin } = retouche;
  if (retouche.texte === '' && fin > debut) {
    if (debut > 0 && !/\s/.test(texte[debut - 1] ?? ' ')) debut -= 1;
    else if (fin < texte.length) fin += 1;
  }
  for (const p of pieces) {
    if (p.regle === null || p.debut >= fin || p.debut + p.longueur <= debut) continue;
    debut = Math.min(debut, p.debut);
    fin = Math.max(fin, p.debut + p.longueur);
  }
  const gauche = texte.slice(debut, retouche.debut);
  return { debut, fin, texte: gauche + retouche.texte + texte.slice(retouche.fin, fin) };
}

function couper(pieces: readonly Piece[], debut: number, fin: number): Piece[] {
  return pieces.flatMap((p): Piece[] => {
    const a = Math.max(p.debut, debut);
    const b = Math.min(p.debut + p.longueur, fin);
    if (a > b || (a === b && p.longueur > 0)) return [];
    if (p.regle !== null) return [p];
    return [
      { ...p, debut: a, longueur: b - a, source: p.source + a - p.debut, longueurSource: b - a },
    ];
  });
}

function finSource(pieces: readonly Piece[]): number {
  const derniere = pieces.at(-1);
  return derniere === undefined ? 0 : derniere.source + derniere.longueurSource;
}

/** Where an offset of the page stands in the working text: inside a repaired run, at its start. */
export function versTravail(travail: Travail, source: number): number {
  for (const p of travail.pieces) {
    if (source < p.source + p.longueurSource) {
      return p.regle === null ? p.debut + source - p.source : p.debut;
    }
  }
  return travail.texte.length;
}

/** Where an offset of the working text comes from in the page: for a repaired run, its start. */
export function versPage(travail: Travail, offset: number): number {
  for (const p of travail.pieces) {
    if (offset < p.debut + p.longueur)
      return p.regle === null ? p.source + offset - p.debut : p.source;
  }
  return 0;
}

import type { Cellule, Ligne, PageLue, Piece } from '../../../src/domain/page.js';

/** A printed line in the flow of the whole document. */
export interface LigneDoc {
  readonly page: number;
  readonly imprimee: number | null;
  /** Offsets in the page's text, outer white space excluded. */
  readonly debut: number;
  readonly fin: number;
  readonly texte: string;
  readonly espaceAvant: boolean;
  /** First line of the page's content (running titles apart), or of a column that goes on at the top. */
  readonly premiere: boolean;
  /** Length in characters that the lines of its column do not exceed by much; null where a page has one flow. */
  readonly largeur: number | null;
  readonly taille: number | null;
  readonly gras: boolean | null;
  readonly x: number | null;
  readonly y: number | null;
  readonly pieces: readonly Piece[];
  /** Where the format declares its paragraphs: true on the first line of one, false on the others; null elsewhere. */
  readonly paragraphe: boolean | null;
  /** Level of a declared heading, of a declared list item, from 1. */
  readonly niveau: number | null;
  readonly liste: number | null;
  /** Cell of a declared table. */
  readonly cellule: Cellule | null;
  /** Raised figures (page offsets). */
  readonly exposants: readonly { readonly debut: number; readonly fin: number }[];
  /** Passages of the line that do not belong to the running text: footnote calls (page offsets). */
  readonly coupes: readonly {
    readonly debut: number;
    readonly fin: number;
    readonly appel: string;
    /** Page of the note, when it is not at the foot of the line's own. */
    readonly page?: number;
  }[];
}

/** The lines of the pages in order. */
export function aplatir(pages: readonly PageLue[]): LigneDoc[] {
  return pages.flatMap((page) => {
    const largeurs = largeursDesBlocs(page.lignes);
    return page.lignes.map((l, i) => ({
      page: page.numero,
      imprimee: page.imprimee,
      debut: l.debut,
      fin: l.fin,
      texte: page.texte.slice(l.debut, l.fin),
      espaceAvant: l.espaceAvant,
      premiere: i === 0 || hautDeColonne(l, page.lignes[i - 1]),
      largeur: largeurs.get(l.bloc ?? -1) ?? null,
      taille: l.taille ?? null,
      gras: l.gras ?? null,
      x: l.x ?? null,
      y: l.y ?? null,
      pieces: l.pieces ?? [],
      paragraphe: l.paragraphe ?? null,
      niveau: l.niveau ?? null,
      liste: l.liste ?? null,
      cellule: l.cellule ?? null,
      exposants: l.exposants ?? [],
      coupes: [],
    }));
  });
}

/** The text goes up again, to another block of its page. */
function hautDeColonne(ligne: Ligne, avant: Ligne | undefined): boolean {
  if (ligne.bloc === undefined || avant?.bloc === undefined || ligne.bloc === avant.bloc)
    return false;
  return ligne.y !== undefined && avant.y !== undefined && ligne.y > avant.y;
}

/** Enough lines to tell how wide a block is set. */
const LIGNES_DE_BLOC = 4;

function largeursDesBlocs(lignes: readonly Ligne[]): Map<number, number> {
  const parBloc = new Map<number, number[]>();
  for (const l of lignes) {
    if (l.bloc === undefined) continue;
    const longueurs = parBloc.get(l.bloc);
    if (longueurs === undefined) parBloc.set(l.bloc, [l.fin - l.debut]);
    else longueurs.push(l.fin - l.debut);
  }
  return new Map(
    [...parBloc]
      .filter(([, longueurs]) => longueurs.length >= LIGNES_DE_BLOC)
      .map(([bloc, longueurs]) => [bloc, neufDixiemes(longueurs)]),
  );
}

function neufDixiemes(longueurs: readonly number[]): number {
  const tries = [...longueurs].sort((a, b) => a - b);
  return tries[Math.floor(tries.length * 0.9)] ?? 80;
}

/** What a document's lines are usually like; cues are judged against it. */
export interface Mesures {
  /** Length in characters that nine lines in ten do not exceed. */
  readonly largeur: number;
  /** Font size of most of the text, null without layout. */
  readonly corps: number | null;
  /** True when most of the text is bold: bold then tells nothing. */
  readonly grasCourant: boolean;
  /** How far sizes of one level may be apart: a recognised page gives but rough ones. */
  readonly pas: number;
}

/** A declared paragraph is one line however long it is: what a printed line would hold of it. */
const LIGNE_IMPRIMEE = 90;

/** Of a page that was recognised, heights of letters vary by a point or two. */
const PAS_RECONNU = 2;

export function mesurer(lignes: readonly LigneDoc[], reconnu = false): Mesures {
  const longueurs = lignes
    .map((l) => (l.paragraphe === null ? l.texte.length : Math.min(l.texte.length, LIGNE_IMPRIMEE)))
    .sort((a, b) => a - b);
  const parTaille = new Map<number, number>();
  let gras = 0;
  let total = 0;
  for (const l of lignes) {
    total += l.texte.length;
    if (l.gras === true) gras += longueurGrasse(l);
    if (l.taille !== null) {
      parTaille.set(l.taille, (parTaille.get(l.taille) ?? 0) + l.texte.length);
    }
  }
  const corps = [...parTaille].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  return {
    largeur: neufDixiemes(longueurs),
    corps,
    grasCourant: gras * 2 > total,
    pas: reconnu ? PAS_RECONNU : 1,
  };
}

/** Length of the bold beginning of a line: « **Public :** élus » is hardly bold. */
function longueurGrasse({ pieces, debut, texte }: LigneDoc): number {
  const suite = pieces.find((p) => p.debut > debut && !p.colonne);
  return suite === undefined ? texte.length : suite.debut - debut;
}

/** True when a line ends well before the right margin: what follows is another paragraph, or a value. */
export function estCourte(ligne: LigneDoc, mesures: Mesures): boolean {
  return ligne.texte.length < (ligne.largeur ?? mesures.largeur) * 0.6;
}

/** True when a line nearly reaches the right margin: the next one may be its end, even with a capital. */
export function estPleine(ligne: LigneDoc, mesures: Mesures): boolean {
  return ligne.texte.length >= (ligne.largeur ?? Math.max(mesures.largeur, 50)) * 0.75;
}

/** A line of dashes, underscores or stars that only separates. */
export function estSeparateur(texte: string): boolean {
  return /^[-_–—=*.·•~]{5,}$/.test(texte.replace(/\s+/g, ''));
}

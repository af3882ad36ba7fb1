import type { Cellule } from '../../../src/domain/page.js';

/** How a run of text is set. `taille` in points, null when the document does not tell. */
export interface Police {
  readonly taille: number | null;
  readonly gras: boolean;
  readonly italique: boolean;
}

/** A run: `\n` is a line break inside the paragraph, `\t` a tab. `exposant`: raised. */
export interface Texte extends Police {
  readonly genre: 'texte';
  readonly texte: string;
  readonly exposant: boolean;
}

/** A page break: `rendu` ones are what a word processor remembers of its last printing. */
interface Saut {
  readonly genre: 'saut';
  readonly rendu: boolean;
}

/** The call of a note, and its text, which is set at the foot of the page. */
interface Note {
  readonly genre: 'note';
  readonly appel: string;
  readonly police: Police;
  readonly corps: readonly Paragraphe[];
}

interface Image {
  readonly genre: 'image';
}

export type Morceau = Texte | Saut | Note | Image;

/** A paragraph as a word processor or a web page declares it. */
export interface Paragraphe {
  readonly morceaux: readonly Morceau[];
  /** Level of a heading, from 1. */
  readonly niveau: number | null;
  /** Level of a list item, from 1; its bullet or number is in its text. */
  readonly liste: number | null;
  readonly cellule: Cellule | null;
  /** Space above and below, in points. */
  readonly avant: number;
  readonly apres: number;
  /** Name of its style; `serre`: no space between it and a neighbour of the same style. */
  readonly style: string;
  readonly serre: boolean;
}

export const POLICE: Police = { taille: null, gras: false, italique: false };

/** A run of text set as `police`. */
export function texteEn(texte: string, police: Police, exposant = false): Texte {
  const { taille, gras, italique } = police;
  return { genre: 'texte', texte, exposant, taille, gras, italique };
}

/** What stands in running heads: the text of each line, `NUMERO` where the page number goes. */
export interface Courants {
  readonly enTete: readonly string[];
  readonly pied: readonly string[];
}

/** Stands for the page number in a running head; a private character that no text has. */
export const NUMERO = '\ue000';

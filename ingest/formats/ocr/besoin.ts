/** What a page holds, as far as it tells whether its text is in its image. */
export interface Contenu {
  readonly texte: string;
  /** Share of the page that images cover, from 0 to 1. */
  readonly images: number;
  /** Number of drawn shapes: letters turned into curves are many. */
  readonly traces: number;
}

/** More characters than a header, a stamp and a page number: the page has a text of its own. */
const TEXTE_MAX = 300;
/** Fewer than this is next to nothing. */
const TEXTE_INFIME = 50;
/** A page of next to no text whose image is more than a logo. */
const IMAGE_MIN = 0.08;
/** With a header and more, the image must be most of the page. */
const IMAGE_PLEINE = 0.5;
/** A frame and some rules are less than this; ten words drawn as curves are more. */
const TRACES_MIN = 80;

/** Characters of a text other than white space. */
export function caracteres(texte: string): number {
  return texte.replace(/\s+/g, '').length;
}

/** True when most of the characters have no meaning: the file does not say what its glyphs stand for. */
export function sansCodage(texte: string): boolean {
  const inconnus = texte.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return inconnus > caracteres(texte) * 0.3;
}

/** True when the page's own text is little enough for its image to matter: only then is the page looked into. */
export function estPauvre(texte: string): boolean {
  return caracteres(texte) < TEXTE_MAX || sansCodage(texte);
}

/** True when the text of the page is to be read on its image. */
export function aReconnaitre({ texte, images, traces }: Contenu): boolean {
  if (sansCodage(texte) && texte.trim() !== '') return true;
  const n = caracteres(texte);
  if (n < TEXTE_INFIME) return images >= IMAGE_MIN || traces >= TRACES_MIN;
  return n < TEXTE_MAX && images >= IMAGE_PLEINE;
}

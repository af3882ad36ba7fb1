const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae', ß: 'ss' };

/** Folded text and, for each of its characters, the offset in the original it comes from (one more at the end: the length). */
export interface FoldedText {
  readonly texte: string;
  readonly carte: readonly number[];
}

/**
 * Folds for comparison: lower case, no accents, ligatures opened, typographic apostrophes and
 * hyphens made plain, every kind of space made a space. « L’Œuvre d’Éragny » -> « l'oeuvre d'eragny ».
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let texte = '';
  for (const char of text) texte += LATIN[char.charCodeAt(0)] ?? foldChar(char);
  return texte;
}

/** Same as `fold`, keeping the way back to the original offsets. */
export function foldWithMap(text: string): FoldedText {
  let texte = '';
  const carte: number[] = [];
  let offset = 0;
  for (const char of text) {
    const folded = foldChar(char);
    for (let i = 0; i < folded.length; i += 1) carte.push(offset);
    texte += folded;
    offset += char.length;
  }
  carte.push(offset);
  return { texte, carte };
}

const ASCII = /^[\x20-\x7e]*$/;
/** Folded letters of the European languages, by code: most of what is folded is words of these. */
const LATIN = Array.from({ length: 0x250 }, (_, code) => foldChar(String.fromCharCode(code)));

function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) return char.toLowerCase();
  const ligature = LIGATURES[char];
  if (ligature !== undefined) return ligature;
  if (/[’‘ʼ′´`]/.test(char)) return "'";
  if (/[‐‑‒–—―−]/.test(char)) return '-';
  if (/\s/.test(char)) return ' ';
  return char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How a list numbers its items, whatever the format calls it. */
export type FormatNumero =
  | 'decimal'
  | 'decimalZero'
  | 'minuscule'
  | 'majuscule'
  | 'romain'
  | 'romainMajuscule'
  | 'ordinal'
  | 'puce'
  | 'aucun';

const ROMAINS: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const ROMAIN_MAX = 5000;

/** A counter as it is printed: 4 is « 4 », « d », « IV ». */
export function ecrireNumero(n: number, format: FormatNumero): string {
  if (format === 'puce' || format === 'aucun') return '';
  if (format === 'minuscule') return lettre(n);
  if (format === 'majuscule') return lettre(n).toUpperCase();
  if (format === 'romain') return romain(n);
  if (format === 'romainMajuscule') return romain(n).toUpperCase();
  if (format === 'ordinal') return n === 1 ? '1er' : `${n}e`;
  return format === 'decimalZero' && n < 10 ? `0${n}` : String(n);
}

/** a, b… z, aa, bb… as word processors do. */
function lettre(n: number): string {
  if (n < 1) return String(n);
  const rang = (n - 1) % 26;
  const fois = Math.min(Math.floor((n - 1) / 26) + 1, 20);
  return String.fromCharCode(97 + rang).repeat(fois);
}

function romain(n: number): string {
  if (n < 1 || n > ROMAIN_MAX) return String(n);
  let reste = n;
  let ecrit = '';
  for (const [valeur, chiffres] of ROMAINS) {
    while (reste >= valeur) {
      ecrit += chiffres;
      reste -= valeur;
    }
  }
  return ecrit;
}

/** Bullets of symbol fonts (Wingdings, Symbol), by the low byte of their code. */
const SYMBOLES: ReadonlyMap<number, string> = new Map([
  [0xa7, '▪'],
  [0xd8, '➢'],
  [0xfc, '✓'],
  [0xe0, '→'],
  [0xf0, '→'],
  [0xa8, '□'],
  [0x6f, '□'],
  [0xfe, '☑'],
  [0x2d, '-'],
  [0xb0, '°'],
  [0xae, '→'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xa3, '≤'],
]);
const PUCES = /^[-–—•●▪■►➢✓*·→□☑]$/u;

/** The character that a code of a symbol font draws; a round bullet for what is not known. */
export function symbole(code: number): string {
  return SYMBOLES.get(code & 0xff) ?? '•';
}

/** A bullet as readers know it: those of symbol fonts and « o » become the usual ones. */
export function puceLisible(texte: string): string {
  const premier = texte.trim();
  const code = premier.codePointAt(0);
  if (code === undefined) return '';
  if (code >= 0xe000 && code <= 0xf8ff) return symbole(code);
  return PUCES.test(premier) ? premier : '•';
}

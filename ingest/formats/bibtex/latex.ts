import { parse } from '@retorquere/bibtex-parser';

/** Combining marks of the accents of LaTeX. */
const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  k: '\u0328',
  u: '\u0306',
  H: '\u030b',
  r: '\u030a',
};
/** `\'e`, `\'{e}`, `{\'e}`, `\c{c}`, `\^\i`. */
const ACCENT =
  /\\(?:(['`^"~=.])|([cvkuHr])(?=[\s{]))\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\[ij])(?![A-Za-z])\s*|([A-Za-z]))/g;
const LIGATURES: Readonly<Record<string, string>> = { oe: 'œ', OE: 'Œ', ae: 'æ', AE: 'Æ', ss: 'ß' };

/**
 * The text that LaTeX prints. What holds only accents, ligatures and escaped signs, which is nearly all, is read here,
 * because the library takes a millisecond a value; the rest is the library's.
 */
export function lireLatex(brut: string): string {
  const simple = /[\\{}~$]|--|``|''/.test(brut) ? lireSimple(brut) : brut;
  const texte = /\\|\$/.test(simple) ? lireAvecBibliotheque(brut) : simple;
  return texte
    .replaceAll(ECHAPPES, (c) => SIGNES[c.charCodeAt(0) - DEBUT_PRIVE] ?? c)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Signs that LaTeX needs escaped, as private characters while braces and commands are read. */
const SIGNES = '&%$#_{}\\~^<>';
const DEBUT_PRIVE = 0xf100;
const ECHAPPES = /[\uf100-\uf10b]/g;
const prive = (signe: string) => String.fromCharCode(DEBUT_PRIVE + SIGNES.indexOf(signe));
const NOMMES: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textbraceleft: '{',
  textbraceright: '}',
  textless: '<',
  textgreater: '>',
  textdollar: '$',
  textunderscore: '_',
};

function lireSimple(brut: string): string {
  return brut
    .replace(/\\([&%$#_{}])/g, (_tout, signe: string) => prive(signe))
    .replace(/\\(text[a-z]+)(?:\{\}|\s+|(?![A-Za-z]))/g, (tout, nom: string) => {
      const signe = NOMMES[nom];
      return signe === undefined ? tout : prive(signe);
    })
    .replace(ACCENT, (_tout, a?: string, b?: string, c?: string, d?: string, e?: string) => {
      const lettre = (c ?? d ?? e ?? '').replace('\\', '');
      return (lettre + (ACCENTS[a ?? b ?? ''] ?? '')).normalize('NFC');
    })
    .replace(
      /\\(oe|OE|ae|AE|ss)(?:\{\}|\s+|(?![A-Za-z]))/g,
      (_t, nom: string) => LIGATURES[nom] ?? nom,
    )
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll('~', '\u00a0')
    .replace(/[{}]/g, '');
}

function lireAvecBibliotheque(brut: string): string {
  // In its old encoding of fonts, « < » prints another sign
  const texte = brut.replaceAll('<', prive('<')).replaceAll('>', prive('>'));
  try {
    const { entries } = parse(`@misc{x,\n f = {${texte}}\n}`, {
      sentenceCase: false,
      english: false,
      caseProtection: false,
      unsupported: 'ignore',
      applyCrossRef: false,
      removeOuterBraces: [],
    });
    const lu = entries[0]?.fields.f;
    // Marks of HTML are the library's own: those of the text are private characters here
    return lu === undefined ? brut : lu.replace(/<[^<>]*>/g, '');
  } catch {
    return brut;
  }
}

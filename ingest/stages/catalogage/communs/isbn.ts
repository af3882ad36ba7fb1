/** Thirteen digits of an ISBN of ten or thirteen, hyphens and spaces apart; null when its check digit does not hold. */
export function verifierIsbn(texte: string): string | null {
  const signes = texte.replace(/[\s\p{Pd}.]/gu, '').toUpperCase();
  if (/^97[89]\d{10}$/.test(signes)) return cle13(signes) === signes.at(-1) ? signes : null;
  if (!/^\d{9}[\dX]$/.test(signes) || cle11(signes.slice(0, 9)) !== signes.at(-1)) return null;
  const corps = `978${signes.slice(0, 9)}`;
  return corps + cle13(corps);
}

/** « 1234-567X » of an ISSN, whatever stands for its hyphen; null when its check digit does not hold. */
export function verifierIssn(texte: string): string | null {
  const signes = texte.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  if (!/^\d{7}[\dX]$/.test(signes) || cle11(signes.slice(0, 7)) !== signes.at(-1)) return null;
  return `${signes.slice(0, 4)}-${signes.slice(4)}`;
}

/** A number found in a text, checked. */
export interface NumeroTrouve {
  readonly valeur: string;
  readonly debut: number;
  readonly fin: number;
}

const FORME_ISBN =
  /(?<![\d-])(?:97[89][\s\p{Pd}]?)?\d(?:[\s\p{Pd}]?\d){8}[\s\p{Pd}]?[\dX](?![\p{Pd}]?\d)/giu;
const FORME_ISSN = /(?<![\d\p{Pd}])\d{4}\s?\p{Pd}?\s?\d{3}[\dX](?![\p{Pd}]?\d)/giu;

/** The ISBN in a text with anything around them: « 2-07-036822-X (br.) : 6 EUR ». */
export function trouverIsbn(texte: string): NumeroTrouve[] {
  return trouver(texte, FORME_ISBN, verifierIsbn);
}

/** The ISSN in a text with anything around them: « 1234-5678 (ISSN) ». */
export function trouverIssn(texte: string): NumeroTrouve[] {
  return trouver(texte, FORME_ISSN, verifierIssn);
}

/**
 * The DOI in a text, lower case, without address or the punctuation after it; null when there is none.
 * A closing bracket belongs to it only where it was opened inside (ISO 26324 forbids no character).
 */
export function lireDoi(texte: string): string | null {
  let doi = /(?<![\d.])10\.\d{4,9}\/[^\s"<>]+/.exec(texte)?.[0] ?? '';
  for (let avant = ''; doi !== avant; ) {
    avant = doi;
    doi = doi.replace(/[.,;:]+$/, '');
    if (/\)$/.test(doi) && compter(doi, ')') > compter(doi, '(')) doi = doi.slice(0, -1);
    if (/\]$/.test(doi) && compter(doi, ']') > compter(doi, '[')) doi = doi.slice(0, -1);
  }
  return /^10\.\d{4,9}\/./.test(doi) ? doi.toLowerCase() : null;
}

function trouver(
  texte: string,
  forme: RegExp,
  verifier: (texte: string) => string | null,
): NumeroTrouve[] {
  return [...texte.matchAll(forme)].flatMap(({ index, 0: lu }) => {
    const valeur = verifier(lu);
    return valeur === null ? [] : [{ valeur, debut: index, fin: index + lu.length }];
  });
}

/** ISO 2108: digits weigh 1 and 3 in turn, modulo 10. */
function cle13(chiffres: string): string {
  const somme = [...chiffres.slice(0, 12)].reduce(
    (s, c, i) => s + Number(c) * (i % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (somme % 10)) % 10);
}

/** ISBN of ten digits and ISSN (ISO 3297): the last digit weighs 2, the one before 3…, modulo 11. */
function cle11(chiffres: string): string {
  const somme = [...chiffres].reduce((s, c, i) => s + Number(c) * (chiffres.length + 1 - i), 0);
  const cle = (11 - (somme % 11)) % 11;
  return cle === 10 ? 'X' : String(cle);
}

function compter(texte: string, signe: string): number {
  return texte.split(signe).length - 1;
}

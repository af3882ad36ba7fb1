/**
 * One of our own sentences as French prints it: curved apostrophes, and no-break spaces before
 * high punctuation and inside quotation marks. A passage quoted never goes through here.
 */
export function typographier(phrase: string): string {
  return phrase
    .replace(/(?<=\p{L})'(?=\p{L}|«)/gu, '’')
    .replace(/ (?=[:;?!»])/g, '\u00a0')
    .replace(/(?<=«) /g, '\u00a0');
}

/** A count as French prints it: « 1 278 », with narrow no-break spaces. */
export function nombre(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

/**
 * A quote as it is read: a line broken after a hyphen is joined (« Garges-lès-⏎Gonesse »).
 * For the eye only: the quote itself stays as it stands in the page.
 */
export function joindreLignes(texte: string): string {
  return texte.replace(/(?<=\p{L}[-‐‑])[ \t]*\n[ \t]*(?=\p{L})/gu, '');
}

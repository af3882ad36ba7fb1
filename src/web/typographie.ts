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

/**
 * A French sentence with the no-break spaces that the rule wants before high punctuation and
 * inside quotation marks. For our own sentences: a passage quoted is never changed.
 */
export function insecables(phrase: string): string {
  return phrase.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0');
}

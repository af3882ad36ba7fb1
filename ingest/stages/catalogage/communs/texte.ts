const ENTITES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * A text without the marks of HTML that some systems keep in their notes (« <br /> », « &#8217; »): a mark that parts
 * words is a space. What is no tag of HTML stays (« a < b »).
 */
export function sansBalises(texte: string): string {
  if (!/[<&]/.test(texte)) return texte;
  const propre = texte
    .replace(/<\/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|table)(?:\s[^<>]*)?\/?>/gi, ' ')
    .replace(/<\/?(?:i|b|em|strong|u|span|a|sup|sub|font|cite)(?:\s[^<>]*)?\/?>/gi, '')
    .replace(
      /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/gi,
      (tout, dec?: string, hex?: string, nom?: string) => {
        const code = dec === undefined ? Number.parseInt(hex ?? '', 16) : Number(dec);
        return Number.isNaN(code) ? (ENTITES[nom ?? ''] ?? tout) : signe(code, tout);
      },
    )
    .replace(/ {2,}/g, ' ')
    .trim();
  return propre === '' ? texte : propre;
}

/** No control and no half of a surrogate pair comes out of a reference. */
function signe(code: number, tout: string): string {
  const ordinaire =
    code >= 0x20 && !(code >= 0x7f && code <= 0x9f) && !(code >= 0xd800 && code <= 0xdfff);
  return ordinaire && code <= 0x10ffff ? String.fromCodePoint(code) : tout;
}

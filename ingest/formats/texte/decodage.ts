/** Characters of windows-1252 at 0x80-0x9F, which Node 20's decoder leaves as control codes; a space is undefined. */
const HAUT = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Decodes text: UTF-8 (with or without its mark), UTF-16 with its mark, else windows-1252. */
export function decoder(octets: Uint8Array): string {
  const [a, b] = octets;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(octets);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(octets);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return decoderWindows1252(octets);
  }
}

/** Every byte is one character. */
export function decoderWindows1252(octets: Uint8Array): string {
  return Buffer.from(octets)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (c) => HAUT[c.charCodeAt(0) - 0x80] ?? c);
}

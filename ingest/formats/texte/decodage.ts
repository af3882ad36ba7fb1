import iconv from 'iconv-lite';

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

/** Every byte is one character; Node's own decoder leaves 0x80-0x9F unconverted. */
export function decoderWindows1252(octets: Uint8Array): string {
  return iconv.decode(Buffer.from(octets), 'windows-1252');
}

/** Decodes by the name of an encoding, null when it is unknown. */
export function decoderSelon(octets: Uint8Array, encodage: string): string | null {
  return iconv.encodingExists(encodage) ? iconv.decode(Buffer.from(octets), encodage) : null;
}

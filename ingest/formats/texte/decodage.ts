import iconv from 'iconv-lite';

/** How much of a file tells in what encoding it is. */
const ECHANTILLON = 65_536;

/**
 * Decodes text: UTF-16 (by its mark, or by its zeros), UTF-8 (with or without its mark), else windows-1252.
 * In a text that is UTF-8 but for a few bytes, each of these is U+FFFD: taken whole as windows-1252, every
 * accent would be lost (« santÃ© »).
 */
export function decoder(octets: Uint8Array): string {
  const seize = encodageUtf16(octets);
  if (seize !== null) return new TextDecoder(seize).decode(octets);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return presqueUtf8(octets) ?? decoderWindows1252(octets);
  }
}

/** UTF-16 by its mark; without one, by the zeros that stand at every second byte of a text in Latin letters. */
export function encodageUtf16(octets: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = octets;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const debut = octets.subarray(0, ECHANTILLON);
  const zeros = [0, 0];
  debut.forEach((o, i) => {
    if (o === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const part = (rang: 0 | 1) => (zeros[rang] ?? 0) / Math.max(1, debut.length / 2);
  if (debut.length < 8) return null;
  if (part(1) > 0.6 && part(0) < 0.05) return 'utf-16le';
  return part(0) > 0.6 && part(1) < 0.05 ? 'utf-16be' : null;
}

/** True when the text is in UTF-8, a few damaged bytes apart. */
export function estUtf8(octets: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets);
    return true;
  } catch {
    return presqueUtf8(octets) !== null;
  }
}

/** The text as UTF-8, null when the sequences of UTF-8 do not clearly outnumber what is none. */
function presqueUtf8(octets: Uint8Array): string | null {
  const texte = new TextDecoder('utf-8').decode(octets);
  let [justes, faux] = [0, 0];
  for (const c of texte) {
    if (c === '\ufffd') faux += 1;
    else if (c > '\u007f') justes += 1;
  }
  return justes >= 2 * faux ? texte : null;
}

/** Every byte is one character; Node's own decoder leaves 0x80-0x9F unconverted. */
export function decoderWindows1252(octets: Uint8Array): string {
  return iconv.decode(Buffer.from(octets), 'windows-1252');
}

/** Decodes by the name of an encoding, null when it is unknown. */
export function decoderSelon(octets: Uint8Array, encodage: string): string | null {
  return iconv.encodingExists(encodage) ? iconv.decode(Buffer.from(octets), encodage) : null;
}

import { isAscii } from 'node:buffer';
import { decoder, encodageUtf16 } from '../texte/decodage.js';

/** A longer line is no line of a catalogue: it is cut there, so that memory stays bounded. */
const LIGNE_MAX = 4_000_000;

/**
 * The lines of a stream, those of a chunk together, a character a byte (latin1): in what encoding they are is
 * told record by record, by `decoderLigne`. UTF-16 becomes UTF-8; the mark of UTF-8 is left out.
 */
export async function* lireLignes(flux: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let reste = '';
  for await (const lu of enUtf8(flux)) {
    const texte = reste + Buffer.from(lu.buffer, lu.byteOffset, lu.byteLength).toString('latin1');
    // A carriage return at the end of the chunk may be half of a line break
    const lignes = texte.split(texte.endsWith('\r') ? /\r\n|\n|\r(?!$)/ : /\r\n|\n|\r/);
    reste = lignes.pop() ?? '';
    if (reste.length > LIGNE_MAX) {
      lignes.push(reste);
      reste = '';
    }
    yield lignes;
  }
  if (reste !== '') yield [reste.replace(/\r$/, '')];
}

/** The bytes that a text of one character a byte stands for. */
export function octetsDe(latin1: string): Buffer {
  return Buffer.from(latin1, 'latin1');
}

/** The text that bytes written a character a byte stand for: UTF-8, else windows-1252. */
export function decoderLatin1(latin1: string): string {
  const octets = octetsDe(latin1);
  return isAscii(octets) ? latin1 : decoder(octets);
}

/** A stream in UTF-16 as UTF-8; any other as it is, without its mark. */
export async function* enUtf8(flux: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let premier = true;
  let seize: TextDecoder | null = null;
  for await (const lu of flux) {
    if (premier) {
      const nom = encodageUtf16(lu);
      seize = nom === null ? null : new TextDecoder(nom);
      premier = false;
      const marque = lu[0] === 0xef && lu[1] === 0xbb && lu[2] === 0xbf;
      yield seize === null ? lu.subarray(marque ? 3 : 0) : Buffer.from(seize.decode(lu, FLUX));
    } else yield seize === null ? lu : Buffer.from(seize.decode(lu, FLUX));
  }
}

const FLUX = { stream: true } as const;

import { decoder, decoderSelon, encodageUtf16, estUtf8 } from '../texte/decodage.js';

/** How far a page may go before it declares its encoding. */
const EN_TETE = 4096;
/** What pages declare when they hold windows-1252: browsers read all of them so (WHATWG Encoding). */
const LATIN =
  /^(?:iso-?8859-?1|latin-?1|l1|(?:us-)?ascii|utf-?8|windows-1252|cp-?1252|x-cp1252|)$/i;

/**
 * The text of a page: the bytes tell first (UTF-16, UTF-8), then what it declares; « iso-8859-1 »
 * and « utf-8 » that is not are windows-1252.
 */
export function decoderHtml(octets: Uint8Array): string {
  const texte = decoder(octets);
  if (encodageUtf16(octets) !== null || estUtf8(octets)) return texte;
  const declare = encodageDeclare(octets);
  if (LATIN.test(declare)) return texte;
  // « iso-8859-15 » has no character at 0x80-0x9F: where there are some, they are of windows-1252
  if (/^iso-?8859-?15$/i.test(declare) && octets.some((o) => o >= 0x80 && o <= 0x9f)) return texte;
  return decoderSelon(octets, declare) ?? texte;
}

/** The encoding in a `<meta>` or in an XML declaration; empty without. */
function encodageDeclare(octets: Uint8Array): string {
  const tete = Buffer.from(octets.subarray(0, EN_TETE)).toString('latin1');
  const trouve =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})|encoding=["']([\w.-]{1,40})["']/i.exec(
      tete,
    );
  return trouve?.[1] ?? trouve?.[2] ?? '';
}

import { isAscii, isUtf8 } from 'node:buffer';
import { decoderWindows1252, estUtf8 } from '../texte/decodage.js';
import { decoderIso5426, vraisemblance } from './iso5426.js';

export type EncodageMarc = 'ascii' | 'utf-8' | 'iso-5426' | 'windows-1252';

/**
 * The encoding of a record, by its bytes first: what 100$a declares only breaks ties, because it lies (ISO 5426
 * declared over bytes in UTF-8). Null for UTF-8 with damaged bytes: no encoding gives its text back.
 */
export function reconnaitreEncodage(
  octets: Uint8Array,
  declare: EncodageMarc | null,
): EncodageMarc | null {
  if (isAscii(octets)) return 'ascii';
  if (isUtf8(octets)) return 'utf-8';
  if (estUtf8(octets)) return null;
  const { pour, contre } = vraisemblance(octets);
  if (pour > contre) return 'iso-5426';
  return pour === contre && declare === 'iso-5426' ? 'iso-5426' : 'windows-1252';
}

/** The encoding that positions 26-29 of 100$a declare (IFLA, UNIMARC Manual): null when it says something else, or nothing. */
export function encodageDeclare(donnees: string): EncodageMarc | null {
  const jeux = donnees.slice(26, 30);
  if (jeux.startsWith('50')) return 'utf-8';
  return /^(?:01|03)(?:03| {2}|\|\|)/.test(jeux) ? 'iso-5426' : null;
}

/** Decodes a part of a record in the encoding of the whole. */
export function decoderMarc(octets: Buffer, encodage: EncodageMarc): string {
  if (encodage === 'ascii') return octets.toString('latin1');
  if (encodage === 'utf-8') return octets.toString('utf8');
  return encodage === 'iso-5426'
    ? decoderIso5426(octets)
    : marquesWindows(decoderWindows1252(octets));
}

/** The non-sorting marks 0x88 and 0x89, or 0x98 and 0x9C, around an article: windows-1252 has signs there. */
function marquesWindows(texte: string): string {
  return texte
    .replace(/ˆ([\p{L}’' ]{1,20})‰/gu, '\u0098$1\u009c')
    .replace(/˜(\p{L}{1,4}['’]?\s{0,2})œ/gu, '\u0098$1\u009c');
}

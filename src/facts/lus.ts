import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Lot } from './writer.js';

/** Fast rather than small: a rebuild packs every lot. */
const NIVEAU = 1;

/** A lot as it is kept: compressed, with the key of its content (same content, same key). */
export function packLot(lot: Lot): { cle: string; contenu: Buffer } {
  const { empreinte: _empreinte, textes, ...reste } = lot;
  const json = JSON.stringify({ ...reste, textes: [...(textes ?? [])] });
  const cle = createHash('sha256').update(json).digest('hex');
  return { cle, contenu: deflateRawSync(json, { level: NIVEAU }) };
}

/** The lot that `packLot` kept. */
export function unpackLot(empreinte: string, contenu: Uint8Array): Lot {
  const lu = JSON.parse(inflateRawSync(contenu).toString('utf8')) as Omit<Lot, 'textes'> & {
    textes: [string, string][];
  };
  return { ...lu, empreinte, textes: new Map(lu.textes) };
}

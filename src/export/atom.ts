import { createHash } from 'node:crypto';
import type { Nouveaute } from '../questions/fiches/types.js';

export interface Flux {
  readonly titre: string;
  /** Scheme and name of the server: « http://127.0.0.1:3000 ». */
  readonly origine: string;
  /** Address of the feed itself on it. */
  readonly chemin: string;
  /** When the base last changed. */
  readonly date: string;
}

/** A feed of RFC 4287 (Atom), the latest first. */
export function ecrireAtom(flux: Flux, nouveautes: readonly Nouveaute[]): string {
  const { titre, origine, chemin, date } = flux;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `  <id>${idAtom(origine, chemin)}</id>`,
    `  <title>${echapper(titre)}</title>`,
    `  <updated>${nouveautes[0]?.date ?? date}</updated>`,
    '  <author><name>Maillage</name></author>',
    '  <generator>Maillage</generator>',
    `  <link rel="self" type="application/atom+xml" href="${echapper(origine + chemin)}"/>`,
    `  <link rel="alternate" type="text/html" href="${echapper(`${origine}/`)}"/>`,
    ...nouveautes.map((n) => entree(origine, n)),
    '</feed>\n',
  ].join('\n');
}

function entree(origine: string, { type, titre, detail, url, date }: Nouveaute): string {
  return [
    '  <entry>',
    `    <id>${idAtom(origine, url)}</id>`,
    `    <title>${echapper(titre)}</title>`,
    `    <updated>${date}</updated>`,
    `    <link rel="alternate" type="text/html" href="${echapper(origine + url)}"/>`,
    `    <category term="${type}"/>`,
    `    <summary>${echapper(detail)}</summary>`,
    '  </entry>',
  ].join('\n');
}

/** Namespace of addresses (RFC 9562, section 6.6). */
const ESPACE_URL = '6ba7b8119dad11d180b400c04fd430c8';

/** A UUID made from an address (version 5 of RFC 9562): addresses are permanent, so are these. */
function idAtom(origine: string, chemin: string): string {
  const octets = createHash('sha1')
    .update(ESPACE_URL, 'hex')
    .update(origine + chemin)
    .digest();
  octets.writeUInt8((octets.readUInt8(6) & 0x0f) | 0x50, 6);
  octets.writeUInt8((octets.readUInt8(8) & 0x3f) | 0x80, 8);
  const h = octets.toString('hex', 0, 16);
  return `urn:uuid:${[h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-')}`;
}

/** Text of XML 1.0: signs of markup escaped, characters that it does not allow left out. */
function echapper(texte: string): string {
  return texte
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import { MaillageError } from '../../../src/domain/errors.js';
import { type Archive, ouvrirArchive } from '../archive/ouvrir.js';
import { decoder } from '../texte/decodage.js';
import { chercher, descendre, type Element, lireXml, type Prefixes } from '../xml/arbre.js';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';

/** Namespaces of OpenDocument 1.0 to 1.3. */
const PREFIXES: Prefixes = new Map([
  ...['office', 'text', 'style', 'table', 'manifest', 'meta'].map((n): [string, string] => [
    `${ODF}:${n}:1.0`,
    n,
  ]),
  [`${ODF}:drawing:1.0`, 'draw'],
  [`${ODF}:xsl-fo-compatible:1.0`, 'fo'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
]);

/** The parts of an OpenDocument text. */
export interface Parties {
  readonly contenu: Element;
  /** `office:text`. */
  readonly texte: Element;
  readonly styles: Element | undefined;
  readonly meta: Element | undefined;
}

/** Opens an OpenDocument text. Throws a MaillageError `refus`. */
export function ouvrirParties(octets: Uint8Array): Parties {
  const archive = ouvrirArchive(octets);
  refuserChiffre(lirePartie(archive, 'META-INF/manifest.xml'));
  const contenu = lirePartie(archive, 'content.xml');
  const texte = descendre(contenu, 'office:body', 'office:text');
  if (contenu === undefined || texte === undefined) {
    throw new MaillageError(
      'refus',
      'le document OpenDocument n’a pas de texte (content.xml manque ou est d’un autre genre)',
      'Ouvrez-le dans votre traitement de texte et enregistrez-le de nouveau en ODT.',
    );
  }
  return {
    contenu,
    texte,
    styles: lirePartie(archive, 'styles.xml'),
    meta: lirePartie(archive, 'meta.xml'),
  };
}

function lirePartie(archive: Archive, nom: string): Element | undefined {
  const octets = archive.lire(nom);
  return octets === null ? undefined : lireXml(decoder(octets), PREFIXES);
}

function refuserChiffre(manifeste: Element | undefined): void {
  const chiffre = new Set(['manifest:encryption-data']);
  if (manifeste === undefined || chercher(manifeste, chiffre) === undefined) return;
  throw new MaillageError(
    'refus',
    'le document est protégé par un mot de passe',
    'Enregistrez-en une copie sans mot de passe, puis reprenez.',
  );
}

const UNITES: ReadonlyMap<string, number> = new Map([
  ['pt', 1],
  ['in', 72],
  ['cm', 72 / 2.54],
  ['mm', 72 / 25.4],
  ['pc', 12],
  ['px', 0.75],
]);

/** « 0.423cm » in points; null when it is no length. */
export function points(texte: string | undefined): number | null {
  const lue = /^(-?[\d.]+)(pt|in|cm|mm|pc|px)$/.exec(texte ?? '');
  const unite = UNITES.get(lue?.[2] ?? '');
  return unite === undefined ? null : Math.round(Number(lue?.[1]) * unite * 10) / 10;
}

/** An attribute that counts, from 1 and bounded. */
export function compte(e: Element, nom: string, defaut = 1): number {
  const n = Number.parseInt(e.attributs.get(nom) ?? '', 10);
  return Number.isNaN(n) || n < 0 ? defaut : Math.min(n, 1000);
}

import { ouvrirArchive } from '../archive/ouvrir.js';
import { lireRepertoire } from '../archive/repertoire.js';
import { EXTENSIONS } from '../extensions.js';
import { Mise } from '../flux/pages.js';
import { titreUtile } from '../flux/titre.js';
import type { Format } from '../format.js';
import { descendre, texteDe } from '../xml/arbre.js';
import { Corps } from './corps.js';
import { ouvrirParties } from './parties.js';

/** Bytes of the longest type. */
const TYPE_MAX = 200;
const TYPE = 'application/vnd.oasis.opendocument.text';

/** OpenDocument texts and templates (LibreOffice, OpenOffice). */
export const odt: Format = {
  nom: 'odt',
  extensions: EXTENSIONS.odt,
  reconnait(octets) {
    const texte = typeDit(octets);
    return texte === TYPE || texte === `${TYPE}-template`;
  },
  async lire(octets) {
    const parties = ouvrirParties(octets);
    const mise = new Mise();
    new Corps(parties, mise).lire();
    const titre = titreUtile(texteDe(descendre(parties.meta, 'office:meta', 'dc:title')));
    return { pages: mise.finir(), ...(titre === null ? {} : { titre }) };
  },
};

/** The type that the file says it is of; it should be stored as it is, and some tools deflate it. */
function typeDit(octets: Uint8Array): string | null {
  const type = (lireRepertoire(octets) ?? []).find((e) => e.nom === 'mimetype');
  if (type === undefined || type.taille > TYPE_MAX) return null;
  if (type.methode === 0) return texteEn(octets.subarray(type.debut, type.debut + type.stockee));
  try {
    return texteEn(ouvrirArchive(octets).lire('mimetype') ?? new Uint8Array());
  } catch {
    return null;
  }
}

function texteEn(octets: Uint8Array): string {
  return Buffer.from(octets).toString().trim();
}

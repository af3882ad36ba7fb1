import { lireRepertoire } from '../archive/repertoire.js';
import { EXTENSIONS } from '../extensions.js';
import { Mise } from '../flux/pages.js';
import { titreUtile } from '../flux/titre.js';
import type { Format } from '../format.js';
import { descendre, texteDe } from '../xml/arbre.js';
import { Corps } from './corps.js';
import { ouvrirParties } from './parties.js';

const TYPE = 'application/vnd.oasis.opendocument.text';

/** OpenDocument texts and templates (LibreOffice, OpenOffice). */
export const odt: Format = {
  nom: 'odt',
  extensions: EXTENSIONS.odt,
  reconnait(octets) {
    const entrees = lireRepertoire(octets) ?? [];
    const type = entrees.find((e) => e.nom === 'mimetype' && e.methode === 0);
    if (type === undefined) return false;
    const texte = Buffer.from(octets.subarray(type.debut, type.debut + type.stockee)).toString();
    return texte.trim() === TYPE || texte.trim() === `${TYPE}-template`;
  },
  async lire(octets) {
    const parties = ouvrirParties(octets);
    const mise = new Mise();
    new Corps(parties, mise).lire();
    const titre = titreUtile(texteDe(descendre(parties.meta, 'office:meta', 'dc:title')));
    return { pages: mise.finir(), ...(titre === null ? {} : { titre }) };
  },
};

import { lireRepertoire } from '../archive/repertoire.js';
import { EXTENSIONS } from '../extensions.js';
import { Mise } from '../flux/pages.js';
import { titreUtile } from '../flux/titre.js';
import type { Format } from '../format.js';
import { elements, texteDe as texteDuTitre } from '../xml/arbre.js';
import { Corps } from './corps.js';
import { ouvrirParties } from './parties.js';

/** Word documents and templates, with or without macros, which are never run. */
export const docx: Format = {
  nom: 'docx',
  extensions: EXTENSIONS.docx,
  reconnait: (octets) =>
    (lireRepertoire(octets) ?? []).some((e) => /^word\/document\d*\.xml$/.test(e.nom)),
  async lire(octets) {
    const parties = ouvrirParties(octets);
    const mise = new Mise();
    new Corps(parties, mise).lire();
    const titre = titreUtile(texteDuTitre(elements(parties.proprietes, 'dc:title')[0]));
    return { pages: mise.finir(), ...(titre === null ? {} : { titre }) };
  },
};

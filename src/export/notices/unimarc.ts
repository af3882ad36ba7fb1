import type { FormatNotices } from './notices.js';
import { composerUnimarc } from './unimarc/composer.js';
import { ecrireIso2709 } from './unimarc/iso2709.js';
import { ENTETE_XML, ecrireXml, FIN_XML } from './unimarc/xml.js';

/** UNIMARC in ISO 2709, in UTF-8: what library systems take in. */
export const unimarcIso2709: FormatNotices = {
  nom: 'UNIMARC (ISO 2709)',
  extension: '.mrc',
  type: 'application/marc',
  *ecrire(notices) {
    for (const notice of notices) yield ecrireIso2709(composerUnimarc(notice));
  },
};

/** UNIMARC in XML (MarcXchange). */
export const unimarcXml: FormatNotices = {
  nom: 'UNIMARC (XML)',
  extension: '.xml',
  type: 'application/marcxml+xml; charset=utf-8',
  *ecrire(notices) {
    yield ENTETE_XML;
    for (const notice of notices) yield ecrireXml(composerUnimarc(notice));
    yield FIN_XML;
  },
};

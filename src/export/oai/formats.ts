import type { NoticeExportee } from '../notices/notices.js';
import { composerUnimarc } from '../notices/unimarc/composer.js';
import { ESPACE_XML, ecrireXml } from '../notices/unimarc/xml.js';
import { ecrireDublinCore } from './dublinCore.js';

/** A format that harvesters can ask for. */
export interface FormatOai {
  readonly schema: string;
  readonly espace: string;
  /** What stands in `metadata`. */
  ecrire(notice: NoticeExportee, origine: string): string;
}

/** By their `metadataPrefix`. Add one here. */
export const FORMATS_OAI: ReadonlyMap<string, FormatOai> = new Map([
  [
    'oai_dc',
    {
      schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
      espace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      ecrire: ecrireDublinCore,
    },
  ],
  [
    'marcxchange',
    {
      schema: 'http://www.loc.gov/standards/iso25577/marcxchange-2-0.xsd',
      espace: 'info:lc/xmlns/marcxchange-v2',
      ecrire: (notice) => ecrireXml(composerUnimarc(notice), ESPACE_XML).trimEnd(),
    },
  ],
]);

import type { Dialecte } from '../../formats/catalogue/catalogue.js';
import { lireBibtex } from './bibtex.js';
import { lireDublinCore } from './dublinCore.js';
import type { LireNotice } from './notice.js';
import { lireRis } from './ris.js';
import { lireTableau } from './tableau.js';
import { lireUnimarc } from './unimarc.js';

/** The reading of each dialect. Add one here. PMB writes UNIMARC with local fields. */
export const LECTURES: Readonly<Partial<Record<Dialecte, LireNotice>>> = {
  unimarc: lireUnimarc,
  pmb: lireUnimarc,
  ris: lireRis,
  bibtex: lireBibtex,
  tableau: lireTableau,
  'dublin-core': lireDublinCore,
};

import type { Dialecte } from '../../formats/catalogue/catalogue.js';
import type { LireNotice } from './notice.js';
import { lireUnimarc } from './unimarc.js';

/** The reading of each dialect. Add one here. PMB writes UNIMARC with local fields. */
export const LECTURES: Readonly<Partial<Record<Dialecte, LireNotice>>> = {
  unimarc: lireUnimarc,
  pmb: lireUnimarc,
};

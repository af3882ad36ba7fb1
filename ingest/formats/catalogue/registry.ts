import { bibtex } from '../bibtex/index.js';
import { iso2709 } from '../iso2709/index.js';
import { marcxml } from '../marcxml/index.js';
import { oai } from '../oai/index.js';
import { ris } from '../ris/index.js';
import { tableur } from '../tableur/index.js';
import type { FormatCatalogue } from './catalogue.js';

/** Every format of catalogue, those whose content carries a mark first. Add one here. */
export const FORMATS_CATALOGUE: readonly FormatCatalogue[] = [
  iso2709,
  oai,
  marcxml,
  ris,
  bibtex,
  tableur,
];

/** The format of a catalogue by its first bytes; undefined for what is no catalogue. */
export function formatCatalogueOf(debut: Uint8Array, fichier: string): FormatCatalogue | undefined {
  return FORMATS_CATALOGUE.find((f) => f.reconnait(debut, fichier));
}

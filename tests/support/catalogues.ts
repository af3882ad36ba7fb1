import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bibtex } from '../../ingest/formats/bibtex/index.js';
import type {
  Dialecte,
  EnregistrementLu,
  FormatCatalogue,
} from '../../ingest/formats/catalogue/catalogue.js';
import { iso2709 } from '../../ingest/formats/iso2709/index.js';
import { marcxml } from '../../ingest/formats/marcxml/index.js';
import { oai } from '../../ingest/formats/oai/index.js';
import { ris } from '../../ingest/formats/ris/index.js';
import { tableur } from '../../ingest/formats/tableur/index.js';
import { lireBibtex } from '../../ingest/stages/catalogage/bibtex.js';
import { lireDublinCore } from '../../ingest/stages/catalogage/dublinCore.js';
import type { LireNotice } from '../../ingest/stages/catalogage/notice.js';
import { lireRis } from '../../ingest/stages/catalogage/ris.js';
import { lireTableau } from '../../ingest/stages/catalogage/tableau.js';
import { lireUnimarc } from '../../ingest/stages/catalogage/unimarc.js';

const FORMATS = fileURLToPath(new URL('../../ingest/formats', import.meta.url));

/** Formats of catalogues, by their folder under `ingest/formats`. */
export const CATALOGUES: Readonly<Record<string, FormatCatalogue>> = {
  bibtex,
  iso2709,
  marcxml,
  oai,
  ris,
  tableur,
};

/** Readings, by the dialect of a record. PMB writes UNIMARC with local fields. */
export const LECTEURS: Readonly<Partial<Record<Dialecte, LireNotice>>> = {
  unimarc: lireUnimarc,
  pmb: lireUnimarc,
  ris: lireRis,
  bibtex: lireBibtex,
  tableau: lireTableau,
  'dublin-core': lireDublinCore,
};

export interface CasCatalogue {
  readonly nom: string;
  readonly dossier: string;
  readonly format: FormatCatalogue;
}

/** Every case of every format of catalogue: a folder with `source.*` and `expected.json`. */
export function casCatalogues(): CasCatalogue[] {
  return Object.entries(CATALOGUES).flatMap(([dossier, format]) => {
    const cas = join(FORMATS, dossier, 'cases');
    if (!existsSync(cas)) return [];
    return readdirSync(cas)
      .filter((nom) => statSync(join(cas, nom)).isDirectory())
      .map((nom) => ({ nom: `${dossier}/${nom}`, dossier: join(cas, nom), format }));
  });
}

export function sourceDe({ dossier }: CasCatalogue): { octets: Uint8Array; fichier: string } {
  const fichier = readdirSync(dossier).find((nom) => nom.startsWith('source.')) ?? '';
  return { octets: readFileSync(join(dossier, fichier)), fichier };
}

/** The bytes as a stream, in chunks of a size. */
export async function* flux(octets: Uint8Array, taille = 65_536): AsyncGenerator<Uint8Array> {
  for (let debut = 0; debut < octets.length; debut += taille)
    yield octets.subarray(debut, debut + taille);
}

/** Every record of a file, read in chunks of a size. */
export async function lireTout(
  format: FormatCatalogue,
  octets: Uint8Array,
  taille?: number,
): Promise<EnregistrementLu[]> {
  const lus: EnregistrementLu[] = [];
  for await (const lu of format.lire(flux(octets, taille))) lus.push(lu);
  return lus;
}

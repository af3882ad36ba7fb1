import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FormatCatalogue } from '../formats/catalogue/catalogue.js';
import { formatCatalogueOf } from '../formats/catalogue/registry.js';

/** Bytes that tell a format. */
const ECHANTILLON = 1 << 16;

/** The format of a catalogue; undefined for any other file. Throws what the system says of a file that cannot be read. */
export async function catalogueFormat(
  chemin: string,
  fichier = basename(chemin),
): Promise<FormatCatalogue | undefined> {
  const ouvert = await open(chemin, 'r');
  try {
    const { bytesRead, buffer } = await ouvert.read(Buffer.alloc(ECHANTILLON), 0, ECHANTILLON, 0);
    return formatCatalogueOf(buffer.subarray(0, bytesRead), fichier);
  } finally {
    await ouvert.close();
  }
}

import { createHash } from 'node:crypto';
import { formatOf } from '../../../ingest/formats/registry.js';
import { loadProfils } from '../../../ingest/sources/profil.js';
import { loadVocabulaire } from '../../../ingest/stages/assert/vocabulaire.js';
import { buildLot } from '../../../ingest/stages/lot.js';
import { understandLayout } from '../../../ingest/stages/understand.js';
import type { Lot } from '../../../src/facts/writer.js';
import { seedGazetteer } from '../../support/base.js';

const PROFILS = loadProfils();
const VOCABULAIRE = loadVocabulaire();

/** What a file brings, as the run keeps it before anything is tied or resolved. */
export async function lotOf(contenu: string | Uint8Array, fichier = 'document.txt'): Promise<Lot> {
  const octets = Buffer.from(contenu);
  const id = `sha256:${createHash('sha256').update(octets).digest('hex')}`;
  const format = formatOf(octets, fichier);
  const lecture = await format.lire(octets);
  const lu = understandLayout({ id, format: format.nom, lecture }, fichier, PROFILS);
  return buildLot(lu, seedGazetteer(), VOCABULAIRE, '');
}

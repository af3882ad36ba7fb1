import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatOf } from '../../ingest/formats/registry.js';
import { loadProfils } from '../../ingest/sources/profil.js';
import { loadVocabulaire } from '../../ingest/stages/assert/vocabulaire.js';
import { buildLot } from '../../ingest/stages/lot.js';
import { understandLayout } from '../../ingest/stages/understand.js';
import type { Lot } from '../../src/facts/writer.js';
import { seedGazetteer } from './base.js';

const PROFILS = loadProfils();
const VOCABULAIRE = loadVocabulaire();

/** All that the rules make of a case: its folder holds `source.*`, or `source.lien` with the path of the file. */
export async function lotDuCas(dossier: string): Promise<Lot> {
  const nom = readdirSync(dossier).find((n) => n.startsWith('source.')) ?? '';
  const chemin = nom.endsWith('.lien')
    ? resolve(dossier, readFileSync(join(dossier, nom), 'utf8').trim())
    : join(dossier, nom);
  const octets = readFileSync(chemin);
  const id = `sha256:${createHash('sha256').update(octets).digest('hex')}`;
  const format = formatOf(octets, chemin);
  const lecture = await format.lire(octets);
  const lu = understandLayout({ id, format: format.nom, lecture }, nom, PROFILS);
  return buildLot(lu, seedGazetteer(), VOCABULAIRE, '');
}

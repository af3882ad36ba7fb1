import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../ingest/formats/registry.js';
import { loadProfils } from '../../ingest/sources/profil.js';
import { loadVocabulaire } from '../../ingest/stages/assert/vocabulaire.js';
import { buildLot } from '../../ingest/stages/lot.js';
import { understandLayout } from '../../ingest/stages/understand.js';
import { estRelation } from '../../src/domain/schema.js';
import { seedGazetteer } from '../support/base.js';
import { casInstantanes } from '../support/golden.js';

const DOSSIER = fileURLToPath(new URL('./programmes', import.meta.url));
const PROFILS = loadProfils();
const VOCABULAIRE = loadVocabulaire();

/** Relations that say the same of every action, or that seeds alone make: left out of what a person reviews. */
const TUES = new Set(['DOCUMENTE', 'SITUE_DANS']);

/** What the rules assert of a case, one readable line a relation, sorted. */
async function faitsDe(cas: string): Promise<{ relations: string[]; alertes: string[] }> {
  const dossier = join(DOSSIER, cas);
  const nom = readdirSync(dossier).find((n) => n.startsWith('source.')) ?? '';
  const chemin = nom.endsWith('.lien')
    ? resolve(dossier, readFileSync(join(dossier, nom), 'utf8').trim())
    : join(dossier, nom);
  const octets = readFileSync(chemin);
  const id = `sha256:${createHash('sha256').update(octets).digest('hex')}`;
  const format = formatOf(octets, chemin);
  const lecture = await format.lire(octets);
  const lu = understandLayout({ id, format: format.nom, lecture }, nom, PROFILS);
  const lot = buildLot(lu, seedGazetteer(), VOCABULAIRE, '');
  const relations = lot.assertions
    .filter((a) => a.objet !== undefined && estRelation(a.predicat) && !TUES.has(a.predicat))
    .map((a) => {
      const proprietes = Object.entries(a.proprietes ?? {}).map(([k, v]) => `${k}: ${v}`);
      return `${a.sujet} ${a.predicat} ${a.objet}${proprietes.length === 0 ? '' : ` {${proprietes.join(', ')}}`}`;
    });
  const alertes = (lot.alertes ?? []).map((a) => `${a.code} p. ${a.page} : ${a.message}`);
  return { relations: [...new Set(relations)].sort(), alertes };
}

describe.each(casInstantanes(DOSSIER))('programme %s', (cas) => {
  it('gives the relations and the alerts that were reviewed', async () => {
    const faits = await faitsDe(cas);
    const attendu = join(DOSSIER, cas, 'faits.json');
    if (process.env.MAILLAGE_GOLDEN === 'refresh') {
      writeFileSync(attendu, `${JSON.stringify(faits, null, 1)}\n`);
    }
    expect(faits).toEqual(JSON.parse(readFileSync(attendu, 'utf8')));
  });
});

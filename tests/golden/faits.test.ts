import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { estRelation } from '../../src/domain/schema.js';
import { casInstantanes } from '../support/golden.js';
import { lotDuCas } from '../support/lotDuCas.js';

const DOSSIER = fileURLToPath(new URL('./programmes', import.meta.url));

/** Relations that say the same of every action, or that seeds alone make: left out of what a person reviews. */
const TUES = new Set(['DOCUMENTE', 'SITUE_DANS']);

/** What the rules assert of a case, one readable line a relation, sorted. */
async function faitsDe(cas: string): Promise<{ relations: string[]; alertes: string[] }> {
  const lot = await lotDuCas(join(DOSSIER, cas));
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

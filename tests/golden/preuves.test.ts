import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../ingest/formats/registry.js';
import { loadProfils } from '../../ingest/sources/profil.js';
import { loadVocabulaire } from '../../ingest/stages/assert/vocabulaire.js';
import { buildLot } from '../../ingest/stages/lot.js';
import { understandLayout } from '../../ingest/stages/understand.js';
import type { Assertion } from '../../src/domain/fait.js';
import { fold } from '../../src/french/fold.js';
import { seedGazetteer } from '../support/base.js';

const DOSSIER = fileURLToPath(new URL('./programmes', import.meta.url));
const PROFILS = loadProfils();
const VOCABULAIRE = loadVocabulaire();

async function assertionsDe(cas: string): Promise<readonly Assertion[]> {
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
  return buildLot(lu, seedGazetteer(), VOCABULAIRE, '').assertions;
}

/** The letters of a text: a quote keeps the page's line ends, cut words and marks. */
const lettres = (texte: string): string => fold(texte).replace(/[^a-z0-9]/g, '');

/** Each function said of somebody, with the quotes that prove it. */
function fonctions(assertions: readonly Assertion[]): { dite: string; citations: string }[] {
  return assertions.flatMap((a) => {
    const dite = a.predicat === 'fonction' ? a.valeur : a.proprietes?.fonction;
    if (typeof dite !== 'string') return [];
    const citations = a.preuves.map((p) => ('citation' in p ? p.citation : '')).join(' ');
    return [{ dite, citations }];
  });
}

describe.each(readdirSync(DOSSIER).sort())('programme %s', (cas) => {
  it('quotes each function that it says of somebody', async () => {
    const sans = fonctions(await assertionsDe(cas)).filter(
      ({ dite, citations }) => !lettres(citations).includes(lettres(dite)),
    );
    expect(sans).toEqual([]);
  }, 60_000);
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../ingest/formats/registry.js';
import { chooseProfil, loadProfils } from '../../ingest/sources/profil.js';
import { segmentProgramme } from '../../ingest/stages/segment.js';
import { blocsDe, uncovered } from '../../ingest/stages/uncovered.js';
import { preuvesDe } from '../../src/domain/bloc.js';
import { casInstantanes } from '../support/golden.js';
import { lisible } from '../support/lisible.js';

const DOSSIER = fileURLToPath(new URL('./programmes', import.meta.url));
const CAS = casInstantanes(DOSSIER);
const PROFILS = loadProfils();

/** A case holds `source.txt` or `source.pdf`, or `source.lien`: the path of a document of the seeds. */
function source(cas: string): string {
  const dossier = join(DOSSIER, cas);
  const nom = readdirSync(dossier).find((n) => n.startsWith('source.')) ?? '';
  const chemin = join(dossier, nom);
  return nom.endsWith('.lien') ? resolve(dossier, readFileSync(chemin, 'utf8').trim()) : chemin;
}

async function lire(cas: string) {
  const chemin = source(cas);
  const octets = readFileSync(chemin);
  const { pages } = await formatOf(octets, chemin).lire(octets);
  return { pages, programme: segmentProgramme(pages, chooseProfil(pages, PROFILS)) };
}

describe.each(CAS)('programme %s', async (cas) => {
  const { pages, programme } = await lire(cas);
  const textes = new Map(pages.map((p) => [p.numero, p.texte]));

  it('reads as its expected structure says', () => {
    const lu = lisible(programme, new Map(pages.map((p) => [p.numero, p.imprimee])));
    const attendu = join(DOSSIER, cas, 'expected.json');
    if (process.env.MAILLAGE_GOLDEN === 'refresh') {
      writeFileSync(attendu, `${JSON.stringify(lu, null, 1)}\n`);
    }
    expect(lu).toEqual(JSON.parse(readFileSync(attendu, 'utf8')));
  });

  it('loses no character', () => {
    expect(uncovered(pages, programme)).toEqual([]);
  });

  it('maps every run of every block to the exact slice of its page', () => {
    for (const bloc of blocsDe(programme)) {
      for (const t of bloc.carte) {
        const page = textes.get(t.page) ?? '';
        expect(bloc.texte.slice(t.debut, t.debut + t.longueur)).toBe(
          page.slice(t.source, t.source + t.longueur),
        );
      }
      for (const p of preuvesDe('sha256:0', textes, bloc)) expect(p.citation.trim()).not.toBe('');
    }
  });
});

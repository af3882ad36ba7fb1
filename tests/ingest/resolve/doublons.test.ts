import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../ingest/decisions/decider.js';
import { readDecisions } from '../../../ingest/decisions/lire.js';
import { ingest } from '../../../ingest/main.js';
import { openFactsReader } from '../../../src/facts/reader.js';
import { portsFor } from '../../support/base.js';
import { dossierTemporaire } from '../../support/dossier.js';

/** A base of one programme a list of speakers. */
async function base(...intervenants: readonly string[]): Promise<string> {
  const dossier = dossierTemporaire();
  mkdirSync(join(dossier, 'sources'));
  for (const [i, noms] of intervenants.entries()) {
    const chemin = join(dossier, 'sources', `programme-${2014 + i}.txt`);
    writeFileSync(
      chemin,
      `PROGRAMME D'ACTIVITÉS ${2014 + i}\n\nAXE 1 : FORMER\n\nAction 1.1 : Lire un quartier\nPublics visés : habitants\nCalendrier : mars ${2014 + i}\nIntervenants : ${noms}\n\nAction 1.2 : Écrire un projet\nPublics visés : élus\nCalendrier : mai ${2014 + i}\n`,
    );
    await ingest(portsFor(dossier), [chemin]);
  }
  return dossier;
}

function doubles(dossier: string): string[] {
  const facts = openFactsReader(dossier);
  try {
    return [...facts.alertes()]
      .filter((a) => a.code === 'doublon-probable')
      .map((a) => a.message)
      .sort();
  } finally {
    facts.close();
  }
}

describe('two names that are likely one person', () => {
  it('are an alert that names both, for a letter or an initial', async () => {
    const dossier = await base(
      'Claire Bertrandon, sociologue ; Marie-Hélène Bacquet, urbaniste',
      'Claire Bertrandont, sociologue ; M.-H. Bacquet, urbaniste',
    );
    const [faute, initiale, ...reste] = doubles(dossier);
    expect(faute).toMatch(/Claire Bertrandont? ».*Claire Bertrandont? »/);
    expect(initiale).toMatch(/Bacquet ».*Bacquet »/);
    expect(reste).toEqual([]);
  });

  it('are none for two people of one family name', async () => {
    const dossier = await base('Claire Bertrandon, sociologue', 'Paul Bertrandon, géographe');
    expect(doubles(dossier)).toEqual([]);
  });

  it('are none any more once a person has said that they are two, or one', async () => {
    for (const lien of [
      { type: 'distinguer', a: 'personne:claire-bertrandon', b: 'personne:claire-bertrandont' },
      {
        type: 'fusionner',
        garder: 'personne:claire-bertrandon',
        absorber: 'personne:claire-bertrandont',
      },
    ]) {
      const dossier = await base('Claire Bertrandon, sociologue', 'Claire Bertrandont, sociologue');
      expect(doubles(dossier)).toHaveLength(1);
      const ligne = JSON.stringify({
        auteur: 'Documentaliste',
        date: '2026-03-17',
        commentaire: 'vérifié',
        ...lien,
      });
      await decide(portsFor(dossier), readDecisions(ligne, 'essai.ndjson'), 'essai.ndjson');
      expect(doubles(dossier), lien.type).toEqual([]);
    }
  });
});

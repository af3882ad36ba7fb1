import { describe, expect, it } from 'vitest';
import { relations } from '../../../ingest/stages/relate/relate.js';
import { viewOf } from '../../../ingest/stages/relate/vues.js';
import { AXES_2013, AXES_2014, programmeEcrit } from './centre.js';
import { lotOf } from './lots.js';

/** The alerts that documents bring together, by the names of their files. */
async function alertsOf(fichiers: Readonly<Record<string, string>>): Promise<string[]> {
  const lots = await Promise.all(Object.entries(fichiers).map(([nom, texte]) => lotOf(texte, nom)));
  const ensemble = relations(
    lots.flatMap((lot) => viewOf(lot) ?? []),
    '',
  );
  return ensemble.flatMap((lot) => lot.alertes ?? []).map((a) => `${a.code} : ${a.message}`);
}

const PREMIERE = programmeEcrit(2013, AXES_2013);

describe('two editions of one programme left in the base', () => {
  it('are an alert that quotes what they do not say alike', async () => {
    const alertes = await alertsOf({
      'programme.txt': PREMIERE,
      'programme-corrige.txt': PREMIERE.replace('Nombre de séances : 4', 'Nombre de séances : 5'),
    });
    expect(alertes).toEqual([
      expect.stringMatching(
        /^edition-probable : .*De « programme.txt » à « programme-corrige.txt » : « Nutrition et activité physique » .*« 4 » → « 5 » \(page 2\)\.$/,
      ),
    ]);
  });

  it('that renumber an action say that it is counted twice', async () => {
    const [alerte = '', ...autres] = await alertsOf({
      'programme.txt': PREMIERE,
      'programme-corrige.txt': PREMIERE.replace('4. Relations entre', '5. Relations entre'),
    });
    expect(autres).toEqual([]);
    expect(alerte).toMatch(
      /Comptée deux fois tant que les deux restent : « Relations entre les familles et l’école »\.$/,
    );
  });

  it('are told apart from the programmes of two years', async () => {
    const alertes = await alertsOf({
      '2013.txt': PREMIERE,
      '2014.txt': programmeEcrit(2014, AXES_2014),
    });
    expect(alertes.filter((a) => a.startsWith('edition-probable'))).toEqual([]);
  });
});

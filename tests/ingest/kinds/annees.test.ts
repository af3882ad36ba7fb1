import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../../ingest/files.js';
import { readAll } from '../../../ingest/lecture.js';
import { ingest } from '../../../ingest/main.js';
import { run } from '../../../ingest/run.js';
import { openFactsReader } from '../../../src/facts/reader.js';
import { verifyFacts } from '../../../src/facts/verify.js';
import { portsFor } from '../../support/base.js';
import { dossierTemporaire } from '../../support/dossier.js';
import { AXES_2013, AXES_2014, programmeEcrit, RAPPORT_2013, rapportEcrit } from './centre.js';

const FICHIERS: Readonly<Record<string, string>> = {
  'programme-2013.txt': programmeEcrit(2013, AXES_2013),
  'rapport-2013.txt': rapportEcrit(2013, RAPPORT_2013),
  'programme-2014.txt': programmeEcrit(2014, AXES_2014),
  'programme-2013-corrige.txt': programmeEcrit(2013, AXES_2013).replace('mai 2013', 'juin 2013'),
};

/** Reads files, each group in one run, into the fact store of a temporary folder: no graph and no index is asked here. */
async function read(...groupes: readonly (readonly string[])[]) {
  const dossier = dossierTemporaire();
  const data = join(dossier, 'data');
  for (const [nom, texte] of Object.entries(FICHIERS)) writeFileSync(join(dossier, nom), texte);
  for (const noms of groupes) {
    const candidats = listFiles(noms.map((nom) => join(dossier, nom)));
    await run(portsFor(data), false, (courant) => readAll(courant, candidats, false), undefined, {
      projeter: false,
    });
  }
  return { data, dossier };
}

/** Entities, relations and alerts of a base, without the sequences of its runs. */
function content(data: string) {
  const faits = openFactsReader(data);
  try {
    return {
      actions: faits.entites('Action'),
      suites: faits.relations({ type: 'SUITE_DE' }),
      intervenants: faits.relations({ type: 'INTERVIENT_DANS' }),
      alertes: faits
        .alertes()
        .map((a) => `${a.code} ${a.message}`)
        .sort(),
      fautes: verifyFacts(faits).fautes,
    };
  } finally {
    faits.close();
  }
}

const P = 'action:91-programme-de-travail';
const SUITE = ['programme-2013.txt', 'rapport-2013.txt', 'programme-2014.txt'];

// each base is made by several runs, one file each
describe('a programme, its report and the next programme', { timeout: 180_000 }, () => {
  it('tell together what became of each action and what goes on, whatever came first', async () => {
    const lu = content((await read(SUITE)).data);
    const dit = new Map(lu.actions.map((a) => [a.id, a.proprietes]));
    expect(dit.get(`${P}-2013-sante-1`)).toMatchObject({
      titre: 'Santé mentale et précarité',
      statut: 'realisee',
      datesRealisees: ['2013-03-12', '2013-05-14', '2013-07-02'],
      seancesRealisees: 3,
      participants: 45,
    });
    expect(dit.get(`${P}-2013-sante-2`)).toMatchObject({
      statut: 'reportee',
      reporteeA: 'premier trimestre 2014',
    });
    expect(dit.get(`${P}-2013-sante-3`)).toMatchObject({
      participantsMoyenne: 20,
      seancesRealisees: 4,
    });
    expect(dit.get(`${P}-2013-education-1`)).toMatchObject({ statut: 'annulee' });
    expect(dit.get(`${P}-2013-education-2`)).toMatchObject({
      statut: 'partielle',
      participants: 30,
    });
    expect(dit.get(`${P}-2013-education-3`)).toMatchObject({ statut: 'annulee' });
    expect(dit.get(`${P}-2013-education-4`)).toMatchObject({ statut: 'programmee' });
    const parle = lu.intervenants.filter((r) => r.de.startsWith('personne:'));
    expect(parle.map((r) => [r.de.replace(/@.*/, ''), r.vers, r.proprietes.role])).toEqual([
      ['personne:marie-durand', `${P}-2013-sante-1`, 'animateur'],
      ['personne:paul-martin', `${P}-2013-emploi-et-insertion-1`, 'intervenant'],
    ]);
    expect(lu.suites.map((r) => [r.de, r.vers, r.proprietes.nature])).toEqual([
      [`${P}-2014-education-1`, `${P}-2013-education-2`, 'public'],
      [`${P}-2014-education-2`, `${P}-2013-education-4`, 'identique'],
      [`${P}-2014-education-3`, `${P}-2013-emploi-et-insertion-1`, 'axe'],
      [`${P}-2014-sante-1`, `${P}-2013-sante-1`, 'territoire'],
      [`${P}-2014-sante-2`, `${P}-2013-sante-2`, 'reformulee'],
      [
        'programme:91-programme-de-travail-2014',
        'programme:91-programme-de-travail-2013',
        undefined,
      ],
    ]);
    expect(lu.alertes).toEqual([
      expect.stringMatching(/^action-non-rapprochee « forum des métiers du bois »/),
    ]);
    expect(lu.fautes).toEqual([]);
    const [programme = '', rapport = '', suivant = ''] = SUITE;
    expect(content((await read([suivant], [rapport, programme])).data)).toEqual(lu);
  });

  it('a report alone gives actions of its own', async () => {
    const lu = content((await read(['rapport-2013.txt'])).data);
    expect(lu.actions.map((a) => a.proprietes.statut)).not.toContain('programmee');
    expect(lu.actions).toHaveLength(8);
    expect(lu.alertes).toEqual([]);
    expect(lu.fautes).toEqual([]);
  });

  it('a corrected edition beside the first is pointed out; in its place, it says what it changes', async () => {
    const deux = await read(['programme-2013.txt', 'programme-2013-corrige.txt']);
    const avant = content(deux.data);
    expect(avant.alertes).toEqual([
      expect.stringMatching(
        /^edition-probable .* deux éditions du même document.*« Les internats d’excellence » — Date ou période : « mai 2013 » → « juin 2013 »/,
      ),
    ]);
    expect(avant.actions).toHaveLength(10);
    const un = await read(SUITE);
    const rapport = await ingest(
      portsFor(un.data),
      [join(un.dossier, 'programme-2013-corrige.txt')],
      {
        remplace: 'programme-2013.txt',
      },
    );
    expect(rapport.remplacement?.changements.map((c) => c.phrase)).toEqual([
      '« Les internats d’excellence » — Date ou période : « mai 2013 » → « juin 2013 » (page 3).',
    ]);
    expect(rapport.dureeMs).toBeLessThan(60_000);
    const apres = content(un.data);
    expect(apres.actions.find((a) => a.id === `${P}-2013-education-3`)?.proprietes).toMatchObject({
      periode: 'juin 2013',
      statut: 'annulee',
    });
    expect(apres.suites).toHaveLength(6);
    expect(apres.fautes).toEqual([]);
  });
});

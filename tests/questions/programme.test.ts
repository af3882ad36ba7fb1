import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estPreuveTexte } from '../../src/domain/fait.js';
import type { Readers } from '../../src/engines.js';
import type { Questions } from '../../src/questions/fiches/types.js';
import { createQuestions } from '../../src/questions/questions.js';
import type { PreuveSituee } from '../../src/questions/types.js';
import { ingestInto, readersOf, SEED_DOCUMENTS, seedGazetteer } from '../support/base.js';

/** The programme that a fresh clone reads, ingested as it would be there. */
let dossier: string;
let readers: Readers;
let questions: Questions;
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'maillage-programme-'));
  await ingestInto(dossier, [join(SEED_DOCUMENTS, 'programme-2012.pdf')]);
  readers = await readersOf(dossier);
  questions = createQuestions({ ...readers, gazetteer: seedGazetteer() });
}, 120_000);
afterAll(async () => {
  await readers.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

function verifier(preuves: readonly PreuveSituee[]): void {
  for (const preuve of preuves.filter(estPreuveTexte)) {
    const { document, page, debut, fin, citation } = preuve;
    expect(readers.faits.page(document, page)?.texte.slice(debut, fin)).toBe(citation);
  }
}

describe('actions of a commune', () => {
  it('gives each portée its exact count, with a chain that is proved', async () => {
    const reponse = await questions.demander('Quelles actions touchent Garges-lès-Gonesse ?');
    const { resultats, parPortee, total } = reponse;
    const nommees = resultats.filter((r) => 'portee' in r && r.portee === 'nommee');
    expect(nommees.map((r) => r.titre)).toEqual([
      'Actions dans le cadre de la mise en œuvre des avenants expérimentaux aux CUCS',
      'Appui au Plan intercommunal de prévention et de lutte contre les discriminations (Est VO)',
      'Modes de coopération locale entre associations et institutions',
    ]);
    expect(parPortee?.dispositif).toBeGreaterThan(0);
    expect(parPortee?.departement).toBeGreaterThan(0);
    expect(Object.values(parPortee ?? {}).reduce((a, b) => a + b)).toBe(total);
    for (const action of resultats) {
      expect(action.preuves?.length).toBeGreaterThan(0);
      verifier(action.preuves ?? []);
    }
  });

  it.each(['Argenteuil', 'Montmorency', 'Villiers-le-Bel', 'Le Thillay', 'L’Isle-Adam', 'Cergy'])(
    'of %s: each once, touching or apart, never both, and as many as said',
    async (commune) => {
      const { resultats, apart, total, parPortee } = await questions.demander(
        `actions à ${commune}`,
      );
      const ids = [...resultats, ...(apart ?? [])].map((a) => a.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(total).toBe(resultats.length);
      expect(Object.values(parPortee ?? {}).reduce((a, b) => a + b)).toBe(total);
    },
  );

  it('does not take an intercommunalité for the commune in its name', async () => {
    const { parPortee } = await questions.demander('Quelles actions touchent Montmorency ?');
    expect(parPortee?.nommee).toBe(0);
  });

  it('finds the commune under its former name', async () => {
    const { equation, phrase } = await questions.demander('actions à Arnouville-les-Gonesse');
    expect(equation.commune?.id).toBe('commune:95019');
    expect(phrase).toMatch(/^Arnouville-lès-Gonesse est aujourd’hui Arnouville\. /);
  });

  it.each(['Aubervilliers', 'Rennes', 'Lyon'])(
    'says that %s is out of its territory',
    async (ville) => {
      const { sansReponse, total } = await questions.demander(
        `Quelles actions touchent ${ville} ?`,
      );
      expect([sansReponse?.motif, total]).toEqual(['hors-territoire', 0]);
    },
  );
});

describe('dispositifs', () => {
  it.each([
    ['CUCS', 27],
    ['PRU', 12],
    ['PRE', 15],
  ])('%s is deployed in %i communes', async (sigle, communes) => {
    const { resultats, total } = await questions.demander(
      `dans quelles communes y a-t-il un ${sigle} ?`,
    );
    expect(total).toBe(communes);
    for (const lieu of resultats) verifier(lieu.preuves ?? []);
  });

  it('links PRE and ASV by what brings both in, and says what is not known', async () => {
    const { resultats, phrase } = await questions.demander('liens entre PRE et ASV');
    expect(resultats[0]).toMatchObject({
      nature: 'action',
      titre: 'Coopération entre réussite éducative et démarches de santé',
    });
    expect(resultats.filter((r) => 'nature' in r && r.nature === 'commune')).toEqual([]);
    expect(phrase).toMatch(/ne dit (pas )?où le dispositif ASV est déployé\.$/);
    const citations = resultats[0]?.preuves?.flatMap((p) => (estPreuveTexte(p) ? p.citation : []));
    expect(citations).toContain('ASV');
  });
});

describe('cards of the whole programme', () => {
  it('every property and every relation of an action has a proof', async () => {
    const { total } = await questions.actions({}, { taille: 1 });
    const { resultats } = await questions.actions({}, { taille: 200 });
    expect(resultats).toHaveLength(total);
    for (const { id } of resultats) {
      const fiche = questions.action(id);
      for (const champ of fiche.champs)
        expect(champ.preuves.length, `${id} ${champ.nom}`).toBeGreaterThan(0);
      const hops = [
        ...fiche.territoires,
        ...fiche.cites,
        ...fiche.dispositifs,
        ...fiche.intervenants,
      ];
      for (const hop of hops) {
        expect(hop.preuves.length, hop.phrase).toBeGreaterThan(0);
        verifier(hop.preuves);
      }
    }
  });
});

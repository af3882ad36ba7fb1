import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estPreuveTexte } from '../../src/domain/fait.js';
import type { Readers } from '../../src/engines.js';
import type { Questions } from '../../src/questions/fiches/types.js';
import { createQuestions } from '../../src/questions/questions.js';
import type { ActionComparee, Resultat } from '../../src/questions/types.js';
import { AXES_2013, AXES_2014, programmeEcrit } from '../ingest/kinds/centre.js';
import { ingestInto, readersOf, seedGazetteer } from '../support/base.js';

/** Three programmes of one centre, the last of which repeats the second but for one action. */
const AXES_2015 = AXES_2014.map((axe) => ({
  ...axe,
  actions: axe.actions
    .filter((a) => !a.titre.startsWith('Les plans locaux'))
    .map((a) => ({ ...a, date: a.date.replace('2014', '2015') })),
}));

let dossier: string;
let readers: Readers;
let questions: Questions;
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'maillage-comparaison-'));
  const fichiers = (
    [
      [2013, AXES_2013],
      [2014, AXES_2014],
      [2015, AXES_2015],
    ] as const
  ).map(([annee, axes]) => {
    const fichier = join(dossier, `programme-${annee}.txt`);
    writeFileSync(fichier, programmeEcrit(annee, axes));
    return fichier;
  });
  await ingestInto(join(dossier, 'data'), fichiers);
  readers = await readersOf(join(dossier, 'data'));
  questions = createQuestions({ ...readers, gazetteer: seedGazetteer() });
}, 120_000);
afterAll(async () => {
  await readers.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

const natures = (resultats: readonly Resultat[]): string[] =>
  resultats.flatMap((r) => ('nature' in r && 'axe' in r ? [`${r.titre} : ${r.nature}`] : []));

const DE_2013_A_2014 = [
  'Les plans locaux de prévention des addictions : nouvelle',
  'Santé mentale et précarité : territoire',
  'L’accès des jeunes aux soins : reformulee',
  'Échanges des coordonnateurs PRE : public',
  'Discriminations à l’embauche : axe',
  'Relations entre les familles et l’école : identique',
  'Nutrition et activité physique : disparue',
  'Le décrochage scolaire : repérer, accompagner : disparue',
  'Les internats d’excellence : disparue',
  'Clauses d’insertion dans les marchés publics : disparue',
  'Création d’activités dans les quartiers : disparue',
];

describe('comparison of two programmes', () => {
  it('says of each action whether it is new, changed, the same or gone, with exact totals', async () => {
    const reponse = await questions.demander('comparer les programmes 2013 et 2014');
    expect(reponse.equation.intention).toBe('comparaison');
    expect(natures(reponse.resultats)).toEqual(DE_2013_A_2014);
    expect([reponse.total, reponse.phrase]).toEqual([
      11,
      'De 2013 à 2014 : 10 actions, puis 6. 1 nouvelle, 5 poursuivies (1 telle quelle et 4 modifiées), 5 disparues.',
    ]);
  });

  it('proves what changed by the passages of both programmes', async () => {
    const { resultats } = questions.comparaison('2014', '2013');
    const changees = resultats.filter((a) => a.avant !== undefined);
    expect(changees).toHaveLength(5);
    for (const { maillons = [] } of changees) {
      const preuves = maillons.flatMap((m) => m.preuves).filter(estPreuveTexte);
      expect(new Set(preuves.map((p) => p.document)).size).toBe(2);
      for (const { document, page, debut, fin, citation } of preuves)
        expect(readers.faits.page(document, page)?.texte.slice(debut, fin)).toBe(citation);
    }
  });

  it('goes through the programme between two years', () => {
    const { parNature, resultats, ancien, nouveau } = questions.comparaison('2013', '2015');
    expect([ancien.annee, nouveau.annee]).toEqual([2013, 2015]);
    expect(parNature).toEqual({ nouvelle: 0, modifiee: 4, identique: 1, disparue: 5 });
    const coordonnateurs = resultats.find((a) => a.titre.includes('coordonnateurs'));
    expect(coordonnateurs?.maillons?.map((m) => m.vers.id)).toHaveLength(2);
  });

  it.each([
    ['quelles sont les nouvelles actions de 2014 ?', ['nouvelle']],
    ['quelles actions ont disparu entre 2013 et 2014 ?', ['disparue']],
    [
      'qu’est-ce qui change en 2014 par rapport à 2013 ?',
      ['nouvelle', 'modifiee', 'identique', 'disparue'],
    ],
    ['actions reconduites entre 2013 et 2014', ['modifiee', 'identique']],
  ])('reads « %s »', async (question, attendues) => {
    const { resultats, equation } = await questions.demander(question);
    expect(equation.intention).toBe('comparaison');
    const vues = (resultats as readonly ActionComparee[]).map(({ nature }) =>
      ['nouvelle', 'identique', 'disparue'].includes(nature) ? nature : 'modifiee',
    );
    expect(new Set(vues)).toEqual(new Set(attendues));
  });

  it('keeps to what is asked of: a theme, a place', async () => {
    const { resultats, phrase } = await questions.demander(
      'qu’est-ce qui a changé sur la santé entre 2013 et 2014 ?',
    );
    expect(natures(resultats)).toEqual(
      DE_2013_A_2014.filter((n) => /Santé|soins|addictions|Nutrition/.test(n)),
    );
    expect(phrase).toMatch(/^De 2013 à 2014 \(thème Santé\) : 3 actions, puis 3\./);
  });

  it('says which programme was not read', async () => {
    const { sansReponse, resultats } = await questions.demander(
      'comparer les programmes 2012 et 2014',
    );
    expect(resultats).toEqual([]);
    expect(sansReponse?.motif).toBe('annee-non-couverte');
    expect(sansReponse?.phrase).toBe(
      'Aucun programme de 2012 n’a été lu : la comparaison n’est pas possible. Programmes lus : 2013, 2014 et 2015.',
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT, gazetteer, lire, QUESTION, referentiels, SEEDS } from './support.js';

const MORCEAUX = [
  'Garges-lès-Gonesse',
  'Cergy-Pontoise',
  'Vallée de Montmorency',
  'Val d’Oise',
  'CUCS',
  'PRE',
  'Patrick',
  'Us',
  'Saint-Ouen-l’Aumône',
  'contrats locaux de santé',
  'CA ',
  ', ',
  ' et ',
  ' - ',
  '\n',
  ' ',
  '(',
  ')',
  'à ',
  'élu(e)s',
  'Préfecture du ',
  'C.U.C.S.',
  'œuvre',
  '« ',
  'ville de ',
  '95',
  'É',
  '’',
  '-',
  'Rennes',
];
const texteAuHasard = fc
  .array(fc.oneof(fc.constantFrom(...MORCEAUX), fc.string({ maxLength: 6 })), { maxLength: 25 })
  .map((parts) => parts.join(''));

describe('mentions', () => {
  it.each([DOCUMENT, QUESTION])(
    'are exact slices, in order, that never overlap ($mode)',
    (options) => {
      fc.assert(
        fc.property(texteAuHasard, (texte) => {
          let fin = 0;
          for (const m of gazetteer.mentions(texte, options)) {
            expect(m.texte).toBe(texte.slice(m.debut, m.fin));
            expect(m.debut).toBeGreaterThanOrEqual(fin);
            expect(m.candidats.length).toBeGreaterThan(0);
            fin = m.fin;
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it('gives every commune of Île-de-France back from its own name, first when its département is known', () => {
    const franciliennes = referentiels.communes.filter((c) => /^(?:75|77|78|9[1-5])/.test(c.insee));
    const perdues = franciliennes.filter((c) => {
      const [m] = gazetteer.mentions(c.nom, {
        ...DOCUMENT,
        departement: c.departement,
        types: ['commune'],
      });
      return m?.candidats[0]?.id !== c.id || m.texte !== c.nom;
    });
    expect(perdues.map((c) => c.nom)).toEqual([]);
  });

  it('gives every commune of Île-de-France back from its name typed without accent, capital nor hyphen', () => {
    const franciliennes = referentiels.communes.filter(
      (c) => /^(?:77|78|9[1-5])/.test(c.insee) && c.nom.length > 3,
    );
    const perdues = franciliennes.filter((c) => {
      const tape = c.nom
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/œ/g, 'oe')
        .toLowerCase()
        .replace(/[-']/g, ' ');
      const [m] = gazetteer.mentions(`a ${tape}`, {
        ...QUESTION,
        departement: c.departement,
        types: ['commune'],
      });
      return m?.candidats[0]?.id !== c.id;
    });
    expect(perdues.map((c) => c.nom)).toEqual([]);
  });

  it('names an organisation with its département, and hides the département in it', () => {
    expect(
      lire('la Préfecture du Val d’Oise et la CAF', DOCUMENT, ['organisme', 'departement']),
    ).toEqual(['Préfecture du Val d’Oise -> prefecture-95', 'CAF -> caf-95']);
    expect(lire('Conseil général de l’Essonne', DOCUMENT, ['organisme'])).toEqual([
      'Conseil général de l’Essonne -> conseil-general-91',
    ]);
  });

  it('finds themes and publics in the plural and in inclusive writing', () => {
    expect(lire('élu(e)s, bailleurs sociaux et coordinatrices', DOCUMENT, ['public'])).toEqual([
      'élu(e)s -> elus',
      'bailleurs sociaux -> bailleurs',
      'coordinatrices -> coordinateurs',
    ]);
    expect(lire('la lutte contre les discriminations', DOCUMENT, ['theme'])).toEqual([
      'lutte contre les discriminations -> lutte-contre-les-discriminations',
    ]);
    expect(lire("l'état de santé", DOCUMENT, ['public'])).toEqual([]);
  });

  it('keeps both readings of an ambiguous sigle that nothing around decides', () => {
    expect(lire('Le CLS est signé.', DOCUMENT, ['dispositif'])).toEqual([
      'CLS -> cls|cls-securite',
    ]);
  });

  it('corrects a typo in the long name of a dispositif', () => {
    expect(lire('les ateliers santé vile', QUESTION, ['dispositif'])).toEqual([
      'ateliers santé vile -> asv',
    ]);
  });

  it('reads 80,000 characters in well under a second', () => {
    const texte =
      'Les chefs de projet CUCS de Garges-lès-Gonesse, Sarcelles et Villiers-le-Bel se retrouvent dans le Val d’Oise. '.repeat(
        720,
      );
    gazetteer.mentions('Gonesse', DOCUMENT);
    const depart = performance.now();
    gazetteer.mentions(texte, DOCUMENT);
    expect(performance.now() - depart).toBeLessThan(1000);
  });
});

describe('membres', () => {
  it('equals a naive scan of the list, for any intercommunalité and year', () => {
    const lignes = readFileSync(join(SEEDS, 'gazetteers/appartenances.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((l) => l.split(';'));
    const sirens = [...new Set(lignes.map((l) => l[0] ?? ''))];
    fc.assert(
      fc.property(
        fc.constantFrom(...sirens),
        fc.integer({ min: 1998, max: 2030 }),
        (siren, annee) => {
          const attendus = lignes
            .filter(
              ([s, , debut, fin]) => s === siren && Number(debut) <= annee && annee <= Number(fin),
            )
            .map(([, insee]) => `commune:${insee}`)
            .filter((id) => gazetteer.commune(id) !== undefined)
            .sort();
          expect(gazetteer.membres(`intercommunalite:${siren}`, annee).map((c) => c.id)).toEqual(
            attendus,
          );
        },
      ),
    );
  });

  it('keeps the members of a dissolved intercommunalité in its own years', () => {
    const noms = gazetteer.membres('intercommunalite:249500380', 2012).map((c) => c.nom);
    expect(noms).toEqual(['Arnouville', 'Garges-lès-Gonesse', 'Sarcelles', 'Villiers-le-Bel']);
    expect(gazetteer.membres('intercommunalite:249500380', 2017)).toEqual([]);
  });

  it('has no hole between two lists of the same intercommunalité', () => {
    const cergy = referentiels.appartenances.filter(
      (a) => a.intercommunalite === 'intercommunalite:249500109' && a.commune === 'commune:95500',
    );
    expect(cergy).toEqual([
      {
        commune: 'commune:95500',
        intercommunalite: 'intercommunalite:249500109',
        debut: 1999,
        fin: 9999,
      },
    ]);
  });
});

describe('quartier', () => {
  const communes = ['commune:95268', 'commune:95018', 'commune:95585'];
  it.each([
    ['Joliot-Curie', 'quartier:zus-95018-cite-joliot-curie'],
    ['Cité Joliot-Curie', 'quartier:zus-95018-cite-joliot-curie'],
    ['Dame Blanche nord', 'quartier:zus-95268-dame-blanche-nord-et-ouest-la-muette'],
    ['Muette', 'quartier:zus-95268-dame-blanche-nord-et-ouest-la-muette'],
    ['Les Lochères', 'quartier:zus-95585-locheres'],
    ["Val d'Argent Nord", 'quartier:zus-95018-val-d-argent-nord'],
    ["Val d'Argent", undefined],
    ['Les Carreaux', undefined],
    ['quartier', undefined],
  ])('« %s »', (nom, id) => {
    expect(gazetteer.quartier(nom, communes)?.id).toBe(id);
  });
});

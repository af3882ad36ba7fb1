import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/french/fold.js';
import { stem } from '../../src/french/stem.js';
import type { DocumentIndexe, RechercheEcriture, RequeteRecherche } from '../../src/search/port.js';
import { document } from '../support/corpus-recherche.js';
import { EMBARQUE, moteursAuHasard } from '../support/moteurs-de-recherche.js';

/** Plain words only: no sigle, no stop word, no compound, none near another by a typing fault. */
const MOTS = [
  'logement',
  'logements',
  'médiation',
  'médiatrices',
  'culture',
  'quartier',
  'jeunesse',
  'emploi',
  'santé',
];

const phrase = (max: number) =>
  fc.array(fc.constantFrom(...MOTS), { maxLength: max }).map((m) => m.join(' '));
const corpus = fc
  .array(
    fc.record({
      titre: phrase(3),
      champs: phrase(3),
      texte: phrase(12),
      annee: fc.integer({ min: 2010, max: 2013 }),
    }),
    { minLength: 1, maxLength: 15 },
  )
  .map((liste) =>
    liste.map((d, i) =>
      document(`action:${i}`, 'Action', d.titre, {
        champs: d.champs,
        texte: d.texte,
        facettes: { annee: d.annee },
      }),
    ),
  );

const racines = (texte: string): Set<string> =>
  new Set(
    texte
      .split(' ')
      .filter((m) => m !== '')
      .map((m) => stem(fold(m))),
  );
const tout = (d: DocumentIndexe): string => `${d.titre} ${d.champs} ${d.texte}`;

/** The rule itself: a document has every word, in one of its forms. */
const aTousLesMots = (d: DocumentIndexe, mots: string): boolean => {
  const presentes = racines(tout(d));
  return [...racines(mots)].every((r) => presentes.has(r));
};

let open: () => Promise<RechercheEcriture>;

async function surIndex(
  documents: readonly DocumentIndexe[],
  f: (
    cherche: (
      r: Partial<RequeteRecherche> & { mots: string },
    ) => ReturnType<RechercheEcriture['chercher']>,
  ) => Promise<void>,
): Promise<void> {
  const index = await open();
  await index.indexer({ sequence: 1, complet: true, documents, retires: [] });
  try {
    await f((r) => index.chercher({ limite: 100, decalage: 0, filtres: {}, ...r }));
  } finally {
    await index.fermer();
  }
}

const REGLE = 'contre la règle appliquée document par document';

describe.each(moteursAuHasard('proprietes'))(`$nom, ${REGLE}`, ({ nom, ouvrir }) => {
  /** A server takes a second to make an index that the file has in a hundredth of it. */
  const fois = (n: number): number => (nom === EMBARQUE ? n : Math.ceil(n / 12));
  let fermer: () => Promise<void>;
  beforeAll(async () => {
    ({ open, fermer } = await ouvrir());
  });
  afterAll(() => fermer());

  const requete = fc
    .uniqueArray(fc.constantFrom(...MOTS), { minLength: 1, maxLength: 3 })
    .map((m) => `${m.join(' ')} `);

  it('donne tous les documents qui ont tous les mots, et eux seuls', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, requete, async (documents, mots) => {
        const attendus = documents.filter((d) => aTousLesMots(d, mots.trim())).map((d) => d.id);
        await surIndex(documents, async (cherche) => {
          const r = await cherche({ mots });
          const un = [...racines(mots.trim())].some((m) =>
            documents.some((d) => racines(tout(d)).has(m)),
          );
          if (attendus.length > 0) {
            expect(new Set(r.resultats.map((x) => x.id))).toEqual(new Set(attendus));
            expect(r.total).toBe(attendus.length);
          } else {
            // Nothing has every word: what is given has at least one, and it is said.
            expect(r.total > 0).toBe(un);
            if (mots.trim().includes(' ')) expect(r.elargie ?? false).toBe(un);
          }
        });
      }),
      { numRuns: fois(60) },
    );
  });

  it('compte les facettes et filtre comme un filtre naïf', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, requete, async (documents, mots) => {
        await surIndex(documents, async (cherche) => {
          const sans = await cherche({ mots });
          const annees: Record<string, number> = {};
          for (const { id } of sans.resultats) {
            const annee = String(documents.find((d) => d.id === id)?.facettes.annee);
            annees[annee] = (annees[annee] ?? 0) + 1;
          }
          expect(sans.facettes.annee ?? {}).toEqual(annees);
          for (const [annee, n] of Object.entries(annees)) {
            if (sans.elargie !== true)
              expect((await cherche({ mots, filtres: { annee: [annee] } })).total).toBe(n);
          }
        });
      }),
      { numRuns: fois(40) },
    );
  });

  it('donne des extraits qui sont des morceaux du document, où chaque mot marqué répond', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, requete, async (documents, mots) => {
        await surIndex(documents, async (cherche) => {
          for (const { id, extrait } of (await cherche({ mots })).resultats) {
            const d = documents.find((x) => x.id === id);
            const nu = extrait.replace(/[\uE000\uE001]/g, '');
            expect([d?.titre, d?.champs, d?.texte].some((t) => t?.includes(nu))).toBe(true);
            for (const [, marque = ''] of extrait.matchAll(/\uE000([^\uE001]*)\uE001/g)) {
              expect(racines(mots.trim())).toContain(stem(fold(marque)));
            }
          }
        });
      }),
      { numRuns: fois(40) },
    );
  });

  it('répond à toute saisie', async () => {
    await surIndex(
      [document('action:a', 'Action', 'Emploi et insertion', { texte: 'PRE' })],
      async (cherche) => {
        const signes = fc.constantFrom(
          '"',
          '«',
          '»',
          '-',
          '*',
          '(',
          ')',
          'AND',
          'OR',
          'NEAR',
          ' ',
          'emploi',
          'PRE',
          '\u0000',
          'é',
          ':',
          '^',
        );
        const saisie = fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(signes).map((m) => m.join('')),
        );
        await fc.assert(
          fc.asyncProperty(saisie, async (mots) => {
            const r = await cherche({ mots });
            expect(r.total).toBe(r.resultats.length);
          }),
          { numRuns: fois(300) },
        );
      },
    );
  });
});

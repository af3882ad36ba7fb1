import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as liste from '../../../queries/actions/liste.js';
import * as voisinage from '../../../queries/graphe/voisinage.js';
import { lireQuestion } from '../../../src/graph/ask.js';
import { complet, difference, monde } from '../../support/monde.js';
import type { Banc } from '../graph.js';

const HOSTILES = [
  "« L’Œuvre » d'Éragny",
  'guillemets " et \\ barre \\" et \'apostrophe\'',
  'deux\nlignes\n\net une tabulation\t.',
  "'; DROP TABLE Action; // MATCH (n) DETACH DELETE n",
  '[a, b] {c: "d"} $commune {label}',
  '👩‍👩‍👧 🇫🇷 ﷽ ‮droite à gauche',
  'NULL',
  ' entre deux espaces ',
  '',
  ',,,',
  '#commentaire',
];

/** What is written comes back as it was, and nothing in a value is ever run. */
export function testValeurs(banc: Banc): void {
  const TOUTES = { anneeMin: 0, anneeMax: 9999 };

  describe('values', () => {
    const aller = async (titres: string[]): Promise<string[]> => {
      const mondes = titres.map((titre, i) => [`action:${i}`, { titre }] as const);
      const graphe = await banc.vide();
      const m = monde([], Object.fromEntries(mondes));
      await graphe.projeter(complet(m));
      const vide = { entites: m.entites.map((e) => ({ ...e, libelle: 'x' })), relations: [] };
      const complets = await lireQuestion(graphe, liste, TOUTES);
      await graphe.projeter(difference(vide, m, 2));
      expect(await lireQuestion(graphe, liste, TOUTES)).toEqual(complets);
      return sorted(complets.map((l) => l.titre));
    };

    it('keeps quotes, line feeds, brackets, emoji and would-be statements as text', async () => {
      expect(await aller(HOSTILES)).toEqual(sorted(HOSTILES));
    });

    it('keeps any text, control characters apart', async () => {
      const texte = fc.string({ unit: 'binary', maxLength: 40 }).map(sansControle);
      await fc.assert(
        fc.asyncProperty(fc.array(texte, { minLength: 200, maxLength: 200 }), async (textes) => {
          expect(await aller(textes)).toEqual(sorted(textes));
        }),
        { numRuns: 2, endOnFailure: true },
      );
    }, 60_000);

    it('takes an id with quotes as a parameter, and finds only it', async () => {
      const graphe = await banc.vide();
      const id = 'commune:l\'« "x" » OR 1=1';
      await graphe.projeter(complet(monde([['action:a', 'TOUCHE', id]])));
      const ask = (cherche: string) => lireQuestion(graphe, voisinage, { id: cherche, limite: 9 });
      expect(await ask(id)).toHaveLength(1);
      expect(await ask("commune:' OR '1'='1")).toEqual([]);
    });

    it('leaves out a property that is absent, and forgets one that went away', async () => {
      const graphe = await banc.vide();
      const avant = monde([], { 'action:a': { format: 'atelier', numero: 3 } });
      const apres = monde([], { 'action:a': {} });
      await graphe.projeter(complet(avant));
      const [ligne] = await lireQuestion(graphe, liste, TOUTES);
      expect(ligne).toMatchObject({ format: 'atelier', numero: 3 });
      await graphe.projeter(difference(avant, apres));
      const [ensuite] = await lireQuestion(graphe, liste, TOUTES);
      expect(ensuite).toMatchObject({ format: '', numero: 0 });
    });

    it('refuses an unknown question by its name', async () => {
      const graphe = await banc.vide();
      await expect(graphe.lire('territoires/meteo', {})).rejects.toThrow(/territoires\/meteo/);
    });
  });
}

function sorted(textes: readonly string[]): string[] {
  return [...textes].sort();
}

/** The model's texts hold no control character but tab and line feed (pages are cleaned when read). */
function sansControle(texte: string): string {
  return texte.replace(/\p{Cs}/gu, '').replace(/[^\P{Cc}\n\t]/gu, '');
}

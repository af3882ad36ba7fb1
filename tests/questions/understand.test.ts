import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openGazetteer } from '../../src/engines.js';
import type { Contexte } from '../../src/questions/contexte.js';
import { createContexte } from '../../src/questions/contexte.js';
import { REGLES_INTENTION } from '../../src/questions/intentions.js';
import type { Equation } from '../../src/questions/types.js';
import { understand } from '../../src/questions/understand.js';
import type { BaseDeTest } from './support/base.js';
import { ouvrirPetitMonde } from './support/petitMonde.js';

interface Cas {
  readonly q: string;
  readonly intention: string;
  readonly commune?: string;
  readonly communes?: readonly string[];
  readonly departement?: string;
  readonly ancienNom?: boolean;
  readonly dispositifs?: readonly string[];
  readonly annee?: number | string;
  readonly mots?: string;
  readonly themes?: readonly string[];
  readonly publics?: readonly string[];
}

const CAS = parse(
  readFileSync(new URL('../golden/questions/comprendre.yml', import.meta.url), 'utf8'),
) as Cas[];

let base: BaseDeTest;
let contexte: Contexte;
beforeAll(async () => {
  base = await ouvrirPetitMonde();
  contexte = createContexte({ ...base.moteurs, gazetteer: openGazetteer() });
});
afterAll(() => base.fermer());

describe('a question is understood', () => {
  it.each(CAS)('« $q »', (cas) => {
    const { equation } = understand(contexte, cas.q, 2013);
    expect(court(equation, cas)).toEqual(attendu(cas));
  });

  it('gives one equation whatever the accents and the capitals', () => {
    for (const { q } of CAS.filter((c) => c.commune !== undefined)) {
      const sans = q.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      const [a, b] = [q, sans].map((texte) => understand(contexte, texte, 2013).equation);
      expect([b?.intention, b?.commune?.id, b?.annee], q).toEqual([
        a?.intention,
        a?.commune?.id,
        a?.annee,
      ]);
    }
  });
});

describe('the table of intentions', () => {
  it.each(REGLES_INTENTION.map((r) => [r.exemple, r.intention]))(
    '« %s » is %s',
    (exemple, intention) => {
      expect(understand(contexte, exemple, 2013).equation.intention).toBe(intention);
    },
  );
});

describe('any text', () => {
  it('is read without error, and what is left of it are words of it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...MOTS), fc.string())), (morceaux) => {
        const question = morceaux.join(' ');
        const { equation } = understand(contexte, question, 2013);
        for (const mot of (equation.mots ?? '').split(' ')) {
          expect(question.normalize('NFC')).toContain(mot);
        }
      }),
    );
  });
});

const MOTS = [
  'actions',
  'à',
  'Meaux',
  'PRE',
  'entre',
  '2010',
  'et',
  '2012',
  'où',
  "l'an",
  'dernier',
  '-',
  '"',
  'ﬁ',
  'œuvre',
];

function attendu({ q: _, ...cas }: Cas): Omit<Cas, 'q'> {
  return cas;
}

/** The equation in the words of the golden file; words are compared where a case gives them, or must be none. */
function court(equation: Equation, cas: Cas): Record<string, unknown> {
  const { commune, communes, departement, dispositifs, annee, mots } = equation;
  const local = (id: string): string => id.slice(id.indexOf(':') + 1);
  const libres = ['intervenants', 'documents', 'definition'].includes(cas.intention);
  return sansVides({
    intention: equation.intention,
    commune: communes === undefined && commune !== undefined ? local(commune.id) : undefined,
    communes: communes?.map((c) => local(c.id)),
    departement: departement === undefined ? undefined : local(departement.id),
    ancienNom: commune?.ancienNom === undefined ? undefined : true,
    dispositifs: dispositifs?.map((d) => local(d.id)),
    themes: cas.themes && equation.themes?.map((t) => local(t.id)),
    publics: cas.publics && equation.publics?.map((p) => local(p.id)),
    annee: annee?.debut === annee?.fin ? annee?.debut : `${annee?.debut}-${annee?.fin}`,
    mots: libres ? cas.mots : mots,
  });
}

function sansVides(objet: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(objet).filter(([, v]) => v !== undefined));
}

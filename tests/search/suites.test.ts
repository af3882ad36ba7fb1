import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chercherSuite, suitesDe } from '../../src/search/meilisearch/suites.js';

const MOTS = ['ville', 'sante', 'contrat', 'politique', 'de', 'la', 'et'];
const VIDES = new Set(['de', 'la', 'et']);

/** The rule itself: the words stand side by side in one of the texts. */
const contient = (textes: readonly (readonly string[])[], cherches: readonly string[]): boolean =>
  textes.some((t) => ` ${t.join(' ')} `.includes(` ${cherches.join(' ')} `));

function trouve(textes: readonly (readonly string[])[], cherches: readonly string[]): boolean {
  const valeurs = suitesDe(textes);
  const { valeurs: voulues, triples } = chercherSuite(cherches);
  return (
    voulues.every((v) => valeurs.has(v)) &&
    triples.every((t) => !valeurs.has(t.ambigu) || valeurs.has(t.valeur))
  );
}

describe('suites', () => {
  const texte = fc.array(fc.constantFrom(...MOTS), { maxLength: 14 });
  const textes = fc.array(texte, { minLength: 1, maxLength: 3 });

  it('trouve toute suite de mots qui est dans le texte', () => {
    fc.assert(
      fc.property(textes, fc.nat(), fc.integer({ min: 2, max: 6 }), (liste, debut, n) => {
        const [premier = []] = liste;
        const cherches = premier.slice(debut % (premier.length + 1)).slice(0, n);
        if (cherches.length > 1) expect(trouve(liste, cherches)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('ne trouve que celles-là, de deux ou trois mots pleins et leurs mots vides', () => {
    const suite = fc
      .tuple(
        fc.constantFrom('ville', 'sante', 'contrat', 'politique'),
        fc.array(fc.constantFrom('de', 'la', 'et'), { maxLength: 2 }),
        fc.constantFrom('ville', 'sante', 'contrat', 'politique'),
        fc.option(fc.constantFrom('ville', 'sante', 'contrat'), { nil: undefined }),
      )
      .map(([a, vides, b, c]) => [a, ...vides, b, ...(c === undefined ? [] : [c])]);
    fc.assert(
      fc.property(textes, suite, (liste, cherches) => {
        expect(trouve(liste, cherches)).toBe(contient(liste, cherches));
      }),
      { numRuns: 5_000 },
    );
  });

  it('« politique de la ville » n’est pas « politique de la santé … contrat de la ville »', () => {
    const mots = 'politique de la sante contrat de la ville'.split(' ');
    expect(trouve([mots], ['politique', 'de', 'la', 'ville'])).toBe(false);
    expect(trouve([mots], ['contrat', 'de', 'la', 'ville'])).toBe(true);
    expect(trouve([mots], ['la', 'ville'])).toBe(true);
    expect([...VIDES].some((v) => trouve([mots], [v, 'politique']))).toBe(false);
  });
});

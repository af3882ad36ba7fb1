import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreuveSituee } from '../../src/questions/types.js';
import { passages } from '../../src/web/passages.js';

const PAGE = 'Titre de la page\nTerritoire : Beauval à Meaux, Chelles\nPublic : élus';

/** A proof as the services give it: the quote, and the rest of its printed line. */
function preuve(citation: string, debut = PAGE.indexOf(citation)): PreuveSituee {
  const fin = debut + citation.length;
  const ligne = PAGE.lastIndexOf('\n', debut - 1) + 1;
  const bout = PAGE.indexOf('\n', fin);
  return {
    document: `sha256:${'a'.repeat(64)}`,
    page: 1,
    debut,
    fin,
    citation,
    avant: PAGE.slice(ligne, debut),
    apres: PAGE.slice(fin, bout === -1 ? PAGE.length : bout),
    url: '/documents/aaaaaaaaaaaa/pages/1',
  };
}

/** A passage with its quotes between brackets. */
function ecrire(preuves: readonly PreuveSituee[]): string[] {
  return passages(preuves).map(({ morceaux }) =>
    morceaux.map(({ texte, cite }) => (cite ? `[${texte}]` : texte)).join(''),
  );
}

describe('passages', () => {
  it('shows two quotes of one line once, with both marks', () => {
    expect(ecrire([preuve('Chelles'), preuve('Meaux')])).toEqual([
      'Territoire : Beauval à [Meaux], [Chelles]',
    ]);
  });

  it('marks once what two quotes share, and leads to all of it', () => {
    const [passage] = passages([preuve('Meaux'), preuve('Beauval à Meaux')]);
    const debut = PAGE.indexOf('Beauval');
    expect(ecrire([preuve('Meaux'), preuve('Beauval à Meaux')])).toEqual([
      'Territoire : [Beauval à Meaux], Chelles',
    ]);
    expect(passage?.url).toContain(`debut=${debut}&fin=${debut + 'Beauval à Meaux'.length}`);
  });

  it('keeps apart the lines, the pages and the documents', () => {
    const autre = { ...preuve('Meaux'), page: 2 };
    expect(passages([preuve('Meaux'), preuve('élus'), autre])).toHaveLength(3);
  });

  it('leaves out the lines of reference lists', () => {
    expect(passages([{ referentiel: 'communes', millesime: '2020', cle: '77284' }])).toEqual([]);
  });

  it('loses no quote and adds no text, whatever the quotes', () => {
    const intervalle = fc
      .tuple(fc.nat(PAGE.length - 1), fc.integer({ min: 1, max: 30 }))
      .map(([d, n]) => preuve(PAGE.slice(d, d + n), d));
    fc.assert(
      fc.property(fc.array(intervalle, { minLength: 1, maxLength: 6 }), (preuves) => {
        const montres = passages(preuves);
        const cites = new Set(
          preuves.flatMap((p) =>
            'document' in p ? Array.from({ length: p.fin - p.debut }, (_, i) => p.debut + i) : [],
          ),
        );
        const marques = montres.flatMap((p) => p.morceaux.filter((m) => m.cite));
        expect(marques.reduce((n, m) => n + m.texte.length, 0)).toBe(cites.size);
        for (const { morceaux } of montres)
          expect(PAGE).toContain(morceaux.map((m) => m.texte).join(''));
      }),
    );
  });
});

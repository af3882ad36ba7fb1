import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bloc, preuvesDe } from '../../src/domain/bloc.js';

const COLONNES = 'Un atelier pour   Public : élus\nles équipes du    Lieu : Creil\ndépartement.';

/** A block of parts of a page, joined by spaces. */
function blocDe(texte: string, parts: readonly string[], page = 1): Bloc {
  let debut = 0;
  const carte = parts.map((part) => {
    const troncon = { debut, longueur: part.length, page, source: texte.indexOf(part) };
    debut += part.length + 1;
    return troncon;
  });
  return { texte: parts.join(' '), carte };
}

function citations(texte: string, bloc: Bloc): string[] {
  return preuvesDe('sha256:x', new Map([[1, texte]]), bloc).map((p) => p.citation);
}

describe('the proofs of a passage', () => {
  it('is one slice over the lines of a paragraph', () => {
    const texte = 'Un atelier pour\nles équipes.';
    expect(citations(texte, blocDe(texte, ['Un atelier pour', 'les équipes.']))).toEqual([texte]);
  });

  it('leaves out the text of another column that the page mixes with it', () => {
    const bloc = blocDe(COLONNES, ['Un atelier pour', 'les équipes du', 'département.']);
    expect(citations(COLONNES, bloc)).toEqual([
      'Un atelier pour',
      'les équipes du',
      'département.',
    ]);
  });

  it('keeps one slice over a cut hyphen, the call of a note and a bullet', () => {
    const texte = 'la réno-\nvation urbaine (12) des\n• quartiers';
    const bloc = blocDe(texte, ['la réno', 'vation urbaine', ' des', 'quartiers']);
    expect(citations(texte, bloc)).toEqual([texte]);
  });

  it('is one slice a page over two pages', () => {
    const pages = new Map([
      [1, 'Un atelier'],
      [2, 'pour tous'],
    ]);
    const bloc: Bloc = {
      texte: 'Un atelier pour tous',
      carte: [
        { debut: 0, longueur: 10, page: 1, source: 0 },
        { debut: 11, longueur: 9, page: 2, source: 0 },
      ],
    };
    expect(preuvesDe('sha256:x', pages, bloc).map((p) => [p.page, p.citation])).toEqual([
      [1, 'Un atelier'],
      [2, 'pour tous'],
    ]);
  });

  it('quotes the page exactly and holds every character of the passage', () => {
    const mots = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(mots, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (m, gardes) => {
        const texte = m.join(' ');
        let source = 0;
        let debut = 0;
        const carte: Bloc['carte'][number][] = [];
        m.forEach((mot, i) => {
          if (gardes[i] === true) {
            carte.push({ debut, longueur: mot.length, page: 1, source });
            debut += mot.length + 1;
          }
          source += mot.length + 1;
        });
        const bloc = { texte: m.filter((_, i) => gardes[i] === true).join(' '), carte };
        const preuves = preuvesDe('sha256:x', new Map([[1, texte]]), bloc);
        for (const p of preuves) expect(texte.slice(p.debut, p.fin)).toBe(p.citation);
        for (const t of carte)
          expect(preuves.some((p) => p.debut <= t.source && t.source + t.longueur <= p.fin)).toBe(
            true,
          );
      }),
    );
  });
});

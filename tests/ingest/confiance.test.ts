import { describe, expect, it } from 'vitest';
import { withConfidence } from '../../ingest/stages/confiance.js';
import type { Assertion, Preuve } from '../../src/domain/fait.js';
import type { Page } from '../../src/domain/page.js';

const DOC = `sha256:${'a'.repeat(64)}`;
const AUTRE = `sha256:${'b'.repeat(64)}`;

function page(numero: number, confiance?: number): Page {
  const lue = { numero, imprimee: null, texte: 'x' };
  return confiance === undefined
    ? { ...lue, etat: 'lu' as const }
    : { ...lue, etat: 'ocr' as const, confiance };
}

function fait(...preuves: Preuve[]): Assertion {
  return {
    sujet: 'action:a',
    predicat: 'titre',
    valeur: 'x',
    statut: 'dit',
    regle: 't@1',
    preuves,
  };
}

function passage(numero: number, document = DOC): Preuve {
  return { document, page: numero, debut: 0, fin: 1, citation: 'x' };
}

describe('withConfidence', () => {
  const pages = [page(1), page(2, 91.5), page(3, 74)];

  it('gives a fact the lowest confidence of its recognised pages', () => {
    const [a, b] = withConfidence(
      [fait(passage(2), passage(3)), fait(passage(1), passage(2))],
      DOC,
      pages,
    );
    expect([a?.confiance, b?.confiance]).toEqual([74, 91.5]);
  });

  it('says nothing of a fact that rests on read pages, on a list, or on another document', () => {
    const liste = { referentiel: 'communes', millesime: '2026', cle: '95268' };
    const faits = [fait(passage(1)), fait(liste), fait(passage(2, AUTRE))];
    expect(withConfidence(faits, DOC, pages)).toEqual(faits);
  });
});

import { describe, expect, it } from 'vitest';
import { chargerLexique } from '../../../ingest/stages/reparation/lexique.js';
import { REGLES } from '../../../ingest/stages/reparation/regles.js';
import { reparerTexte } from '../../../ingest/stages/reparation/reparer.js';

const INDICES = { lexique: chargerLexique(), document: new Map<string, number>() };
const EXEMPLES = REGLES.flatMap((r) => r.exemples.map(([abime, lu]) => [r, abime, lu] as const));

describe('every rule of repair', () => {
  it('has a name of its own and examples', () => {
    expect(new Set(REGLES.map((r) => r.nom)).size).toBe(REGLES.length);
    expect(REGLES.filter((r) => r.exemples.length === 0)).toEqual([]);
  });

  it.each(EXEMPLES)('%j: « %s » is read « %s »', (regle, abime, lu) => {
    const { texte, pieces } = reparerTexte(abime, INDICES, regle.surImage === true);
    expect(texte).toBe(lu);
    expect(pieces.map((p) => p.regle)).toContain(regle.nom);
  });

  it.each(EXEMPLES)('%j: leaves « %s » alone once repaired', (regle, _abime, lu) => {
    expect(reparerTexte(lu, INDICES, regle.surImage === true).pieces.map((p) => p.regle)).toEqual([
      null,
    ]);
  });
});

describe('the rules of recognised characters', () => {
  it.each([
    'Attention ! les places sont limitées',
    'Quel succès ! Les élus',
    'Oui ! Cergy',
    '12, Rue de la Paix',
    'les 3 et\n10, puis en juin',
  ])('leave « %s » alone', (texte) => {
    expect(reparerTexte(texte, INDICES, true).texte).toBe(texte);
  });

  it('do not touch a page of text', () => {
    expect(reparerTexte('Date ! 1er semestre 2031', INDICES).texte).toContain('Date !');
  });
});

import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { PreuveSituee } from '../../src/questions/types.js';
import { ListePreuves } from '../../src/web/components/preuves.js';

const LIGNE: PreuveSituee = {
  referentiel: 'communes',
  millesime: '2020',
  cle: 'commune:77285',
  libelle: 'Le Mée-sur-Seine',
  statut: 'reference',
};
const PASSAGE: PreuveSituee = {
  document: 'sha256:a',
  page: 1,
  debut: 10,
  fin: 27,
  citation: 'Le Mée-sur-\nSeine',
  statut: 'dit',
};

const voir = (...preuves: PreuveSituee[]): string => renderToString(ListePreuves({ preuves }));

describe('ListePreuves', () => {
  it('names the list and whom its line is about, never its key', () => {
    const html = voir(LIGNE);
    expect(html).toContain('Liste des communes (INSEE), 2020\u00a0: Le Mée-sur-Seine');
    expect(html).not.toContain('77285');
  });

  it('says how each proof is known only when they are not all known the same way', () => {
    expect(voir(LIGNE)).not.toContain('class="statut');
    const html = voir(PASSAGE, LIGNE);
    expect(html).toContain('dit par le document');
    expect(html).toContain('référentiel</span>');
  });

  it('joins a name broken at the end of a line', () => {
    expect(voir(PASSAGE)).toContain('<mark>Le Mée-sur-Seine</mark>');
  });
});

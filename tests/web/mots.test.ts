import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ResultatMots } from '../../src/web/components/mots.js';

const LU = {
  id: 'sha256:abc',
  titre: 'Rapport d’activité',
  fichier: 'r.pdf',
  type: 'rapport',
  annee: 2014,
  pages: 9,
};

function genre(
  plus: Partial<Parameters<typeof ResultatMots>[0]['resultat']>,
  document: Omit<typeof LU, 'annee'> & { annee: number | null } = LU,
) {
  const resultat = {
    type: 'Action',
    id: 'action:une',
    titre: 'Une action',
    extrait: '',
    document: LU.id,
    page: 3,
    score: 1,
    url: '/actions/une',
    ...plus,
  };
  const html = renderToString(ResultatMots({ resultat, documents: [document] }));
  return /<p class="genre">(.*?)<\/p>/.exec(html)?.[1]?.replace(/<[^>]+>/g, '');
}

describe('ResultatMots', () => {
  it('says the document, its year and the page', () => {
    expect(genre({})).toBe('Action · rapport 2014, page 3');
  });

  it('names a document without a year by its title', () => {
    expect(genre({}, { ...LU, annee: null })).toBe('Action · Rapport d’activité, page 3');
  });

  it('calls a reference list what only the lists name, and nothing else', () => {
    expect(genre({ type: 'Commune', document: null, page: null })).toBe('Commune · référentiel');
    expect(genre({ document: null, page: null })).toBe('Action');
  });
});

import { describe, expect, it } from 'vitest';
import { analyze, composes, creerMemoire } from '../../src/french/chain.js';
import { estPhrase } from '../../src/french/stopwords.js';

const index = (texte: string) => analyze(texte, { mode: 'index' });
const sigles = (texte: string): (string | null)[] =>
  index(texte)
    .filter((t) => t.sigle !== null)
    .map((t) => t.sigle);

describe('analyze', () => {
  it('plie, élide, réduit, et garde la place des mots vides', () => {
    const termes = index('L’accès aux droits des Étrangers');
    expect(termes.map((t) => [t.mot, t.vide])).toEqual([
      ['acces', false],
      ['aux', true],
      ['droits', false],
      ['des', true],
      ['etrangers', false],
    ]);
    expect(termes.at(-1)?.racine).toBe(index('étrangères')[0]?.racine);
  });

  it('tient PRE pour un sigle, jamais pré, Pré ni PRÉ', () => {
    expect(sigles('coordinateurs PRE')).toEqual(['pre']);
    expect(sigles('un pré, le Pré, le PRÉ')).toEqual([]);
    expect(index('PRE')[0]?.estMot).toBe(false);
  });

  it('lit les sigles à points, au pluriel et collés à un article', () => {
    expect(sigles('les C.U.C.S., l’ANRU et trois QPVs')).toEqual(['cucs', 'anru', 'qpv']);
  });

  it('ne prend pas un titre en capitales pour une suite de sigles', () => {
    const termes = index('PRÉVENTION DE LA DELINQUANCE\nPRE, ASV, GUP');
    expect(termes.filter((t) => t.estMot && !t.vide).map((t) => t.mot)).toEqual([
      'prevention',
      'delinquance',
    ]);
    expect(termes.slice(-3).map((t) => t.sigle)).toEqual(['pre', 'asv', 'gup']);
  });

  it('lit un long nom en capitales comme un mot aussi', () => {
    expect(index('à SARCELLES')[1]).toMatchObject({ sigle: 'sarcelles', estMot: true });
  });

  it('lit « St » comme « Saint »', () => {
    expect(index('St-Gratien').map((t) => t.mot)).toEqual(index('Saint-Gratien').map((t) => t.mot));
  });

  it('ne réduit pas un nom propre', () => {
    const [fosses] = analyze('Fosses', { mode: 'index', nomPropre: true });
    expect(fosses?.racine).toBe('fosses');
  });

  it('donne les mots composés en un seul mot, sans les nombres', () => {
    expect(
      composes(index('adultes-relais de 15-24 ans, dévelop-\npement')).map((c) => c.mot),
    ).toEqual(['adultesrelais', 'developpement']);
  });

  it('donne les mêmes termes avec une mémoire', () => {
    const memoire = creerMemoire();
    for (const texte of [
      'Les médiateurs adultes-relais',
      'Médiateurs PRE et médiatrices',
      'L’œuvre',
    ]) {
      expect(analyze(texte, { mode: 'index', memoire })).toEqual(index(texte));
    }
  });
});

describe('estPhrase', () => {
  it.each([
    ['Quelles actions touchent Garges ?', true],
    ['je cherche des documents sur le logement', true],
    ['médiation sociale et santé ?', true],
    ['médiation sociale', false],
    ['lien social quartier', false],
    ['qui ?', false],
  ])('« %s » : %s', (texte, attendu) => {
    expect(
      estPhrase(
        texte,
        index(texte).map((t) => t.mot),
      ),
    ).toBe(attendu);
  });
});

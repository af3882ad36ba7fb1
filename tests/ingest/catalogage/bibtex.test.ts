import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex } from '../../../ingest/formats/bibtex/index.js';
import { lireLatex } from '../../../ingest/formats/bibtex/latex.js';
import { lireBibtex } from '../../../ingest/stages/catalogage/bibtex.js';
import type { NoticeLue } from '../../../ingest/stages/catalogage/notice.js';
import { lireTout } from '../../support/catalogues.js';
import { verifierCouverture } from '../../support/couverture-notices.js';

async function lire(texte: string): Promise<(NoticeLue & { texte: string })[]> {
  return (await lireTout(bibtex, Buffer.from(texte))).flatMap((lu) =>
    lu.genre === 'rompu' ? [] : [{ ...lireBibtex(lu), texte: lu.texte }],
  );
}

describe('a value of LaTeX', () => {
  it.each([
    ["Soci{\\'e}t{\\'e} \\'a {\\'{E}}tat", 'Société á État'],
    ['\\"{\\i}le \\^\\i le fa\\c{c}ade \\c cedille', 'ïle île façade çedille'],
    ['l’{\\oe}uvre \\& 10\\,\\% {ANRU} {{B}}', 'l’œuvre & 10 % ANRU B'],
    ['\\emph{La ville}, \\textbf{gras} $x^2$', 'La ville, gras x²'],
    ['a < b -- c ``d' + "''", 'a < b – c “d”'],
    ['{\\textbraceleft}a\\_b\\textbackslash{}c', '{a_b\\c'],
  ])('%s', (brut, attendu) => {
    expect(lireLatex(brut)).toBe(attendu);
  });
});

describe('an entry', () => {
  it('proves what it takes from a string or from another entry by their text', async () => {
    const [lue] = await lire(
      '@string{s = {Seuil}}\n@incollection{a, title = {Un}, crossref = {b}}\n@book{b, title = {Deux}, publisher = s}',
    );
    expect(lue?.notice).toMatchObject({ titre: 'Un', hote: 'Deux' });
    const [preuve] = lue?.preuves.hote ?? [];
    expect(lue?.texte.slice(preuve?.debut, preuve?.fin)).toBe('Deux');
  });

  it.each([
    ['de La Fontaine, Jean', { nom: 'La Fontaine', prenom: 'Jean de' }],
    ['Jean de La Fontaine', { nom: 'La Fontaine', prenom: 'Jean de' }],
    ['{Ville and Banlieue}', { nom: 'Ville and Banlieue', collectif: true }],
    ['family=Gaulle, given=Geneviève, prefix=de', { nom: 'Gaulle', prenom: 'Geneviève de' }],
  ])('has the author %s', async (brut, auteur) => {
    const [lue] = await lire(`@book{a, title = {Un}, author = {${brut}}}`);
    expect(lue?.notice.auteurs).toEqual([{ ...auteur, role: 'auteur' }]);
  });

  it.each([
    ['date = {2003-05/2004-01}', { debut: 2003, fin: 2004 }],
    ['date = {1995/}', { debut: 1995 }],
    ['year = 2003, month = mar', { debut: 2003, fin: 2003 }],
  ])('is dated by %s', async (champs, annees) => {
    expect((await lire(`@book{a, title = {Un}, ${champs}}`))[0]?.notice.date).toMatchObject(annees);
  });

  it('that is broken never stops the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[a-z{}"=,# \n\\@]{0,60}$/),
        fc.integer({ min: 1, max: 50 }),
        async (casse, taille) => {
          const bonne = '\n@book{bonne, title = {Bonne}}\n';
          const octets = Buffer.from(`${bonne}@book{x, title = ${casse}${bonne}`);
          const lus = await lireTout(bibtex, octets, taille);
          for (const lu of [lus[0], lus.at(-1)])
            expect(lu?.genre === 'enregistrement' ? lireBibtex(lu).cle : lu).toBe('bonne');
        },
      ),
    );
  });

  it('has each of its fields in the proofs or in the other fields', async () => {
    const nom = fc.constantFrom(
      ...'title subtitle shorttitle author editor date year month publisher location series journal booktitle volume number pages isbn issn doi url abstract keywords language note file library crossref'.split(
        ' ',
      ),
    );
    const valeur = fc.constantFrom(
      '{Un : deux}',
      '{Roy, Anne and Paul Durand and others}',
      '2003',
      '{2003/2004}',
      's # { x}',
      '"a {"} b"',
      '{ville, logement}',
      '{2-07-036822-X}',
      '{https://a.fr/b_c}',
      "{\\'E}",
      '{b}',
      '{}',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(nom, valeur), { maxLength: 15 }), async (champs) => {
        const entree = `@string{s = {Seuil}}\n@incollection{a${champs.map(([n, v]) => `,\n ${n} = ${v}`).join('')}}\n@book{b, title={T}, editor={Z, Y}, publisher=s}`;
        for (const lu of await lireTout(bibtex, Buffer.from(entree)))
          if (lu.genre === 'enregistrement') verifierCouverture(lu, lireBibtex);
          else throw new Error(lu.raison);
      }),
      { numRuns: 300 },
    );
  });
});

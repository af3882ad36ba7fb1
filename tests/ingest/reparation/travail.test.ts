import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ramener } from '../../../ingest/stages/reparation/retour.js';
import {
  appliquer,
  type Retouche,
  type Travail,
  travailDe,
  versTravail,
} from '../../../ingest/stages/reparation/travail.js';
import { longueurSource } from '../../../src/domain/bloc.js';

/** Changes in order that do not overlap, drawn for a text of any length. */
const RETOUCHES = fc.array(
  fc.record({
    saut: fc.nat(4),
    longueur: fc.nat(4),
    texte: fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), maxLength: 4 }),
  }),
  { maxLength: 6 },
);

function poser(texte: string, brut: readonly { saut: number; longueur: number; texte: string }[]) {
  const retouches: Retouche[] = [];
  let debut = 0;
  for (const r of brut) {
    debut += r.saut;
    const fin = debut + r.longueur;
    if (fin > texte.length) break;
    retouches.push({ debut, fin, texte: r.texte });
    debut = fin + 1;
  }
  return retouches;
}

/** The oracle: changes made on the bare text. */
function remplacer(texte: string, retouches: readonly Retouche[]): string {
  return [...retouches]
    .reverse()
    .reduce((t, r) => t.slice(0, r.debut) + r.texte + t.slice(r.fin), texte);
}

describe('appliquer', () => {
  it('reads what the changes say, and keeps a way back from every character, rule after rule', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('x', 'y', ' ', 'z'), maxLength: 25 }),
        fc.array(RETOUCHES, { maxLength: 3 }),
        (source, passes) => {
          let travail: Travail = travailDe(source);
          passes.forEach((passe, i) => {
            const retouches = poser(travail.texte, passe);
            const attendu = remplacer(travail.texte, retouches);
            travail = appliquer(travail, retouches, `r${i}`);
            expect(travail.texte).toBe(attendu);
          });
          let [debut, origine] = [0, 0];
          for (const p of travail.pieces) {
            expect([p.debut, p.source]).toEqual([debut, origine]);
            if (p.regle === null) {
              expect(travail.texte.slice(debut, debut + p.longueur)).toBe(
                source.slice(origine, origine + p.longueurSource),
              );
            }
            [debut, origine] = [debut + p.longueur, origine + p.longueurSource];
          }
          expect([debut, origine]).toEqual([travail.texte.length, source.length]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps a character beside what it takes away', () => {
    const travail = appliquer(travailDe('bénéfi ciaires'), [{ debut: 6, fin: 7, texte: '' }], 'r');
    expect(travail.texte).toBe('bénéficiaires');
    expect(travail.pieces[1]).toMatchObject({ debut: 5, longueur: 1, longueurSource: 2 });
  });
});

describe('ramener', () => {
  it('leads a block of the working text back to the exact slices of the page', () => {
    const source = 'Le CCOONNTTRRAATT de ville';
    const travail = appliquer(travailDe(source), [{ debut: 3, fin: 17, texte: 'CONTRAT' }], 'r');
    const carte = [{ debut: 0, longueur: travail.texte.length, page: 4, source: 0 }];
    const lu = { titre: { texte: travail.texte, carte }, autres: [1, 'a', null] };
    const { titre, autres } = ramener(lu, new Map([[4, travail]]));
    expect(autres).toEqual([1, 'a', null]);
    expect(titre.texte).toBe('Le CONTRAT de ville');
    expect(titre.carte.map((t) => source.slice(t.source, t.source + longueurSource(t)))).toEqual([
      'Le C',
      'COONNTTRRAAT',
      'T de ville',
    ]);
  });

  it('finds where an offset of the page stands, before and after a repair', () => {
    const travail = appliquer(
      travailDe('a PPrroojjeett b'),
      [{ debut: 2, fin: 14, texte: 'Projet' }],
      'r',
    );
    expect(travail.texte.slice(versTravail(travail, 15))).toBe('b');
    expect(versTravail(travail, 0)).toBe(0);
  });
});

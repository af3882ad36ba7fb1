import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ficheDispositif } from '../../src/domain/fiches.js';
import { listFiches, readFiche } from '../../src/gazetteer/files.js';
import { DOCUMENT, gazetteer, QUESTION, SEEDS } from './support.js';

const fiches = listFiches(join(SEEDS, 'dispositifs')).map(({ slug, file }) => ({
  slug,
  fiche: readFiche(file, ficheDispositif),
}));

/** « Les [PRE] et les ASV » -> the text without brackets and what they held. */
function lireCrochets(exemple: string): { texte: string; attendus: string[] } {
  return {
    texte: exemple.replace(/[[\]]/g, ''),
    attendus: [...exemple.matchAll(/\[([^\]]+)\]/g)].map((m) => m[1] ?? ''),
  };
}

function reconnus(texte: string, slug: string, mode: 'document' | 'question'): string[] {
  const annee = fiches.find((f) => f.slug === slug)?.fiche.debut ?? 2012;
  return gazetteer
    .mentions(texte, {
      ...(mode === 'document' ? DOCUMENT : QUESTION),
      annee: Math.max(annee, 2005),
      types: ['dispositif'],
    })
    .filter((m) => m.candidats[0]?.id === `dispositif:${slug}`)
    .map((m) => m.texte);
}

describe.each(fiches)('dispositif $slug', ({ slug, fiche }) => {
  it.each(fiche.exemples)('is recognised in « %s »', (exemple) => {
    const { texte, attendus } = lireCrochets(exemple);
    expect(reconnus(texte, slug, 'document')).toEqual(attendus);
  });

  it.each(fiche.questions.length > 0 ? fiche.questions : fiche.exemples.slice(0, 1))(
    'is understood in the question « %s »',
    (exemple) => {
      const { texte, attendus } = lireCrochets(exemple);
      expect(reconnus(texte, slug, 'question')).toEqual(attendus);
    },
  );

  it.each(fiche.contreExemples)('is not seen in « %s »', (texte) => {
    expect(reconnus(texte, slug, 'document')).toEqual([]);
  });

  it('is a link of an unbroken chain of dates', () => {
    if (fiche.debut !== null && fiche.fin !== null)
      expect(fiche.debut).toBeLessThanOrEqual(fiche.fin);
    expect(fiche.predecesseurs).not.toContain(slug);
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Assertion } from '../../src/domain/fait.js';
import { fold } from '../../src/french/fold.js';
import { lotDuCas } from '../support/lotDuCas.js';

const DOSSIER = fileURLToPath(new URL('./programmes', import.meta.url));

async function assertionsDe(cas: string): Promise<readonly Assertion[]> {
  return (await lotDuCas(join(DOSSIER, cas))).assertions;
}

/** The letters of a text: a quote keeps the page's line ends, cut words and marks. */
const lettres = (texte: string): string => fold(texte).replace(/[^a-z0-9]/g, '');

/** Each function said of somebody, with the quotes that prove it. */
function fonctions(assertions: readonly Assertion[]): { dite: string; citations: string }[] {
  return assertions.flatMap((a) => {
    const dite = a.predicat === 'fonction' ? a.valeur : a.proprietes?.fonction;
    if (typeof dite !== 'string') return [];
    const citations = a.preuves.map((p) => ('citation' in p ? p.citation : '')).join(' ');
    return [{ dite, citations }];
  });
}

describe.each(readdirSync(DOSSIER).sort())('programme %s', (cas) => {
  it('quotes each function that it says of somebody', async () => {
    const sans = fonctions(await assertionsDe(cas)).filter(
      ({ dite, citations }) => !lettres(citations).includes(lettres(dite)),
    );
    expect(sans).toEqual([]);
  }, 60_000);
});

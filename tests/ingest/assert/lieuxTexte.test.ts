import { describe, expect, it } from 'vitest';
import type { Assertion } from '../../../src/domain/fait.js';
import type { Cas } from './corpus.js';
import { assertions, lireCas, nomDe } from './corpus.js';

/** The places of the action under test by a relation, sorted. */
function lieux(cas: Cas, faits: readonly Assertion[], predicat: string): string[] {
  const ids = faits
    .filter((f) => f.predicat === predicat && f.sujet === 'action:essai')
    .flatMap(({ objet }) => objet ?? [])
    .filter((id) => /^(?:commune|intercommunalite|quartier|departement):/.test(id));
  return [...new Set(ids)].map((id) => nomDe(id, faits, cas.dep)).sort();
}

describe('a sentence of the running text', () => {
  const cas = lireCas(/^lieux-h/).map((c) => [c.texte ?? c.titre, c] as const);

  it.each(cas)('touches and cites: « %s »', (_texte, c) => {
    const { faits } = assertions(c);
    if (c.touche !== undefined) expect(lieux(c, faits, 'TOUCHE')).toEqual([...c.touche].sort());
    if (c.cite !== undefined) expect(lieux(c, faits, 'CITE')).toEqual([...c.cite].sort());
  });
});

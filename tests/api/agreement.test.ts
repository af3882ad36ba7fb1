import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PORTEES } from '../../src/questions/types.js';
import { openTestApp, type TestApp } from './support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

/** Totals that a page shows under each portée. */
function totaux(html: string): Record<string, number> {
  const motif = /<h3 id="portee-(\w+)">[^<]*<span class="compte">(\d+)<\/span>/g;
  return Object.fromEntries([...html.matchAll(motif)].map((m) => [m[1], Number(m[2])]));
}

interface Comptes {
  readonly total: number;
  readonly parPortee: Record<string, number>;
  readonly apart: readonly { readonly portee: string }[];
}

function attendus({ parPortee, apart }: Comptes): Record<string, number> {
  const comptes: Record<string, number> = {};
  for (const portee of PORTEES)
    if ((parPortee[portee] ?? 0) > 0) comptes[portee] = parPortee[portee] ?? 0;
  for (const { portee } of apart) comptes[portee] = (comptes[portee] ?? 0) + 1;
  return comptes;
}

describe('pages and API', () => {
  it.each(['77284', '77288', '77285', '77108'])(
    'count the same actions for the commune %s',
    async (insee) => {
      const api = (await t.get(`/api/territoires/${insee}/actions`)) as unknown as Comptes;
      const html = await t.html(`/communes/${insee}`);
      expect(totaux(html)).toEqual(attendus(api));
      expect(html.match(/<article class="resultat">/g) ?? []).toHaveLength(
        api.total + api.apart.length,
      );
    },
  );

  it('count the same actions for a year', async () => {
    const api = (await t.get('/api/territoires/77108/actions?annee=2013')) as unknown as Comptes;
    expect(totaux(await t.html('/communes/77108?annee=2013'))).toEqual(attendus(api));
    expect(api.parPortee.nommee).toBe(1);
  });

  it('give the same answer to a question', async () => {
    const question = 'Quelles actions touchent Meaux ?';
    const reponse = await t.app.inject({
      method: 'POST',
      url: '/api/questions',
      payload: { question },
    });
    const html = await t.html(`/recherche?q=${encodeURIComponent(question)}`);
    expect(totaux(html)).toEqual(attendus(reponse.json()));
    expect(html).toContain('5 actions touchent Meaux');
  });

  it('find the same words', async () => {
    const api = await t.get('/api/recherche?q=sant%C3%A9');
    expect(await t.html('/recherche?q=sant%C3%A9')).toContain(`${api.total} résultats`);
  });

  it('page a list without losing or repeating anything', async () => {
    const ids = new Set<string>();
    const { total } = await t.get('/api/actions?taille=2');
    for (let page = 1; page <= Math.ceil(Number(total) / 2); page += 1) {
      const { resultats } = (await t.get(`/api/actions?taille=2&page=${page}`)) as {
        resultats?: { id: string }[];
      };
      for (const { id } of resultats ?? []) ids.add(id);
    }
    expect(ids.size).toBe(total);
  });
});

describe('proofs on pages', () => {
  it('lead to the passage, marked exactly', async () => {
    const html = await t.html('/actions/veillee');
    const liens = [...html.matchAll(/href="(\/documents\/[^"]+#citation)"/g)].map(
      (m) => m[1] ?? '',
    );
    expect(liens.length).toBeGreaterThan(5);
    const citations = [...html.matchAll(/<p class="passage">.*?<mark>([^<]*)</g)].map((m) => m[1]);
    const marques = await Promise.all(
      liens.map(async (lien) => {
        const page = await t.html(lien.replaceAll('&amp;', '&').replace(/#.*/, ''));
        return /<mark id="citation">([^<]*)</.exec(page)?.[1];
      }),
    );
    expect(marques).toEqual(citations);
  });

  it('explain each action of a commune hop by hop', async () => {
    const html = await t.html('/communes/77284');
    expect(html).toContain('Cette action s’adresse au dispositif PRE.');
    expect(html).toContain('Le dispositif PRE est déployé à Meaux (2012).');
  });
});

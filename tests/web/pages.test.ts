import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../api/support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(() => t.close());

const question = (q: string) => t.html(`/recherche?q=${encodeURIComponent(q)}`);

/** Text of a page without its tags. */
function texte(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[ \n]+/g, ' ');
}

describe('the search page', () => {
  it('offers filters for a word search, and none beside the answer to a question', async () => {
    expect(await question('santé')).toContain('class="facettes"');
    expect(await question('Quelles actions touchent Meaux ?')).not.toContain('class="facettes"');
    expect(await question('liens entre PRE et ASV')).not.toContain('class="facettes"');
  });

  it('says which document a page is of, and that a name comes from a reference list', async () => {
    const html = await question('santé');
    expect(html).toContain('class="genre">Page<span> · programme 2012<');
    expect(html).toContain('class="genre">Dispositif<span> · référentiel<');
  });
});

describe('what was read', () => {
  it.each(['/', '/communes', '/dispositifs', '/couverture', '/actions/veillee'])(
    '%s claims no answer',
    async (url) => {
      const html = await t.html(url);
      expect(html).toMatch(/documents? lus?\u00a0:/);
      expect(html).not.toContain('Réponse établie');
    },
  );

  it('is told as the ground of an answer where there is one', async () => {
    expect(await question('Quelles actions touchent Meaux ?')).toContain('Réponse établie sur');
    expect(await t.html('/communes/77284')).toContain('Réponse établie sur');
  });
});

describe('the page of a commune', () => {
  it('says the sentence of the answer, with what is apart', async () => {
    for (const [insee, nom] of [
      ['77284', 'Meaux'],
      ['77108', 'Chelles'],
    ]) {
      const reponse = await t.app.inject({
        method: 'POST',
        url: '/api/questions',
        payload: { question: `Quelles actions touchent ${nom} ?` },
      });
      const api = await t.get(`/api/territoires/${insee}/actions`);
      expect(api.phrase).toBe(reponse.json().phrase);
      const phrase = texte(String(api.phrase)).replace(/[\u00a0 ]/g, ' ');
      expect(texte(await t.html(`/communes/${insee}`)).replace(/[\u00a0 ]/g, ' ')).toContain(
        phrase.replaceAll("'", '’'),
      );
    }
  });

  it('sums up its grouping, its dispositifs and its quarters before the actions', async () => {
    const html = await t.html('/communes/77284');
    const bref = html.slice(html.indexOf('class="en-bref"'), html.indexOf('id="actions"'));
    expect(bref).toContain('/dispositifs/pre');
    expect(bref).toContain('/quartiers/beauval');
    const melun = await t.html('/communes/77288');
    expect(melun.slice(0, melun.indexOf('id="actions"'))).toContain('/intercommunalites/247700057');
  });
});

describe('proofs', () => {
  it('never show the key of a reference list to a reader', async () => {
    for (const url of ['/communes/77288', '/quartiers/beauval', '/dispositifs/pre']) {
      const vu = texte(await t.html(url));
      expect(vu).not.toMatch(/(commune|quartier|intercommunalite|dispositif):[\w-]/);
    }
  });
});

describe('the page of an action', () => {
  it('does not repeat its title, and gives each value beside its passage', async () => {
    const html = await t.html('/actions/veillee');
    expect(html).not.toContain('<dt>Titre</dt>');
    expect(html).toMatch(/class="ligne-champs">.*?Année.*?<details class="depli depli-court"/);
  });
});

describe('an address that leads nowhere', () => {
  it('offers a reader the lists, and speaks of the API only to programs', async () => {
    const html = await t.html('/nulle-part');
    expect(html).toContain('href="/communes"');
    expect(texte(html)).not.toMatch(/API|\/documentation/);
    const api = await t.app.inject('/api/nulle-part');
    expect(api.json().remede).toContain('/documentation');
  });
});

describe('the home page', () => {
  it('proposes a pair of dispositifs that an action really brings together', async () => {
    const html = await t.html('/');
    const lien = /href="(\/recherche\?q=Liens[^"]*)"/.exec(html)?.[1];
    const page = await t.html((lien ?? '').replaceAll('&amp;', '&'));
    expect(texte(page)).toMatch(/: [1-9]\d* actions?/);
  });
});

describe('the list of communes', () => {
  it('puts first those that actions name, and finds one by its name', async () => {
    const { resultats } = (await t.get('/api/territoires?type=Commune')) as unknown as {
      resultats: { libelle: string; actions: number }[];
    };
    const comptes = resultats.map((r) => r.actions);
    expect(comptes).toEqual([...comptes].sort((a, b) => b - a));
    expect(comptes[0]).toBeGreaterThan(0);
    expect(await t.html('/communes')).toMatch(/actions? nommément/);
    expect(texte(await t.html('/communes?q=chel'))).toContain('1 résultat');
  });
});

describe('the documentation', () => {
  it('tells the defaults of parameters', async () => {
    expect(texte(await t.html('/documentation'))).toContain('taille 20 par défaut');
  });
});

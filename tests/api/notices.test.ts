import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estPreuveTexte, type PreuveTexte } from '../../src/domain/fait.js';
import { maillageJson } from '../support/cli.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';
import { type FondsApp, openFondsApp } from './support/fonds.js';

const dossier = dossierDuFichier();
const COMPLETE = 'notice:fonds-unimarc-mrc-frbnf123';
let t: FondsApp;
beforeAll(async () => {
  t = await openFondsApp(join(dossier, 'fonds'));
}, 120_000);
afterAll(() => t.close());

interface Resultat {
  readonly id: string;
  readonly type: string;
  readonly titre: string;
  readonly annee: number | null;
  readonly url: string;
  readonly document: string | null;
  readonly page: number | null;
}
interface Liste {
  readonly total: number;
  readonly resultats: readonly Resultat[];
  readonly facettes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The page of a result really holds it. */
function texteDe({ document, page }: Pick<Resultat, 'document' | 'page'>): string {
  return t.lecteurs.faits.page(document ?? '', page ?? 0)?.texte ?? '';
}

describe('/api/notices', () => {
  it('lists the records of every catalogue, the latest first, a page at a time', async () => {
    const { total, resultats } = await t.json<Liste>('/api/notices?taille=200');
    expect(total).toBe(34);
    expect(resultats).toHaveLength(34);
    const annees = resultats.map((n) => n.annee ?? -1);
    expect(annees).toEqual([...annees].sort((a, b) => b - a));
    const suite = await t.json<Liste>('/api/notices?taille=10&page=4');
    expect(suite.resultats.map((n) => n.id)).toEqual(resultats.slice(30).map((n) => n.id));
    for (const notice of resultats) expect(texteDe(notice)).not.toBe('');
  });

  it('counts natures, years, subjects and catalogues, and every value counted filters', async () => {
    const { facettes } = await t.json<Liste>('/api/notices');
    expect(facettes.commune).toMatchObject({ Sarcelles: 2 });
    expect(Object.keys(facettes.catalogue ?? {})).toHaveLength(2);
    for (const [nom, valeurs] of Object.entries(facettes)) {
      for (const [valeur, n] of Object.entries(valeurs)) {
        const { total } = await t.json<Liste>(
          `/api/notices?${new URLSearchParams({ [nom]: valeur })}`,
        );
        expect(total, `${nom}=${valeur}`).toBe(n);
      }
    }
  });

  it('takes the code of a commune and the slug of a dispositif as well as their names', async () => {
    expect((await t.json<Liste>('/api/notices?commune=95585')).total).toBe(2);
    expect((await t.json<Liste>('/api/notices?dispositif=asv&annee=2012')).total).toBe(1);
    expect((await t.json<Liste>('/api/notices?sujet=commune:95268')).total).toBe(1);
  });

  it('says which filter is wrong', async () => {
    const reponse = await t.app.inject('/api/notices?commune=Nullepart');
    expect(reponse.statusCode).toBe(404);
    expect((await t.app.inject('/api/notices?auteur=x')).json().champ).toBe('auteur');
  });
});

interface Fiche {
  readonly champs: readonly { nom: string; valeur: unknown; preuves: readonly PreuveTexte[] }[];
  readonly auteurs: readonly unknown[];
  readonly exemplaires: readonly string[];
  readonly autres: readonly {
    etiquette: string;
    valeur: string;
    preuves: readonly PreuveTexte[];
  }[];
  readonly liens: readonly {
    vers: { id: string };
    champs: readonly string[];
    preuves: readonly PreuveTexte[];
  }[];
  readonly lieux: readonly {
    readonly texte: string;
    readonly url: string;
    readonly fichier: string;
  }[];
}

describe('/api/notices/:id', () => {
  const lire = () => t.json<Fiche>(`/api/notices/${encodeURIComponent(COMPLETE)}`);

  it('gives every field of the model, authors with their role, copies, and where the record stands', async () => {
    const fiche = await lire();
    const valeurs = Object.fromEntries(fiche.champs.map((c) => [c.nom, c.valeur]));
    expect(valeurs).toMatchObject({
      titre: 'Médiation santé à Sarcelles',
      complement: 'bilan de l’atelier santé ville',
      type: 'livre',
      date: '2012',
      editeur: 'La Découverte',
      collection: 'Terrains',
      isbn: ['9782707169327'],
      langues: ['fre'],
      urls: ['https://exemple.fr/mediation?a=1&b=2'],
    });
    expect(fiche.auteurs).toMatchObject([
      { nom: 'Lovelace', prenom: 'Ada', dates: '1815-1852', role: 'auteur' },
      { nom: 'Dubet', prenom: 'François', role: 'préfacier' },
    ]);
    expect(fiche.exemplaires.join()).toContain('SAN 12');
    expect(fiche.lieux[0]?.fichier).toBe('fonds-unimarc.mrc');
    expect(fiche.lieux[0]?.texte).toContain('Lovelace');
  });

  it('gives the other fields under their own tag', async () => {
    const { autres } = await lire();
    expect(autres).toContainEqual(
      expect.objectContaining({ etiquette: '801', valeur: expect.stringContaining('CRDSU') }),
    );
    for (const { preuves } of autres) expect(preuves).toHaveLength(1);
  });

  it('proves each link by an exact quote of the record, and names its field', async () => {
    const { liens, lieux } = await lire();
    const vers = Object.fromEntries(liens.map((l) => [l.vers.id, l.champs]));
    expect(vers).toMatchObject({
      'commune:95585': ['titre'],
      'commune:95268': ['resume'],
      'dispositif:asv': ['complement', 'resume'],
    });
    for (const preuve of liens.flatMap((l) => l.preuves)) {
      expect(estPreuveTexte(preuve)).toBe(true);
      expect(lieux[0]?.texte.slice(preuve.debut, preuve.fin)).toBe(preuve.citation);
    }
  });

  it('answers 404 in French for a record that is not there', async () => {
    const reponse = await t.app.inject('/api/notices/nulle-part');
    expect(reponse.statusCode).toBe(404);
    expect(reponse.json().detail).toContain('Notice introuvable');
  });
});

describe('a record found by its words', () => {
  it.each([
    ['/api/recherche', () => t.json<Liste>('/api/recherche?q=m%C3%A9diation&type=Notice')],
    [
      'ask',
      async () =>
        (
          await t.app.inject({
            method: 'POST',
            url: '/api/questions',
            payload: { question: 'Quels documents sur la médiation santé ?' },
          })
        ).json() as Liste,
    ],
    ['search --json', async () => maillageJson<Liste>(t.data, 'search', 'médiation santé')],
  ])('by %s has the address of its card, its file and its rank there', async (_nom, chercher) => {
    const { resultats } = await chercher();
    const notice = resultats.find((r) => r.id === COMPLETE);
    expect(notice).toMatchObject({ type: 'Notice', page: 2 });
    expect(notice?.url).toBe('/notices/fonds-unimarc-mrc-frbnf123');
    expect(texteDe(notice ?? { document: null, page: null })).toContain('Médiation santé');
  });
});

describe('the card of what a record is about', () => {
  it.each(['/api/territoires/95585', '/api/dispositifs/asv'])(
    '%s has the record, with its passage',
    async (url) => {
      interface AvecNotices {
        readonly notices: {
          total: number;
          resultats: readonly {
            id: string;
            maillons: readonly { preuves: readonly unknown[] }[];
          }[];
        };
      }
      const { notices } = await t.json<AvecNotices>(url);
      expect(notices.total).toBeGreaterThan(0);
      const notice = notices.resultats.find((n) => n.id === COMPLETE);
      expect(notice?.maillons[0]?.preuves).not.toEqual([]);
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  RechercheEcriture,
  ReponseRecherche,
  RequeteRecherche,
} from '../../src/search/port.js';
import { CORPUS } from '../support/corpus-recherche.js';
import { searchRobustness } from './search-robustness.js';

const ids = (r: ReponseRecherche): string[] => r.resultats.map((x) => x.id);

/**
 * What every search engine must do, as sets and priorities: which documents, which ones before
 * which others, never a full order. `open` gives a new empty index.
 */
export function searchContract(nom: string, open: () => Promise<RechercheEcriture>): void {
  describe(`recherche : ${nom}`, () => {
    let index: RechercheEcriture;
    const cherche = (
      mots: string,
      autres: Partial<RequeteRecherche> = {},
    ): Promise<ReponseRecherche> =>
      index.chercher({ mots, limite: 50, decalage: 0, filtres: {}, ...autres });

    beforeAll(async () => {
      index = await open();
      await index.indexer({ sequence: 7, complet: true, documents: CORPUS, retires: [] });
    });
    afterAll(async () => index.fermer());

    const trouve = (mots: string, ...attendus: string[]): void => {
      it(`« ${mots} » trouve ${attendus.join(', ')}`, async () => {
        expect(ids(await cherche(mots))).toEqual(expect.arrayContaining(attendus));
      });
    };
    const premier = (mots: string, attendu: string): void => {
      it(`« ${mots} » donne d’abord ${attendu}`, async () => {
        expect(ids(await cherche(mots))[0]).toBe(attendu);
      });
    };
    const seulement = (mots: string, ...attendus: string[]): void => {
      it(`« ${mots} » trouve exactement ${attendus.length} document(s)`, async () => {
        const r = await cherche(mots);
        expect(new Set(ids(r))).toEqual(new Set(attendus));
        expect(r.total).toBe(attendus.length);
      });
    };

    describe('noms', () => {
      premier('Garges', 'commune:95268');
      premier('garges les gonesse', 'commune:95268');
      premier('Garges-lès-Gonesse', 'commune:95268');
      premier('gonesse', 'commune:95277');
      premier('arnouville les gonesse', 'commune:95019');
      premier('st gratien', 'commune:95555');
      premier('Saint-Gratien', 'commune:95555');
      premier('dubet', 'personne:francois-dubet');
      premier('Les ateliers du logement', 'action:logement');
      premier('la culture', 'theme:culture');
    });

    describe('sigles et formes longues', () => {
      premier('PRE', 'dispositif:pre');
      premier('pre', 'dispositif:pre');
      premier('programme de réussite éducative', 'dispositif:pre');
      trouve('PRE', 'action:longue', 'action:pre');
      trouve('pre', 'action:longue', 'action:pre');
      trouve('programmes de réussite éducative', 'action:longue', 'action:pre');
      trouve('C.U.C.S.', 'dispositif:cucs');
      trouve('contrat urbain de cohésion sociale', 'action:chefs');
      it('PRE n’est ni « pré » ni le début de « prendre »', async () => {
        const trouves = [...ids(await cherche('PRE')), ...ids(await cherche('pre'))];
        expect(trouves).not.toContain('action:jardin');
        expect(trouves).not.toContain('action:migrants');
      });
      seulement('pré', 'action:jardin');
    });

    describe('formes des mots', () => {
      trouve('delinquants', 'action:delinquance');
      trouve('délinquance', 'action:delinquance');
      trouve('logements', 'action:logement');
      trouve('ateliers logement', 'action:logement');
      trouve('médiatrices sociales', 'action:mediation');
      trouve('oeuvre', 'action:chefs');
      trouve('l’œuvre', 'action:chefs');
      trouve('adultes relais', 'action:mediation');
      trouve('adulte-relais', 'action:mediation');
      trouve('usages aujourd’hui', 'action:notion');
      trouve('ELUS', 'action:elus');
      it('donne le mot exact avant une autre forme', async () => {
        const r = ids(await cherche('migrants'));
        expect(r.indexOf('action:migrants')).toBeLessThan(r.indexOf('action:migrante'));
      });
      it('ne prend pas Fosses pour un fossé', async () => {
        expect(ids(await cherche('fossé'))).not.toContain('commune:95250');
      });
    });

    describe('pendant la frappe', () => {
      trouve('discrim', 'action:discriminations');
      trouve('lutte discri', 'action:discriminations');
      premier('sarc', 'commune:95585');
      seulement('discrim ');
    });

    describe('fautes de frappe', () => {
      trouve('mediaton', 'action:mediation');
      trouve('discriminatoins', 'action:discriminations');
      premier('Sarceles', 'commune:95585');
      it('propose l’orthographe connue', async () => {
        expect((await cherche('mediaton sociale')).suggestion).toMatch(/médiation sociale/);
      });
      it('ne corrige pas un mot connu', async () => {
        const r = await cherche('Gonesse');
        expect(r.suggestion).toBeUndefined();
        expect(ids(r)).not.toContain('commune:95999');
      });
      premier('gonese', 'commune:95277');
      // a word of the language is not misspelt, even one letter away from « prévention »
      seulement('prétention');
      seulement('xyzzyx');
    });

    describe('syntaxe', () => {
      seulement('"égalité des chances"', 'action:notion', 'publication:notion');
      seulement('« chances des égalité »');
      it('exclut le mot qui suit un tiret', async () => {
        const avec = ids(await cherche('prévention'));
        const sans = ids(await cherche('prévention -délinquance'));
        expect(avec).toContain('action:delinquance');
        expect(sans).not.toContain('action:delinquance');
        expect(sans).toContain('action:discriminations');
      });
      premier('Quelles actions touchent Garges-lès-Gonesse ?', 'commune:95268');
      trouve(
        'Pouvez-vous m’indiquer les documents qui parlent de médiation sociale, s’il vous plaît ?',
        'action:mediation',
      );
      trouve('je cherche des informations sur les discriminations', 'action:discriminations');
    });

    describe('priorités', () => {
      it('place le titre avant le texte, et une page après ce dont elle parle', async () => {
        const r = ids(await cherche('logement'));
        expect(r[0]).toBe('action:logement');
        expect(r.indexOf('page:sha256:aa#9')).toBeGreaterThan(r.indexOf('action:logement'));
      });
      it('cherche large quand aucun document n’a tous les mots, et le dit', async () => {
        const r = await cherche('médiation sociale montgolfière');
        expect(r.elargie).toBe(true);
        expect([r.absents, r.part]).toEqual([['montgolfière'], 0.62]);
        expect(ids(r)[0]).toBe('action:mediation');
        expect((await cherche('médiation sociale')).elargie).toBeUndefined();
      });
    });

    describe('totaux, facettes, pages de résultats', () => {
      it('compte exactement, sur tous les résultats', async () => {
        const tout = await cherche('prévention');
        const un = await cherche('prévention', { limite: 1 });
        expect(un.resultats).toHaveLength(1);
        expect(un.total).toBe(tout.resultats.length);
        expect(un.facettes).toEqual(tout.facettes);
        const types: Record<string, number> = {};
        for (const r of tout.resultats) types[r.type] = (types[r.type] ?? 0) + 1;
        expect(tout.facettes.type).toEqual(types);
      });
      it('filtre par facette, plusieurs valeurs étant une alternative', async () => {
        const r = await cherche('actions prévention', {
          filtres: { type: ['Action'], annee: ['2011', '2012'] },
        });
        expect(r.resultats.every((x) => x.type === 'Action')).toBe(true);
        const garges = await cherche('associations', {
          filtres: { commune: ['Garges-lès-Gonesse'] },
        });
        expect(ids(garges)).toEqual(['action:associations']);
        expect(
          (await cherche('associations', { filtres: { commune: ['Nulle-Part'] } })).total,
        ).toBe(0);
      });
      it('donne les pages de résultats sans trou ni doublon', async () => {
        const tout = ids(await cherche('action'));
        const morceaux = [];
        for (let decalage = 0; decalage < tout.length; decalage += 2) {
          morceaux.push(...ids(await cherche('action', { limite: 2, decalage })));
        }
        expect(morceaux).toEqual(tout);
      });
    });

    describe('extraits', () => {
      it('montre le passage, les mots trouvés entre leurs marques, et rien d’ajouté', async () => {
        const r = await cherche('délinquants');
        const trouve = r.resultats.find((x) => x.id === 'action:delinquance');
        expect(trouve?.extrait).toContain('\uE000délinquance\uE001');
        const source = CORPUS.find((d) => d.id === 'action:delinquance');
        expect(source?.texte).toContain(trouve?.extrait.replace(/[\uE000\uE001]/g, ''));
      });
    });

    searchRobustness(open);
  });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentIndexe, RechercheEcriture, ReponseRecherche } from '../../src/search/port.js';
import { CORPUS, document } from '../support/corpus-recherche.js';
import { openTemporarySearch } from '../support/index-temporaire.js';
import {
  descriptionDe,
  type IndexDeTest,
  indexDeTest,
} from '../support/meilisearch/index-de-test.js';

const texte = (id: string, t: string, type = 'Action'): DocumentIndexe =>
  document(id, type, `Fiche ${id}`, { texte: t, facettes: { annee: 2010 + (t.length % 4) } });

/** Phrases that only their order tells apart, names in capitals and not, a facet value in two spellings. */
const DOCUMENTS: readonly DocumentIndexe[] = [
  ...CORPUS,
  texte('s1', 'La politique de la ville et les politiques locales de la santé.'),
  texte('s2', 'La politique de la santé ; le contrat de la ville ; une ville.'),
  texte('s3', 'Le contrat urbain, puis un contrat de cohésion sociale. Urbain, social.'),
  texte('s4', 'Un conseil local de sécurité ; la prévention ; un conseil local de santé mentale.'),
  texte('s5', 'Politique de la ville, contrat de ville, ville et santé, santé et ville.', 'Page'),
  texte(
    's6',
    'Atelier santé ville : un atelier, la santé, une ville, l’atelier de la ville.',
    'Page',
  ),
  document('o1', 'Organisme', 'Atelier santé ville', {
    alias: ['ASV'],
    facettes: { axe: 'Santé' },
  }),
  document('o2', 'Organisme', 'Conseil local de santé mentale', {
    alias: ['CLSM'],
    facettes: { axe: 'SANTÉ' },
    document: null,
    page: null,
  }),
];

const REQUETES = [
  'politique de la ville',
  '"politique de la ville"',
  '"contrat de cohésion"',
  '"la ville"',
  '"ville et santé"',
  '"local de santé mentale"',
  '"de la"',
  'contrat urbain de cohésion sociale',
  'CUCS',
  'cucs',
  'ASV',
  'asv',
  'CLSM santé',
  'ateliers-santé-ville',
  'atelier-sante-vile',
  'santé ville atelier conseil',
  'santé -ville',
  'santé -"conseil local"',
  'garges-les-gonesses',
  'discrimnation',
  'poli',
  'sant',
  'politique montgolfière',
  'montgolfière xyzzyx',
  'logement logements politique urbaine conseil',
  'quels contrats portent sur la santé des jeunes à Garges ?',
  '2012',
  'fiche s1',
];
const FILTRES = [
  {},
  { axe: ['Santé'] },
  { annee: ['2011', '2012'], type: ['Action'] },
  { type: ['Page'] },
];

const NOM = 'memes-reponses';

/** What both engines must give alike: everything but the order and the score. */
function essentiel(r: ReponseRecherche) {
  const { total, facettes, suggestion, elargie } = r;
  const ids = r.resultats.map((x) => x.id).sort();
  const extraits = r.resultats.map((x) => `${x.id} ${x.extrait}`).sort();
  return { total, facettes, suggestion, elargie, ids, extraits };
}

describe(`SQLite FTS5 et ${descriptionDe(NOM)} donnent les mêmes ensembles`, () => {
  let test: IndexDeTest;
  let fichier: RechercheEcriture;
  let serveur: RechercheEcriture;
  beforeAll(async () => {
    test = await indexDeTest(NOM);
    fichier = await openTemporarySearch();
    serveur = await test.open();
    for (const index of [fichier, serveur])
      await index.indexer({ sequence: 1, complet: true, documents: DOCUMENTS, retires: [] });
  });
  afterAll(async () => {
    await Promise.all([fichier.fermer(), serveur.fermer()]);
    await test.fermer();
  });

  it.each(REQUETES)('« %s »', async (mots) => {
    for (const filtres of FILTRES) {
      const requete = { mots, filtres, limite: 50, decalage: 0 };
      expect(essentiel(await serveur.chercher(requete))).toEqual(
        essentiel(await fichier.chercher(requete)),
      );
    }
  });
});

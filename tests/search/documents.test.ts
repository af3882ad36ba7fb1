import { describe, expect, it } from 'vitest';
import type { Label, TypeRelation } from '../../src/domain/schema.js';
import type { Entite, Relation } from '../../src/domain/vue.js';
import { indexDocuments } from '../../src/search/documents.js';

const entite = (
  type: Label,
  id: string,
  libelle: string,
  proprietes: Entite['proprietes'] = {},
): Entite => ({ type, id, libelle, proprietes, faits: [] });
const relation = (type: TypeRelation, de: string, vers: string): Relation => ({
  id: `${type} ${de} ${vers}`,
  type,
  de,
  vers,
  proprietes: {},
  faits: [],
});

const ENTITES = [
  entite('Axe', 'axe:sante', 'Santé', { ordinal: 4 }),
  entite('Action', 'action:clos', 'Ateliers du Clos', {
    annee: 2012,
    publics: 'médiateurs',
    territoire: 'le Clos',
    statut: 'programmee',
    pages: [4, 5],
  }),
  entite('Commune', 'commune:95001', 'Valmont', {
    insee: '95001',
    anciensNoms: ['Valmont-le-Vieux'],
  }),
  entite('Quartier', 'quartier:clos', 'Le Clos'),
  entite('Dispositif', 'dispositif:asv', 'Atelier santé ville', {
    sigle: 'ASV',
    definition: 'Une démarche locale.',
  }),
  entite('Theme', 'theme:sante', 'Santé publique'),
  entite('Public', 'public:mediateurs', 'Médiateurs'),
  entite('Personne', 'personne:ada', 'Ada Martin'),
  entite('Document', 'document:ab', 'Programme'),
];
const RELATIONS = [
  relation('COMPREND', 'axe:sante', 'action:clos'),
  relation('TOUCHE', 'action:clos', 'quartier:clos'),
  relation('SITUE_DANS', 'quartier:clos', 'commune:95001'),
  relation('MOBILISE', 'action:clos', 'dispositif:asv'),
  relation('TRAITE_DE', 'action:clos', 'theme:sante'),
  relation('S_ADRESSE_A', 'action:clos', 'public:mediateurs'),
  relation('INTERVIENT_DANS', 'personne:ada', 'action:clos'),
];
const DOCUMENT = `sha256:${'ab'.repeat(32)}`;
const page = (numero: number, texte: string) => ({
  document: DOCUMENT,
  titre: 'Programme 2012',
  annee: 2012,
  page: { numero, imprimee: numero + 1, etat: 'lu' as const, texte },
});

const documents = indexDocuments({
  entites: ENTITES,
  relations: RELATIONS,
  pages: [page(4, 'Texte de la page'), page(5, '  \n')],
  preuve: (id) => (id === 'commune:95001' ? null : { document: DOCUMENT, page: 4 }),
  textes: new Map([['action:clos', 'Le texte qui court.']]),
  alias: new Map([['dispositif:asv', ['ASV', 'Ateliers santé ville']]]),
});
const de = (id: string) => documents.find((d) => d.id === id);

describe('indexDocuments', () => {
  it('fait un document par chose et par page qui a du texte, les pages à la fin', () => {
    expect(documents.map((d) => d.type)).toEqual([
      'Axe',
      'Action',
      'Commune',
      'Quartier',
      'Dispositif',
      'Theme',
      'Public',
      'Personne',
      'Page',
    ]);
  });

  it('donne à une action ses facettes, sa commune par le quartier, son dispositif par le sigle', () => {
    expect(de('action:clos')?.facettes).toEqual({
      annee: 2012,
      axe: 'Santé',
      commune: ['Valmont'],
      dispositif: ['ASV'],
      public: ['Médiateurs'],
      theme: ['Santé publique'],
    });
  });

  it('met dans les champs ce qui est écrit et ce qui lui est lié, pas ce qui ne se cherche pas', () => {
    const champs = de('action:clos')?.champs.split('\n') ?? [];
    expect(champs).toEqual(
      expect.arrayContaining([
        'médiateurs',
        'le Clos',
        'Ada Martin',
        'ASV',
        'Atelier santé ville',
        'Santé',
      ]),
    );
    expect(champs).not.toContain('programmee');
    expect(de('action:clos')?.texte).toBe('Le texte qui court.');
  });

  it('donne les autres noms une fois chacun', () => {
    expect(de('dispositif:asv')?.alias).toEqual(['ASV', 'Ateliers santé ville']);
    expect(de('commune:95001')?.alias).toEqual(['Valmont-le-Vieux']);
  });

  it('donne l’adresse de la chose, sinon celle de la page qui la prouve', () => {
    expect(de('action:clos')?.url).toBe('/actions/clos');
    expect(de('commune:95001')?.url).toBe('/communes/95001');
    expect(de('personne:ada')?.url).toBe('/intervenants/ada');
    expect(de('theme:sante')?.url).toBe('/themes/sante');
    expect(de('public:mediateurs')?.url).toMatch(/^\/documents\/abab/);
    expect(de(`page:${DOCUMENT}#4`)).toMatchObject({
      titre: 'Programme 2012, page 5',
      page: 4,
      facettes: { annee: 2012 },
    });
  });
});

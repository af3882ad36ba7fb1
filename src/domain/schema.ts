/**
 * The graph model as data: labels, their id prefix and properties, relations and their ends.
 * Everything that needs the model (DDL of both engines, projectors, exports, API) derives from here.
 * Source: DESIGN 6, whose names are fixed.
 */

/** Type of a property value: `texte[]` and `entier[]` are flat lists, which both graph engines store. */
export type TypePropriete = 'texte' | 'entier' | 'booleen' | 'texte[]' | 'entier[]';

export interface DefinitionLabel {
  /** Prefix of the ids of this label: `commune` in `commune:95268`. */
  readonly prefixe: string;
  /** The property that names an entity of this label to a person. */
  readonly libelle: string;
  /** First segment of its web address, absent when it has no page of its own. */
  readonly chemin?: string;
  readonly proprietes: Readonly<Record<string, TypePropriete>>;
  /** Where facts give a property two values, the first of these that one of them gives; a person's decision comes before. */
  readonly preference?: Readonly<Record<string, readonly string[]>>;
  /** Lists that facts give together: one work has the copies of all its records. */
  readonly reunies?: readonly string[];
}

export interface DefinitionRelation {
  readonly de: readonly Label[];
  readonly vers: readonly Label[];
  readonly proprietes: Readonly<Record<string, TypePropriete>>;
  /** Properties that, with both ends, tell two relations of this type apart. */
  readonly cle: readonly string[];
  /** Where two facts give a property two values, the first of these that one of them gives. */
  readonly preference?: Readonly<Record<string, readonly string[]>>;
}

export const LABELS = {
  Programme: {
    prefixe: 'programme',
    libelle: 'titre',
    chemin: 'programmes',
    proprietes: { titre: 'texte', annee: 'entier', producteur: 'texte', pages: 'entier' },
  },
  Axe: {
    prefixe: 'axe',
    libelle: 'titre',
    proprietes: { titre: 'texte', ordinal: 'entier', annee: 'entier', pages: 'entier[]' },
  },
  Action: {
    prefixe: 'action',
    libelle: 'titre',
    chemin: 'actions',
    proprietes: {
      titre: 'texte',
      numero: 'entier',
      format: 'texte',
      pages: 'entier[]',
      annee: 'entier',
      periode: 'texte',
      periodeDebut: 'texte',
      periodeFin: 'texte',
      periodePrecision: 'texte',
      seances: 'texte',
      seancesMin: 'entier',
      seancesMax: 'entier',
      seancesUnite: 'texte',
      seancesApprox: 'booleen',
      publics: 'texte',
      territoire: 'texte',
      animation: 'texte',
      intervenants: 'texte',
      partenaires: 'texte',
      statut: 'texte',
      axe: 'texte',
      periodeRealisee: 'texte',
      datesRealisees: 'texte[]',
      seancesRealisees: 'entier',
      participants: 'entier',
      participantsMoyenne: 'entier',
      participantsApprox: 'booleen',
      reporteeA: 'texte',
    },
    // what a report tells of an action wins over what its programme planned
    preference: { statut: ['annulee', 'reportee', 'partielle', 'realisee', 'programmee'] },
  },
  Publication: {
    prefixe: 'publication',
    libelle: 'titre',
    proprietes: {
      titre: 'texte',
      format: 'texte',
      annee: 'entier',
      pages: 'entier[]',
      statut: 'texte',
    },
  },
  Service: {
    prefixe: 'service',
    libelle: 'titre',
    proprietes: { titre: 'texte', numero: 'entier', annee: 'entier', pages: 'entier[]' },
  },
  Notice: {
    prefixe: 'notice',
    libelle: 'titre',
    chemin: 'notices',
    proprietes: {
      titre: 'texte',
      complement: 'texte',
      type: 'texte',
      auteurs: 'texte[]',
      date: 'texte',
      annee: 'entier',
      anneeFin: 'entier',
      editeur: 'texte',
      lieu: 'texte',
      collection: 'texte',
      hote: 'texte',
      numero: 'texte',
      pagination: 'texte',
      isbn: 'texte[]',
      issn: 'texte[]',
      doi: 'texte',
      langues: 'texte[]',
      resume: 'texte',
      descripteurs: 'texte[]',
      motsCles: 'texte[]',
      sujetsGeographiques: 'texte[]',
      cote: 'texte',
      exemplaires: 'texte[]',
      urls: 'texte[]',
      autres: 'texte[]',
    },
    reunies: [
      'isbn',
      'issn',
      'descripteurs',
      'motsCles',
      'sujetsGeographiques',
      'exemplaires',
      'urls',
      'autres',
    ],
  },
  Document: {
    prefixe: 'document',
    libelle: 'titre',
    chemin: 'documents',
    proprietes: {
      titre: 'texte',
      fichier: 'texte',
      type: 'texte',
      annee: 'entier',
      pages: 'entier',
    },
  },
  Commune: {
    prefixe: 'commune',
    libelle: 'nom',
    chemin: 'communes',
    proprietes: { nom: 'texte', insee: 'texte', departement: 'texte', anciensNoms: 'texte[]' },
  },
  Intercommunalite: {
    prefixe: 'intercommunalite',
    libelle: 'nom',
    chemin: 'intercommunalites',
    proprietes: { nom: 'texte', siren: 'texte', nature: 'texte', debut: 'entier', fin: 'entier' },
  },
  Quartier: {
    prefixe: 'quartier',
    libelle: 'nom',
    chemin: 'quartiers',
    proprietes: { nom: 'texte', nature: 'texte' },
  },
  Departement: {
    prefixe: 'departement',
    libelle: 'nom',
    chemin: 'departements',
    proprietes: { nom: 'texte', code: 'texte' },
  },
  Dispositif: {
    prefixe: 'dispositif',
    libelle: 'nom',
    chemin: 'dispositifs',
    proprietes: {
      nom: 'texte',
      sigle: 'texte',
      definition: 'texte',
      debut: 'entier',
      fin: 'entier',
    },
  },
  Personne: {
    prefixe: 'personne',
    libelle: 'nom',
    chemin: 'intervenants',
    proprietes: { nom: 'texte', fonction: 'texte' },
  },
  Organisme: {
    prefixe: 'organisme',
    libelle: 'nom',
    chemin: 'intervenants',
    proprietes: { nom: 'texte', sigle: 'texte' },
  },
  Theme: { prefixe: 'theme', libelle: 'nom', chemin: 'themes', proprietes: { nom: 'texte' } },
  Public: { prefixe: 'public', libelle: 'nom', proprietes: { nom: 'texte' } },
} as const satisfies Record<string, DefinitionLabel>;

export type Label = keyof typeof LABELS;

const TERRITOIRES = ['Commune', 'Quartier', 'Intercommunalite', 'Departement'] as const;

export const RELATIONS = {
  // (Programme)-[:COMPREND]->(Axe)-[:COMPREND]->(Action)
  COMPREND: {
    de: ['Programme', 'Axe'],
    vers: ['Axe', 'Action', 'Publication', 'Service'],
    proprietes: {},
    cle: [],
  },
  // (Action)-[:TOUCHE {origine: 'champ'}]->(Commune)
  TOUCHE: {
    de: ['Action'],
    vers: TERRITOIRES,
    proprietes: { origine: 'texte' },
    cle: [],
    preference: { origine: ['champ', 'texte'] },
  },
  // (Action)-[:CITE]->(Commune)
  CITE: { de: ['Action'], vers: [...TERRITOIRES, 'Organisme'], proprietes: {}, cle: [] },
  // (Action)-[:MOBILISE {role: 'objet'}]->(Dispositif); exclusif: the action's public is only this dispositif's teams
  MOBILISE: {
    de: ['Action'],
    vers: ['Dispositif'],
    proprietes: { role: 'texte', exclusif: 'booleen' },
    cle: [],
    preference: { role: ['objet', 'mention'] },
  },
  // (Personne)-[:INTERVIENT_DANS {role: 'intervenant', fonction: 'sociologue'}]->(Action)
  INTERVIENT_DANS: {
    de: ['Personne', 'Organisme'],
    vers: ['Action'],
    proprietes: { role: 'texte', fonction: 'texte' },
    cle: ['role'],
  },
  // (Commune)-[:MEMBRE_DE {debut: 2000, fin: 2015}]->(Intercommunalite)
  MEMBRE_DE: {
    de: ['Commune', 'Personne'],
    vers: ['Intercommunalite', 'Organisme'],
    proprietes: { debut: 'entier', fin: 'entier', fonction: 'texte', annee: 'entier' },
    cle: ['debut', 'fin', 'fonction', 'annee'],
  },
  // (Quartier)-[:SITUE_DANS]->(Commune)-[:SITUE_DANS]->(Departement)
  SITUE_DANS: {
    de: ['Quartier', 'Commune'],
    vers: ['Commune', 'Departement'],
    proprietes: {},
    cle: [],
  },
  // (Dispositif)-[:DEPLOYE_A {debut: 2012, fin: 2012}]->(Commune)
  DEPLOYE_A: {
    de: ['Dispositif'],
    vers: ['Commune', 'Intercommunalite'],
    proprietes: { debut: 'entier', fin: 'entier' },
    cle: ['debut', 'fin'],
  },
  // (Dispositif)-[:SUCCEDE_A {date: '2007'}]->(Dispositif)
  SUCCEDE_A: { de: ['Dispositif'], vers: ['Dispositif'], proprietes: { date: 'texte' }, cle: [] },
  // (Dispositif)-[:RELEVE_DE]->(Dispositif)
  RELEVE_DE: { de: ['Dispositif'], vers: ['Dispositif'], proprietes: { date: 'texte' }, cle: [] },
  // (Action)-[:S_ADRESSE_A]->(Public)
  S_ADRESSE_A: { de: ['Action'], vers: ['Public'], proprietes: {}, cle: [] },
  // (Action)-[:TRAITE_DE]->(Theme)
  TRAITE_DE: { de: ['Action', 'Publication', 'Notice'], vers: ['Theme'], proprietes: {}, cle: [] },
  // (Action)-[:SUITE_DE {nature: 'identique'}]->(Action)
  SUITE_DE: {
    de: ['Action', 'Programme'],
    vers: ['Action', 'Programme'],
    proprietes: { nature: 'texte' },
    cle: [],
  },
  // (Publication)-[:ISSUE_DE]->(Action)
  ISSUE_DE: { de: ['Publication'], vers: ['Action'], proprietes: {}, cle: [] },
  // (Notice)-[:DOCUMENTE {nature: 'publication', score: 90}]->(Action); without nature: what the record is about
  DOCUMENTE: {
    de: ['Notice', 'Document'],
    vers: [
      'Action',
      'Publication',
      'Dispositif',
      'Commune',
      'Intercommunalite',
      'Organisme',
      'Personne',
      'Theme',
    ],
    proprietes: { nature: 'texte', score: 'entier' },
    cle: [],
    preference: { nature: ['publication', 'oeuvre', 'auteur'] },
  },
} as const satisfies Record<string, DefinitionRelation>;

export type TypeRelation = keyof typeof RELATIONS;

const LABEL_PAR_PREFIXE = new Map<string, Label>(
  (Object.keys(LABELS) as Label[]).map((label) => [LABELS[label].prefixe, label]),
);

/**
 * Label of an entity id, from its prefix (`commune:95268` -> `Commune`).
 * @throws Error when the prefix is none of the model's.
 */
export function labelDe(id: string): Label {
  const label = LABEL_PAR_PREFIXE.get(id.slice(0, id.indexOf(':')));
  if (label === undefined) throw new Error(`Identifiant sans type connu : « ${id} »`);
  return label;
}

/** True when a predicate draws a relation; the others are properties of their subject. */
export function estRelation(predicat: string): predicat is TypeRelation {
  return Object.hasOwn(RELATIONS, predicat);
}

/** Definition of a label, with the closed `as const` types widened. */
export function definitionLabel(label: Label): DefinitionLabel {
  return LABELS[label];
}

/** Definition of a relation type, with the closed `as const` types widened. */
export function definitionRelation(type: TypeRelation): DefinitionRelation {
  return RELATIONS[type];
}

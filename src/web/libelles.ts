import type { Portee, PorteeApart } from '../questions/types.js';

// The French names of what the model names: labels, properties, portées, parts of a question.

export const portees: Readonly<Record<Portee | PorteeApart, string>> = {
  nommee: 'Nommément',
  quartier: 'Par un quartier',
  groupement: 'Par un groupement',
  dispositif: 'Par un dispositif',
  departement: 'Par le département',
  citee: 'Seulement cité',
  reservee: 'Réservées aux équipes d’un dispositif',
};

export const explicationsPortees: Readonly<Record<Portee | PorteeApart, string>> = {
  nommee: 'L’action nomme le territoire, ou une commune de l’intercommunalité ou du département.',
  quartier: 'L’action nomme un de ses quartiers.',
  groupement:
    'L’action nomme une intercommunalité dont le territoire était membre à cette date, ou, pour un quartier, sa commune.',
  dispositif: 'L’action porte sur un dispositif déployé ici à cette date.',
  departement: 'L’action porte sur tout le département.',
  citee:
    'Le territoire n’est que cité (exemple, lieu de visite, contexte) : ces actions ne sont pas comptées.',
  reservee:
    'L’action porte sur le département, mais s’adresse aux seules équipes d’un dispositif qui n’est pas connu ici : ces actions ne sont pas comptées.',
};

export const statuts: Readonly<Record<string, string>> = {
  dit: 'dit par le document',
  deduit: 'déduit',
  reference: 'référentiel',
  valide: 'validé par une personne',
};

/** Reference lists as a reader knows them. */
export const referentiels: Readonly<Record<string, string>> = {
  communes: 'Liste des communes (INSEE)',
  intercommunalites: 'Liste des intercommunalités (DGCL)',
  'quartiers-zus': 'Liste des zones urbaines sensibles',
  departements: 'Liste des départements (INSEE)',
  dispositifs: 'Lexique des dispositifs',
  themes: 'Lexique des thèmes',
  publics: 'Lexique des publics',
  organismes: 'Lexique des organismes',
  'fichiers reçus': 'Fichier reçu',
};

export const types: Readonly<Record<string, string>> = {
  Programme: 'Programme',
  Axe: 'Axe',
  Action: 'Action',
  Publication: 'Publication',
  Service: 'Service',
  Notice: 'Notice',
  Document: 'Document',
  Page: 'Page',
  Commune: 'Commune',
  Intercommunalite: 'Intercommunalité',
  Quartier: 'Quartier',
  Departement: 'Département',
  Dispositif: 'Dispositif',
  Personne: 'Personne',
  Organisme: 'Organisme',
  Theme: 'Thème',
  Public: 'Public',
};

export const facettes: Readonly<Record<string, string>> = {
  type: 'Type',
  annee: 'Année',
  axe: 'Axe',
  commune: 'Commune',
  dispositif: 'Dispositif',
  public: 'Public',
  theme: 'Thème',
};

export const intentions: Readonly<Record<string, string>> = {
  actions: 'les actions',
  liens: 'les liens',
  intervenants: 'les intervenants',
  deploiement: 'le déploiement',
  documents: 'les documents',
  definition: 'la définition',
  comptage: 'le nombre d’actions',
  comparaison: 'la comparaison',
  recherche: 'une recherche de mots',
};

export const equation: Readonly<Record<string, string>> = {
  intention: 'On cherche',
  commune: 'Commune',
  intercommunalite: 'Intercommunalité',
  quartier: 'Quartier',
  departement: 'Département',
  dispositifs: 'Dispositif',
  themes: 'Thème',
  publics: 'Public',
  annee: 'Année',
  intervenant: 'Intervenant',
  format: 'Format',
  axes: 'Axe',
  periode: 'Période',
  exclus: 'Sauf',
  mots: 'Mots',
};

/** Names of the properties of an entity, in the order they are shown. */
export const champs: Readonly<Record<string, string>> = {
  titre: 'Titre',
  nom: 'Nom',
  sigle: 'Sigle',
  definition: 'Définition',
  numero: 'Numéro',
  format: 'Format',
  annee: 'Année',
  periode: 'Période',
  seances: 'Séances',
  publics: 'Publics',
  territoire: 'Territoire',
  animation: 'Animation',
  intervenants: 'Intervenants',
  partenaires: 'Partenaires',
  statut: 'État',
  axe: 'Axe',
  pages: 'Pages',
  producteur: 'Producteur',
  fonction: 'Fonction',
  insee: 'Code INSEE',
  siren: 'SIREN',
  code: 'Code',
  nature: 'Nature',
  debut: 'Début',
  fin: 'Fin',
  anciensNoms: 'Anciens noms',
};

/** Properties of a record, in the order of a library's card. */
export const champsNotice: Readonly<Record<string, string>> = {
  complement: 'Complément du titre',
  auteurs: 'Auteurs',
  date: 'Date',
  editeur: 'Éditeur',
  lieu: 'Lieu',
  collection: 'Collection',
  hote: 'Dans',
  numero: 'Numéro',
  pagination: 'Pages',
  isbn: 'ISBN',
  issn: 'ISSN',
  doi: 'DOI',
  langues: 'Langue',
  resume: 'Résumé',
  descripteurs: 'Descripteurs',
  motsCles: 'Mots-clés',
  sujetsGeographiques: 'Lieux',
  urls: 'En ligne',
  cote: 'Cote',
  titre: 'Titre',
  exemplaires: 'Exemplaires',
};

/** Facets of the list of records. */
export const facettesNotices: Readonly<Record<string, string>> = {
  nature: 'Nature',
  annee: 'Année',
  theme: 'Thème',
  dispositif: 'Dispositif',
  commune: 'Commune',
  catalogue: 'Catalogue',
};

/** Properties that say what became of an action, in the order they are shown. */
export const champsRealises: Readonly<Record<string, string>> = {
  periodeRealisee: 'Dates tenues',
  reporteeA: 'Reportée à',
  seancesRealisees: 'Séances tenues',
  participants: 'Participants',
  participantsMoyenne: 'Participants en moyenne',
};

/** Properties that only restate another one for machines. */
export const champsNormalises: Readonly<Record<string, string>> = {
  datesRealisees: 'Dates tenues',
  participantsApprox: 'Nombre de participants approximatif',
  periodeDebut: 'Début de la période',
  periodeFin: 'Fin de la période',
  periodePrecision: 'Précision de la période',
  seancesMin: 'Séances, au moins',
  seancesMax: 'Séances, au plus',
  seancesUnite: 'Unité des séances',
  seancesApprox: 'Nombre approximatif',
};

/** Values that are codes, as a person reads them. */
export const valeursCodees: Readonly<Record<string, string>> = {
  seance: 'séance',
  'demi-journee': 'demi-journée',
  programmee: 'programmée',
  realisee: 'réalisée',
  partielle: 'réalisée en partie',
  reportee: 'reportée',
  annulee: 'annulée',
};

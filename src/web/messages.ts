import { nombre } from './typographie.js';

/** Every sentence of the pages that is not data, in French. */
export const site = {
  nom: 'Maillage',
  devise: 'Chaque réponse avec le passage qui la prouve',
  evitement: 'Aller au contenu',
  navigation: 'Rubriques',
  rechercher: 'Rechercher',
  champRecherche: 'Des mots, ou une question',
  pied: 'Tout ce qui est affiché vient des documents lus et des référentiels cités ; rien n’est deviné.',
  nouveautes: 'Nouveautés (flux Atom)',
  documentation: 'Pour les développeurs',
};

export const rubriques: readonly (readonly [string, string])[] = [
  ['/programmes', 'Programmes'],
  ['/actions', 'Actions'],
  ['/communes', 'Territoires'],
  ['/publications', 'Publications et services'],
  ['/notices', 'Notices'],
  ['/dispositifs', 'Dispositifs'],
  ['/intervenants', 'Intervenants'],
  ['/documents', 'Documents'],
  ['/couverture', 'Ce qui a été lu'],
];

export const accueil = {
  titre: 'Que cherchez-vous ?',
  aide: 'Une commune, un dispositif, un intervenant, un thème ; ou une question entière.',
  exemples: 'Par exemple',
  contenu: 'Ce que la base contient',
  vide: 'La base est vide pour l’instant. Ingérez un premier document : maillage ingest <fichier>.',
  exempleActions: (lieu: string) => `Quelles actions touchent ${lieu} ?`,
  exempleLiens: (a: string, b: string) => `Liens entre ${a} et ${b}`,
  exempleDeploiement: (d: string) => `Dans quelles communes le dispositif ${d} est-il déployé ?`,
};

export const preuves = {
  pourquoi: 'Pourquoi ?',
  preuve: 'Preuve',
  preuves: (n: number) => (n > 1 ? `${n} preuves` : 'Preuve'),
  autresChaines: 'Elle compte aussi pour cette raison :',
  aucune: 'Aucun passage n’est attaché à ce fait.',
  page: (n: number, imprimee: number | null | undefined) =>
    imprimee === null || imprimee === undefined || imprimee === n
      ? `page ${n}`
      : `page ${imprimee} (${n} du fichier)`,
  courte: 'preuve',
  reconnue: (confiance: number) =>
    `lu par reconnaissance de caractères, confiance ${Math.round(confiance)} %`,
  referentiel: (nom: string) => `Référentiel : ${nom}`,
  ligne: (liste: string, millesime: string, sujet: string | undefined) =>
    `${liste}${/^\d/.test(millesime) ? `, ${millesime}` : ''}${sujet === undefined ? '' : ` : ${sujet}`}`,
  document: 'Document',
};

export const recherche = {
  titre: 'Recherche',
  titreDe: (q: string) => `${q} : recherche`,
  compris: 'Ce qui a été compris',
  reponse: 'Réponse',
  resultatsMots: 'Dans les textes',
  total: (n: number) =>
    n === 0 ? 'Aucun résultat' : n === 1 ? '1 résultat' : `${nombre(n)} résultats`,
  suggestion: 'Vouliez-vous dire :',
  absents: (absents: readonly string[]) =>
    `Aucun texte lu ne contient ${absents.map((m) => `« ${m} »`).join(', ')}.`,
  elargie: 'Aucun texte n’a tous ces mots. Ceux qui en ont le plus viennent d’abord.',
  affiner: 'Affiner',
  referentiel: 'référentiel',
  retirer: (valeur: string) => `Retirer « ${valeur} »`,
  trop: 'Une recherche tient en 500 caractères.',
  raccourcir: 'Raccourcissez la question, puis recommencez.',
  vide: 'Écrivez des mots ou une question dans le champ ci-dessus.',
  suite: 'Voir toute la fiche',
};

export const action = {
  champs: 'Ce que dit le programme',
  realises: 'Ce qu’elle est devenue',
  normalises: 'Valeurs normalisées',
  territoires: 'Territoires',
  cites: 'Aussi cités',
  dispositifs: 'Dispositifs',
  publics: 'Publics',
  themes: 'Thèmes',
  intervenants: 'Intervenants et partenaires',
  publications: 'Publications',
  suites: 'D’une année à l’autre',
  precedente: 'Action précédente',
  suivante: 'Action suivante',
  voisines: 'Actions voisines',
  numero: (n: number) => `Action ${n}`,
};

export const territoire = {
  actions: 'Actions',
  enBref: 'En bref',
  appartenanceEn: (annee: number | null) =>
    annee === null ? 'Intercommunalité' : `Intercommunalité en ${annee}`,
  membresEn: (annee: number | null) =>
    annee === null ? 'Communes membres' : `Communes membres en ${annee}`,
  autres: (n: number) => (n > 1 ? `${n} autres` : '1 autre'),
  ancienNom: (nom: string) => `Vous avez employé un ancien nom : ${nom}.`,
  appartenances: 'Intercommunalité, année par année',
  membres: 'Communes membres, année par année',
  quartiers: 'Quartiers',
  communes: 'Communes',
  dispositifs: 'Dispositifs déployés',
  annee: 'Année',
  toutes: 'Toutes les années',
  filtrer: 'Afficher',
  depuis: (debut: number) => `depuis ${debut}`,
  entre: (debut: number, fin: number) => (debut === fin ? `${debut}` : `de ${debut} à ${fin}`),
};

export const dispositif = {
  definition: 'Définition',
  deploiement: 'Où il est déployé',
  liens: 'Liens avec d’autres dispositifs',
  communes: (n: number) => (n > 1 ? `${n} communes ont les deux` : `${n} commune a les deux`),
  actions: 'Actions',
  genealogie: 'Avant et après',
  sansDeploiement: 'Aucun document lu ne dit où ce dispositif est déployé.',
  actionsEnCommun: (n: number) => (n > 1 ? `${n} actions en commun` : `${n} action en commun`),
};

export const intervenant = {
  actions: 'Actions',
  organismes: 'Organismes',
  membres: 'Personnes',
};

export const notice = {
  liste: 'Notices',
  chapeau: 'Les ouvrages, articles et documents des catalogues lus.',
  listeVide:
    'Aucun catalogue n’a été lu. Pour ajouter celui de votre fonds (UNIMARC, RIS, BibTeX, CSV…) : maillage ingest <fichier>.',
  aucune: 'Aucune notice ne répond à tous ces choix.',
  toutesNotices: 'Voir toutes les notices',
  mots: 'Des mots à chercher dans les notices',
  total: (n: number) => (n > 1 ? `${nombre(n)} notices` : `${n} notice`),
  sur: (nom: string) => `Notices sur : ${nom}`,
  liees: 'Dans le fonds documentaire',
  toutes: (n: number) => `Voir les ${nombre(n)} notices`,
  enBref: 'Exemplaires et fichiers',
  cote: 'Cote',
  exemplaires: 'Exemplaires',
  sansExemplaire: 'La notice n’indique pas d’exemplaire.',
  emporter: 'Emporter cette notice',
  source: 'Source',
  rang: (rang: number) => `notice ${nombre(rang)}`,
  champs: 'Description',
  documente: 'Ce que cette notice documente',
  rien: 'Ses champs ne nomment aucune commune, aucun dispositif, aucun thème connu.',
  dans: (champs: readonly string[]) => `dans : ${champs.join(', ')}`,
  autres: 'Autres champs',
  autresAide: 'Tels qu’ils sont dans le catalogue, sous leur étiquette d’origine.',
  variantes: 'Ce que disent autrement les autres notices de cet ouvrage',
  remarques: 'Remarques de lecture',
  origine: 'La notice telle qu’elle a été reçue',
  origines: 'Les notices telles qu’elles ont été reçues',
  ouvrir: 'Voir dans le catalogue',
  fiche: 'Voir la fiche de cette notice',
  exporter: 'Exporter ces résultats',
  exporterNotices: (n: number) => (n > 1 ? `Les ${nombre(n)} notices` : 'La notice'),
  exporterActions: (n: number) => (n > 1 ? `Les ${nombre(n)} actions` : 'L’action'),
  exporterTout: (n: number) => (n > 1 ? `Les ${nombre(n)} résultats` : 'Le résultat'),
};

/** Formats to take things away in, as a reader knows them. */
export const formats: Readonly<Record<string, string>> = {
  ris: 'RIS (Zotero, PMB)',
  bibtex: 'BibTeX',
  'csl-json': 'CSL-JSON',
  'csv-notices': 'CSV (tableur)',
  csv: 'CSV (tableur)',
  unimarc: 'UNIMARC',
  marcxml: 'UNIMARC en XML',
  jsonld: 'JSON-LD',
  json: 'JSON',
  ndjson: 'NDJSON',
};

export const theme = {
  actions: 'Actions',
  publications: 'Publications',
};

export const liens = {
  titre: 'Liens entre deux dispositifs',
  titreFiche: 'En lien avec',
  entre: (a: string, b: string) => `${a} et ${b} : ce qui les lie`,
  premier: 'Premier dispositif',
  second: 'Second dispositif',
  afficher: 'Afficher les liens',
  natures: {
    action: 'Actions qui font intervenir les deux',
    commune: 'Communes où les deux sont déployés',
    intervenant: 'Intervenants communs',
    passage: 'Passages qui nomment les deux',
  } as Readonly<Record<string, string>>,
  aucun: 'Aucun lien n’a été trouvé dans ce qui a été lu.',
};

export const comparaison = {
  titre: (ancien: number, nouveau: number) => `Programmes ${ancien} et ${nouveau} : ce qui change`,
  fil: 'Comparaison',
  comparer: (annee: string) => `Comparer avec ${annee}`,
  natures: {
    nouvelle: 'Nouvelles',
    modifiee: 'Poursuivies, modifiées',
    identique: 'Poursuivies telles quelles',
    disparue: 'Disparues',
  } as Readonly<Record<string, string>>,
  explications: {
    nouvelle: 'Aucune action du programme le plus ancien n’y correspond.',
    modifiee: 'La même action, dont l’intitulé, l’axe, le territoire ou le public a changé.',
    identique: 'Même intitulé, même axe, même territoire, même public.',
    disparue: 'Aucune action du programme le plus récent n’y correspond.',
  } as Readonly<Record<string, string>>,
  changements: {
    reformulee: 'Intitulé reformulé',
    axe: 'Autre axe',
    territoire: 'Autre territoire',
    public: 'Autre public',
  } as Readonly<Record<string, string>>,
  avant: 'Avant :',
  aConfirmer: 'À confirmer par une personne',
};

export const programme = {
  sommaire: 'Sommaire',
  documents: 'Documents',
  autres: 'Publications et services',
};

export const document = {
  pages: (n: number) => (n > 1 ? `${nombre(n)} pages` : `${n} page`),
  page: (n: number) => `Page ${n}`,
  imprimee: (n: number) => `numérotée ${n}`,
  precedente: 'Page précédente',
  suivante: 'Page suivante',
  original: 'Ouvrir le fichier d’origine',
  originalPage: 'Voir cette page dans le fichier d’origine',
  texte: 'Texte de la page',
  texteAide: 'Tel qu’il a été extrait du fichier, sans retouche.',
  citation: 'Aller au passage cité',
  allerPage: 'Aller à une page',
  etats: {
    lu: 'page lue',
    vide: 'page vide',
    ocr: 'lue par reconnaissance de caractères',
    illisible: 'page illisible',
  } as Readonly<Record<string, string>>,
  confiance: (confiance: number) => `confiance ${Math.round(confiance)} %`,
  types: {
    programme: 'programme',
    publication: 'publication',
    rapport: 'rapport',
    catalogue: 'catalogue',
    autre: 'document',
  } as Readonly<Record<string, string>>,
};

export const listes = {
  programmes: 'Programmes',
  communes: 'Communes',
  intercommunalites: 'Intercommunalités',
  quartiers: 'Quartiers',
  departements: 'Départements',
  dispositifs: 'Dispositifs',
  intervenants: 'Intervenants',
  documents: 'Documents',
  actions: 'Actions',
  nActions: (n: number) => (n > 1 ? `${nombre(n)} actions` : `${n} action`),
  nNommement: (n: number) => (n > 1 ? `${nombre(n)} actions nommément` : `${n} action nommément`),
  vide: 'Rien dans la base pour l’instant.',
  filtre: 'Filtrer par nom',
  filtrer: 'Filtrer',
  tous: 'Indifférent',
};

export const pagination = {
  titre: 'Pages de résultats',
  precedente: 'Précédents',
  suivante: 'Suivants',
  position: (page: number, pages: number) => `page ${page} sur ${pages}`,
};

export const couverture = {
  titre: 'Ce qui a été lu',
  repose: 'Ce sur quoi cette page repose',
  documents: 'Documents lus',
  annees: 'Années couvertes',
  manquantes: 'Années sans document',
  pages: 'Pages lues',
  nonLues: 'Pages qui n’ont pas pu être lues',
  toutesLues: 'Toutes les pages ont pu être lues.',
  aucune: 'aucune',
  rien: 'Aucun document lu : la base ne peut rien affirmer.',
  deAnnees: (annees: string, n: number) =>
    n === 0 ? '' : `${n > 1 ? 'années' : 'année'} ${annees}`,
  fonds: (catalogues: number, notices: number) =>
    `${nombre(catalogues)} catalogue${catalogues > 1 ? 's' : ''} (${nombre(notices)} notice${notices > 1 ? 's' : ''})`,
  notices: (n: number) => `${nombre(n)} notice${n > 1 ? 's' : ''}`,
  lus: (n: number, noms: string, etats: string, fonds: string) =>
    `${nombre(n)} ${n > 1 ? 'documents lus' : 'document lu'} : ${noms} (${etats})${fonds === '' ? '' : ` ; ${fonds}`}.`,
};

export const erreurs = {
  /** What a reader can do, where the API's own remedy speaks to programs. */
  remedes: {
    400: 'Vérifiez l’adresse, ou recommencez la recherche avec le champ ci-dessus.',
    404: 'Vérifiez l’adresse, cherchez par le nom dans le champ ci-dessus, ou partez d’une de ces listes.',
    405: 'Ouvrez cette adresse par un lien ou par la recherche.',
    503: 'Recommencez dans quelques instants.',
  } as Readonly<Record<number, string>>,
  listes: 'Listes',
  proches: 'Peut-être cherchez-vous :',
  retour: 'Revenir à l’accueil',
};

export const documentation = {
  titre: 'Interface de programmation',
  introduction:
    'Les mêmes données que les pages, en JSON. Une erreur répond en application/problem+json, en nommant le champ et le remède.',
  openapi: 'Description OpenAPI 3.1',
  parametres: 'Paramètres',
  obligatoire: 'obligatoire',
  defaut: (valeur: string) => `${valeur} par défaut`,
  corps: 'Corps : du JSON, {"question": "…"}.',
  erreurs: 'Erreurs',
};

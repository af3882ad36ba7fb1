/** Every sentence of the API, in French. */

export const TITRES: Readonly<Record<number, string>> = {
  400: 'Demande incorrecte',
  404: 'Introuvable',
  405: 'Méthode non admise',
  406: 'Format non proposé',
  413: 'Demande trop volumineuse',
  414: 'Adresse trop longue',
  415: 'Type de contenu non admis',
  421: 'Nom de serveur non admis',
  422: 'Demande refusée',
  500: 'Erreur interne',
  503: 'Service momentanément indisponible',
};

export const REMEDES: Readonly<Record<number, string>> = {
  400: 'Consultez /documentation, qui décrit chaque adresse et ses paramètres.',
  404: 'Vérifiez l’adresse, ou cherchez par le nom ; /documentation décrit l’API.',
  405: 'Employez une des méthodes admises, données par l’en-tête Allow.',
  406: 'Choisissez un des formats que l’adresse donne sans format.',
  413: 'Réduisez la demande : une question tient en 500 caractères.',
  414: 'Raccourcissez l’adresse ou la recherche.',
  415: 'Envoyez du JSON, avec l’en-tête Content-Type: application/json.',
  421: 'Ouvrez l’adresse affichée au démarrage, par exemple http://127.0.0.1:3000.',
  422: 'Corrigez la demande, puis recommencez.',
  500: 'Recommencez ; si l’erreur persiste, consultez le journal du serveur.',
  503: 'Recommencez dans quelques instants ; /readyz dit quel moteur ne répond pas.',
};

export const messages = {
  routeInconnue: 'Aucune page ni ressource ne se trouve à cette adresse.',
  methode: (methode: string, admises: string) =>
    `La méthode ${methode} n’est pas admise ici. Méthodes admises : ${admises}.`,
  inconnu: (genre: string, id: string) => `Aucun ${genre} ne porte l’identifiant « ${id} ».`,
  remedeProches: 'Choisissez un des noms proches, ou cherchez par le nom.',
  remedeDocument:
    'Donnez l’empreinte du document (12 chiffres ou plus) ; la liste des documents la donne.',
  pageInconnue: (n: number | string, total: number) =>
    `La page ${n} n’existe pas : ce document va de la page 1 à la page ${total}.`,
  remedePage: 'Choisissez un numéro de page du document.',
  originalAbsent: 'Le fichier d’origine de ce document n’est pas dans la base.',
  remedeOriginal:
    'Ingérez de nouveau le fichier, ou restaurez le dossier « originaux » de la base.',
  hote: (hote: string) => `Ce serveur ne répond pas au nom « ${hote} ».`,
  jsonIllisible: 'Le corps de la demande n’est pas du JSON lisible.',
  corpsVide: 'Le corps de la demande est vide.',
  tropGros: 'Le corps de la demande dépasse la taille admise.',
  adresseIllisible: 'L’adresse contient un caractère mal encodé.',
  typeContenu: 'Le corps de la demande n’est pas annoncé comme du JSON.',
  interne: 'Le serveur n’a pas pu répondre à cette demande.',
  moteurAbsent: (nom: string) => `${nom} ne répond pas.`,
  muet: (secondes: number) => `Rien répondu en ${secondes} s.`,
  panneInconnue: 'Cause inconnue : consultez le journal du serveur.',
  pret: 'Tous les moteurs répondent.',
  pasPret: (noms: string) => `Moteur sans réponse : ${noms}.`,
  champ: (nom: string, probleme: string) => `« ${nom} » : ${probleme}`,
  corps: 'corps de la demande',
  formatInconnu: (format: string) => `Aucune notice n’est donnée au format « ${format} ».`,
  nouveautes: 'Maillage : nouveautés',
  filtreSansMots: 'un filtre restreint une recherche : donnez aussi les mots cherchés.',
};

export const champs = {
  manquant: 'ce paramètre est obligatoire.',
  type: (attendu: string) => `la valeur doit être ${attendu}.`,
  tropGrand: (max: string, texte: boolean) =>
    texte ? `la valeur dépasse ${max} caractères.` : `la valeur dépasse ${max}.`,
  tropPetit: (min: string, texte: boolean) =>
    texte
      ? `la valeur doit compter au moins ${min} caractère.`
      : `la valeur doit être au moins ${min}.`,
  valeurs: (admises: string) => `la valeur doit être l’une de : ${admises}.`,
  inconnu: (noms: string) => `paramètre inconnu : ${noms}.`,
  format: 'la valeur n’a pas la forme attendue.',
  entier: 'la valeur doit être un nombre entier.',
  annee: 'donnez une année (2012) ou un intervalle (2011-2013).',
};

export const TYPES_ATTENDUS: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'vrai ou faux',
  object: 'un objet JSON',
  array: 'une liste',
};

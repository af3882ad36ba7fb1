/** What each code of alert means to a person, and whether it is a document that disagrees with itself or with a list. */
export const ALERTES: Readonly<
  Record<string, { readonly libelle: string; readonly coherence: boolean }>
> = {
  'auteur-a-confirmer': {
    libelle: 'Auteur d’une notice qui porte le nom d’un intervenant',
    coherence: false,
  },
  'lien-a-confirmer': {
    libelle: 'Notice qui est peut-être la publication d’une action',
    coherence: false,
  },
  'caracteres-convertis': {
    libelle: 'Notice dont des caractères ont été convertis',
    coherence: false,
  },
  'caracteres-interdits': {
    libelle: 'Notice dont des caractères interdits ont été retirés',
    coherence: false,
  },
  'cle-double': { libelle: 'Clé que deux notices d’un même fichier portent', coherence: false },
  'date-illisible': { libelle: 'Notice dont la date n’a pas d’année lisible', coherence: false },
  'encodage-annonce-faux': {
    libelle: 'Notice dont l’encodage annoncé n’est pas le sien',
    coherence: false,
  },
  'entree-rompue': {
    libelle: 'Entrée de bibliographie qui ne peut pas être lue',
    coherence: false,
  },
  'fin-absente': { libelle: 'Notice dont la fin manque', coherence: false },
  'isbn-faux': { libelle: 'ISBN dont la clé de contrôle est fausse', coherence: false },
  'issn-faux': { libelle: 'ISSN dont la clé de contrôle est fausse', coherence: false },
  'numero-faux': {
    libelle: 'Numéro normalisé dont la clé de contrôle est fausse',
    coherence: false,
  },
  'langue-inconnue': { libelle: 'Notice dont la langue n’est pas connue', coherence: false },
  'renvoi-absent': {
    libelle: 'Notice qui renvoie à une entrée absente du fichier',
    coherence: false,
  },
  'titre-absent': { libelle: 'Notice sans titre', coherence: false },
  'type-inconnu': { libelle: 'Notice dont le type n’est pas connu', coherence: false },
  'action-non-rapprochee': {
    libelle: 'Action d’un rapport qu’aucune action du programme ne prévoit à coup sûr',
    coherence: false,
  },
  'annee-inconnue': { libelle: 'Document qui ne dit pas de quelle année il est', coherence: false },
  'compte-inattendu': {
    libelle: 'Nombre d’axes ou d’actions inhabituel pour ce producteur',
    coherence: false,
  },
  'date-hors-annee': { libelle: 'Date hors de l’année du programme', coherence: true },
  'decision-contredite': { libelle: 'Décision qu’une plus récente contredit', coherence: false },
  'decision-invalide': {
    libelle: 'Décision du registre qui ne peut pas être lue',
    coherence: false,
  },
  'decision-sans-objet': {
    libelle: 'Décision dont l’objet n’est plus dans la base',
    coherence: false,
  },
  'denombrement-discordant': {
    libelle: 'Nombre annoncé qui n’est pas celui de la liste',
    coherence: true,
  },
  'dispositif-ambigu': { libelle: 'Sigle que plusieurs dispositifs portent', coherence: false },
  'doublon-probable': {
    libelle: 'Deux noms qui sont peut-être ceux d’une seule personne ou structure',
    coherence: false,
  },
  'doublon-possible': {
    libelle: 'Deux notices qui décrivent peut-être un même ouvrage',
    coherence: false,
  },
  'edition-probable': { libelle: 'Deux éditions probables d’un même document', coherence: true },
  'homonyme-possible': { libelle: 'Personnes du même nom laissées à part', coherence: false },
  'jour-discordant': {
    libelle: 'Jour de la semaine qui n’est pas celui de la date',
    coherence: true,
  },
  'lieu-inconnu': { libelle: 'Lieu qu’aucune liste ne connaît', coherence: false },
  'membres-discordants': {
    libelle: 'Commune que la liste officielle ne donne pas pour membre',
    coherence: true,
  },
  'mention-ambigue': { libelle: 'Nom que plusieurs lieux portent', coherence: false },
  'numero-double': { libelle: 'Numéro donné à deux actions', coherence: true },
  'numero-saute': { libelle: 'Numéro qui manque dans une suite', coherence: true },
  'page-illisible': { libelle: 'Page qui ne peut pas être lue', coherence: false },
  'pages-manquantes': {
    libelle: 'Fichier abîmé dont des pages n’ont pas pu être lues',
    coherence: false,
  },
  'reconnaissance-douteuse': { libelle: 'Page reconnue avec peu de confiance', coherence: false },
  'renvoi-discordant': { libelle: 'Renvoi à une page où l’action n’est pas', coherence: true },
  'seances-discordantes': {
    libelle: 'Nombre de séances qui n’est pas celui des dates',
    coherence: true,
  },
  'sommaire-page-discordante': {
    libelle: 'Page du sommaire qui n’est pas la bonne',
    coherence: true,
  },
  'sommaire-sans-corps': { libelle: 'Entrée du sommaire absente du document', coherence: true },
  'suite-a-confirmer': {
    libelle: 'Suite possible d’une action de l’année précédente',
    coherence: false,
  },
  'texte-abime': { libelle: 'Texte abîmé qui n’a pas pu être rétabli', coherence: false },
  'texte-repare': { libelle: 'Texte abîmé, rétabli pour la lecture', coherence: false },
};

/** What a code means; the code itself when the table does not have it. */
export function libelleAlerte(code: string): string {
  return ALERTES[code]?.libelle ?? code;
}

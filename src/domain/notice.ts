/** What a bibliographic record is about to a reader; the UNIMARC, RIS and BibTeX types map to these. */
export const TYPES_NOTICE = [
  'livre',
  'chapitre',
  'article',
  'périodique',
  'numéro de périodique',
  'rapport',
  'thèse',
  'acte de colloque',
  'communication',
  'texte officiel',
  'dossier',
  'site web',
  'vidéo',
  'son',
  'image',
  'carte',
  'cédérom',
  'jeu de données',
  'poste',
  'document',
] as const;
export type TypeNotice = (typeof TYPES_NOTICE)[number];

/** What a person or a body did for a work. The UNIMARC relator codes (IFLA, UNIMARC Manual, appendix C) map to these. */
export const ROLES_AUTEUR = [
  'auteur',
  'directeur de publication',
  'éditeur scientifique',
  'préfacier',
  'postfacier',
  'traducteur',
  'illustrateur',
  'photographe',
  'réalisateur',
  'intervieweur',
  'interviewé',
  'collaborateur',
  'commanditaire',
  'organisme de soutenance',
  'directeur de thèse',
  'contributeur',
] as const;
export type RoleAuteur = (typeof ROLES_AUTEUR)[number];

/** An author: a person by family name and forename, or a body by its whole name in `nom`. */
export interface Auteur {
  readonly nom: string;
  readonly prenom?: string;
  /** As printed: « 1821-1880 », « 1943-.... ». */
  readonly dates?: string;
  readonly collectif?: boolean;
  readonly role: RoleAuteur;
}

/** A date as printed and the years it stands for: « cop. 2012 », « [2012?] », « 2010-2012 ». */
export interface DateNotice {
  readonly imprimee: string;
  /** First and last year; absent when the printed date has none. */
  readonly debut?: number;
  readonly fin?: number;
}

/** A bibliographic record, whatever its format was. Texts are as printed, without the punctuation of the format. */
export interface Notice {
  readonly type: TypeNotice;
  readonly titre: string;
  readonly complement?: string;
  readonly auteurs: readonly Auteur[];
  readonly date?: DateNotice;
  readonly editeur?: string;
  readonly lieu?: string;
  readonly collection?: string;
  /** Title of the periodical, or of the work, that it is in. */
  readonly hote?: string;
  /** Number or volume of the periodical: « n° 34 », « vol. 12, n° 3 ». */
  readonly numero?: string;
  readonly pagination?: string;
  /** Thirteen digits without hyphens (ten are brought to thirteen); only those whose check digit holds. */
  readonly isbn: readonly string[];
  /** « 1234-567X »; only those whose check digit holds. */
  readonly issn: readonly string[];
  /** Lower case, without address: « 10.3917/esp.150.0015 ». */
  readonly doi?: string;
  /** ISO 639-2/B codes: « fre ». */
  readonly langues: readonly string[];
  readonly resume?: string;
  /** Terms of a controlled vocabulary. */
  readonly descripteurs: readonly string[];
  /** Free terms. */
  readonly motsCles: readonly string[];
  readonly sujetsGeographiques: readonly string[];
  readonly cote?: string;
  /** Copies: one line each, as the system tells them. */
  readonly exemplaires: readonly string[];
  readonly urls: readonly string[];
}

/** Names of the fields of a record that its facts carry. */
export type ChampNotice = keyof Notice;

/** An author on one line: « Kenyon, Frederic George (1863-1952), préfacier »; « Ville de Cergy [collectivité], auteur ». */
export function ecrireAuteur({ nom, prenom, dates, collectif, role }: Auteur): string {
  const tete = prenom === undefined ? nom : `${nom}, ${prenom}`;
  const suite = `${dates === undefined ? '' : ` (${dates})`}${collectif === true ? ' [collectivité]' : ''}`;
  return `${tete}${suite}, ${role}`;
}

const LIGNE_AUTEUR =
  /^(?<tete>.*?)(?: \((?<dates>[^()]*\d{2}[^()]*)\))?(?<collectif> \[collectivité\])?, (?<role>[^,]+)$/u;

/** The author that `ecrireAuteur` wrote; a line that it did not write is the name of an author. */
export function lireAuteur(ligne: string): Auteur {
  const { tete = ligne, dates, collectif, role } = LIGNE_AUTEUR.exec(ligne)?.groups ?? {};
  const connu = ROLES_AUTEUR.find((r) => r === role);
  if (connu === undefined) return { nom: ligne, role: 'auteur' };
  const virgule = collectif === undefined ? tete.indexOf(', ') : -1;
  return {
    nom: virgule === -1 ? tete : tete.slice(0, virgule),
    ...(virgule === -1 ? {} : { prenom: tete.slice(virgule + 2) }),
    ...(dates === undefined ? {} : { dates }),
    ...(collectif === undefined ? {} : { collectif: true }),
    role: connu,
  };
}

import { fold } from '../../../src/french/fold.js';
import type { TableauDeclare } from '../catalogue/catalogue.js';

/** Headings of columns, folded, by the field of the notice that they give. */
const SYNONYMES: Readonly<Record<string, string>> = {
  cle: 'id|identifiant|numero de notice|n° notice|n° inventaire|numero d’inventaire',
  type: 'type|type de document|nature|support|type doc|categorie de document|format',
  titre:
    'titre|titre propre|titre du document|titre de l’article|titre de l’ouvrage|title|titre complet',
  intitule: 'intitule|nom|libelle|designation|denomination|objet',
  complement: 'complement|complement du titre|complement de titre|sous-titre|soustitre|subtitle',
  auteurs:
    'auteur|auteurs|auteur(s)|author|authors|auteur principal|autres auteurs|auteur secondaire|auteurs personnes|auteur collectif|collectivite|createur|editor|directeur de publication',
  date: 'date|annee|annee de publication|date de publication|date d’edition|annee d’edition|date de parution|parution|annee de parution|year|publication year|millesime',
  editeur: 'editeur|editeurs|editeur(s)|edition|maison d’edition|publisher|editeur commercial',
  lieu: 'lieu|lieu d’edition|lieu de publication|ville d’edition|place',
  collection: 'collection|serie|series',
  hote: 'revue|titre de la revue|periodique|titre du periodique|journal|in|source|publication title|ouvrage',
  numero: 'numero|n°|numero de revue|fascicule|volume|tome|issue|n° de revue|numero du periodique',
  pagination:
    'pages|pagination|nombre de pages|nb pages|nb de pages|collation|importance materielle',
  isbn: 'isbn|isbn/issn|isbn-issn|ean|isbn 13|isbn-13|isbn10',
  issn: 'issn',
  doi: 'doi',
  langues: 'langue|langues|langue du document|language|langue(s)',
  resume: 'resume|abstract|description|analyse|presentation|abstract note|sommaire',
  descripteurs:
    'descripteur|descripteurs|descripteur(s)|thesaurus|sujet|sujets|indexation|vedettes matiere|matieres|themes|theme|thematique|thematiques',
  motsCles:
    'mot cle|mots cles|mot-cle|mots-cles|mot-cles|mots-clefs|mot(s)-cle(s)|keywords|tags|manual tags|tag',
  sujetsGeographiques:
    'sujet geographique|sujets geographiques|geographie|territoire|territoires|zone geographique|localisation geographique',
  cote: 'cote|cotes|call number|cotation|cote de rangement',
  exemplaires: 'exemplaire|exemplaires|localisation|emplacement|code-barres|code barre',
  urls: 'url|lien|liens|adresse|adresse web|lien internet|site|adresse internet|lien vers le document|en ligne',
};

const PAR_NOM: ReadonlyMap<string, string> = new Map(
  Object.entries(SYNONYMES).flatMap(([champ, noms]) =>
    fold(noms)
      .split('|')
      .map((nom): [string, string] => [nom, champ]),
  ),
);

/** Fields that only a bibliography has: with one of them, « Nom » or « Intitulé » is a title. */
const BIBLIOGRAPHIQUES = new Set(
  'auteurs editeur collection hote isbn issn doi cote resume'.split(' '),
);

/** Fields that a table of anything may have. */
const GENERAUX = new Set(['date', 'urls', 'sujetsGeographiques']);

/** The field of each column, '' for one that gives none; `titre` or `intitule` is always there when a column has text. */
export type Correspondance = readonly string[];

/**
 * The fields that columns give: those that a source declares, else by their headings. In a table that
 * is no bibliography the column that tells its rows apart best for a reader is `intitule`.
 */
export function devinerColonnes(
  entete: readonly string[],
  rangees: readonly (readonly string[])[],
  declare?: TableauDeclare,
): Correspondance {
  if (declare !== undefined) return declarees(entete, declare);
  const champs = entete.map((nom) => PAR_NOM.get(cle(nom)) ?? '');
  const biblio = champs.some((c) => BIBLIOGRAPHIQUES.has(c));
  if (champs.includes('titre')) return champs.map((c) => (c === 'intitule' ? '' : c));
  const place = champs.indexOf('intitule');
  if (biblio && place !== -1)
    return champs.map((c, i) => (i === place ? 'titre' : c === 'intitule' ? '' : c));
  const meilleure = place === -1 ? plusParlante(entete, rangees) : place;
  const identifie = colonneCle(entete, rangees);
  return champs.map((c, i) => {
    if (i === meilleure) return 'intitule';
    return i === identifie ? 'cle' : GENERAUX.has(c) ? c : '';
  });
}

/** The first declared table whose columns are all in the header. */
export function tableauDeclare(
  entete: readonly string[],
  declares: readonly TableauDeclare[] = [],
): TableauDeclare | undefined {
  const noms = new Set(entete.map(cle));
  return declares.find(({ colonnes }) =>
    Object.values(colonnes).every((nom) => noms.has(cle(nom))),
  );
}

function declarees(entete: readonly string[], { colonnes }: TableauDeclare): Correspondance {
  const dites = new Map(Object.entries(colonnes).map(([champ, nom]) => [cle(nom), champ]));
  return entete.map((nom) => dites.get(cle(nom)) ?? '');
}

/** Headings of an identifier: « id_poste », « identifiant du poste », « n° dossier », « siret ». */
const IDENTIFIANT = /^(?:id|identifiant|n°|numero|num|reference|ref)\b|\b(?:id|identifiant)$/;

/** The first column of identifiers, all different and none empty; -1 when there is none. */
function colonneCle(entete: readonly string[], rangees: readonly (readonly string[])[]): number {
  return entete.findIndex((nom, i) => {
    if (!IDENTIFIANT.test(cle(nom))) return false;
    const valeurs = rangees.map((r) => r[i]?.trim() ?? '');
    return !valeurs.includes('') && new Set(valeurs).size === valeurs.length;
  });
}

/** A guessed mapping as a source.yml writes it, for a person to correct. */
export function ecrireColonnes(entete: readonly string[], champs: Correspondance): string {
  const lignes = entete.flatMap((nom, i) => {
    const champ = champs[i] ?? '';
    if (champ === '') return [`      # (sans champ) : ${JSON.stringify(nom)}`];
    return [`      ${champ === 'intitule' ? 'titre' : champ}: ${JSON.stringify(nom)}`];
  });
  return `tableaux:\n  - colonnes:\n${lignes.join('\n')}\n`;
}

/** Headings are compared folded, without the case, the underscores or the spaces that vary. */
function cle(nom: string): string {
  return fold(nom)
    .replace(/[_\s]+/g, ' ')
    .replace(/\s*:$/, '')
    .trim();
}

/** The column of words, not of codes or figures, whose values differ most; the first when none has words. */
function plusParlante(entete: readonly string[], rangees: readonly (readonly string[])[]): number {
  const notes = entete.map((_nom, i) => {
    const valeurs = rangees.map((r) => r[i] ?? '').filter((v) => v !== '');
    if (valeurs.length === 0) return 0;
    const parlantes = valeurs.filter((v) => /\p{L}{3}/u.test(v) && !/^\S*\d\S*$/.test(v));
    const longueur = valeurs.reduce((s, v) => s + Math.min(v.length, 80), 0) / valeurs.length;
    const part = parlantes.length / rangees.length;
    return part * (new Set(valeurs).size / valeurs.length + Math.min(longueur, 40) / 40);
  });
  const place = notes.indexOf(Math.max(...notes));
  return place === -1 ? 0 : place;
}

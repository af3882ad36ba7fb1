import type { Auteur } from '../../../../src/domain/notice.js';
import type { Passage } from '../notice.js';
import type { Valeur } from '../unimarc/champs.js';
import type { Releve } from '../unimarc/releve.js';
import { lireDate, sansDate } from './dates.js';
import { lireDoi, trouverIsbn, trouverIssn } from './isbn.js';
import { codeLangue } from './langues.js';

/** « Titre : complément », the mark of ISBD, spaces on both sides. */
const COMPLEMENT = /[ \u00a0\u202f]:[ \u00a0\u202f]/;

/**
 * Sets the title and what completes it. A short title that opens it says where it ends; without one,
 * « : » between spaces does.
 */
export function poserTitre(releve: Releve, titre: Valeur, court?: Valeur): void {
  const abrege = court?.texte ?? '';
  const suite = titre.texte.slice(abrege.length);
  if (
    abrege !== '' &&
    titre.texte.startsWith(abrege) &&
    (suite === '' || /^\s?[:.–—-]\s/.test(suite))
  ) {
    releve.poser('titre', abrege, titre, ...(court === undefined ? [] : [court]));
    const complement = suite.replace(/^\s?[:.–—-]\s+/, '');
    if (complement !== '') releve.poser('complement', complement, titre);
    return;
  }
  const place = titre.texte.search(COMPLEMENT);
  const coupe = place > 0 ? place : titre.texte.length;
  releve.poser('titre', titre.texte.slice(0, coupe).trimEnd(), titre);
  const complement = titre.texte.slice(coupe + 3).trimStart();
  if (complement !== '') releve.poser('complement', complement, titre);
}

/** Says that a record has no title; its record is kept. */
export function remarquerSansTitre(releve: Releve): void {
  if (!releve.a('titre')) releve.remarquer('titre-absent', 'La notice n’a pas de titre.');
}

/** Adds the ISBN and the ISSN of a field that may hold either; tells a number that is none. */
export function ajouterNumeros(releve: Releve, valeur: Valeur): void {
  const isbn = trouverIsbn(valeur.texte);
  const issn = isbn.length > 0 ? [] : trouverIssn(valeur.texte);
  for (const { valeur: numero } of isbn) releve.ajouter('isbn', numero, valeur);
  for (const { valeur: numero } of issn) releve.ajouter('issn', numero, valeur);
  if (isbn.length + issn.length > 0 || !/\d/.test(valeur.texte)) return;
  releve.remarquer(
    'numero-faux',
    `« ${valeur.texte} » n’est ni un ISBN ni un ISSN dont la clé est juste : il est gardé tel quel.`,
  );
}

/** Sets the DOI; true when the value holds one. */
export function poserDoi(releve: Releve, valeur: Valeur): boolean {
  const doi = lireDoi(valeur.texte);
  if (doi !== null) releve.poser('doi', doi, valeur);
  return doi !== null;
}

/** Adds the languages of a field: codes or names, several of them perhaps. */
export function ajouterLangues(releve: Releve, valeur: Valeur): void {
  const entiere = codeLangue(valeur.texte);
  const codes =
    entiere === null
      ? valeur.texte.split(/\s*[;,/|]\s*|\s+(?:et|and)\s+/).map(codeLangue)
      : [entiere];
  for (const code of codes) if (code !== null) releve.ajouter('langues', code, valeur);
  if (codes.includes(null))
    releve.remarquer('langue-inconnue', `La langue « ${valeur.texte} » n’est pas connue.`);
}

/** Sets the date from what is printed, and says when it has no year. */
export function poserDate(releve: Releve, imprimee: string, ...preuves: readonly Passage[]): void {
  const date = lireDate(imprimee);
  releve.poser('date', date, ...preuves);
  if (date.debut === undefined && !sansDate(imprimee))
    releve.remarquer('date-illisible', `La date « ${imprimee} » n’a pas d’année.`);
}

/** Adds an address of the web; true when the value is one. */
export function ajouterUrl(releve: Releve, valeur: Valeur): boolean {
  const url = valeur.texte.replace(/^URL\s*:\s*/i, '');
  if (!/^(?:https?|ftp):\/\/\S+$/i.test(url)) return false;
  releve.ajouter('urls', url, valeur);
  return true;
}

/** Adds an author that has a name. */
export function ajouterAuteur(releve: Releve, auteur: Auteur, preuve: Passage): void {
  if (auteur.nom !== '') releve.ajouter('auteurs', auteur, preuve);
}

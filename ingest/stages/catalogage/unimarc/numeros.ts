import { lireDoi, trouverIsbn, trouverIssn, verifierIsbn, verifierIssn } from '../communs/isbn.js';
import { codeLangue } from '../communs/langues.js';
import type { Valeur } from './champs.js';
import { contenu, valeur, valeurs } from './champs.js';
import type { Releve } from './releve.js';

/** 010, 011, 017, 101, 856: numbers that hold by their check digit, languages, addresses. */
export function lireNumeros(releve: Releve): void {
  for (const v of releve.de('010').flatMap((c) => valeurs(c, 'a'))) lireIsbn(releve, v);
  for (const v of releve.de('011').flatMap((c) => valeurs(c, 'a'))) numeroIssn(releve, v);
  for (const v of releve.de('101').flatMap((c) => valeurs(c, 'a'))) lireLangues(releve, v);
  lireAdresses(releve);
}

/** Some systems have the ISSN of a periodical in 010. */
function lireIsbn(releve: Releve, v: Valeur): void {
  const seul = /^[\dXx-]{10,17}$/.test(v.texte) ? verifierIsbn(v.texte) : null;
  if (seul !== null) {
    releve.ajouter('isbn', seul, v);
    return;
  }
  const trouves = trouverIsbn(v.texte);
  for (const t of trouves)
    releve.ajouter('isbn', t.valeur, { debut: v.debut + t.debut, fin: v.debut + t.fin });
  if (trouves.length > 0) return;
  if (verifierIssn(v.texte) !== null) numeroIssn(releve, v);
  else if (/\d{4}/.test(v.texte))
    releve.remarquer(
      'isbn-faux',
      `L’ISBN « ${v.texte} » est faux : sa clé de contrôle ne convient pas.`,
    );
}

export function numeroIssn(releve: Releve, v: Valeur): void {
  const trouves = trouverIssn(v.texte);
  for (const t of trouves)
    releve.ajouter('issn', t.valeur, { debut: v.debut + t.debut, fin: v.debut + t.fin });
  if (trouves.length === 0)
    releve.remarquer(
      'issn-faux',
      `L’ISSN « ${v.texte} » est faux : sa clé de contrôle ne convient pas.`,
    );
}

/** A code, or several in one value (« freeng ») as before 2000. */
function lireLangues(releve: Releve, v: Valeur): void {
  const entier = codeLangue(v.texte);
  const codes = /^(?:[a-z]{3}){2,5}$/.test(v.texte) ? (v.texte.match(/.{3}/g) ?? []) : [];
  const connus = codes.map((code) => codeLangue(code));
  if (entier !== null) releve.ajouter('langues', entier, v);
  else if (codes.length === 0 || connus.includes(null))
    releve.remarquer('langue-inconnue', `La langue « ${v.texte} » est inconnue.`);
  else
    connus.forEach((code, i) => {
      const debut = v.debut + 3 * i;
      if (code !== null) releve.ajouter('langues', code, { debut, fin: debut + 3 });
    });
}

/** The DOI of 017, or of an address; addresses of 856, and of the files that PMB keeps in 897. */
function lireAdresses(releve: Releve): void {
  const adresses = [
    ...releve.de('856').flatMap((c) => valeurs(c, 'u')),
    ...releve.de('897').flatMap((c) => c.valeurs.filter((v) => /^https?:\/\//.test(v.texte))),
  ];
  for (const v of adresses) releve.ajouter('urls', v.texte, v);
  const de017 = releve
    .de('017')
    .map((c) => ({ ...contenu(c), texte: valeur(c, 'a')?.texte ?? '' }));
  for (const v of [...de017, ...adresses.filter((a) => /doi\.org\//.test(a.texte))]) {
    const doi = lireDoi(v.texte);
    if (doi !== null) releve.poser('doi', doi, v);
  }
}

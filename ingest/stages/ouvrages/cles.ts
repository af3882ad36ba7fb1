import { createHash } from 'node:crypto';
import { significant } from '../resolve/identite/mots.js';
import { familyOf, personKeys } from './auteurs.js';
import type { Signalement } from './signalement.js';
import { workKey } from './titres.js';

/** Kinds of keys by which two records meet, and by which programmes find them. */
export type NatureCle = 'isbn' | 'doi' | 'titre' | 'date' | 'auteur';

/**
 * The keys of a record: its numbers, its title, its first author with its year, its authors. Records that
 * may be one work share one of them at least.
 */
export function workKeys(s: Signalement): string[] {
  const famille = familyOf(s);
  return [
    ...s.isbn.map((n) => keyOf('isbn', n)),
    ...(s.doi === '' ? [] : [keyOf('doi', s.doi)]),
    ...titleKeys(s).map((t) => keyOf('titre', t)),
    // a slip in the title: what the first author published that year
    ...(famille === '' || s.annee === null ? [] : [keyOf('date', `${famille} ${s.annee}`)]),
    ...personKeys(s).map((nom) => keyOf('auteur', nom)),
  ];
}

const MARQUES: Readonly<Record<NatureCle, string>> = {
  isbn: 'i',
  doi: 'o',
  titre: 't',
  date: 'f',
  auteur: 'a',
};

/** A key as it is kept: the mark of its nature and the beginning of a digest. */
export function keyOf(nature: NatureCle, valeur: string): string {
  return `${MARQUES[nature]}${createHash('sha256').update(valeur).digest('base64url').slice(0, 11)}`;
}

/** A part of a title with fewer words is no name of a work. */
const MOTS_PARTIE = 3;
/** A title, its complement, and its parts: « Repères : l’école et la ville ». */
const PARTIES = /\s?:\s|\s[–—-]\s|[.?!]\s|[«»]/;

/** The title with and without its complement, and the parts of it that can name a work. Each once. */
export function titleKeys({
  titre,
  complement,
}: Pick<Signalement, 'titre' | 'complement'>): string[] {
  const entier = complement === '' ? titre : `${titre} : ${complement}`;
  const parties = entier.split(PARTIES).filter((p) => significant(p).length >= MOTS_PARTIE);
  return [...new Set([titre, entier, ...parties].map(workKey))].filter((cle) => cle !== '');
}

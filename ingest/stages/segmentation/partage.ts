import { foldWithMap } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { estForme, PRECISION } from './formes.js';
import { enCapitales } from './titres.js';

/** Offsets of the title proper and of the form of action in a heading's text. */
export interface Partage {
  readonly intitule: { readonly debut: number; readonly fin: number };
  readonly format: { readonly debut: number; readonly fin: number } | null;
}

/** How most titles of a document are written with their form at the end. */
export type Convention = 'tiret' | 'parentheses' | 'capitales' | null;

const CONVENTION_MIN = 4;
const PART_MIN = 0.5;

/** The way by which half of the titles of a document, at least, tell their form. */
export function conventionDe(titres: readonly string[], v: Vocabulaire): Convention {
  const comptes = new Map<Convention, number>();
  for (const titre of titres) {
    const { format } = partager(titre, v);
    if (format === null) continue;
    const dite = titre.slice(format.debut, format.fin);
    const avant = titre.slice(0, format.debut).trimEnd().at(-1) ?? '';
    const apres = titre[format.fin] ?? '';
    const genre =
      apres === ')' && avant === '('
        ? 'parentheses'
        : /[–—-]/.test(avant)
          ? 'tiret'
          : format.debut === 0 && apres === ' ' && enCapitales(dite)
            ? 'capitales'
            : null;
    comptes.set(genre, (comptes.get(genre) ?? 0) + 1);
  }
  comptes.delete(null);
  const [genre, n] = [...comptes].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  return n >= CONVENTION_MIN && n >= titres.length * PART_MIN ? genre : null;
}

/** Where titles end so, a short end in lower case is a form too, even one that is in no list: « – tournée de quartier ». */
const TOURNURES: Readonly<Record<'tiret' | 'parentheses' | 'capitales', RegExp>> = {
  tiret: /\s[–—-]\s(?<forme>\p{Ll}[\p{L}'’-]+(?:\s[\p{L}'’-]+){0,4})$/u,
  parentheses: /\s\((?<forme>\p{Ll}[\p{L}'’-]+(?:\s[\p{L}'’-]+){0,4})\)$/u,
  capitales:
    /^(?<forme>[\p{Lu}'’-]{4,}(?:\s[\p{Lu}'’-]+){0,3})\s(?=[«"“]?\s?(?:\p{Lu}['’]?\p{Ll}|\p{Lu}n\s))/u,
};

function parConvention(titre: string, convention: Convention): Partage | null {
  const lu = convention === null ? null : TOURNURES[convention].exec(titre);
  const forme = lu?.groups?.forme;
  if (lu === null || forme === undefined) return null;
  const debut = lu.index + lu[0].indexOf(forme);
  const format = { debut, fin: debut + forme.length };
  if (convention === 'capitales')
    return { intitule: { debut: lu[0].length, fin: titre.length }, format };
  return { intitule: { debut: 0, fin: lu.index }, format };
}

/** What parts a title from its form: « – », « | », « · », a tab; a colon. */
const SEPARATEUR = /\s?[|·•\t]\s?|\s-\s?|\s?:\s/g;

/**
 * Splits a heading into title and form of action, by the vocabulary: « Titre – groupe de travail »,
 * « Titre (atelier) », « Séminaire : titre », « [Atelier] titre », « ATELIER Titre ».
 */
export function partager(titre: string, v: Vocabulaire, convention: Convention = null): Partage {
  const { texte: plie, carte } = foldWithMap(titre);
  return (
    enFin(plie, carte, v) ??
    enTete(titre, plie, carte, v) ??
    entreParentheses(titre, plie, carte, v) ??
    enCapitalesACote(titre, v) ??
    parConvention(titre, convention) ?? { intitule: { debut: 0, fin: titre.length }, format: null }
  );
}

/** « Titre – groupe de travail », « Titre | ATELIER » */
function enFin(plie: string, carte: readonly number[], v: Vocabulaire): Partage | null {
  for (const tiret of plie.matchAll(SEPARATEUR)) {
    const debut = tiret.index + tiret[0].length;
    if (tiret.index === 0 || !v.format.test(plie.slice(debut))) continue;
    // « Rencontre : ateliers de… » : after a colon only the last word of the heading is a form
    if (tiret[0].includes(':') && plie.length - debut > 40) continue;
    const fin = finFormat(plie, debut);
    return {
      intitule: { debut: 0, fin: carte[plie.slice(0, tiret.index).trimEnd().length] ?? 0 },
      format: { debut: carte[debut] ?? 0, fin: carte[fin] ?? 0 },
    };
  }
  return null;
}

/** The form ends at the next dash, or where a partnership in brackets starts. */
function finFormat(plie: string, debut: number): number {
  const suite = plie.slice(debut);
  const arret = /\s-\s|\s\((?:en )?partenariat/.exec(suite)?.index ?? suite.length;
  return debut + suite.slice(0, arret).trimEnd().length;
}

/** « Séminaire : la ville et ses habitants », « Atelier n° 2 – Lire un budget », « [Atelier] Lire un budget » */
function enTete(
  titre: string,
  plie: string,
  carte: readonly number[],
  v: Vocabulaire,
): Partage | null {
  const crochet = /^[[(]/.test(plie) ? 1 : 0;
  const forme = v.format.exec(plie.slice(crochet));
  if (forme === null) return null;
  const fin = crochet + forme[0].length;
  // « Accompagnement à la scolarité : … », « Atelier santé ville : … » are subjects, not forms
  const suite = new RegExp(
    `^${PRECISION}(${crochet ? '[\\])]\\s?[:-]?\\s?' : '\\s?[:|·•\\t]\\s?|\\s-\\s'})(?=.)`,
  ).exec(plie.slice(fin));
  if (suite === null) return null;
  const separateur = suite[1] ?? '';
  const debut = fin + suite[0].length;
  return {
    intitule: { debut: carte[debut] ?? 0, fin: titre.length },
    format: { debut: carte[crochet] ?? 0, fin: carte[debut - separateur.length] ?? 0 },
  };
}

function entreParentheses(
  titre: string,
  plie: string,
  carte: readonly number[],
  v: Vocabulaire,
): Partage | null {
  const ouverte = Math.max(plie.lastIndexOf('('), plie.lastIndexOf('['));
  if (ouverte <= 0 || !/[)\]]$/.test(plie) || !v.format.test(plie.slice(ouverte + 1))) return null;
  return {
    intitule: { debut: 0, fin: carte[plie.slice(0, ouverte).trimEnd().length] ?? 0 },
    format: { debut: carte[ouverte + 1] ?? 0, fin: titre.length - 1 },
  };
}

/** « FORMATION Apprendre le français »: a badge beside a title that is not in capitals. */
function enCapitalesACote(titre: string, v: Vocabulaire): Partage | null {
  for (const blanc of titre.matchAll(/\s+/g)) {
    const [avant, debut] = [titre.slice(0, blanc.index), blanc.index + blanc[0].length];
    const apres = titre.slice(debut);
    if (enCapitales(avant) && estForme(avant, v) && enPhrase(apres) && !suitEnCapitales(apres))
      return {
        intitule: { debut, fin: titre.length },
        format: { debut: 0, fin: blanc.index },
      };
    if (enCapitales(apres) && estForme(apres, v) && enPhrase(avant))
      return {
        intitule: { debut: 0, fin: blanc.index },
        format: { debut, fin: titre.length },
      };
  }
  return null;
}

function enPhrase(texte: string): boolean {
  return /^[«"“]?\s?\p{Lu}/u.test(texte) && /\p{Ll}{2}/u.test(texte) && !enCapitales(texte);
}

/** The badge goes on: « JOURNÉE » then « D'ÉTUDE Réussite… ». */
function suitEnCapitales(texte: string): boolean {
  return /^D['’]\p{Lu}/u.test(texte);
}

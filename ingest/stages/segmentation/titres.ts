import { fold, foldWithMap } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { texteDe } from './blocs.js';
import type { Mesures } from './lignes.js';
import type { Para } from './paragraphes.js';

const LIGNES_MAX = 4;
const LONGUEUR_MAX = 260;

/** How a heading is set: headings of one level share it. */
export interface Style {
  readonly cle: string;
  /** Larger for what stands out more; 0 for a plain short line. */
  readonly relief: number;
}

/** Letters of which eight in ten are capitals: « PRÉVENTION DE LA DÉLINQUANCE ». */
export function enCapitales(texte: string): boolean {
  const lettres = texte.match(/\p{L}/gu) ?? [];
  const hautes = texte.match(/\p{Lu}/gu) ?? [];
  return lettres.length >= 4 && hautes.length >= lettres.length * 0.8;
}

export function styleDe(para: Para, mesures: Mesures): Style {
  const premiere = para.lignes[0];
  const niveau = premiere?.niveau ?? null;
  // what the author declares a heading of level 2 is one, however it is set
  if (niveau !== null) return { cle: `niveau ${niveau}`, relief: 25 - niveau };
  const taille = premiere?.taille ?? null;
  const plus = taille === null || mesures.corps === null ? 0 : Math.max(0, taille - mesures.corps);
  const gras = premiere?.gras === true && !mesures.grasCourant;
  const capitales = enCapitales(texteDe(para.lignes));
  const relief = Math.min(plus, 10) + (gras ? 1 : 0) + (capitales ? 2 : 0);
  return { cle: `${Math.round(plus)}|${gras ? 'g' : ''}|${capitales ? 'C' : ''}`, relief };
}

/**
 * True when a paragraph may be a heading: short, standing apart or standing out, not ended like a
 * sentence. Numbered lists in prose end with commas and periods, headings do not.
 */
export function peutEtreTitre(para: Para, mesures: Mesures): boolean {
  if (para.nature !== 'texte' && para.nature !== 'numero') return false;
  const texte = texteDe(para.lignes);
  if (para.lignes.length > LIGNES_MAX || texte.length > LONGUEUR_MAX) return false;
  const contenu = texte.slice(para.numero?.retrait ?? 0);
  if (para.lignes[0]?.niveau) return /\p{L}{2}/u.test(contenu);
  if (!/\p{L}{2}/u.test(contenu) || /[.;,]\s*$/.test(texte.replace(/(?:\.\.\.|etc\.)\s*$/, '')))
    return false;
  if (/^[\p{Ll}(]/u.test(contenu)) return false;
  return para.isole || para.numero?.explicite === true || styleDe(para, mesures).relief > 0;
}

/** Share of the words that two titles have in common (Dice), from 0 to 1. */
export function ressemblance(a: string, b: string): number {
  const motsA = motsDe(a);
  const motsB = motsDe(b);
  if (motsA.size === 0 || motsB.size === 0) return 0;
  const communs = [...motsA].filter((m) => motsB.has(m)).length;
  return (2 * communs) / (motsA.size + motsB.size);
}

/** Words of four letters are enough to tell titles apart; a final s is not. */
function motsDe(texte: string): Set<string> {
  const mots = fold(texte)
    .split(/[^a-z0-9]+/)
    .filter((m) => m.length >= 3);
  return new Set(mots.map((m) => m.replace(/s$/, '')));
}

/** Offsets of the title proper and of the form of action in a heading's text. */
export interface Partage {
  readonly intitule: { readonly debut: number; readonly fin: number };
  readonly format: { readonly debut: number; readonly fin: number } | null;
}

/**
 * Splits a heading into title and form of action, by the vocabulary:
 * « Titre – groupe de travail », « Titre (atelier) », « Séminaire : titre ».
 */
export function partager(titre: string, vocabulaire: Vocabulaire): Partage {
  const { texte: plie, carte } = foldWithMap(titre);
  for (const tiret of plie.matchAll(/\s-\s?|\s?:\s/g)) {
    const debut = tiret.index + tiret[0].length;
    if (tiret.index === 0 || !vocabulaire.format.test(plie.slice(debut))) continue;
    // « Rencontre : ateliers de… » : after a colon only the last word of the heading is a form
    if (tiret[0].includes(':') && plie.length - debut > 40) continue;
    const fin = finFormat(plie, debut);
    return {
      intitule: { debut: 0, fin: carte[plie.slice(0, tiret.index).trimEnd().length] ?? 0 },
      format: { debut: carte[debut] ?? 0, fin: carte[fin] ?? 0 },
    };
  }
  return (
    enTete(titre, plie, carte, vocabulaire) ??
    entreParentheses(titre, plie, carte, vocabulaire) ??
    tout(titre)
  );
}

/** The form ends at the next dash, or where a partnership in brackets starts. */
function finFormat(plie: string, debut: number): number {
  const suite = plie.slice(debut);
  const arret = /\s-\s|\s\((?:en )?partenariat/.exec(suite)?.index ?? suite.length;
  return debut + suite.slice(0, arret).trimEnd().length;
}

/** « Séminaire : la ville et ses habitants », « Atelier – Lire un budget » */
function enTete(
  titre: string,
  plie: string,
  carte: readonly number[],
  v: Vocabulaire,
): Partage | null {
  const forme = v.format.exec(plie);
  if (forme === null) return null;
  const suite = /^[^:()-]{0,30}?(\s?:\s|\s-\s)/.exec(plie.slice(forme[0].length));
  if (suite === null) return null;
  const fin = forme[0].length + suite[0].length - (suite[1] ?? '').length;
  const debut = forme[0].length + suite[0].length;
  return {
    intitule: { debut: carte[debut] ?? 0, fin: titre.length },
    format: { debut: 0, fin: carte[fin] ?? 0 },
  };
}

function entreParentheses(
  titre: string,
  plie: string,
  carte: readonly number[],
  v: Vocabulaire,
): Partage | null {
  const ouverte = plie.lastIndexOf('(');
  if (ouverte <= 0 || !plie.endsWith(')') || !v.format.test(plie.slice(ouverte + 1))) return null;
  return {
    intitule: { debut: 0, fin: carte[plie.slice(0, ouverte).trimEnd().length] ?? 0 },
    format: { debut: carte[ouverte + 1] ?? 0, fin: titre.length - 1 },
  };
}

function tout(titre: string): Partage {
  return { intitule: { debut: 0, fin: titre.length }, format: null };
}

import { fold } from '../../../src/french/fold.js';
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
  const palier = mesures.pas > 1 ? Math.floor(plus / mesures.pas) : Math.round(plus);
  return { cle: `${palier}|${gras ? 'g' : ''}|${capitales ? 'C' : ''}`, relief };
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

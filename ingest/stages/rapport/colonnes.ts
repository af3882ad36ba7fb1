import { findDates } from '../../../src/french/dates.js';
import { fold, foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE } from '../../../src/french/nombres.js';
import { cueOf } from './phrases.js';
import type { Colonne, VocabulaireRapport } from './vocabulaire.js';

/** The head of a column of a table, and what stands under it. */
export interface ColonneVue {
  readonly tete: string;
  readonly valeurs: readonly string[];
}

/** Share of its filled cells that tell what a column is. */
const PART = 0.6;
const TITRE_MIN = 12;
const EFFECTIF = /person|presen|particip|inscrit|effectif|frequent|public|monde|assist/;
const GENS =
  /^(?:(?:M\.|Mme|Dr)\s)?\p{Lu}[\p{L}’'-]+\s(?:(?:de|du|des|le|la|d[’'])\s?)*\p{Lu}[\p{L}’'-]+(?:\s?[,(;]|$)/u;

/** What each column tells: by its head, or else by its cells (« oui », « 14 mars », « 35 participants »). */
export function inferColumns(
  colonnes: readonly ColonneVue[],
  v: VocabulaireRapport,
): (Colonne | null)[] {
  const dites = colonnes.map((c) => columnOf(c.tete, v));
  const lues = dites.map((c, i) => {
    const vue = colonnes[i];
    if (c !== null || vue === undefined) return c;
    const trouvee = byCells(vue, v);
    return trouvee !== null && dites.includes(trouvee) ? null : trouvee;
  });
  const sures = lues.filter((c) => c !== null).length;
  if (lues.includes('titre') || sures < 2) return lues;
  const rang = colonnes.findIndex((c, i) => lues[i] === null && isTitles(c));
  return lues.map((c, i) => (i === rang ? 'titre' : c));
}

/** What the head of a column names, or null. */
export function columnOf(texte: string, v: VocabulaireRapport): Colonne | null {
  const plie = fold(texte).replace(/\s+/g, ' ').trim();
  return v.colonnes.find(([, motif]) => motif.test(plie))?.[0] ?? null;
}

function byCells({ tete, valeurs }: ColonneVue, v: VocabulaireRapport): Colonne | null {
  const pleines = valeurs.map((t) => t.trim()).filter((t) => t !== '');
  if (pleines.length < 2) return null;
  const most = (dit: (texte: string, plie: string) => boolean) =>
    pleines.filter((t) => dit(t, foldWithMap(t).texte)).length >= PART * pleines.length;
  if (most((t) => cueOf(t, v)?.debut === 0)) return 'statut';
  if (most((_, plie) => findDates(plie, 2000).length > 0)) return 'dates';
  const gens = new RegExp(`${NOMBRE} (?:[a-z]+ )?(?:${v.participants.join('|')})(?![a-z])`);
  const nombre = new RegExp(`^(?:environ |une )?${NOMBRE}`);
  if (most((_, plie) => gens.test(plie) || (EFFECTIF.test(fold(tete)) && nombre.test(plie))))
    return 'participants';
  return most((t) => GENS.test(t)) ? 'intervenants' : null;
}

/** Texts that are all different, and long enough to name something. */
function isTitles({ valeurs }: ColonneVue): boolean {
  const pleines = valeurs.filter((t) => t.trim() !== '');
  const longueur = pleines.reduce((n, t) => n + t.length, 0) / Math.max(1, pleines.length);
  return (
    pleines.length === valeurs.length &&
    new Set(pleines).size === pleines.length &&
    longueur >= TITRE_MIN
  );
}

import { fold } from '../../../src/french/fold.js';
import { titreDe } from './contenus.js';
import type { Para } from './paragraphes.js';
import type { Indices } from './plan.js';
import { peutEtreTitre, styleDe } from './titres.js';
import { estValeurCourte } from './valeurs.js';

/** A paragraph that may be a heading. Headings of one level share their numbering and their type. */
export interface Candidat {
  readonly rang: number;
  readonly texte: string;
  /** How its number is written; empty without. */
  readonly forme: string;
  readonly famille: string;
  readonly relief: number;
}

const MOIS_NOMS =
  '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)';
/** A month alone, folded. */
export const MOIS = new RegExp(`^(?:mois de |d')?${MOIS_NOMS}(?: (?:19|20)\\d{2})?$`);

/** Times that a name printed beside a cell comes before it is a label. */
const REPRISES = 3;

/** The paragraphs that may be headings. */
export function candidatsDe({ paras, mesures, debut }: Indices): Candidat[] {
  const etiquettes = nomsDeRangees(paras);
  return paras.flatMap((para, rang) => {
    if (rang < debut || etiquettes.has(rang) || !peutEtreTitre(para, mesures)) return [];
    const { cle, relief } = styleDe(para, mesures);
    const forme = para.numero?.forme ?? '';
    // « 3 demi-journées » in bold: the value of a field, whatever its style
    if (forme === '' && estValeurCourte(titreDe(para))) return [];
    return [{ rang, texte: titreDe(para), forme, famille: `${forme}|${cle}`, relief }];
  });
}

/** « Qui ? » at the left of a row, in table after table: a label that the vocabulary does not know. */
function nomsDeRangees(paras: readonly Para[]): Set<number> {
  const rangs = new Map<string, number[]>();
  paras.forEach((para, rang) => {
    if (!estAGauche(para, paras[rang + 1])) return;
    const nom = clef(para.lignes.map((l) => l.texte).join(' '));
    rangs.set(nom, [...(rangs.get(nom) ?? []), rang]);
  });
  return new Set([...rangs.values()].filter((r) => r.length >= REPRISES).flat());
}

/** True when the next paragraph is the next cell of the same row. */
function estAGauche(para: Para, suivant: Para | undefined): boolean {
  const [a, b] = [para.lignes[0]?.cellule, suivant?.lignes[0]?.cellule];
  if (a === undefined || a === null || b === undefined || b === null) return false;
  return a.tableau === b.tableau && a.rangee === b.rangee && a.colonne < b.colonne;
}

/** « Février », « FÉVRIER 2014 »: the headings of a diary are no parts. */
export function estMois({ texte }: Candidat): boolean {
  return MOIS.test(fold(texte).replace(/\s+/g, ' ').trim());
}

const PERIODE = new RegExp(
  `^(?:de |d'|entre )?${MOIS_NOMS}(?: (?:19|20)\\d{2})? (?:a|et|-) ${MOIS_NOMS}(?: (?:19|20)\\d{2})?$|` +
    '^(?:1er|2e|2eme|2nd|[34]e|[34]eme|premier|second|deuxieme|troisieme|quatrieme) (?:semestre|trimestre)(?: (?:19|20)\\d{2})?$',
);

/** « Mars à juin 2013 », « Second semestre »: it may head a part, never an action. */
export function estPeriode({ texte }: Candidat): boolean {
  return PERIODE.test(fold(texte).replace(/\s+/g, ' ').trim());
}

/**
 * Ranks of the headings that only announce: the same title comes again below, and nothing but
 * headings or list items stands between this one and the next.
 */
export function annonces({ paras }: Indices, candidats: readonly Candidat[]): Set<number> {
  const rangs = new Set(candidats.map((c) => c.rang));
  const nus = candidats.filter(({ rang }) => {
    const suivant = paras[rang + 1];
    return (
      suivant === undefined ||
      rangs.has(rang + 1) ||
      suivant.nature === 'section' ||
      suivant.nature === 'puce'
    );
  });
  const parTitre = new Map<string, number>();
  for (const c of candidats) parTitre.set(clef(c.texte), c.rang);
  const repris = new Set(
    nus.filter((c) => (parTitre.get(clef(c.texte)) ?? -1) > c.rang).map((c) => c.rang),
  );
  // alone above a heading that comes but once, it is a part's name printed again on a later page
  return new Set(
    [...repris].filter((r) => !rangs.has(r + 1) || repris.has(r + 1) || repris.has(r - 1)),
  );
}

function clef(texte: string): string {
  return fold(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

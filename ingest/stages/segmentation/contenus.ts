import { texteDe } from './blocs.js';
import type { Para } from './paragraphes.js';
import { ressemblance } from './titres.js';

/** The list of titles that opens a part: « 1. … 2. … 3. … », repeated below with their texts. */
export interface Contenus {
  /** Ranks of its paragraphs: from `debut` to before `fin`. */
  readonly debut: number;
  readonly fin: number;
  readonly titres: readonly { readonly numero: number; readonly texte: string }[];
}

/** How much of a title of the list its repetition must share: titles get reworded on the way. */
const REPRISE = 0.5;

/**
 * Finds these lists: numbered headings in a row from 1 on, with nothing under them, half of which
 * at least come again below under the same number.
 */
export function trouverContenus(paras: readonly Para[]): Contenus[] {
  const listes: Contenus[] = [];
  let i = 0;
  while (i < paras.length) {
    const suite = suiteDepuis(paras, i);
    if (suite !== null && estReprise(paras, suite)) listes.push(suite);
    i = suite?.fin ?? i + 1;
  }
  return listes;
}

function suiteDepuis(paras: readonly Para[], debut: number): Contenus | null {
  if (numero(paras[debut]) !== 1) return null;
  const titres: { numero: number; texte: string }[] = [];
  let fin = debut;
  while (numero(paras[fin]) === titres.length + 1) {
    titres.push({ numero: titres.length + 1, texte: titreDe(paras[fin]) });
    fin += estComplement(paras[fin + 1]) ? 2 : 1;
  }
  // the last one has its own text below it: it is an entry, not a line of the list
  const suivant = paras[fin];
  const nu = suivant === undefined || suivant.nature === 'section' || numero(suivant) === 1;
  return nu || titres.length >= 2 ? { debut, fin, titres } : null;
}

/** « - partenariat avec… », set apart under a title of the list. */
function estComplement(para: Para | undefined): boolean {
  return (
    para?.nature === 'puce' && para.lignes.length === 1 && /^[-–—]\s+\p{Ll}/u.test(titreDe(para))
  );
}

function estReprise(paras: readonly Para[], liste: Contenus): boolean {
  let depuis = liste.fin;
  let repris = 0;
  for (const titre of liste.titres) {
    const rang = paras.findIndex(
      (p, i) =>
        i >= depuis &&
        numero(p) === titre.numero &&
        ressemblance(titreDe(p), titre.texte) >= REPRISE,
    );
    if (rang < 0) continue;
    repris += 1;
    depuis = rang + 1;
  }
  return repris * 2 >= liste.titres.length;
}

function numero(para: Para | undefined): number | null {
  return para?.numero?.genre === 'action' ? para.numero.numero : null;
}

export function titreDe(para: Para | undefined): string {
  if (para === undefined) return '';
  if (para.titre !== null)
    return para.titre
      .map((p) => p.ligne.texte.slice(p.debut - p.ligne.debut, p.fin - p.ligne.debut))
      .join(' ');
  return texteDe(para.lignes).slice(para.numero?.retrait ?? 0);
}

import { rangerColonnes } from '../flux/tableaux.js';
import { type Element, elements } from '../xml/arbre.js';
import { compte } from './parties.js';

/** A cell with its place in its table, or a page that ends between two rows. */
export type Suite =
  | {
      readonly genre: 'cellule';
      readonly contenu: Element;
      readonly rangee: number;
      readonly colonne: number;
    }
  | { readonly genre: 'saut' };

export interface TableauLu {
  readonly rangees: number;
  readonly colonnes: number;
  readonly suite: readonly Suite[];
}

const ENVELOPPES = new Set([
  'table:table-header-rows',
  'table:table-rows',
  'table:table-row-group',
]);

/** The cells of `table:table` in reading order, what is merged left out. */
export function lireTableau(tableau: Element): TableauLu {
  const fil = filDe(tableau);
  const rangees = fil.filter((e) => e.nom === 'table:table-row').map(cellulesDe);
  const { colonnes, rangs } = rangerColonnes(rangees);
  const suite: Suite[] = [];
  let rangee = 0;
  for (const e of fil) {
    if (e.nom !== 'table:table-row') suite.push({ genre: 'saut' });
    else {
      (rangees[rangee] ?? []).forEach(({ contenu }, j) => {
        const colonne = rangs[rangee]?.[j] ?? j;
        suite.push({ genre: 'cellule', contenu, rangee, colonne });
      });
      rangee += 1;
    }
  }
  return { rangees: rangees.length, colonnes, suite };
}

/** Rows and remembered page breaks, in order. */
function filDe(parent: Element): Element[] {
  return elements(parent).flatMap((e) => {
    if (e.nom === 'table:table-row' || e.nom === 'text:soft-page-break') return [e];
    return ENVELOPPES.has(e.nom) ? filDe(e) : [];
  });
}

function cellulesDe(rangee: Element): { contenu: Element; grille: number }[] {
  let grille = 0;
  const cellules: { contenu: Element; grille: number }[] = [];
  for (const e of elements(rangee)) {
    if (e.nom === 'table:table-cell') cellules.push({ contenu: e, grille });
    if (e.nom === 'table:table-cell' || e.nom === 'table:covered-table-cell') {
      grille += compte(e, 'table:number-columns-repeated');
    }
  }
  return cellules;
}

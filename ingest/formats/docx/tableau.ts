import { rangerColonnes } from '../flux/tableaux.js';
import { descendre, type Element, elements } from '../xml/arbre.js';
import { valeur } from './parties.js';

/** A cell with its place in its table. */
export interface CellulePlacee {
  readonly contenu: Element;
  readonly rangee: number;
  readonly colonne: number;
}

export interface TableauLu {
  readonly rangees: number;
  readonly colonnes: number;
  readonly cellules: readonly CellulePlacee[];
}

/** What may wrap rows and cells: content controls, insertions. */
const ENVELOPPES = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml']);

/** The cells of `w:tbl` in reading order; deleted rows are left out. */
export function lireTableau(tbl: Element): TableauLu {
  const rangees = contenus(tbl, 'w:tr')
    .filter((tr) => descendre(tr, 'w:trPr', 'w:del') === undefined)
    .map(cellulesDe);
  const { colonnes, rangs } = rangerColonnes(rangees);
  const cellules = rangees.flatMap((r, i) =>
    r.map((c, j) => ({ contenu: c.contenu, rangee: i, colonne: rangs[i]?.[j] ?? j })),
  );
  return { rangees: rangees.length, colonnes, cellules };
}

function contenus(parent: Element, nom: string): Element[] {
  return elements(parent).flatMap((e) => {
    if (e.nom === nom) return [e];
    return ENVELOPPES.has(e.nom) ? contenus(e, nom) : [];
  });
}

function cellulesDe(tr: Element): { contenu: Element; grille: number }[] {
  let grille = entier(valeur(descendre(tr, 'w:trPr', 'w:gridBefore')), 0);
  return contenus(tr, 'w:tc').map((contenu) => {
    const cellule = { contenu, grille };
    grille += entier(valeur(descendre(contenu, 'w:tcPr', 'w:gridSpan')), 1);
    return cellule;
  });
}

function entier(texte: string | undefined, defaut: number): number {
  const n = Number.parseInt(texte ?? '', 10);
  return Number.isNaN(n) || n < 0 || n > 1000 ? defaut : n;
}

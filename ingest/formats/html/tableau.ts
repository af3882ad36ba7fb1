import { rangerColonnes } from '../flux/tableaux.js';
import { attribut, type Balise, balises, toutes } from './arbre.js';

interface CellulePlacee {
  readonly contenu: Balise;
  readonly rangee: number;
  readonly colonne: number;
}

export interface TableauLu {
  readonly rangees: number;
  readonly colonnes: number;
  readonly cellules: readonly CellulePlacee[];
}

const ETENDUE_MAX = 1000;

/** True when a table only lays the page out: headings or other tables stand in it, or it says so. */
export function estMiseEnPage(table: Balise): boolean {
  if (/^(?:presentation|none)$/.test(attribut(table, 'role') ?? '')) return true;
  for (const e of toutes(table)) if (/^(?:table|h[1-6])$/.test(e.tagName)) return true;
  return false;
}

/** Rows of a table, its own only. */
export function rangeesDe(parent: Balise): Balise[] {
  return balises(parent).flatMap((e) => {
    if (e.tagName === 'tr') return [e];
    return /^t(?:body|head|foot)$/.test(e.tagName) ? rangeesDe(e) : [];
  });
}

/** The cells of a table in reading order, at the column where each starts. */
export function lireTableau(table: Balise): TableauLu {
  /** For each column, down to which row a cell above covers it. */
  const occupees: number[] = [];
  const rangees = rangeesDe(table).map((tr, rangee) => {
    let grille = 0;
    return balises(tr)
      .filter((e) => e.tagName === 'td' || e.tagName === 'th')
      .map((contenu) => {
        while ((occupees[grille] ?? 0) > rangee) grille += 1;
        const cellule = { contenu, grille };
        const bas = rangee + etendue(contenu, 'rowspan');
        const fin = grille + etendue(contenu, 'colspan');
        for (; grille < fin; grille += 1) occupees[grille] = bas;
        return cellule;
      });
  });
  const pleines = rangees.filter((r) => r.length > 0);
  const { colonnes, rangs } = rangerColonnes(pleines);
  const cellules = pleines.flatMap((r, rangee) =>
    r.map((c, j) => ({ contenu: c.contenu, rangee, colonne: rangs[rangee]?.[j] ?? j })),
  );
  return { rangees: pleines.length, colonnes, cellules };
}

function etendue(cellule: Balise, nom: string): number {
  const n = Number.parseInt(attribut(cellule, nom) ?? '', 10);
  return n > 0 && n <= ETENDUE_MAX ? n : 1;
}

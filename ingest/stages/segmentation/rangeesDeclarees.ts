import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { joindre, type Lexique, passagesDe } from './blocs.js';
import { type Etiquette, etiquetteEnTete } from './etiquettes.js';
import type { LigneDoc } from './lignes.js';
import type { Rangee } from './rangees.js';

/** A cell: its lines, and the label that it is from end to end. */
interface CelluleLue {
  readonly rangee: number;
  readonly colonne: number;
  readonly lignes: LigneDoc[];
  readonly texte: string;
  readonly etiquette: Etiquette | null;
}

interface Tableau {
  readonly rangees: readonly (readonly CelluleLue[])[];
  /** Rows that start with a label. */
  readonly etiquetees: number;
}

/**
 * The fields of the tables that a format declares: « Libellé | valeur » on each row, « Libellé |
 * valeur | Libellé | valeur », or a row of labels above one row of values. By the first line of each.
 */
export function trouverRangeesDeclarees(
  lignes: readonly LigneDoc[],
  v: Vocabulaire,
  lexique: Lexique,
): ReadonlyMap<LigneDoc, Rangee> {
  const trouvees = new Map<LigneDoc, Rangee>();
  for (const tableau of tableauxDe(lignes, v, lexique)) {
    for (const [etiquette, ...valeurs] of champsDe(tableau)) {
      const tete = etiquette?.lignes[0];
      if (etiquette === undefined || tete === undefined) continue;
      trouvees.set(tete, rangeeDe(etiquette, valeurs, lexique));
    }
  }
  return trouvees;
}

function tableauxDe(lignes: readonly LigneDoc[], v: Vocabulaire, lexique: Lexique): Tableau[] {
  const parTableau = new Map<number, Map<string, LigneDoc[]>>();
  for (const l of lignes) {
    if (l.cellule === null || l.cellule.colonnes < 2) continue;
    const cellules = parTableau.get(l.cellule.tableau) ?? new Map<string, LigneDoc[]>();
    parTableau.set(l.cellule.tableau, cellules);
    const cle = `${l.cellule.rangee} ${l.cellule.colonne}`;
    cellules.set(cle, [...(cellules.get(cle) ?? []), l]);
  }
  return [...parTableau.values()].map((cellules) => {
    const lues = [...cellules.values()].map((ls) => lireCellule(ls, v, lexique));
    const rangs = [...new Set(lues.map((c) => c.rangee))].sort((a, b) => a - b);
    const rangees = rangs.map((r) =>
      lues.filter((c) => c.rangee === r).sort((a, b) => a.colonne - b.colonne),
    );
    const etiquetees = rangees.filter((r) => r.length > 1 && r[0]?.etiquette !== null).length;
    return { rangees, etiquetees };
  });
}

const ETIQUETTE_MAX = 80;

function lireCellule(lignes: LigneDoc[], v: Vocabulaire, lexique: Lexique): CelluleLue {
  const { texte } = joindre(passagesDe(lignes), lexique);
  const lue = texte.length > ETIQUETTE_MAX ? null : etiquetteEnTete(texte, v);
  const etiquette = lue !== null && lue.valeur >= texte.length ? lue : null;
  const { rangee = 0, colonne = 0 } = lignes[0]?.cellule ?? {};
  return { rangee, colonne, lignes, texte, etiquette };
}

/** The cells of each field, that of the label first. */
function champsDe({ rangees, etiquetees }: Tableau): (readonly CelluleLue[])[] {
  const [tete, dessous] = rangees;
  if (tete !== undefined && tete.length > 1 && tete.every((c) => c.etiquette !== null)) {
    // a row of labels names the columns: one row of values is fields, several are the actions of a grid
    if (rangees.length !== 2 || dessous === undefined) return [];
    return tete.flatMap((c) => {
      const valeur = dessous.find((d) => d.colonne === c.colonne);
      return valeur === undefined ? [] : [[c, valeur]];
    });
  }
  // « Date | Action » above rows of dates names the columns too
  const enTete = tete?.[0]?.etiquette !== null && etiquetees === 1 && rangees.length > 2;
  if (etiquetees === 0 || enTete) return [];
  return rangees.flatMap((r) => champsDeRangee(r));
}

/** Label and value by turns; in a row without known label, the first cell is one that says nothing. */
function champsDeRangee(rangee: readonly CelluleLue[]): (readonly CelluleLue[])[] {
  const [premiere] = rangee;
  if (premiere === undefined || rangee.length < 2) return [];
  const alternes = rangee.every((c, i) => i % 2 === 1 || c.etiquette !== null);
  if (alternes && rangee.length % 2 === 0) {
    return rangee.flatMap((c, i) => {
      const valeur = rangee[i + 1];
      return i % 2 === 0 && valeur !== undefined ? [[c, valeur]] : [];
    });
  }
  const seule = rangee.slice(1).every((c) => c.etiquette === null);
  const courte = premiere.texte.length <= ETIQUETTE_MAX;
  return seule && courte && (rangee.length === 2 || premiere.etiquette !== null) ? [rangee] : [];
}

function rangeeDe(
  { lignes, etiquette }: CelluleLue,
  valeurs: readonly CelluleLue[],
  lexique: Lexique,
): Rangee {
  const autres = valeurs.flatMap((c) => c.lignes);
  return {
    champs: etiquette?.champs ?? [],
    lignes: [...lignes, ...autres],
    cellule: joindre(passagesDe(lignes), lexique),
    etiquette,
    valeur: passagesDe(autres),
    ouverte: false,
    colonne: null,
  };
}

import type { Bloc } from '../../../src/domain/bloc.js';
import { joindre, type Lexique, type Passage } from '../segmentation/blocs.js';
import type { LigneDoc } from '../segmentation/lignes.js';
import { columnOf, inferColumns } from './colonnes.js';
import type { CelluleLue } from './lecture.js';
import type { Colonne, VocabulaireRapport } from './vocabulaire.js';

/** A row of a table that tells of actions. */
export interface RangeeLue {
  readonly cellules: readonly CelluleLue[];
}

export interface TableauLu {
  readonly lignes: ReadonlySet<LigneDoc>;
  readonly rangees: readonly RangeeLue[];
}

interface Morceau extends Passage {
  /** Left edge in points, or rank of the cell where the format gives none. */
  readonly x: number;
}

interface Tete {
  readonly x: number;
}

/** Finds a table whose head stands at rank `i`, or null: at least a title and one more column known. */
export function readTable(
  lignes: readonly LigneDoc[],
  i: number,
  v: VocabulaireRapport,
  lexique: Lexique,
): TableauLu | null {
  const declare = lignes[i]?.cellule ?? null;
  return declare === null
    ? drawnTable(lignes, i, v, lexique)
    : declaredTable(lignes, i, v, lexique);
}

/** Cells that the format declares. */
function declaredTable(
  lignes: readonly LigneDoc[],
  i: number,
  v: VocabulaireRapport,
  lexique: Lexique,
): TableauLu | null {
  const tableau = lignes[i]?.cellule?.tableau;
  const siennes = lignes.slice(i).filter((l) => l.cellule?.tableau === tableau);
  const parRangee = new Map<number, Map<number, Passage[]>>();
  for (const ligne of siennes) {
    if (ligne.cellule === null) continue;
    const rangee = parRangee.get(ligne.cellule.rangee) ?? new Map<number, Passage[]>();
    parRangee.set(ligne.cellule.rangee, rangee);
    const passages = rangee.get(ligne.cellule.colonne) ?? [];
    rangee.set(ligne.cellule.colonne, [...passages, whole(ligne)]);
  }
  const [premiere, ...autres] = [...parRangee].sort(([a], [b]) => a - b).map(([, r]) => r);
  if (premiere === undefined) return null;
  const rangs = [...premiere.keys()];
  const lues = inferColumns(
    rangs.map((rang) => ({
      tete: joindre(premiere.get(rang) ?? [], lexique).texte,
      valeurs: autres.map((r) => joindre(r.get(rang) ?? [], lexique).texte),
    })),
    v,
  );
  if (!enough(lues)) return null;
  const tetes = new Map(rangs.map((rang, i) => [rang, lues[i] ?? null]));
  const rangees = autres.map((rangee) => ({
    cellules: [...rangee].flatMap(([rang, passages]) => {
      const colonne = tetes.get(rang) ?? null;
      const valeur = joindre(passages, lexique);
      return colonne === null || valeur.texte === '' ? [] : [{ colonne, valeur }];
    }),
  }));
  return { lignes: new Set(siennes), rangees };
}

/** Cells told by gaps, tabs or wide spaces. */
function drawnTable(
  lignes: readonly LigneDoc[],
  i: number,
  v: VocabulaireRapport,
  lexique: Lexique,
): TableauLu | null {
  const tete = lignes[i];
  if (tete === undefined) return null;
  const tetes = cut(tete).map((m) => ({ tete: textOf(m), x: m.x }));
  const connues = tetes.flatMap((t) => columnOf(t.tete, v) ?? []);
  if (connues.length === 0 || tetes.length < 2) return null;
  const prises = new Set<LigneDoc>([tete]);
  const rangees: Morceau[][][] = [];
  for (let j = i + 1; j < lignes.length; j += 1) {
    const ligne = lignes[j];
    if (ligne === undefined || ligne.cellule !== null) break;
    const morceaux = cut(ligne);
    const rangs = morceaux.map((m) => nearest(tetes, m.x));
    const remplies = new Set(rangs);
    const courante = rangees.at(-1);
    if (remplies.size >= 2 && (rangs[0] === 0 || courante === undefined)) {
      rangees.push(tetes.map((_, k) => morceaux.filter((_m, n) => rangs[n] === k)));
    } else if (courante !== undefined && !ligne.espaceAvant && ligne.texte.length < 90) {
      for (const [n, m] of morceaux.entries()) courante[rangs[n] ?? 0]?.push(m);
    } else break;
    prises.add(ligne);
  }
  const lues = inferColumns(
    tetes.map((t, k) => ({
      tete: t.tete,
      valeurs: rangees.map((r) => joindre(r[k] ?? [], lexique).texte),
    })),
    v,
  );
  if (rangees.length === 0 || !enough(lues)) return null;
  return {
    lignes: prises,
    rangees: rangees.map((r) => ({
      cellules: r.flatMap((passages, k) => {
        const colonne = lues[k] ?? null;
        return colonne === null || passages.length === 0
          ? []
          : [{ colonne, valeur: joindre(passages, lexique) }];
      }),
    })),
  };
}

function enough(colonnes: readonly (Colonne | null)[]): boolean {
  const connues = new Set(colonnes.filter((c) => c !== null));
  return connues.has('titre') && connues.size >= 2 && connues.size * 2 >= colonnes.length;
}

function nearest(tetes: readonly Tete[], x: number): number {
  let choisi = 0;
  tetes.forEach((t, k) => {
    if (Math.abs(t.x - x) < Math.abs((tetes[choisi]?.x ?? 0) - x)) choisi = k;
  });
  return choisi;
}

/** The pieces of a line between gaps. */
function cut(ligne: LigneDoc): Morceau[] {
  const bornes = ligne.pieces.filter((p) => p.colonne && p.debut > ligne.debut);
  if (ligne.x !== null) {
    const departs = [{ debut: ligne.debut, x: ligne.x }, ...bornes];
    return departs.map((d, k) => ({
      ligne,
      debut: d.debut,
      fin: departs[k + 1]?.debut ?? ligne.fin,
      x: d.x,
    }));
  }
  const morceaux: Morceau[] = [];
  let rang = 0;
  let debut = 0;
  for (const m of [...ligne.texte.matchAll(/\t|\s*\|\s*|\s{3,}/g), null]) {
    const fin = m?.index ?? ligne.texte.length;
    if (ligne.texte.slice(debut, fin).trim() !== '') {
      const x =
        m?.[0] === '\t' || ligne.texte.includes('\t') || ligne.texte.includes('|')
          ? rang * 100
          : debut * 5;
      morceaux.push({ ligne, debut: ligne.debut + debut, fin: ligne.debut + fin, x });
    }
    rang += 1;
    debut = fin + (m?.[0].length ?? 0);
  }
  return morceaux;
}

function textOf({ ligne, debut, fin }: Passage): string {
  return ligne.texte.slice(debut - ligne.debut, fin - ligne.debut);
}

function whole(ligne: LigneDoc): Passage {
  return { ligne, debut: ligne.debut, fin: ligne.fin };
}

/** The cell of a column, or undefined. */
export function cellOf(cellules: readonly CelluleLue[], colonne: Colonne): Bloc | undefined {
  return cellules.find((c) => c.colonne === colonne)?.valeur;
}

import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { sectionDe } from './etiquettes.js';
import type { LigneDoc } from './lignes.js';

/** An entry of a table of contents: its title, and the printed page it points to. */
export interface EntreeSommaire {
  readonly titre: string;
  readonly page: number;
}

export interface Sommaire {
  readonly lignes: ReadonlySet<LigneDoc>;
  readonly entrees: readonly EntreeSommaire[];
}

/** « Santé ........ 12 », « Santé (tab) 12 », « Santé   p. 12 », « Santé ____ 12 ». */
const ENTREE =
  /^(.{2,200}?)\s*(?:\t|\s{3,}|\.{3,}|(?:\. ){3,}|…+|_{3,}|·{3,}|\s(?=p\. ?\d))[\s.…_·]*(?:p\.?|page)?\s*(\d{1,3})$/i;
/** Under a « Sommaire » heading, a single space before the number is enough. */
const ENTREE_SOUS_TITRE = /^(.{2,200}?)\s+(?:p\.?|page)?\s*(\d{1,3})$/i;

/**
 * Finds tables of contents: at least three lines that end with a growing page number, under a heading
 * of the vocabulary or drawn with dots, tabs or wide spaces. Lines between two entries of a table
 * are the first part of a title over two lines.
 */
export function trouverSommaire(lignes: readonly LigneDoc[], vocabulaire: Vocabulaire): Sommaire {
  const retenues = new Set<LigneDoc>();
  const entrees: EntreeSommaire[] = [];
  let i = 0;
  while (i < lignes.length) {
    const ligne = lignes[i];
    const titre = ligne !== undefined && sectionDe(ligne.texte, vocabulaire) === 'sommaire';
    const table = lireTable(lignes, titre ? i + 1 : i, titre ? ENTREE_SOUS_TITRE : ENTREE);
    if (table === null) {
      i += 1;
      continue;
    }
    const fin = table.fin;
    for (const l of lignes.slice(i, fin)) retenues.add(l);
    entrees.push(...table.entrees);
    i = fin;
  }
  return { lignes: retenues, entrees };
}

function lireTable(lignes: readonly LigneDoc[], depuis: number, motif: RegExp) {
  const entrees: EntreeSommaire[] = [];
  let fin = depuis;
  let enAttente = '';
  for (let i = depuis; i < lignes.length; i += 1) {
    const ligne = lignes[i];
    if (ligne === undefined || (i > depuis && ligne.page > (lignes[depuis]?.page ?? 0) + 2)) break;
    const trouve = motif.exec(ligne.texte);
    const page = Number(trouve?.[2]);
    if (trouve !== null && page >= (entrees.at(-1)?.page ?? 0)) {
      entrees.push({ titre: `${enAttente} ${trouve[1] ?? ''}`.trim(), page });
      enAttente = '';
      fin = i + 1;
    } else if (enAttente === '' && (entrees.length > 0 || motif === ENTREE_SOUS_TITRE)) {
      enAttente = ligne.texte;
    } else break;
  }
  return entrees.length >= 3 ? { entrees, fin } : null;
}

/** True when a heading is one of the contents, its number and case apart. */
export function annonce(sommaire: Sommaire, titre: string): boolean {
  const cherche = reduire(titre);
  return cherche !== '' && sommaire.entrees.some((e) => reduire(e.titre) === cherche);
}

function reduire(titre: string): string {
  return fold(titre)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { Passage } from './blocs.js';
import { sectionDe } from './etiquettes.js';
import type { LigneDoc } from './lignes.js';

/** An entry of a table of contents: its title, and the printed page it points to. */
export interface EntreeSommaire {
  readonly titre: string;
  readonly page: number;
  readonly passages: readonly Passage[];
}

export interface Sommaire {
  readonly lignes: ReadonlySet<LigneDoc>;
  readonly entrees: readonly EntreeSommaire[];
}

const LONGUEUR_MAX = 300;
const REMPLISSAGE = /[\s.…_·]/;
/** What draws a line to the page number: dots, a tab, wide space, underscores, or « p. ». */
const TRACE = /\t|\s{3}|\.{3}|(?:\. ){2}\.|…|_{3}|·{3}/;

/**
 * Reads « Santé ........ 12 », « Santé (tab) 12 », « Santé p. 12 », from its end. Under a heading
 * « Sommaire » (`sousTitre`) a single space before the number is enough.
 */
function lireEntree(texte: string, sousTitre: boolean): Omit<EntreeSommaire, 'passages'> | null {
  if (texte.length > LONGUEUR_MAX) return null;
  const numero = /(?<!\d)\d{1,3}$/.exec(texte)?.[0];
  if (numero === undefined) return null;
  const avant = texte.slice(0, -numero.length);
  const page = /(?<![\p{L}\d])(?:p\. ?|page )$/iu.exec(avant)?.[0] ?? '';
  const reste = avant.slice(0, avant.length - page.length);
  let fin = reste.length;
  while (fin > 0 && REMPLISSAGE.test(reste[fin - 1] ?? '')) fin -= 1;
  const trait = reste.slice(fin);
  if (fin < 2 || trait === '' || !(sousTitre || page !== '' || TRACE.test(trait))) return null;
  return { titre: reste.slice(0, fin), page: Number(numero) };
}

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
    const table = lireTable(lignes, titre ? i + 1 : i, titre);
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

function lireTable(lignes: readonly LigneDoc[], depuis: number, sousTitre: boolean) {
  const entrees: EntreeSommaire[] = [];
  let fin = depuis;
  let enAttente: LigneDoc | null = null;
  for (let i = depuis; i < lignes.length; i += 1) {
    const ligne = lignes[i];
    if (ligne === undefined || (i > depuis && ligne.page > (lignes[depuis]?.page ?? 0) + 2)) break;
    const lue = lireEntree(ligne.texte, sousTitre);
    if (lue !== null && lue.page >= (entrees.at(-1)?.page ?? 0)) {
      const passages = [
        ...(enAttente === null ? [] : [entiere(enAttente)]),
        { ligne, debut: ligne.debut, fin: ligne.debut + lue.titre.length },
      ];
      entrees.push({
        titre: `${enAttente?.texte ?? ''} ${lue.titre}`.trim(),
        page: lue.page,
        passages,
      });
      enAttente = null;
      fin = i + 1;
    } else if (enAttente === null && (entrees.length > 0 || sousTitre)) {
      enAttente = ligne;
    } else break;
  }
  return entrees.length >= 3 ? { entrees, fin } : null;
}

function entiere(ligne: LigneDoc): Passage {
  return { ligne, debut: ligne.debut, fin: ligne.fin };
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

import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { Passage } from './blocs.js';
import type { LigneDoc } from './lignes.js';

/** A cell: what it says, over as many lines as it takes. Empty when nothing stands there. */
export interface Case {
  readonly passages: readonly Passage[];
  readonly texte: string;
}

/** A row, by column, and its lines in the order of the document. */
export interface RangTableau {
  readonly cases: readonly Case[];
  readonly lignes: readonly LigneDoc[];
}

export type Tableau = readonly RangTableau[];

/** A form of action with what is said of it: « Journée d'étude en deux demi-journées ». */
const FORME_MAX = 60;
const VIDE: Case = { passages: [], texte: '' };
/** What parts the cells of a row in a text without layout. */
const SEPARATEUR = /\t|\s*\|\s*| {3,}/g;

/** The tables of a document: those that the format declares, and lines parted by tabs, bars or wide spaces. */
export function trouverTableaux(lignes: readonly LigneDoc[]): Tableau[] {
  return [...declares(lignes), ...ecrits(lignes)];
}

function declares(lignes: readonly LigneDoc[]): Tableau[] {
  const parTableau = new Map<number, Map<number, LigneDoc[]>>();
  for (const ligne of lignes) {
    if (ligne.cellule === null || ligne.cellule.colonnes < 2) continue;
    const { tableau, rangee } = ligne.cellule;
    const rangees = parTableau.get(tableau) ?? new Map<number, LigneDoc[]>();
    rangees.set(rangee, [...(rangees.get(rangee) ?? []), ligne]);
    parTableau.set(tableau, rangees);
  }
  return [...parTableau.values()].map((rangees) =>
    [...rangees].sort((a, b) => a[0] - b[0]).map(([, dedans]) => rangDeclare(dedans)),
  );
}

function rangDeclare(lignes: readonly LigneDoc[]): RangTableau {
  const colonnes = Math.max(...lignes.map((l) => l.cellule?.colonnes ?? 0));
  const cases = Array.from({ length: colonnes }, (_, c) =>
    caseDe(
      lignes
        .filter((l) => l.cellule?.colonne === c)
        .map((ligne) => ({ ligne, debut: ligne.debut, fin: ligne.fin })),
    ),
  );
  return { cases, lignes };
}

export function caseDe(passages: readonly Passage[]): Case {
  if (passages.length === 0) return VIDE;
  const texte = passages
    .map(({ ligne, debut, fin }) =>
      ligne.texte.slice(debut - ligne.debut, fin - ligne.debut).trim(),
    )
    .join(' ');
  return { passages, texte };
}

/**
 * The title and the text of a cell that holds both: « Cités éducatives : se préparer », then a paragraph
 * of its own. The form of an action below its title is still the title's.
 */
export function partagerCase(
  passages: readonly Passage[],
  v: Vocabulaire,
): readonly [titre: readonly Passage[], texte: readonly Passage[]] {
  const k = passages.findIndex(({ ligne }, i) => {
    const avant = passages[i - 1]?.ligne;
    if (avant === undefined || avant === ligne) return false;
    const { texte } = caseDe(passages.slice(i));
    if (v.format.test(fold(texte)) && !/[.!?]$/.test(texte)) return false;
    if (avant.gras === true && ligne.gras === false) return true;
    const debut = ligne.paragraphe ?? ligne.espaceAvant;
    return debut && /[.!?…]$/.test(texte) && !/[.:,–-]$/.test(avant.texte);
  });
  return k < 0 ? [passages, []] : [passages.slice(0, k), passages.slice(k)];
}

/** The form of an action that is a paragraph of its own under its title: « Préparer l'évaluation », then « Atelier ». */
export function detacherForme(
  passages: readonly Passage[],
  v: Vocabulaire,
): readonly [titre: readonly Passage[], forme: readonly Passage[]] {
  const k = passages.findLastIndex(({ ligne }) => ligne.paragraphe === true);
  const { texte } = caseDe(passages.slice(Math.max(k, 0)));
  const forme = k > 0 && texte.length <= FORME_MAX && v.format.test(fold(texte));
  return forme && !/[.!?]$/.test(texte)
    ? [passages.slice(0, k), passages.slice(k)]
    : [passages, []];
}

/** Lines in a row that have several cells each; a line of one cell between two of them is a row that spans. */
function ecrits(lignes: readonly LigneDoc[]): Tableau[] {
  const tableaux: RangTableau[][] = [];
  let courant: RangTableau[] = [];
  let page = 0;
  const fermer = () => {
    while (courant.length > 0 && nombre(courant.at(-1)) < 2) courant.pop();
    if (courant.length >= 2) tableaux.push(courant);
    courant = [];
  };
  for (const ligne of lignes) {
    const lisible = ligne.x === null && ligne.cellule === null;
    const rang = lisible ? rangEcrit(ligne) : null;
    if (rang === null || (ligne.page !== page && courant.length > 0)) fermer();
    page = ligne.page;
    if (rang === null) continue;
    if (nombre(rang) >= 2 || courant.length > 0) courant.push(rang);
    // two lines of one cell in a row: the table is over
    if (nombre(rang) < 2 && nombre(courant.at(-2)) < 2) fermer();
  }
  fermer();
  return tableaux;
}

function nombre(rang: RangTableau | undefined): number {
  return rang?.cases.length ?? 0;
}

function rangEcrit(ligne: LigneDoc): RangTableau {
  const cases: Case[] = [];
  let debut = 0;
  for (const coupe of [...ligne.texte.matchAll(SEPARATEUR), null]) {
    const fin = coupe?.index ?? ligne.texte.length;
    const passage = { ligne, debut: ligne.debut + debut, fin: ligne.debut + fin };
    cases.push(fin > debut ? caseDe([passage]) : VIDE);
    debut = fin + (coupe?.[0].length ?? 0);
  }
  return { cases, lignes: [ligne] };
}

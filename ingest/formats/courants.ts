/** A page as the detection sees it: the texts of its lines, top to bottom. */
type LignesPage = readonly string[];
/** Font height of the lines of each page, null where the layout is not known. */
type Tailles = readonly (readonly (number | null)[])[];

export interface TitresCourants {
  /** For each page, the indexes of its running title and page number lines. */
  readonly lignes: readonly ReadonlySet<number>[];
  /** For each page, the printed number, filled in where the numbering is constant around; null elsewhere. */
  readonly imprimees: readonly (number | null)[];
}

/** How many lines at the head and at the foot of a page may hold a running title. */
const BORD = 2;
const LONGUEUR_MAX = 160;
/** « 12 », « - 12 - », « Page 12 », « p. 12/32 », « 12 / 32 ». */
const NUMERO_SEUL =
  /^(?:[-–—|]\s*)?(?:page|p\.?)?\s*(\d{1,4})\s*(?:(?:\/|sur)\s*\d{1,4})?\s*(?:[-–—|])?$/i;
/** The number at either end of a running title: « … février 2012 - 23 », « 23 | Programme ». */
const NUMERO_FINAL = /(?:^|[^\d/])(\d{1,4})\s*(?:(?:\/|sur)\s*\d{1,4})?\s*[-–—|]?$/;
const NUMERO_INITIAL = /^[-–—|]?\s*(\d{1,4})(?=\s*[-–—|\t]|\s{2})/;

/**
 * Finds the running titles (the same line, numbers apart, at the head or foot of many pages, or of
 * three pages in a row, or with a number that advances with the pages) and the printed page numbers.
 * What stands inside pages too, or larger than the text on some pages only, is a label or a heading.
 */
export function titresCourants(pages: readonly LignesPage[], tailles?: Tailles): TitresCourants {
  const recurrents = titresRecurrents(pages, tailles ?? []);
  const lignes = pages.map(
    (page) => new Set(bords(page).filter((i) => recurrents.has(cle(page[i] ?? '')))),
  );
  const lus = pages.map((page, i) => numeroLu(page, lignes[i] ?? new Set()));
  const imprimees = completer(retenir(lus));
  pages.forEach((page, i) => {
    ajouterNumeros(page, lignes[i] ?? new Set(), imprimees[i] ?? null);
  });
  for (const [page, i] of numerosRomains(pages)) lignes[page]?.add(i);
  return { lignes, imprimees };
}

/** Ranks of the lines at both edges of a page. */
function bords(page: LignesPage): number[] {
  return page
    .map((_, i) => i)
    .filter((i) => i < BORD || i >= page.length - BORD)
    .filter((i) => (page[i] ?? '').length <= LONGUEUR_MAX);
}

/** What two occurrences of a running title share: the text without its numbers. */
function cle(ligne: string): string {
  return ligne.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}

/** « Atelier 3 », « Fiche action 12 » : a heading that numbers its own kind, one a page in some layouts. */
const FICHE = /^(?!page)\p{L}+(?: \p{L}+)? (?:n° ?)?\d+$/iu;
/** A number that something parts from the words before or after it. */
const NUMERO_SEPARE =
  /(?:[-–—|\t]\s*|\s{2,}|page\s+|p\.\s*)\d{1,4}\s*(?:(?:\/|sur)\s*\d{1,4})?\s*[-–—|]?$|^[-–—|]?\s*\d{1,4}(?:\s*[-–—|\t]|\s{2})/i;

interface Apparition {
  readonly page: number;
  readonly ligne: string;
  /** The very first or last line of its page. */
  readonly extreme: boolean;
  /** In type clearly larger than most of the text. */
  readonly grand: boolean;
}

/** The keys of the lines that recur as running titles do. A last field repeated by three actions is not one. */
function titresRecurrents(pages: readonly LignesPage[], tailles: Tailles): Set<string> {
  const parCle = new Map<string, Apparition[]>();
  const corps = mediane(tailles.flat());
  const interieurs = compterInterieurs(pages);
  pages.forEach((page, rang) => {
    for (const i of bords(page)) {
      const ligne = page[i] ?? '';
      // « 1. Actions » at the head of three chapters is no running title: letters must come first
      if (!/\p{L}{3}/u.test(ligne) || /^\d+\s?[.)]/.test(ligne) || FICHE.test(ligne)) continue;
      const extreme = i === 0 || i === page.length - 1;
      const grand = corps !== null && (tailles[rang]?.[i] ?? 0) > corps * 1.15;
      const apparition = { page: rang, ligne, extreme, grand };
      const deja = parCle.get(cle(ligne));
      if (deja === undefined) parCle.set(cle(ligne), [apparition]);
      else deja.push(apparition);
    }
  });
  const minimum = Math.max(3, pages.length * 0.4);
  const possibles = [...parCle].filter(
    ([c, a]) =>
      (interieurs.get(c) ?? 0) * 3 <= a.length &&
      (a.some((x) => !x.grand) || a.length >= pages.length * PARTOUT),
  );
  const retenus = possibles.filter(
    ([, a]) => numerotee(a) || (a.some((x) => x.extreme) && (a.length >= minimum || enSuite(a))),
  );
  return new Set(retenus.map(([c]) => c));
}

/** Share of the pages on which a running title in large type stands. */
const PARTOUT = 0.75;

/** How many times each line stands inside a page, away from its edges. */
function compterInterieurs(pages: readonly LignesPage[]): Map<string, number> {
  const comptes = new Map<string, number>();
  for (const page of pages) {
    for (const ligne of page.slice(BORD, Math.max(BORD, page.length - BORD))) {
      if (ligne.length <= LONGUEUR_MAX) comptes.set(cle(ligne), (comptes.get(cle(ligne)) ?? 0) + 1);
    }
  }
  return comptes;
}

function mediane(valeurs: readonly (number | null)[]): number | null {
  const connues = valeurs.filter((v) => v !== null).sort((a, b) => a - b);
  return connues[Math.floor(connues.length / 2)] ?? null;
}

function numeroDans(ligne: string): number | null {
  const trouve = NUMERO_FINAL.exec(ligne) ?? NUMERO_INITIAL.exec(ligne);
  return trouve === null ? null : Number(trouve[1]);
}

/** Three times at least, with a number that grows from page to page. */
function numerotee(apparitions: readonly Apparition[]): boolean {
  const numeros = apparitions.map((a) => numeroDans(a.ligne));
  return (
    apparitions.length >= 3 &&
    apparitions.every((a) => NUMERO_SEPARE.test(a.ligne)) &&
    numeros.every((n, i) => n !== null && (i === 0 || n > (numeros[i - 1] ?? n)))
  );
}

/** At the head of three pages in a row, and no « label : value ». */
function enSuite(apparitions: readonly Apparition[]): boolean {
  return apparitions.some(
    (a, i) =>
      !a.ligne.includes(':') &&
      apparitions[i + 1]?.page === a.page + 1 &&
      apparitions[i + 2]?.page === a.page + 2,
  );
}

/** The number a page's running title or lone number line carries. */
function numeroLu(page: LignesPage, courantes: ReadonlySet<number>): number | null {
  for (const i of [...bords(page)].reverse()) {
    const ligne = page[i] ?? '';
    const seul = NUMERO_SEUL.exec(ligne);
    if (seul !== null) return Number(seul[1]);
    if (!courantes.has(i)) continue;
    const numero = numeroDans(ligne);
    if (numero !== null) return numero;
  }
  return null;
}

/** Keeps the numbers whose distance to the page's rank is the commonest: a year or a total is not. */
function retenir(lus: readonly (number | null)[]): (number | null)[] {
  const decalages = new Map<number, number>();
  lus.forEach((n, i) => {
    if (n !== null) decalages.set(n - i, (decalages.get(n - i) ?? 0) + 1);
  });
  return lus.map((n, i) => {
    if (n === null) return null;
    const appuis = decalages.get(n - i) ?? 0;
    return appuis >= 2 && appuis * 4 >= lus.filter((l) => l !== null).length ? n : null;
  });
}

/** Numbers the pages without a printed number when the nearest ones on each side agree. */
function completer(lus: readonly (number | null)[]): (number | null)[] {
  return lus.map((n, i) => {
    if (n !== null) return n;
    const avant = decalageProche(lus, i, -1);
    const apres = decalageProche(lus, i, 1);
    if (avant !== null && apres !== null && avant !== apres) return null;
    const decalage = avant ?? apres;
    return decalage !== null && decalage + i > 0 ? decalage + i : null;
  });
}

function decalageProche(
  lus: readonly (number | null)[],
  depuis: number,
  pas: 1 | -1,
): number | null {
  for (let i = depuis + pas; i >= 0 && i < lus.length; i += pas) {
    const n = lus[i];
    if (n !== null && n !== undefined) return n - i;
  }
  return null;
}

/** « iv », « – IV – » alone at the very head or foot of a page. */
const ROMAIN_SEUL = /^(?:[-–—|]\s*)?([ivxl]{1,7}|[IVXL]{1,7})(?:\s*[-–—|])?$/;

/** Page and rank of the lone roman numbers that advance by one from a page to the next. */
function numerosRomains(pages: readonly LignesPage[]): [number, number][] {
  const lus = pages.map((page) => {
    const rang = [page.length - 1, 0].find((i) => ROMAIN_SEUL.test(page[i] ?? ''));
    if (rang === undefined) return null;
    return { rang, valeur: valeurRomaine(ROMAIN_SEUL.exec(page[rang] ?? '')?.[1] ?? '') };
  });
  return lus.flatMap((lu, i): [number, number][] => {
    if (lu === null) return [];
    const suit = lus[i - 1]?.valeur === lu.valeur - 1 || lus[i + 1]?.valeur === lu.valeur + 1;
    return suit ? [[i, lu.rang]] : [];
  });
}

function valeurRomaine(texte: string): number {
  const valeurs = [...texte.toLowerCase()].map((c) => ({ i: 1, v: 5, x: 10, l: 50 })[c] ?? 0);
  return valeurs.reduce((n, v, i) => (v < (valeurs[i + 1] ?? 0) ? n - v : n + v), 0);
}

function ajouterNumeros(page: LignesPage, courantes: Set<number>, imprimee: number | null): void {
  if (imprimee === null) return;
  for (const i of bords(page)) {
    const seul = NUMERO_SEUL.exec(page[i] ?? '');
    if (seul !== null && Number(seul[1]) === imprimee) courantes.add(i);
  }
}

/** A page as the detection sees it: the texts of its lines, top to bottom. */
type LignesPage = readonly string[];

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
const NUMERO_SEUL = /^(?:[-–—|]\s*)?(?:page|p\.?)?\s*(\d{1,4})\s*(?:(?:\/|sur)\s*\d{1,4})?\s*(?:[-–—|])?$/i;
/** The number at either end of a running title: « … février 2012 - 23 », « 23 | Programme ». */
const NUMERO_FINAL = /(?:^|[^\d/])(\d{1,4})\s*(?:(?:\/|sur)\s*\d{1,4})?\s*[-–—|]?$/;
const NUMERO_INITIAL = /^[-–—|]?\s*(\d{1,4})(?=\s*[-–—|\t]|\s{2})/;

/**
 * Finds the running titles (the same line, numbers apart, at the head or foot of three pages or
 * more) and the printed page numbers, which must advance as the pages do.
 */
export function titresCourants(pages: readonly LignesPage[]): TitresCourants {
  const frequences = compterBords(pages);
  const lignes = pages.map((page) => {
    const trouvees = bords(page).filter((i) => (frequences.get(cle(page[i] ?? '')) ?? 0) >= 3);
    return new Set(trouvees);
  });
  const lus = pages.map((page, i) => numeroLu(page, lignes[i] ?? new Set()));
  const imprimees = completer(retenir(lus));
  pages.forEach((page, i) => {
    ajouterNumeros(page, lignes[i] ?? new Set(), imprimees[i] ?? null);
  });
  return { lignes, imprimees };
}

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

function compterBords(pages: readonly LignesPage[]): Map<string, number> {
  const frequences = new Map<string, number>();
  for (const page of pages) {
    const cles = new Set(bords(page).map((i) => cle(page[i] ?? '')));
    // « 1. Actions » at the head of three chapters is no running title: letters must dominate
    for (const c of cles) if (/\p{L}{3}/u.test(c) && !/^#\s?[.)]/.test(c)) add(frequences, c);
  }
  return frequences;
}

function add(frequences: Map<string, number>, c: string): void {
  frequences.set(c, (frequences.get(c) ?? 0) + 1);
}

/** The number a page's running title or lone number line carries. */
function numeroLu(page: LignesPage, courantes: ReadonlySet<number>): number | null {
  for (const i of [...bords(page)].reverse()) {
    const ligne = page[i] ?? '';
    const seul = NUMERO_SEUL.exec(ligne);
    if (seul !== null) return Number(seul[1]);
    if (!courantes.has(i)) continue;
    const trouve = NUMERO_FINAL.exec(ligne) ?? NUMERO_INITIAL.exec(ligne);
    if (trouve !== null) return Number(trouve[1]);
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

function decalageProche(lus: readonly (number | null)[], depuis: number, pas: 1 | -1): number | null {
  for (let i = depuis + pas; i >= 0 && i < lus.length; i += pas) {
    const n = lus[i];
    if (n !== null && n !== undefined) return n - i;
  }
  return null;
}

function ajouterNumeros(page: LignesPage, courantes: Set<number>, imprimee: number | null): void {
  if (imprimee === null) return;
  for (const i of bords(page)) {
    const seul = NUMERO_SEUL.exec(page[i] ?? '');
    if (seul !== null && Number(seul[1]) === imprimee) courantes.add(i);
  }
}

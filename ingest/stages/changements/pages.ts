import type { Page } from '../../../src/domain/page.js';
import { alignWords } from './alignement.js';
import type { MotDePage } from './mots.js';
import { motsDesPages } from './mots.js';

/** How the pages of two editions correspond, by their numbers in each file. */
export interface PagesComparees {
  /** Pages of the new edition that say nothing else, wherever their words stood in the old one. */
  readonly inchangees: number;
  readonly modifiees: readonly { readonly avant: number; readonly apres: number }[];
  readonly ajoutees: readonly number[];
  readonly retirees: readonly number[];
}

/** Share of its words under which a page has nothing in common with the other edition. */
const COMMUN = 0.3;

/** A page of one edition beside the other. */
interface PageSuivie {
  readonly numero: number;
  readonly mots: number;
  /** How many of its words are on each page of the other edition, by rank. */
  readonly ailleurs: ReadonlyMap<number, number>;
}

/**
 * Compares two editions by their words, without running titles, feet and page numbers: text that only
 * moved, from a page to the next or with the pages put before it, is no change. Pure.
 */
export function comparePages(avant: readonly Page[], apres: readonly Page[]): PagesComparees {
  const [a, b] = [motsDesPages(avant), motsDesPages(apres)];
  const rangs = alignWords(
    a.map((m) => m.mot),
    b.map((m) => m.mot),
  );
  const versAvant = b.map((_, j) => a[rangs[j] ?? -1]?.rang ?? null);
  const versApres: (number | null)[] = a.map(() => null);
  for (const [j, i] of rangs.entries()) if (i >= 0) versApres[i] = b[j]?.rang ?? null;
  return summary(followed(avant, a, versApres), followed(apres, b, versAvant));
}

function followed(
  pages: readonly Page[],
  mots: readonly MotDePage[],
  vers: readonly (number | null)[],
): PageSuivie[] {
  const suivies = pages.map(({ numero }) => ({
    numero,
    mots: 0,
    ailleurs: new Map<number, number>(),
  }));
  for (const [i, { rang }] of mots.entries()) {
    const page = suivies[rang];
    const autre = vers[i] ?? null;
    if (page === undefined) continue;
    page.mots += 1;
    if (autre !== null) page.ailleurs.set(autre, (page.ailleurs.get(autre) ?? 0) + 1);
  }
  return suivies;
}

/** What a page lost is a change of the page where its other words are. */
function summary(
  anciennes: readonly PageSuivie[],
  nouvelles: readonly PageSuivie[],
): PagesComparees {
  const touchees = new Set(
    anciennes.flatMap((p) => (changed(p) && !apart(p) ? (mainPage(p) ?? []) : [])),
  );
  const places = nouvelles.map((page, rang) => {
    const touchee = touchees.has(rang);
    const ancienne = apart(page) && !touchee ? undefined : anciennes[mainPage(page) ?? -1];
    return { page, ancienne, changee: touchee || changed(page) };
  });
  const changees = places.filter((p) => p.changee);
  return {
    inchangees: nouvelles.length - changees.length,
    modifiees: changees.flatMap(({ page, ancienne }) =>
      ancienne === undefined ? [] : [{ avant: ancienne.numero, apres: page.numero }],
    ),
    ajoutees: changees.flatMap((p) => (p.ancienne === undefined ? [p.page.numero] : [])),
    retirees: anciennes.filter((p) => changed(p) && apart(p)).map((p) => p.numero),
  };
}

function common({ ailleurs }: PageSuivie): number {
  return [...ailleurs.values()].reduce((n, c) => n + c, 0);
}

function changed(page: PageSuivie): boolean {
  return common(page) < page.mots;
}

function apart(page: PageSuivie): boolean {
  return common(page) < page.mots * COMMUN;
}

/** The rank of the page that has most of its words. */
function mainPage({ ailleurs }: PageSuivie): number | null {
  return [...ailleurs].sort((x, y) => y[1] - x[1] || x[0] - y[0])[0]?.[0] ?? null;
}

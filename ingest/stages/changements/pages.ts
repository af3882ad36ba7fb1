import type { Page } from '../../../src/domain/page.js';
import { fold } from '../../../src/french/fold.js';

/** How the pages of two editions correspond, by their numbers in each file. */
export interface PagesComparees {
  readonly inchangees: number;
  readonly modifiees: readonly { readonly avant: number; readonly apres: number }[];
  readonly ajoutees: readonly number[];
  readonly retirees: readonly number[];
}

/** Share of their lines from which two pages are one page, corrected. */
const MEME_PAGE = 0.3;

/** Aligns the pages of two editions: the same text is the same page wherever it stands. Pure. */
export function comparePages(avant: readonly Page[], apres: readonly Page[]): PagesComparees {
  const commun = longestCommon(avant.map(key), apres.map(key));
  const modifiees: { avant: number; apres: number }[] = [];
  const ajoutees: number[] = [];
  const retirees: number[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...commun, [avant.length, apres.length] as const]) {
    pairBetween(avant.slice(i, x), apres.slice(j, y), { modifiees, ajoutees, retirees });
    [i, j] = [x + 1, y + 1];
  }
  return { inchangees: commun.length, modifiees, ajoutees, retirees };
}

/** Between two pages that did not change, the pages that look alike are the same ones, in order. */
function pairBetween(
  avant: readonly Page[],
  apres: readonly Page[],
  sorties: {
    modifiees: { avant: number; apres: number }[];
    ajoutees: number[];
    retirees: number[];
  },
): void {
  let depuis = 0;
  for (const page of avant) {
    const rang = apres.findIndex((p, k) => k >= depuis && alike(page, p) >= MEME_PAGE);
    const autre = apres[rang];
    if (autre === undefined) {
      sorties.retirees.push(page.numero);
      continue;
    }
    for (const p of apres.slice(depuis, rang)) sorties.ajoutees.push(p.numero);
    sorties.modifiees.push({ avant: page.numero, apres: autre.numero });
    depuis = rang + 1;
  }
  for (const p of apres.slice(depuis)) sorties.ajoutees.push(p.numero);
}

function lines({ texte }: Page): string[] {
  return fold(texte)
    .split('\n')
    .map((l) => l.replace(/[^a-z0-9]+/g, ' ').trim())
    .filter((l) => l !== '');
}

/** The text of a page without its number nor its white space. */
function key(page: Page): string {
  return lines(page)
    .filter(
      (l, i, toutes) =>
        !(i === 0 || i === toutes.length - 1) || !/^(?:page )?\d+(?: sur \d+)?$/.test(l),
    )
    .join(' ');
}

function alike(a: Page, b: Page): number {
  const [x, y] = [new Set(lines(a)), new Set(lines(b))];
  const commun = [...x].filter((l) => y.has(l)).length;
  return x.size + y.size === 0 ? 1 : (2 * commun) / (x.size + y.size);
}

/** Ranks of the longest common subsequence of two lists. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const tailles = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  const at = (i: number, j: number) => tailles[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const ligne = tailles[i];
      if (ligne !== undefined)
        ligne[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const paires: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) paires.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return paires;
}

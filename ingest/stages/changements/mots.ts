import type { Page } from '../../../src/domain/page.js';
import { fold } from '../../../src/french/fold.js';
import { titresCourants } from '../../formats/courants.js';

/** A word of a page, folded; an empty page has one empty word, so that it has its place among the others. */
export interface MotDePage {
  readonly mot: string;
  /** Rank of its page, from 0. */
  readonly rang: number;
}

/** A running title or a foot of several lines shows two of them at a time. */
const PASSES = 3;
const NUMERO_SEUL = /^(?:page|p)?\s*\d{1,4}(?:\s*(?:sur|\/)\s*\d{1,4})?$/i;

/**
 * The words of an edition in their order, without what surrounds its pages: running titles, feet, page
 * numbers. A word cut at the end of a line is whole, and a compound one is one word however it is broken.
 */
export function motsDesPages(pages: readonly Page[]): MotDePage[] {
  return sansCourants(pages).flatMap((lignes, rang) => {
    const mots = fold(lignes.join('\n').replace(/\u00ad/g, ''))
      .replace(/(?<=[a-z0-9])[-‐‑]\s*(?=[a-z0-9])/g, '')
      .split(/[^a-z0-9]+/)
      .filter((m) => m !== '');
    return (mots.length === 0 ? [''] : mots).map((mot) => ({ mot, rang }));
  });
}

function sansCourants(pages: readonly Page[]): string[][] {
  let lignes = pages.map((p) => p.texte.split('\n').filter((l) => l.trim() !== ''));
  for (let passe = 0; passe < PASSES; passe += 1) {
    const { lignes: courantes } = titresCourants(lignes.map((page) => page.map((l) => l.trim())));
    if (courantes.every((c) => c.size === 0)) break;
    lignes = lignes.map((page, i) => page.filter((_, j) => courantes[i]?.has(j) !== true));
  }
  return lignes.map((page) =>
    page.filter(
      (l, i) =>
        (i > 0 && i < page.length - 1) || !NUMERO_SEUL.test(l.replace(/[^\p{L}\d]+/gu, ' ').trim()),
    ),
  );
}

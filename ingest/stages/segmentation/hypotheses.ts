import type { Candidat } from './familles.js';
import type { Para } from './paragraphes.js';

/** How well a choice of action headings explains the fields of a document; higher is better. */
export interface Note {
  readonly total: number;
  /** Actions that own at least one field. */
  readonly pourvues: number;
}

/** Paragraphs that tell something of an action in a fixed form. */
export function estChamp(para: Para | undefined): boolean {
  return para?.nature === 'champ' || para?.nature === 'date';
}

/**
 * One field of a kind belongs to one action: a second « Public » under a heading means that a heading
 * was missed, an action without any field that one was taken wrongly.
 */
export function noter(paras: readonly Para[], titres: readonly Candidat[]): Note {
  const rangs = titres.map((t) => t.rang);
  let total = 0;
  let pourvues = 0;
  total -= doublons(paras.slice(0, rangs[0] ?? paras.length)).champs > 0 ? 1 : 0;
  rangs.forEach((rang, i) => {
    const { champs, repetes } = doublons(paras.slice(rang + 1, rangs[i + 1] ?? paras.length));
    if (champs > 0) pourvues += 1;
    total += (champs > 0 ? 1 : -0.5) - repetes;
  });
  const distincts = new Set(titres.map((t) => t.texte)).size;
  return { total: total - (titres.length - distincts) * 0.75, pourvues };
}

function doublons(paras: readonly Para[]): { champs: number; repetes: number } {
  const vus = new Map<string, number>();
  let champs = 0;
  for (const [i, para] of paras.entries()) {
    // a dated line right above a title is the title's
    if (!estChamp(para) || (para.nature === 'date' && i === paras.length - 1)) continue;
    champs += 1;
    const noms = para.rangee?.champs ?? para.etiquette?.champs ?? [];
    // several meetings of one action have a date and a place each
    const cle = noms.filter((n) => n !== 'periode' && n !== 'lieu').join('+');
    if (cle !== '') vus.set(cle, (vus.get(cle) ?? 0) + 1);
  }
  return { champs, repetes: Math.max(0, ...[...vus.values()].map((n) => n - 1)) };
}

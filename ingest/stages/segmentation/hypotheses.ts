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
 * was missed, an action without any field that one was taken wrongly. Dated lines stand above the
 * titles in one document and below them in another: the better of both.
 */
export function noter(paras: readonly Para[], titres: readonly Candidat[]): Note {
  const rangs = titres.map((t) => t.rang);
  const [dessous, dessus] = [false, true].map((d) => noterSelon(paras, rangs, d));
  const note = (dessous?.total ?? 0) > (dessus?.total ?? 0) ? dessous : dessus;
  const distincts = new Set(titres.map((t) => t.texte)).size;
  return {
    total: (note?.total ?? 0) - (titres.length - distincts) * 0.75,
    pourvues: note?.pourvues ?? 0,
  };
}

/** True when the dated lines of a document stand above the titles of their actions, of these ranks. */
export function datesAuDessus(paras: readonly Para[], rangs: readonly number[]): boolean {
  const [dessous, dessus] = [false, true].map((d) => noterSelon(paras, rangs, d));
  return datees(dessus) >= datees(dessous);
}

interface NoteSelon extends Note {
  readonly datees: number;
}

function datees(note: NoteSelon | undefined): number {
  return note?.datees ?? 0;
}

function noterSelon(paras: readonly Para[], rangs: readonly number[], dessus: boolean): NoteSelon {
  const debuts = rangs.map((rang) => (dessus ? debutDesDates(paras, rang) : rang));
  let total = 0;
  let pourvues = 0;
  let datees = 0;
  total -= doublons(paras.slice(0, debuts[0] ?? paras.length)).champs > 0 ? 1 : 0;
  debuts.forEach((debut, i) => {
    const siens = paras.slice(debut, debuts[i + 1] ?? paras.length);
    const { champs, repetes } = doublons(siens);
    if (champs > 0) pourvues += 1;
    if (siens.some((p) => p.nature === 'date')) datees += 1;
    total += (champs > 0 ? 1 : -0.5) - repetes;
  });
  return { total, pourvues, datees };
}

/** Rank of the first of the dated lines right above a title; its own without any. */
export function debutDesDates(paras: readonly Para[], rang: number): number {
  let debut = rang;
  while (paras[debut - 1]?.nature === 'date') debut -= 1;
  return debut;
}

function doublons(paras: readonly Para[]): { champs: number; repetes: number } {
  const vus = new Map<string, number>();
  let champs = 0;
  for (const para of paras) {
    if (!estChamp(para)) continue;
    champs += 1;
    const noms = para.rangee?.champs ?? para.etiquette?.champs ?? [];
    // several meetings of one action have a date and a place each
    const cle = noms.filter((n) => n !== 'periode' && n !== 'lieu').join('+');
    if (cle !== '') vus.set(cle, (vus.get(cle) ?? 0) + 1);
  }
  return { champs, repetes: Math.max(0, ...[...vus.values()].map((n) => n - 1)) };
}

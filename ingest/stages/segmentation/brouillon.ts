import type { Bloc } from '../../../src/domain/bloc.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { ChampLu, NoteLue, PublicationLue } from '../structure.js';
import type { Lexique } from './blocs.js';
import type { Ecartes } from './ecartes.js';
import type { LigneDoc } from './lignes.js';

/** What the gathering of a document relies on. */
export interface Contexte {
  readonly vocabulaire: Vocabulaire;
  readonly lexique: Lexique;
  readonly ecartes: Ecartes;
  readonly notes: readonly NoteLue[];
}

/** An action or a service while its paragraphs are gathered. */
export interface BrouillonAction {
  readonly numero: number | null;
  readonly titre: Bloc;
  /** Its form, where a heading above it tells it. */
  readonly forme: Bloc | null;
  readonly corps: Bloc[];
  readonly champs: ChampLu[];
  readonly notes: NoteLue[];
  readonly pages: Set<number>;
}

/** A part while its contents are gathered. */
export interface BrouillonAxe {
  readonly titre: Bloc;
  readonly introduction: Bloc[];
  readonly notes: NoteLue[];
  readonly actions: BrouillonAction[];
  readonly publications: PublicationLue[];
  readonly pages: Set<number>;
}

export function nouvelAxe(titre: Bloc): BrouillonAxe {
  const pages = new Set(titre.carte.map((t) => t.page));
  return { titre, introduction: [], notes: [], actions: [], publications: [], pages };
}

export function nouvelleAction(
  numero: number | null,
  titre: Bloc,
  forme: Bloc | null,
): BrouillonAction {
  const pages = new Set(titre.carte.map((t) => t.page));
  return { numero, titre, forme, corps: [], champs: [], notes: [], pages };
}

/** The one action of that number, that a row of a closing calendar names; null when there is none or several. */
export function actionNumerotee(
  axes: readonly BrouillonAxe[],
  numero: number | null,
): BrouillonAction | null {
  if (numero === null) return null;
  const memes = axes.flatMap((axe) => axe.actions.filter((a) => a.numero === numero));
  return memes.length === 1 ? (memes[0] ?? null) : null;
}

/** The pages of a part, those of its actions included. */
export function pagesDe(axe: BrouillonAxe): Set<number> {
  return new Set([...axe.pages, ...axe.actions.flatMap((a) => [...a.pages])]);
}

/** Adds the pages of lines, and the notes that they call, to what they belong to. */
export function attacher(
  a: { readonly pages: Set<number>; readonly notes: NoteLue[] },
  lignes: readonly LigneDoc[],
  notes: readonly NoteLue[],
): void {
  for (const ligne of lignes) {
    a.pages.add(ligne.page);
    for (const coupe of ligne.coupes) {
      const note = notes.find(
        (n) => n.page === (coupe.page ?? ligne.page) && n.appel === coupe.appel,
      );
      if (note === undefined || a.notes.includes(note)) continue;
      a.notes.push(note);
      a.pages.add(note.page);
    }
  }
}

/** A note that nothing calls belongs to the part its page is in, never to the action above it. */
export function rattacherNotes(
  axes: readonly BrouillonAxe[],
  notes: readonly NoteLue[],
  libres: readonly NoteLue[],
): void {
  const prises = new Set([
    ...libres,
    ...axes.flatMap((axe) => [...axe.notes, ...axe.actions.flatMap((a) => a.notes)]),
  ]);
  for (const note of notes) {
    if (prises.has(note)) continue;
    axes.findLast((axe) => pagesDe(axe).has(note.page))?.notes.push(note);
  }
}

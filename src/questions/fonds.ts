import type { ResumeNotice } from '../facts/fonds.js';
import type { Contexte } from './contexte.js';

/** The holdings as lists go through them, the latest first. */
export interface Fonds {
  readonly resumes: readonly ResumeNotice[];
  /** Records about each entity. */
  readonly parSujet: ReadonlyMap<string, readonly string[]>;
}

/** What lists show of the holdings, read once for the present state of the base. */
export function fonds(contexte: Contexte): Fonds {
  return contexte.une('fonds', () => lire(contexte));
}

function lire({ faits }: Contexte): Fonds {
  const parSujet = new Map<string, string[]>();
  for (const { notice, sujet } of faits.sujetsParNotice()) {
    const connues = parSujet.get(sujet);
    if (connues === undefined) parSujet.set(sujet, [notice]);
    else connues.push(notice);
  }
  return { resumes: trierNotices(faits.resumesNotices()), parSujet };
}

/** The latest first, those without a year last; then by title, then by id. */
export function trierNotices(resumes: readonly ResumeNotice[]): ResumeNotice[] {
  const { compare } = new Intl.Collator('fr');
  return [...resumes].sort(
    (a, b) =>
      (b.annee ?? -1) - (a.annee ?? -1) ||
      compare(a.titre, b.titre) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

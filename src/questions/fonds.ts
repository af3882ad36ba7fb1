import type { ResumeNotice } from '../facts/fonds.js';
import type { Contexte } from './contexte.js';

/** The holdings as lists go through them, the latest first. */
export interface Fonds {
  readonly resumes: readonly ResumeNotice[];
  /** Ranks in `resumes` of the records about each entity, in order. */
  readonly parSujet: ReadonlyMap<string, Uint32Array>;
}

const CLE = 'fonds';

/** What lists show of the holdings, read once for the present state of the base: some seconds for a hundred thousand. */
export function fonds(contexte: Contexte): Fonds {
  return contexte.une(CLE, () => lire(contexte));
}

/** The first records about an entity, the latest first, and how many there are. */
export function premieresNotices(
  contexte: Contexte,
  sujet: string,
  max: number,
): { readonly total: number; readonly ids: readonly string[] } {
  const connu = contexte.connu<Fonds>(CLE);
  if (connu !== undefined) {
    const rangs = connu.parSujet.get(sujet) ?? new Uint32Array();
    const ids = [...rangs.subarray(0, max)].flatMap((rang) => connu.resumes[rang]?.id ?? []);
    return { total: rangs.length, ids };
  }
  // a card alone does not read the holdings for its few records
  const ids = contexte.faits.noticesVers(sujet);
  const triees = trierNotices(contexte.faits.resumesDe(ids));
  return { total: ids.length, ids: triees.slice(0, max).map((n) => n.id) };
}

function lire({ faits }: Contexte): Fonds {
  const resumes = trierNotices(faits.resumesNotices());
  const rangs = new Map(resumes.map((n, rang) => [n.id, rang]));
  const parSujet = new Map<string, number[]>();
  for (const { notice, sujet } of faits.sujetsParNotice()) {
    const rang = rangs.get(notice);
    if (rang === undefined) continue;
    const connus = parSujet.get(sujet);
    if (connus === undefined) parSujet.set(sujet, [rang]);
    else connus.push(rang);
  }
  const tries = [...parSujet].map(
    ([sujet, liste]) => [sujet, Uint32Array.from(liste).sort()] as const,
  );
  return { resumes, parSujet: new Map(tries) };
}

/** The latest first, those without a year last; then by title, then by id. */
function trierNotices(resumes: readonly ResumeNotice[]): ResumeNotice[] {
  const { compare } = new Intl.Collator('fr');
  return [...resumes].sort(
    (a, b) =>
      (b.annee ?? -1) - (a.annee ?? -1) ||
      compare(a.titre, b.titre) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

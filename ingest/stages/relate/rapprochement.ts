import type { TitreAnalyse } from '../../../src/comparaison/titres.js';
import { Titres, titleKey, titleSimilarity } from '../../../src/comparaison/titres.js';
import { fold } from '../../../src/french/fold.js';
import { monthNumber } from '../../../src/french/months.js';
import type { EntreeBrute } from '../rapport/assertRapport.js';
import type { ActionVue } from './vues.js';

/** An entry of a report with the planned action that it is, or those that it may be. */
export interface Rapprochement {
  readonly entree: EntreeBrute;
  readonly action: string | null;
  /** The likeliest first, when none is sure. */
  readonly candidats: readonly { readonly id: string; readonly score: number }[];
}

/** From which score an entry is an action, and from which it may be one. */
const SEUIL = 0.6;
const SEUIL_DOUTE = 0.3;
/** A second action this close makes it a doubt. */
const ECART = 0.1;
/** A second entry is the same action again only when it is this sure. */
const SEUIL_REPRISE = 0.85;
const MEME_AXE = 0.5;

interface Note {
  readonly entree: EntreeBrute;
  readonly action: ActionVue;
  readonly score: number;
}

/** Ties the entries of a report to the actions of its programme: each entry to one action at most. Pure. */
export function matchEntries(
  entrees: readonly EntreeBrute[],
  actions: readonly ActionVue[],
): Rapprochement[] {
  const titres = new Titres(actions.map((a) => a.titre));
  const analyses = new Map(
    [...entrees, ...actions].map(({ id, titre }) => [id, titres.analyse(withoutQuotes(titre))]),
  );
  const axes = new Titres([...new Set(actions.flatMap((a) => a.axe ?? []))]);
  const formes = new Set(actions.flatMap((a) => [...titres.analyse(a.format ?? '').propres]));
  const notes = entrees.map((entree) =>
    actions
      .map(
        (action): Note => ({
          entree,
          action,
          score: scoreOf({ entree, action, actions, analyses, axes, formes }),
        }),
      )
      .filter((n) => n.score >= SEUIL_DOUTE)
      .sort((a, b) => b.score - a.score || (a.action.id < b.action.id ? -1 : 1)),
  );
  return decide(entrees, notes);
}

/** The surest entries choose first. */
function decide(entrees: readonly EntreeBrute[], notes: readonly Note[][]): Rapprochement[] {
  const ordre = entrees
    .map((_, i) => i)
    .sort((a, b) => (notes[b]?.[0]?.score ?? 0) - (notes[a]?.[0]?.score ?? 0) || a - b);
  const prises = new Set<string>();
  const resultats = new Map<number, Rapprochement>();
  for (const i of ordre) {
    const entree = entrees[i];
    if (entree === undefined) continue;
    const siennes = (notes[i] ?? []).filter(
      (n) => !prises.has(n.action.id) || n.score >= SEUIL_REPRISE,
    );
    const [premiere, seconde] = siennes;
    const sure =
      premiere !== undefined &&
      premiere.score >= SEUIL &&
      premiere.score - (seconde?.score ?? 0) >= ECART;
    if (sure) prises.add(premiere.action.id);
    resultats.set(i, {
      entree,
      action: sure ? premiere.action.id : null,
      candidats: sure ? [] : siennes.slice(0, 4).map((n) => ({ id: n.action.id, score: n.score })),
    });
  }
  return entrees.flatMap((_, i) => resultats.get(i) ?? []);
}

function scoreOf({
  entree,
  action,
  actions,
  analyses,
  axes,
  formes,
}: {
  entree: EntreeBrute;
  action: ActionVue;
  actions: readonly ActionVue[];
  analyses: ReadonlyMap<string, TitreAnalyse>;
  axes: Titres;
  formes: ReadonlySet<string>;
}): number {
  const a = analyses.get(entree.id);
  const b = analyses.get(action.id);
  if (a === undefined || b === undefined) return 0;
  const axe =
    entree.axe === null || action.axe === null
      ? 0
      : titleSimilarity(axes.analyse(entree.axe), axes.analyse(action.axe));
  const memeAxe = axe >= MEME_AXE;
  const forme = sameForm(entree.titre, action);
  const { titre, muet } = titleScore(a, b, formes);
  const memes = actions.filter((x) => x.numero === entree.numero);
  const memeNumero = entree.numero !== null && action.numero === entree.numero;
  const designe = memeNumero && (memes.length === 1 || memeAxe);
  // « l'action 4 », or a bare « la journée »: nothing but its number, its form and its time says which
  if (muet)
    return (
      (designe ? 0.8 : 0) +
      (forme ? 0.25 : 0) +
      (memeAxe ? 0.2 : 0) +
      (inPeriod(entree, action) ? 0.25 : 0)
    );
  return titre + (memeAxe ? 0.15 : 0) + (forme ? 0.08 : 0) + (designe ? 0.25 : 0);
}

/** Half likeness, half how much of the entry's words the action has; `muet` when the entry has no word of its own. */
function titleScore(
  a: TitreAnalyse,
  b: TitreAnalyse,
  formes: ReadonlySet<string>,
): { titre: number; muet: boolean } {
  const propres = [...a.propres].filter((r) => !formes.has(r) && !/^\d+$/.test(r));
  if (propres.length === 0) return { titre: 0, muet: true };
  const poids = (racine: string) => a.racines.get(racine) ?? 0;
  const total = propres.reduce((n, r) => n + poids(r), 0);
  const commun = propres.reduce((n, r) => n + (b.racines.has(r) ? poids(r) : 0), 0);
  const dice = titleSimilarity(a, b);
  // sigles that differ make two actions of titles that are otherwise alike
  const autres =
    a.sigles.size > 0 && b.sigles.size > 0 && ![...a.sigles].some((s) => b.sigles.has(s));
  return { titre: dice === 1 ? 1 : (dice + commun / total) / 2 - (autres ? 0.15 : 0), muet: false };
}

function sameForm(titre: string, { format, titre: planifie }: ActionVue): boolean {
  const forme = titleKey(format ?? planifie.split(/[\s:–-]/)[0] ?? '').replace(/s\b/g, '');
  return (
    forme.length > 3 &&
    titleKey(titre)
      .replace(/s\b/g, '')
      .startsWith(forme.split(' ')[0] ?? '#')
  );
}

/** « la journée prévue en novembre »: a month that the entry's passage names is in the action's period. */
function inPeriod({ amorce }: EntreeBrute, { periodeDebut, periodeFin }: ActionVue): boolean {
  if (periodeDebut === null || periodeFin === null) return false;
  const mois = fold(amorce)
    .split(/[^a-z]+/)
    .flatMap((m) => monthNumber(m) ?? []);
  const [a, b] = [Number(periodeDebut.slice(5, 7)), Number(periodeFin.slice(5, 7))];
  return mois.some((m) => a <= m && m <= b && b - a <= 3);
}

function withoutQuotes(titre: string): string {
  return titre.replace(/[«»"“”]/g, ' ');
}

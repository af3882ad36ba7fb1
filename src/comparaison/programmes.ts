import { creerMemoire } from '../french/chain.js';
import type { TitreAnalyse } from './titres.js';
import {
  sharesPart,
  substitution,
  Titres,
  textSimilarity,
  textStems,
  titleKey,
  titleSimilarity,
} from './titres.js';

/** An action of a programme, as two programmes are compared. */
export interface ActionComparee {
  readonly id: string;
  readonly titre: string;
  readonly numero: number | null;
  /** Title of its axe. */
  readonly axe: string | null;
  readonly format: string | null;
  /** Ids of the places that it is for; empty when it names none. */
  readonly territoires: readonly string[];
  /** Its territory and its public, as printed. */
  readonly territoire: string | null;
  readonly publics: string | null;
  /** Its running text; empty when it is not known. */
  readonly texte: string;
}

/** What changed from one year to the next, in the order that `nature` prints. */
export const CHANGEMENTS = ['reformulee', 'axe', 'territoire', 'public'] as const;
export type Changement = (typeof CHANGEMENTS)[number];

export interface Paire {
  readonly ancienne: string;
  readonly nouvelle: string;
  readonly changements: readonly Changement[];
  /** `identique`, or what changed, joined by commas. */
  readonly nature: string;
  readonly score: number;
}

/** A new action that may go on with some of the earlier ones, the likeliest first: a person decides. */
export interface Doute {
  readonly nouvelle: string;
  readonly candidats: readonly { readonly ancienne: string; readonly score: number }[];
}

export interface Comparaison {
  readonly paires: readonly Paire[];
  readonly doutes: readonly Doute[];
  /** Ids of the actions that are of one programme only, doubtful ones included. */
  readonly nouvelles: readonly string[];
  readonly disparues: readonly string[];
}

/** From which score two actions are one, and from which they may be. Set on generated pairs of programmes. */
const SEUIL = 0.62;
const SEUIL_DOUTE = 0.45;
/** A pair whose rival is this close is no certainty. */
const ECART = 0.06;
/** What agreement apart from the title adds. */
const POIDS = { axe: 0.07, numero: 0.04, format: 0.05, publics: 0.05, texte: 0.35 } as const;

/** What a whole part of a title found in the other adds. */
const PARTIE = 0.15;
/** What a word of its own on each side takes away, by its share of the title. */
const AUTRE_MOT = 0.9;

interface Fiche extends ActionComparee {
  readonly analyse: TitreAnalyse;
  readonly racines: ReadonlySet<string>;
  readonly axeCle: string;
}

interface Note {
  readonly ancienne: Fiche;
  readonly nouvelle: Fiche;
  readonly score: number;
}

/**
 * Ties the actions of a programme to those of an earlier one, each to one at most: the best pairs first.
 * A pair that is not sure, or that another one is as good as, is a doubt. Pure; the order of the
 * actions does not matter.
 */
export function compareProgrammes(
  anciennes: readonly ActionComparee[],
  nouvelles: readonly ActionComparee[],
): Comparaison {
  const titres = new Titres([...anciennes, ...nouvelles].map((a) => a.titre));
  const memoire = creerMemoire();
  const fiche = (a: ActionComparee): Fiche => ({
    ...a,
    analyse: titres.analyse(a.titre),
    racines: textStems(a.texte, memoire),
    axeCle: titleKey(a.axe ?? ''),
  });
  const avant = anciennes.map(fiche);
  const apres = nouvelles.map(fiche);
  const notes = avant
    .flatMap((ancienne) =>
      apres.map((nouvelle) => ({ ancienne, nouvelle, score: scoreOf(ancienne, nouvelle) })),
    )
    .filter((n) => n.score >= SEUIL_DOUTE)
    .sort(byScore);
  const { retenues, douteuses } = assign(notes);
  const memesAxes = axesKept(retenues);
  const paires = retenues.map((n) => pairOf(n, memesAxes));
  const suivies = new Set(paires.map((p) => p.ancienne));
  const reprises = new Set(paires.map((p) => p.nouvelle));
  return {
    paires: paires.sort((a, b) => compare(a.nouvelle, b.nouvelle)),
    doutes: doubtsOf(douteuses, suivies, reprises),
    nouvelles: apres.flatMap((x) => (reprises.has(x.id) ? [] : [x.id])).sort(),
    disparues: avant.flatMap((x) => (suivies.has(x.id) ? [] : [x.id])).sort(),
  };
}

function byScore(a: Note, b: Note): number {
  return (
    b.score - a.score ||
    compare(a.nouvelle.id, b.nouvelle.id) ||
    compare(a.ancienne.id, b.ancienne.id)
  );
}

/** How much two actions look like one, from 0 to a little over 1. */
function scoreOf(a: Fiche, b: Fiche): number {
  const titre = titleSimilarity(a.analyse, b.analyse);
  const texte =
    a.racines.size >= 12 && b.racines.size >= 12 ? textSimilarity(a.racines, b.racines) : null;
  const memeAxe = a.axeCle !== '' && a.axeCle === b.axeCle;
  const accords =
    (memeAxe ? POIDS.axe : 0) +
    (a.numero !== null && a.numero === b.numero && memeAxe ? POIDS.numero : 0) +
    (a.format !== null && b.format !== null && titleKey(a.format) === titleKey(b.format)
      ? POIDS.format
      : 0) +
    (a.publics !== null && b.publics !== null && titleKey(a.publics) === titleKey(b.publics)
      ? POIDS.publics
      : 0);
  // texts of one centre share about a third of their words whatever they are about
  const corps = texte === null ? 0 : POIDS.texte * Math.max(-0.3, (texte - 0.4) / 0.6);
  // a word in the place of another makes another action, unless the texts say that it is the same
  const appui = texte === null ? 0 : Math.min(1, Math.max(0, (texte - 0.4) / 0.35));
  const partie = sharesPart(a.analyse, b.analyse);
  const autre =
    titre === 1 || partie ? 0 : AUTRE_MOT * substitution(a.analyse, b.analyse) * (1 - appui);
  return titre + (partie ? PARTIE : 0) + corps + accords * Math.min(1, titre + 0.4) - autre;
}

function assign(notes: readonly Note[]): { retenues: Note[]; douteuses: Note[] } {
  const retenues: Note[] = [];
  const douteuses: Note[] = [];
  // two editions of one programme give the same ids to their actions
  const suivies = new Set<string>();
  const reprises = new Set<string>();
  const prise = (n: Note) => suivies.has(n.ancienne.id) || reprises.has(n.nouvelle.id);
  for (const note of notes) {
    const { ancienne, nouvelle, score } = note;
    if (prise(note)) continue;
    const rivale = notes.find(
      (n) =>
        n !== note &&
        !prise(n) &&
        (n.ancienne.id === ancienne.id || n.nouvelle.id === nouvelle.id) &&
        score - n.score < ECART,
    );
    if (score >= SEUIL && rivale === undefined) {
      retenues.push(note);
      suivies.add(ancienne.id);
      reprises.add(nouvelle.id);
    } else douteuses.push(note);
  }
  return { retenues, douteuses };
}

function doubtsOf(
  notes: readonly Note[],
  suivies: ReadonlySet<string>,
  reprises: ReadonlySet<string>,
): Doute[] {
  const doutes = new Map<string, { ancienne: string; score: number }[]>();
  for (const { ancienne, nouvelle, score } of notes) {
    if (suivies.has(ancienne.id) || reprises.has(nouvelle.id)) continue;
    const candidats = doutes.get(nouvelle.id) ?? [];
    doutes.set(nouvelle.id, [...candidats, { ancienne: ancienne.id, score }]);
  }
  return [...doutes]
    .map(([nouvelle, candidats]) => ({ nouvelle, candidats: candidats.slice(0, 4) }))
    .sort((a, b) => compare(a.nouvelle, b.nouvelle));
}

/** Axes that go on under another title: most of the actions of the one are now in the other. */
function axesKept(retenues: readonly Note[]): ReadonlySet<string> {
  const comptes = new Map<string, Map<string, number>>();
  for (const { ancienne, nouvelle } of retenues) {
    const siens = comptes.get(ancienne.axeCle) ?? new Map<string, number>();
    comptes.set(ancienne.axeCle, siens.set(nouvelle.axeCle, (siens.get(nouvelle.axeCle) ?? 0) + 1));
  }
  const encore = new Set(retenues.map((n) => n.nouvelle.axeCle));
  const gardes = new Set<string>();
  for (const [axe, siens] of comptes) {
    if (encore.has(axe)) continue;
    const total = [...siens.values()].reduce((n, c) => n + c, 0);
    for (const [autre, fois] of siens)
      if (fois * 2 > total && (fois >= 2 || wordsShared(axe, autre))) gardes.add(`${axe}|${autre}`);
  }
  return gardes;
}

function wordsShared(a: string, b: string): boolean {
  const mots = (t: string) =>
    new Set(
      t
        .split(' ')
        .filter((m) => m.length > 3)
        .map((m) => m.replace(/s$/, '')),
    );
  return textSimilarity(mots(a), mots(b)) >= 0.5;
}

function pairOf({ ancienne, nouvelle, score }: Note, memesAxes: ReadonlySet<string>): Paire {
  const dits: Record<Changement, boolean> = {
    reformulee: ancienne.analyse.cle !== nouvelle.analyse.cle,
    axe:
      ancienne.axeCle !== nouvelle.axeCle &&
      !memesAxes.has(`${ancienne.axeCle}|${nouvelle.axeCle}`),
    territoire: placesDiffer(ancienne, nouvelle),
    public: textsDiffer(ancienne.publics, nouvelle.publics),
  };
  const changements = CHANGEMENTS.filter((c) => dits[c]);
  const nature = changements.length === 0 ? 'identique' : changements.join(',');
  return { ancienne: ancienne.id, nouvelle: nouvelle.id, changements, nature, score };
}

/** By the places they are for; where one names none, by what is printed. */
function placesDiffer(a: ActionComparee, b: ActionComparee): boolean {
  if (a.territoires.length === 0 || b.territoires.length === 0)
    return textsDiffer(a.territoire, b.territoire);
  const sienne = new Set(a.territoires);
  return sienne.size !== new Set(b.territoires).size || b.territoires.some((t) => !sienne.has(t));
}

/** True when both are printed and do not say the same words. */
function textsDiffer(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [x, y] = [textStems(a), textStems(b)];
  return x.size !== y.size || [...x].some((m) => !y.has(m));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { analyze, creerMemoire } from '../french/chain.js';
import { fold } from '../french/fold.js';

/** Words that say as little as an article in the title of an action. */
const PEU_DISANTS = new Set(
  'action cycle groupe travail atelier journee rencontre formation seance reunion projet demarche programme theme edition departemental departementale'.split(
    ' ',
  ),
);
/** Weight of a word of a form of action beside another. */
const POIDS_FORME = 0.35;
/** What two sigles that differ take away: « chefs de projet CUCS » is not « coordinateurs PRE ». */
const AUTRE_SIGLE = 0.3;

/** What parts a title from its subtitle. */
const PARTIES = /\s?:\s|\s[–—-]\s|[.?!]\s/;
/** A part of fewer stems is no name of its own. */
const RACINES_MIN = 3;
/** Two stems of one word: « cartographier », « cartographie ». */
const DEBUT_COMMUN = 6;
const PART_COMMUNE = 0.75;

/** A title as it is compared: its stems with their weight, its sigles. */
export interface TitreAnalyse {
  readonly cle: string;
  readonly racines: ReadonlyMap<string, number>;
  readonly sigles: ReadonlySet<string>;
  /** Stems of the words that say what it is about. */
  readonly propres: ReadonlySet<string>;
  /** « Égalité : budgets sensibles au genre »: the stems of each of its parts, those that say enough. */
  readonly parties: readonly { readonly rang: number; readonly cle: string }[];
}

/** Compares titles: a word that few titles have weighs more than one that many have. */
export class Titres {
  readonly #memoire = creerMemoire();
  readonly #frequences = new Map<string, number>();
  readonly #total: number;

  /** `tous`: the titles among which words are rare or common. */
  constructor(tous: readonly string[]) {
    this.#total = Math.max(tous.length, 1);
    for (const titre of tous) {
      for (const racine of new Set(this.#termes(titre).map((t) => t.racine)))
        this.#frequences.set(racine, (this.#frequences.get(racine) ?? 0) + 1);
    }
  }

  analyse(titre: string): TitreAnalyse {
    const termes = this.#termes(titre);
    return {
      cle: titleKey(titre),
      racines: new Map(termes.map((t) => [t.racine, this.#poids(t.racine, t.mot)])),
      sigles: new Set(termes.flatMap((t) => t.sigle ?? [])),
      propres: new Set(termes.flatMap((t) => (saysLittle(t.mot) ? [] : [t.racine]))),
      parties: titre.split(PARTIES).flatMap((partie, rang) => {
        const siennes = this.#termes(partie).filter((t) => !saysLittle(t.mot));
        const racines = [...new Set(siennes.map((t) => t.racine))].sort();
        return racines.length < RACINES_MIN ? [] : [{ rang, cle: racines.join(' ') }];
      }),
    };
  }

  #termes(titre: string) {
    const lus = analyze(titre, { mode: 'index', memoire: this.#memoire });
    return lus.filter((t) => !t.vide && !/^(?:19|20)\d\d$/.test(t.mot));
  }

  #poids(racine: string, mot: string): number {
    const idf = Math.log(1 + this.#total / (this.#frequences.get(racine) ?? 1));
    return idf * (saysLittle(mot) ? POIDS_FORME : 1);
  }
}

function saysLittle(mot: string): boolean {
  return PEU_DISANTS.has(mot) || PEU_DISANTS.has(mot.replace(/s$/, ''));
}

/** Share of their weight that two titles have in common (weighted Dice), from 0 to 1; 1 for one same title. */
export function titleSimilarity(a: TitreAnalyse, b: TitreAnalyse): number {
  if (a.cle === b.cle && a.cle !== '') return 1;
  const commun = [...a.racines].reduce((n, [r, poids]) => n + (holds(b.racines, r) ? poids : 0), 0);
  const total = sum(a.racines) + sum(b.racines);
  const dice = total === 0 ? 0 : (2 * commun) / total;
  const autres =
    a.sigles.size > 0 && b.sigles.size > 0 && ![...a.sigles].some((s) => b.sigles.has(s));
  return Math.max(0, dice - (autres ? AUTRE_SIGLE : 0));
}

/** A stem, or one that a longer or shorter form of the same word gives. */
function holds(racines: ReadonlyMap<string, number>, racine: string): boolean {
  return racines.has(racine) || [...racines.keys()].some((r) => sameWord(r, racine));
}

function sameWord(a: string, b: string): boolean {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n >= DEBUT_COMMUN && n >= PART_COMMUNE * Math.max(a.length, b.length);
}

/**
 * True when a whole part of one title is a part of the other and does not open both: « Laïcité : les agents »
 * and « Laïcité : les élus » are two of a series, « Budgets et genre : la pratique » goes on with « Égalité : budgets et genre ».
 */
export function sharesPart(a: TitreAnalyse, b: TitreAnalyse): boolean {
  if (a.cle === b.cle) return false;
  return a.parties.some((p) =>
    b.parties.some((q) => p.cle === q.cle && (p.rang > 0 || q.rang > 0)),
  );
}

/**
 * Share of their weight that each of two titles has apart from the other, the smaller of both: nought when
 * one says all that the other says. « L’emploi des jeunes », « l’insertion des jeunes » each have a word of their own.
 */
export function substitution(a: TitreAnalyse, b: TitreAnalyse): number {
  const apart = (x: TitreAnalyse, y: TitreAnalyse) => {
    const propres = [...x.propres].filter((r) => !holds(y.racines, r));
    const total = sum(x.racines);
    return total === 0 ? 0 : propres.reduce((n, r) => n + (x.racines.get(r) ?? 0), 0) / total;
  };
  return Math.min(apart(a, b), apart(b, a));
}

/** A title without case, accents, punctuation nor year: equal keys are one title. */
export function titleKey(titre: string): string {
  return fold(titre)
    .replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Share of their stems that two texts have in common (Dice), from 0 to 1. */
export function textSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const commun = [...a].filter((m) => b.has(m)).length;
  return (2 * commun) / (a.size + b.size);
}

/** The stems of a running text. */
export function textStems(texte: string, memoire = creerMemoire()): Set<string> {
  return new Set(
    analyze(texte, { mode: 'index', memoire }).flatMap((t) => (t.vide ? [] : [t.racine])),
  );
}

function sum(racines: ReadonlyMap<string, number>): number {
  return [...racines.values()].reduce((n, poids) => n + poids, 0);
}

import type { Lexique } from './lexique.js';

/** Small words, by the number that they announce: what follows « les » is plural. */
const SINGULIERS = new Set(
  'le la un une du au ce cet cette son sa leur notre mon ma chaque'.split(' '),
);
const PLURIELS = new Set('les des ces ses aux leurs nos vos mes plusieurs'.split(' '));
const INVARIABLES = new Set(
  'de et en à ou où par pour dans sur avec sans entre vers chez sous est sont ont qui que dont ne pas plus se si il elle ils elles on nous vous y être cette comme mais'.split(
    ' ',
  ),
);

export function estPetitMot(mot: string): boolean {
  return SINGULIERS.has(mot) || PLURIELS.has(mot) || INVARIABLES.has(mot);
}

const MOT_MAX = 22;
/** A word costs this much, so that few words are better than many; the other costs are in the same unit. */
const MOT = 10;
const DESACCORD = 8;
/** A short word that is no small word is rarely there: « ont », « art », « vil ». */
const COURT = 6;

interface Etape {
  readonly cout: number;
  /** Number of ways to do as well, at most two: more than one is no certainty. */
  readonly facons: number;
  readonly mots: readonly string[];
}

/**
 * The words that letters run together make, in lower case, when one way is clearly the best: all are
 * known, and the small ones agree in number with what follows. Null when none is, or when two are as good.
 */
export function decouper(lettres: string, lexique: Lexique): readonly string[] | null {
  // by end of the last word, then by that word: what follows depends on it
  const etapes: Map<string, Etape>[] = [new Map([['', { cout: 0, facons: 1, mots: [] }]])];
  for (let fin = 1; fin <= lettres.length; fin += 1) {
    const ici = new Map<string, Etape>();
    for (let debut = Math.max(0, fin - MOT_MAX); debut < fin; debut += 1) {
      const mot = lettres.slice(debut, fin);
      if (!admis(mot, lexique)) continue;
      for (const [dernier, etape] of etapes[debut] ?? []) {
        ajouter(ici, mot, {
          ...etape,
          cout: etape.cout + coutDe(mot, dernier, lexique),
          mots: [...etape.mots, mot],
        });
      }
    }
    etapes.push(ici);
  }
  // « le », « des » announce a word: two letters at the end are seldom one of them
  const finales = [...(etapes.at(-1) ?? [])]
    .flatMap(([mot, etape]) =>
      mot.length <= 3 && (SINGULIERS.has(mot) || PLURIELS.has(mot)) ? [] : [etape],
    )
    .sort((a, b) => a.cout - b.cout);
  const [meilleure, autre] = finales;
  if (meilleure === undefined || meilleure.facons > 1) return null;
  return autre !== undefined && autre.cout <= meilleure.cout ? null : meilleure.mots;
}

function admis(mot: string, lexique: Lexique): boolean {
  if (mot.length <= 2) return estPetitMot(mot);
  if (mot.length === 3) return estPetitMot(mot) || (lexique.courant(mot) && lexique.connait(mot));
  return lexique.connait(mot);
}

function ajouter(etapes: Map<string, Etape>, mot: string, neuve: Etape): void {
  const connue = etapes.get(mot);
  if (connue === undefined || neuve.cout < connue.cout) etapes.set(mot, neuve);
  else if (neuve.cout === connue.cout) {
    etapes.set(mot, { ...connue, facons: connue.facons + neuve.facons });
  }
}

function coutDe(mot: string, avant: string, lexique: Lexique): number {
  let cout = MOT;
  const petit = estPetitMot(mot);
  if (!petit && mot.length <= 4) cout += COURT;
  if (petit || avant === '') return cout;
  if (SINGULIERS.has(avant) && estPluriel(mot, lexique)) cout += DESACCORD;
  if (PLURIELS.has(avant) && !/[sxz]$/.test(mot)) cout += DESACCORD;
  return cout;
}

function estPluriel(mot: string, lexique: Lexique): boolean {
  return /[sx]$/.test(mot) && lexique.connait(mot.slice(0, -1));
}

/** Letters run together, with a space between the words they make and their own capitals; null as `decouper`. */
export function enMots(lettres: string, lexique: Lexique): string | null {
  const mots = decouper(lettres.toLowerCase(), lexique);
  if (mots === null) return null;
  let fin = 0;
  const poses = mots.map((mot) => {
    fin += mot.length;
    return lettres.slice(fin - mot.length, fin);
  });
  return poses.join(' ');
}

import { fold } from './fold.js';
import { enCapitales, nature } from './sigles.js';
import { stem } from './stem.js';
import { estVide } from './stopwords.js';
import { type Jeton, normalise, tokens } from './tokens.js';

/** A word as both engines and the queries know it. Offsets are in the text analysed. */
export interface Terme {
  /** Folded word: « garges ». */
  readonly mot: string;
  /** Its stem; the word itself for a sigle, a number or a proper name. */
  readonly racine: string;
  /** Folded sigle when it is written as one (« PRE » -> « pre »), or null. */
  readonly sigle: string | null;
  /** False when it is a sigle and nothing else: the word must not match. */
  readonly estMot: boolean;
  /** True for a stop word: its place counts in a phrase, its weight is nil. */
  readonly vide: boolean;
  readonly compose: number | null;
  readonly debut: number;
  readonly fin: number;
}

export interface OptionsAnalyse {
  /** `index`: a text of the base. `query`: what a person typed. */
  readonly mode: 'index' | 'query';
  /** True for names of places and people: never stemmed (Fosses is not « fossé »). */
  readonly nomPropre?: boolean;
  /** What was already worked out for a word: given when many texts are analysed in a row. */
  readonly memoire?: Memoire;
}

/** Folded words and stems by word. Emptied when it is full, so that it stays small. */
export interface Memoire {
  readonly plies: Map<string, string>;
  readonly racines: Map<string, string>;
}

const MEMOIRE_MAX = 50_000;

export function creerMemoire(): Memoire {
  return { plies: new Map(), racines: new Map() };
}

interface Etat {
  readonly texte: string;
  readonly options: OptionsAnalyse;
  readonly jetons: readonly Jeton[];
  readonly termes: readonly Terme[];
}

/** Short forms that stand for a word, in place names above all: « St-Gratien » is Saint-Gratien. */
const ABREVIATIONS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
};

/** The chain, in order. Synonyms come last and from the index itself: see `src/search`. */
const ETAPES: readonly { readonly nom: string; readonly passe: (e: Etat) => Etat }[] = [
  { nom: 'normalise', passe: (e) => ({ ...e, texte: normalise(e.texte) }) },
  // Elision is part of it: what a word is divided at decides what a word is.
  { nom: 'tokens, elide', passe: (e) => ({ ...e, jetons: tokens(e.texte) }) },
  {
    nom: 'fold',
    passe: (e) => ({ ...e, termes: e.jetons.map((j) => plie(j, e.options.memoire)) }),
  },
  { nom: 'sigles', passe: sigles },
  {
    nom: 'mots vides',
    passe: (e) => surTermes(e, (t) => (t.estMot && estVide(t.mot) ? { ...t, vide: true } : t)),
  },
  { nom: 'stem', passe: (e) => (e.options.nomPropre === true ? e : racine(e)) },
];

/** Terms of a text in order: the one analysis that index, queries and both engines share. */
export function analyze(texte: string, options: OptionsAnalyse): Terme[] {
  let etat: Etat = { texte, options, jetons: [], termes: [] };
  for (const etape of ETAPES) etat = etape.passe(etat);
  return [...etat.termes];
}

/** Hyphenated compounds of analysed terms, as one word: « adultes-relais » -> « adultesrelais ». */
export function composes(
  termes: readonly Terme[],
): { mot: string; racine: string; debut: number; fin: number }[] {
  const groupes = new Map<number, Terme[]>();
  for (const t of termes) {
    if (t.compose !== null) groupes.set(t.compose, [...(groupes.get(t.compose) ?? []), t]);
  }
  return [...groupes.values()]
    .filter((g) => g.length > 1 && g.every((t) => !/\d/.test(t.mot)) && g.some((t) => !t.vide))
    .map((g) => {
      const mot = g.map((t) => t.mot).join('');
      return { mot, racine: stem(mot), debut: g[0]?.debut ?? 0, fin: g.at(-1)?.fin ?? 0 };
    });
}

function plie(jeton: Jeton, memoire: Memoire | undefined): Terme {
  const entier = retenir(memoire?.plies, jeton.texte, (ecrit) => {
    const mot = fold(ecrit).replace(/'/g, '');
    return ABREVIATIONS[mot] ?? mot;
  });
  const { debut, fin, compose } = jeton;
  return {
    mot: entier,
    racine: entier,
    sigle: null,
    estMot: true,
    vide: false,
    compose,
    debut,
    fin,
  };
}

function sigles(etat: Etat): Etat {
  const capitales = lignesEnCapitales(etat.texte);
  const termes = etat.termes.map((t, i) => {
    const jeton = etat.jetons[i];
    if (jeton === undefined) return t;
    const n = nature(jeton, capitales(t.debut));
    return n.sigle === t.sigle && n.mot === t.estMot ? t : { ...t, sigle: n.sigle, estMot: n.mot };
  });
  return { ...etat, termes };
}

/** Tells whether the line at an offset is printed in capitals; offsets are asked in order. */
function lignesEnCapitales(texte: string): (offset: number) => boolean {
  let fin = -1;
  let reponse = false;
  return (offset) => {
    if (offset > fin) {
      const debut = texte.lastIndexOf('\n', offset) + 1;
      const suivante = texte.indexOf('\n', offset);
      fin = suivante < 0 ? texte.length : suivante;
      reponse = enCapitales(texte.slice(debut, fin));
    }
    return reponse;
  };
}

/** In a query a sigle has a stem too: typed in capitals, it may be a word after all (« ELUS »). */
function racine(etat: Etat): Etat {
  const toutes = etat.options.mode === 'query';
  return surTermes(etat, (t) =>
    t.vide || !(t.estMot || toutes)
      ? t
      : { ...t, racine: retenir(etat.options.memoire?.racines, t.mot, stem) },
  );
}

function retenir(
  memoire: Map<string, string> | undefined,
  mot: string,
  f: (mot: string) => string,
): string {
  const connu = memoire?.get(mot);
  if (connu !== undefined) return connu;
  const resultat = f(mot);
  if (memoire !== undefined) {
    if (memoire.size >= MEMOIRE_MAX) memoire.clear();
    memoire.set(mot, resultat);
  }
  return resultat;
}

function surTermes(etat: Etat, f: (t: Terme) => Terme): Etat {
  return { ...etat, termes: etat.termes.map(f) };
}

import { creerMemoire, type Memoire } from '../../french/chain.js';
import type { Expression } from '../expression.js';
import {
  COMMENCANT_MAX,
  type Lexique,
  type MotsConnus,
  motsVoisins,
  type Nom,
  nomCherche,
  rangerMots,
  SYNONYMES_MAX,
} from '../lexique.js';
import type { Cle } from '../termes.js';
import { NomsEntiers } from './noms.js';

/** What the search must know of the whole index, as a writer gives it. */
export interface Vocabulaire {
  readonly mots: Iterable<readonly [cle: Cle, df: number, forme: string, propre: number]>;
  /** Names that stand for one another: those of one thing have its number. */
  readonly noms: readonly (readonly [cle: string, chose: number, nom: string])[];
  /** Facet values; their place is their code. */
  readonly facettes: readonly (readonly [nom: string, valeur: string])[];
  readonly entiers: NomsEntiers;
  readonly documents: number;
}

/** A vocabulary read once a state of the index and kept in memory (about 10 MB for 100,000 keys). */
export interface LexiqueCharge extends Lexique {
  readonly generation: string;
  /** Words already analysed, kept from one search to the next. */
  readonly memoire: Memoire;
  readonly documents: number;
  readonly facettes: Vocabulaire['facettes'];
  readonly entiers: NomsEntiers;
  /** Code of a facet value, undefined when no document has it. */
  code(nom: string, valeur: string): string | undefined;
  /** False when the name of no place nor person, of at most so many words, holds this. */
  dansNomPropre(expression: Expression, longueur: number): boolean;
  /** True when some document holds this for sure. */
  connue(expression: Expression): boolean;
}

/** Characters of one piece: the server keeps each as a document. */
const MORCEAU = 200_000;

/** Divides a vocabulary into texts that `lireVocabulaire` puts together. */
export function* morceaux(vocabulaire: Vocabulaire): Generator<string> {
  yield JSON.stringify({
    documents: vocabulaire.documents,
    facettes: vocabulaire.facettes,
    noms: vocabulaire.noms,
    entiers: vocabulaire.entiers.ecrire(),
  });
  let lignes = '';
  for (const [cle, df, forme, propre] of vocabulaire.mots) {
    const ligne = [cle, df, forme === cle ? '' : forme, propre === 0 ? '' : propre];
    lignes += `${ligne.join('\t').trimEnd()}\n`;
    if (lignes.length < MORCEAU) continue;
    yield lignes;
    lignes = '';
  }
  if (lignes !== '') yield lignes;
}

/** Reads back the pieces, in their order. */
export function lireVocabulaire(
  generation: string,
  pieces: readonly string[],
  motFrancais: Lexique['motFrancais'] = () => false,
): LexiqueCharge {
  const [tete = '{"documents":0,"facettes":[],"noms":[],"entiers":""}', ...reste] = pieces;
  const { documents, facettes, noms, entiers } = JSON.parse(tete) as Tete;
  const mots = new Map<Cle, Mot>();
  for (const piece of reste) {
    for (const ligne of piece.split('\n')) {
      const [cle = '', df = '0', forme = '', propre = '0'] = ligne.split('\t');
      if (cle === '') continue;
      mots.set(cle, { df: Number(df), forme: forme === '' ? cle : forme, propre: Number(propre) });
    }
  }
  const codes = new Map(facettes.map(([nom, v], i) => [`${nom}\u0000${v}`, String(i)]));
  return {
    generation,
    memoire: creerMemoire(),
    documents,
    facettes,
    entiers: NomsEntiers.lire(entiers),
    code: (nom, v) => codes.get(`${nom}\u0000${v}`),
    motFrancais,
    ...lexiqueDe(mots),
    synonymes: synonymesDe(noms),
  };
}

interface Mot {
  readonly df: number;
  readonly forme: string;
  /** Words of the shortest name of a place or a person that has it, 0 for none. */
  readonly propre: number;
}

type Tete = Omit<Vocabulaire, 'mots' | 'entiers'> & { readonly entiers: string };

function lexiqueDe(
  mots: ReadonlyMap<Cle, Mot>,
): Omit<Lexique, 'synonymes' | 'motFrancais'> & Pick<LexiqueCharge, 'dansNomPropre' | 'connue'> {
  const cles = [...mots.keys()].sort((a, b) => (a < b ? -1 : 1));
  /** `cumul[i]`: documents of the keys before the i-th, each counted apart. */
  const cumul = new Float64Array(cles.length + 1);
  for (const [i, cle] of cles.entries()) cumul[i + 1] = (cumul[i] ?? 0) + (mots.get(cle)?.df ?? 0);
  const bornes = (p: string): [number, number] => [rang(cles, p), rang(cles, `${p}\u{10FFFF}`)];
  const forme = (mot: string): string => mots.get(mot)?.forme ?? mot;
  const df = (cle: Cle): number => mots.get(cle)?.df ?? 0;
  const dfPrefixe = (p: string): number => {
    const [debut, fin] = bornes(p);
    return (cumul[fin] ?? 0) - (cumul[debut] ?? 0);
  };
  let connus: MotsConnus | undefined;
  return {
    df,
    forme,
    dfPrefixe,
    connue: (expression) =>
      seule(
        expression,
        (cle) => df(cle) > 0,
        (debut) => dfPrefixe(debut) > 0,
      ),
    dansNomPropre(expression, longueur) {
      const assezCourt = (cle: Cle): boolean => {
        const propre = mots.get(cle)?.propre ?? 0;
        return propre > 0 && propre <= longueur;
      };
      const debuts = (p: string): boolean => cles.slice(...bornes(p)).some(assezCourt);
      return possible(expression, assezCourt, debuts);
    },
    commencantPar(p) {
      const [debut, fin] = bornes(p);
      return cles.slice(debut, Math.min(fin, debut + COMMENCANT_MAX));
    },
    voisins(mot) {
      const proches = motsVoisins(mot, () => {
        connus ??= rangerMots(cles.map((cle) => [cle, mots.get(cle)?.df ?? 0] as const));
        return connus;
      });
      return proches.map((m) => ({ mot: m, forme: forme(m) }));
    },
  };
}

type Test = (cle: Cle) => boolean;

/** True for an expression that may have an answer among the documents whose keys pass. */
function possible(expression: Expression, cle: Test, debut: Test): boolean {
  switch (expression.genre) {
    case 'cle':
      return cle(expression.cle);
    case 'debut':
      return debut(expression.cle);
    case 'suite':
      return expression.cles.every(cle);
    case 'et':
      return expression.parties.every((p) => possible(p, cle, debut));
    case 'ou':
      return expression.parties.some((p) => possible(p, cle, debut));
  }
}

/** True when one key is enough to answer an expression, and passes. */
function seule(expression: Expression, cle: Test, debut: Test): boolean {
  switch (expression.genre) {
    case 'cle':
      return cle(expression.cle);
    case 'debut':
      return debut(expression.cle);
    case 'ou':
      return expression.parties.some((p) => seule(p, cle, debut));
    default:
      return false;
  }
}

/** The same with the keys of each beginning, when they are few: the server finds them faster. */
export function sansDebuts(expression: Expression, lexique: Lexique): Expression {
  if (expression.genre === 'et' || expression.genre === 'ou') {
    const { genre } = expression;
    const parties = expression.parties.flatMap((p) => {
      const sans = sansDebuts(p, lexique);
      return genre === 'ou' && sans.genre === 'ou' ? sans.parties : [sans];
    });
    return { genre, parties };
  }
  if (expression.genre !== 'debut') return expression;
  const cles = lexique.commencantPar(expression.cle);
  if (cles.length === 0 || cles.length >= COMMENCANT_MAX) return expression;
  return { genre: 'ou', parties: cles.map((cle) => ({ genre: 'cle', cle })) };
}

/** Place of the first key that is not before this one. */
function rang(cles: readonly Cle[], cle: Cle): number {
  let bas = 0;
  let haut = cles.length;
  while (bas < haut) {
    const milieu = (bas + haut) >> 1;
    if ((cles[milieu] ?? '') < cle) bas = milieu + 1;
    else haut = milieu;
  }
  return bas;
}

function synonymesDe(noms: Vocabulaire['noms']): (cles: readonly Cle[]) => Nom[] {
  const choses = new Map<string, number[]>();
  const parChose = new Map<number, [cle: string, nom: string][]>();
  for (const [cle, chose, nom] of noms) {
    choses.set(cle, [...(choses.get(cle) ?? []), chose]);
    parChose.set(chose, [...(parChose.get(chose) ?? []), [cle, nom]]);
  }
  return (cles) => {
    const cle = cles.join(' ');
    return (choses.get(cle) ?? [])
      .flatMap((chose) => parChose.get(chose) ?? [])
      .filter(([autre]) => autre !== cle)
      .slice(0, SYNONYMES_MAX)
      .map(([, nom]) => nomCherche(nom));
  };
}

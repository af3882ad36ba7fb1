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

/** What the search must know of the whole index, as a writer gives it. */
export interface Vocabulaire {
  readonly mots: Iterable<readonly [cle: Cle, df: number, forme: string]>;
  /** Names that stand for one another: those of one thing have its number. */
  readonly noms: readonly (readonly [cle: string, chose: number, nom: string])[];
  /** Facet values; their place is their code. */
  readonly facettes: readonly (readonly [nom: string, valeur: string])[];
  readonly documents: number;
}

/** A vocabulary read once a state of the index and kept in memory (about 10 MB for 100,000 keys). */
export interface LexiqueCharge extends Lexique {
  readonly generation: string;
  readonly documents: number;
  readonly facettes: Vocabulaire['facettes'];
  /** Code of a facet value, undefined when no document has it. */
  code(nom: string, valeur: string): string | undefined;
}

/** Characters of one piece: the server keeps each as a document. */
const MORCEAU = 200_000;

/** Divides a vocabulary into texts that `lireVocabulaire` puts together. */
export function* morceaux(vocabulaire: Vocabulaire): Generator<string> {
  yield JSON.stringify({
    documents: vocabulaire.documents,
    facettes: vocabulaire.facettes,
    noms: vocabulaire.noms,
  });
  let lignes = '';
  for (const [cle, df, forme] of vocabulaire.mots) {
    lignes += `${cle}\t${df}${forme === cle || forme === '' ? '' : `\t${forme}`}\n`;
    if (lignes.length < MORCEAU) continue;
    yield lignes;
    lignes = '';
  }
  if (lignes !== '') yield lignes;
}

/** Reads back the pieces, in their order. */
export function lireVocabulaire(generation: string, pieces: readonly string[]): LexiqueCharge {
  const [tete = '{"documents":0,"facettes":[],"noms":[]}', ...reste] = pieces;
  const { documents, facettes, noms } = JSON.parse(tete) as Omit<Vocabulaire, 'mots'>;
  const mots = new Map<Cle, { df: number; forme: string }>();
  for (const piece of reste) {
    for (const ligne of piece.split('\n')) {
      const [cle = '', df = '0', forme = cle] = ligne.split('\t');
      if (cle !== '') mots.set(cle, { df: Number(df), forme });
    }
  }
  const codes = new Map(facettes.map(([nom, v], i) => [`${nom}\u0000${v}`, String(i)]));
  return {
    generation,
    documents,
    facettes,
    code: (nom, v) => codes.get(`${nom}\u0000${v}`),
    ...lexiqueDe(mots),
    synonymes: synonymesDe(noms),
  };
}

function lexiqueDe(
  mots: ReadonlyMap<Cle, { df: number; forme: string }>,
): Omit<Lexique, 'synonymes'> {
  const cles = [...mots.keys()].sort((a, b) => (a < b ? -1 : 1));
  /** `cumul[i]`: documents of the keys before the i-th, each counted apart. */
  const cumul = new Float64Array(cles.length + 1);
  for (const [i, cle] of cles.entries()) cumul[i + 1] = (cumul[i] ?? 0) + (mots.get(cle)?.df ?? 0);
  const bornes = (p: string): [number, number] => [rang(cles, p), rang(cles, `${p}\u{10FFFF}`)];
  const forme = (mot: string): string => mots.get(mot)?.forme ?? mot;
  let connus: MotsConnus | undefined;
  return {
    df: (cle) => mots.get(cle)?.df ?? 0,
    forme,
    dfPrefixe(p) {
      const [debut, fin] = bornes(p);
      return (cumul[fin] ?? 0) - (cumul[debut] ?? 0);
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

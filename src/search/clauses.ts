import type { Terme } from '../french/chain.js';
import { stem } from '../french/stem.js';
import { type Expression, et, ou, suite } from './expression.js';
import type { Lexique } from './lexique.js';
import type { Demande, MotDemande, SuiteDemandee } from './requete.js';
import { type Cle, cleContenu, cleRacine, cleSigle } from './termes.js';

/** One thing asked for: what the index must hold for it. */
export interface Clause {
  /** Absent when nothing in the index answers it. */
  readonly expression?: Expression | undefined;
  readonly cles: readonly Cle[];
  readonly prefixes: readonly string[];
  /** What it is about, to find its other names: one key a word. */
  readonly sujet: readonly Cle[];
  readonly ecrit: string;
  /** True when a thing that has other names is asked for. */
  readonly autresNoms?: true;
  /** Documents that hold its words, each counted apart: what weighing it costs. */
  readonly occurrences: number;
  /** Documents that may hold it, about. */
  readonly documents: number;
  /** The spelling that the base knows, when what was typed is unknown. */
  readonly correction?: string;
}

/** A prefix is added to a known word when words that only begin so are this many times more frequent. */
const PREFIXE_DOMINE = 4;
const PREFIXE_MIN = 3;
/** Letters that two words of one family share at least (« délinquants », « délinquance »). */
const FAMILLE_MIN = 7;
/** Capitals this short are a sigle for sure; longer ones may be a word typed in capitals (« ELUS »). */
const SIGLE_COURT = 3;

/** What the index must hold for one thing asked for. `corriger`: a word of the base in another form only is corrected too. */
export function clauseDe(demande: Demande, lexique: Lexique, corriger = false): Clause {
  if (demande.genre === 'suite') return clauseSuite(demande, lexique);
  return corriger && demande.terme.sigle === null && lexique.df(demande.terme.mot) === 0
    ? approcher(demande, lexique)
    : clauseMot(demande, lexique);
}

function clause(
  lexique: Lexique,
  demande: Demande,
  cles: readonly Cle[],
  prefixes: readonly string[],
  sujet: readonly Cle[],
): Clause {
  const parties: Expression[] = [
    ...cles.map((cle) => ({ genre: 'cle', cle }) as const),
    ...prefixes.map((cle) => ({ genre: 'debut', cle }) as const),
  ];
  const nombres = [...cles.map(lexique.df), ...prefixes.map(lexique.dfPrefixe)];
  const occurrences = nombres.reduce((a, b) => a + b, 0);
  const documents = Math.max(0, ...nombres);
  const { ecrit } = demande;
  return { expression: ou(parties), cles, prefixes, sujet, ecrit, occurrences, documents };
}

function clauseMot(demande: MotDemande, lexique: Lexique): Clause {
  const { mot, racine, sigle } = demande.terme;
  if (sigle !== null && lexique.df(cleSigle(sigle)) > 0) {
    return clause(lexique, demande, [cleSigle(sigle)], [], [cleSigle(sigle)]);
  }
  if (sigle !== null && mot.length <= SIGLE_COURT && estMotAccentue(lexique.forme(mot))) {
    return clause(lexique, demande, [], [], [cleSigle(sigle)]); // « PRE » never finds « pré »
  }
  const exacts = lexique.df(mot);
  const sigles = demande.accents ? 0 : lexique.df(cleSigle(mot));
  // « pre » in small letters: the sigle alone, unless the plain word is the more frequent one.
  if (sigles > 0 && sigles >= exacts)
    return clause(lexique, demande, [cleSigle(mot)], [], [cleSigle(mot)]);
  const formes = exacts > 0 ? [mot] : nomsDeRacine(demande.terme, lexique);
  const cles = [...formes, cleRacine(racine), ...(sigles > 0 ? [cleSigle(mot)] : [])].filter(
    (c) => lexique.df(c) > 0,
  );
  const prefixes = prefixesDe(demande, exacts, lexique);
  if (cles.length > 0 || prefixes.length > 0)
    return clause(lexique, demande, cles, prefixes, [cleRacine(racine)]);
  return approcher(demande, lexique);
}

/** Words of the base with the stem of an unknown word: names have no stem (« Sarcele » is near Sarcelles). */
function nomsDeRacine({ mot, racine }: Terme, lexique: Lexique): string[] {
  if (lexique.df(cleRacine(racine)) === 0) return [];
  const proches = [...lexique.voisins(mot).map((v) => v.mot), ...lexique.commencantPar(racine)];
  return [...new Set(proches)].filter((v) => stem(v) === racine);
}

/** True for a common word with an accent: a name (« Acsé ») may be asked for in capitals, such a word never is. */
function estMotAccentue(forme: string): boolean {
  return /[^\x20-\x7e]/.test(forme) && forme === forme.toLowerCase();
}

function prefixesDe(demande: MotDemande, exacts: number, lexique: Lexique): string[] {
  const { mot } = demande.terme;
  if (!demande.prefixe || mot.length < PREFIXE_MIN) return [];
  const n = lexique.dfPrefixe(mot) - exacts;
  const prefixes = n > exacts * PREFIXE_DOMINE ? [mot] : [];
  if (!demande.accents && exacts === 0 && lexique.dfPrefixe(cleSigle(mot)) > 0)
    prefixes.push(cleSigle(mot));
  return prefixes;
}

/**
 * For a word the base does not know: its nearest spellings, else the words of its family. A word of the language is
 * not misspelt: « violences » is not Villennes.
 */
function approcher(demande: MotDemande, lexique: Lexique): Clause {
  const { mot, racine } = demande.terme;
  const voisins = lexique.motFrancais(mot) ? [] : lexique.voisins(mot);
  const premier = voisins[0];
  if (premier !== undefined) {
    // The forms of the nearest word too: a query must find what the same query well spelt finds.
    const cles = [...voisins.map((v) => v.mot), cleRacine(stem(premier.mot))];
    const connues = cles.filter((c) => lexique.df(c) > 0);
    const c = clause(lexique, demande, connues, [], [cleRacine(stem(premier.mot))]);
    return { ...c, correction: premier.forme };
  }
  const debut = mot.slice(0, Math.max(FAMILLE_MIN, mot.length - 4));
  const famille = mot.length > FAMILLE_MIN + 1 && lexique.dfPrefixe(debut) > 0 ? [debut] : [];
  return clause(lexique, demande, [], famille, [cleRacine(racine)]);
}

/** Words side by side. Quoted: these very words. Hyphenated: in any form, or written as one. */
function clauseSuite(demande: SuiteDemandee, lexique: Lexique): Clause {
  const cles = demande.termes.map((t) => cleExacte(t, lexique));
  const pleins = demande.termes.filter((t) => !t.vide);
  const sujet = pleins.map(cleContenu);
  const suites = demande.souple
    ? [cles, sujet, [demande.termes.map((t) => t.mot).join('')]]
    : [cles];
  const parties = suites.map(suite);
  // « Garges-les-Gonesses »: a fault in one part must not lose the others.
  if (demande.souple && suites.every((s) => !connue(s, lexique))) {
    const separees = et(pleins.flatMap((t) => partie(t, lexique) ?? []));
    if (separees !== undefined) parties.push(separees);
  }
  const documents = Math.min(
    ...pleins.map((t) => Math.max(...[t.mot, cleContenu(t)].map(lexique.df))),
  );
  return {
    expression: ou(parties),
    cles: demande.souple ? [...pleins.map((t) => t.mot), ...sujet] : cles,
    prefixes: [],
    sujet,
    ecrit: demande.ecrit,
    occurrences: [...cles, ...sujet].reduce((n, c) => n + lexique.df(c), 0),
    documents: Number.isFinite(documents) ? documents : 0,
  };
}

/** A phrase can only be there when each of its words is known. */
function connue(cles: readonly Cle[], lexique: Lexique): boolean {
  return cles.every((c) => lexique.df(c) > 0);
}

function partie(terme: Terme, lexique: Lexique): Expression | undefined {
  const demande: MotDemande = {
    genre: 'mot',
    terme,
    ecrit: terme.mot,
    accents: false,
    prefixe: false,
  };
  return clauseMot(demande, lexique).expression;
}

function cleExacte(terme: Terme, lexique: Lexique): Cle {
  if (terme.sigle !== null && !terme.estMot) return cleSigle(terme.sigle);
  return lexique.df(terme.mot) === 0 && lexique.df(cleSigle(terme.mot)) > 0
    ? cleSigle(terme.mot)
    : terme.mot;
}

/** What a document given must not hold. */
export function exclusion(demande: Demande): Expression | undefined {
  if (demande.genre === 'suite') return suite(demande.termes.map((t) => t.mot));
  const { sigle, mot, racine, estMot } = demande.terme;
  if (sigle !== null && !estMot) return suite([cleSigle(sigle)]);
  return ou([mot, cleRacine(racine), cleSigle(mot)].map((c) => suite([c])));
}

import { fold } from '../french/fold.js';
import { MOTS_INTENTION } from './intentions.js';
import { couperMots, estMotVide } from './mots.js';
import { type Etendue, LIEUX, type Partie, parDebut } from './partie.js';

/** What a question sets aside. */
export interface Negations {
  /** Things that the question excludes: « mais pas Pontoise », « hors CUCS ». */
  readonly exclues: readonly Partie[];
  /** The words that say so: no part of what is looked for. */
  readonly marques: readonly Etendue[];
  /** A verb is denied with nothing after it: « le CUCS n'est-il pas déployé ». */
  readonly verbe: boolean;
  /** One of the things excluded is the object of a verb denied: « ne touchent pas Persan ». */
  readonly parVerbe: boolean;
  /** A negation that no rule reads, as typed. */
  readonly nonLue: string | null;
}

interface Marque {
  readonly motif: RegExp;
  readonly genre: 'exclusion' | 'sans' | 'verbe' | 'seulement';
}

/** On the folded question. */
const MARQUES: readonly Marque[] = [
  {
    // « ne touchent pas », « n'est-il pas », « n'ont ni »; and « ne touchent que », which restricts
    motif: /(?<![\p{L}\p{N}])(?:ne |n')(?:[^?!.;]{1,30}?)\b(pas|plus|jamais|aucun[es]?|ni)\b/gu,
    genre: 'verbe',
  },
  { motif: /(?<![\p{L}\p{N}])(?:ne |n')(?:[\p{L}-]+ ){1,2}(?:que\b|qu')/gu, genre: 'seulement' },
  {
    motif:
      /(?<![\p{L}\p{N}-])(?:mais (?:pas|non)|et (?:pas|non)|sauf|hormis|hors|excepte[es]?|(?:a l'exception|a l'exclusion|en dehors)(?= de | du | des | d')|mis a part|autres? que)(?![\p{L}\p{N}-])/gu,
    genre: 'exclusion',
  },
  { motif: /(?<![\p{L}\p{N}-])(?:sans)(?![\p{L}\p{N}-])/gu, genre: 'sans' },
  // « touchent pas Persan », as it is said
  {
    motif:
      /(?<![\p{L}\p{N}-])(?:touche\w*|concerne\w*|mobilise\w*|ont|a|est|sont|dispose\w*) pas(?![\p{L}\p{N}-])/gu,
    genre: 'verbe',
  },
];

/** « familles sans logement » sets no theme aside. */
const GENRES_SANS = new Set<string>([
  ...LIEUX,
  'DISPOSITIF',
  'FORMAT',
  'PORTEE',
  'ORGANISME',
  'PERSONNE',
]);
/** Words after « sans » that name a part of the model: « sans intervenant » is no text to look for. */
const SANS_STRUCTURE =
  /^\s*(?:aucune?s? |d'|de |le |la |les |l'|un |une )?(?:intervenants?|territoires?|dispositifs?|publics?|partenaires?|pilotes?|periodes?|actions?|animateurs?|quartiers?)\b/;

/** Reads the negations of a question: `origine` maps folded offsets to those of the question as typed. */
export function lireNegations(
  brut: string,
  plie: string,
  origine: (i: number) => number,
  parties: readonly Partie[],
): Negations {
  const exclues: Partie[] = [];
  const marques: Etendue[] = [];
  let verbe = false;
  let parVerbe = false;
  let nonLue: string | null = null;
  for (const { motif, genre } of MARQUES) {
    for (const m of plie.matchAll(motif)) {
      const marque = { debut: origine(m.index), fin: origine(m.index + m[0].length) };
      if (marques.some((e) => e.debut < marque.fin && marque.debut < e.fin)) continue;
      if (parties.some((p) => p.debut < marque.fin && marque.debut < p.fin && genre !== 'verbe'))
        continue;
      const objets = genre === 'seulement' ? [] : objetsDe(brut, marque.fin, parties);
      const gardes = genre === 'sans' ? objets.filter((p) => GENRES_SANS.has(p.genre)) : objets;
      const datee = gardes.some((p) => p.genre === 'ANNEE' || p.genre === 'MOIS');
      if (gardes.length > 0 && !datee) {
        exclues.push(...gardes);
        parVerbe ||= genre === 'verbe';
      } else if (genre === 'verbe') verbe = true;
      else if (genre === 'seulement' || datee)
        nonLue ??= brut.slice(marque.debut, marque.fin).trim();
      else if (genre === 'sans' && !SANS_STRUCTURE.test(fold(brut.slice(marque.fin)))) continue;
      // « hors les murs » names no exclusion that the model knows: words to look for.
      else if (m[0] === 'hors') continue;
      else nonLue ??= brut.slice(marque.debut).trim();
      marques.push(motsSeuls(marque, m, origine));
    }
  }
  return { exclues, marques, verbe, parVerbe, nonLue };
}

/** Of « ne touchent pas » the whole; the verb says the intention elsewhere and is kept there. */
function motsSeuls(marque: Etendue, m: RegExpExecArray, origine: (i: number) => number): Etendue {
  const negation = m[1];
  if (negation === undefined) return marque;
  return { debut: origine(m.index + m[0].length - negation.length), fin: marque.fin };
}

/** The thing that follows a mark, and those joined to it by « et », « ou », « ni ». */
function objetsDe(brut: string, fin: number, parties: readonly Partie[]): Partie[] {
  const suivantes = parties.filter((p) => p.debut >= fin).sort(parDebut);
  const [premiere, ...autres] = suivantes;
  if (premiere === undefined || !estCreux(brut.slice(fin, premiere.debut))) return [];
  const objets = [premiere];
  let bout = premiere;
  for (const p of autres) {
    const liaison = fold(brut.slice(bout.fin, p.debut));
    if (!memeGenre(bout, p) || !COORDINATION.test(liaison)) break;
    objets.push(p);
    bout = p;
  }
  return objets;
}

const COORDINATION =
  /^\s*(?:,|et|ou|ni|,\s*(?:et|ou|ni))\s*(?:(?:a|au|aux|de|du|des|le|la|les|pas|sur|dans|celles?|actions?)\s+|[ld]')*$/;

function memeGenre(a: Partie, b: Partie): boolean {
  return a.genre === b.genre || (LIEUX.includes(a.genre) && LIEUX.includes(b.genre));
}

const CREUX =
  /^(?:dispositifs?|themes?|communes?|villes?|territoires?|celles|ceux|celle|celui|portant|relevant|liees?|reservees?|axes?|sujets?|departement|quartiers?)$/;
const CREUX_MAX = 7;

/** True of a stretch that only leads to a name: « les actions qui concernent la ville de ». */
function estCreux(texte: string): boolean {
  if (/[?!.;]/.test(texte)) return false;
  const mots = couperMots(fold(texte)).map((m) => m.texte);
  return (
    mots.length <= CREUX_MAX &&
    mots.every((m) => estMotVide(m) || CREUX.test(m) || MOTS_INTENTION.actions?.test(m) === true)
  );
}

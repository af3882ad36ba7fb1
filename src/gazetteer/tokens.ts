import { fold } from '../french/fold.js';

/**
 * What stands before a token: `joint` what may stand inside a name (a space, a hyphen, an
 * apostrophe, a hyphen at a line end), `virgule`, `tiret` (a dash between spaces), `rupture` anything else.
 */
type Liaison = 'joint' | 'virgule' | 'tiret' | 'rupture';

/** A word of a text. `forme` is folded, « St » opened; `singulier` has its plural mark removed. */
export interface Jeton {
  readonly debut: number;
  readonly fin: number;
  readonly forme: string;
  readonly singulier: string;
  /** As written, without the dots of a sigle nor an inclusive ending. */
  readonly brut: string;
  readonly capitale: boolean;
  readonly avant: Liaison;
}

const FINALE =
  '(?:e|s|x|es|ne|nes|nne|nnes|se|ses|le|les|ve|ves|fe|fes|rice|rices|trice|trices|ière|ières|ère|ères|euse|euses|ale|ales|te|tes)';
const MOT = new RegExp(
  [
    "(?<sigle>(?:\\p{Lu}\\.){2,}(?:\\p{Lu}(?![\\p{L}.]))?|(?<![\\p{L}\\p{N}])(?<!(?<![\\p{L}\\p{N}])\\p{Lu}\\.?[ •·])(?:(?:\\p{Lu}[•·]){2,}|(?:\\p{Lu} ){2,}|(?:\\p{Lu}\\. ){2,})\\p{Lu}(?![\\p{L}\\p{N}.•·'’]| \\p{Lu}(?!\\p{L})))", // C.U.C.S., C U C S, C•U•C•S
    `(?<mot>\\p{L}[\\p{L}\\p{N}\\p{M}]*|\\p{N}+\\p{L}*)(?:\\(${FINALE}\\)s?|[·•]${FINALE}(?:[·•]s)?(?!\\p{L})|\\.(?:e|ne|fe|le|rice|trice|euse|se|ve)(?:\\.s|s)?(?!\\p{L})|-(?:e|ne|le|ve|rice|trice|se|euse)-s(?!\\p{L}))?`, // élu(e)s, élu·e·s
  ].join('|'),
  'gu',
);
const JOINT =
  /^(?:[ \t\u00a0\u202f]*\n?[ \t\u00a0]*|[-‐‑\u00ad–][ \t\u00a0]*\n?[ \t]*|['’‘ʼ][ \t]*\n?[ \t]*|[•·&])$/;
const ABREGE = /^\.[ -]?$/;
const ABREVIATIONS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
};

/** Words of a text, in order. */
export function tokenize(texte: string): Jeton[] {
  const jetons: Jeton[] = [];
  let fin = 0;
  for (const m of texte.matchAll(MOT)) {
    const brut = m.groups?.mot ?? m[0].replaceAll(/[.\s•·]/g, '');
    const plie = fold(brut);
    const forme = ABREVIATIONS[plie] ?? plie;
    const dernier = jetons.at(-1);
    const avant = liaison(
      texte.slice(fin, m.index),
      dernier !== undefined && ABREVIATIONS[fold(dernier.brut)] !== undefined,
      dernier?.brut === 's',
    );
    jetons.push({
      debut: m.index,
      fin: m.index + m[0].length,
      forme,
      singulier: singulier(forme),
      brut,
      capitale: /^\p{Lu}/u.test(brut),
      avant: dernier === undefined ? 'rupture' : avant,
    });
    fin = m.index + m[0].length;
  }
  return jetons;
}

function liaison(entre: string, apresAbreviation: boolean, apresS: boolean): Liaison {
  // « Neuilly s/ Marne »
  if (apresS && /^\/ ?$/.test(entre)) return 'joint';
  if (JOINT.test(entre) || (apresAbreviation && ABREGE.test(entre))) return 'joint';
  if (/^,\s*$/.test(entre)) return 'virgule';
  return /^\s+[-–—]\s+$/.test(entre) ? 'tiret' : 'rupture';
}

/** Ordered: the first rule that fits. */
const PLURIELS: readonly (readonly [RegExp, string])[] = [
  [/eaux$/, 'eau'], // bureaux > bureau
  [/(?<=..)aux$/, 'al'], // locaux > local
  [/(?<=...)x$/, ''], // enjeux > enjeu
  [/(?<=..)s$/, ''], // contrats > contrat
];

/** A folded word without its plural mark; the same word always gives the same result, which is all that matching needs. */
export function singulier(forme: string): string {
  for (const [fin, remplacement] of PLURIELS) {
    if (fin.test(forme)) return forme.replace(fin, remplacement);
  }
  return forme;
}

/** Words that link the parts of a name and are never its first significant word. */
export const PARTICULES: ReadonlySet<string> = new Set(
  'a au aux d de des du e en et l la le les lez ou par pour pres s sous sur'.split(' '),
);

import type { DateNotice } from '../../../../src/domain/notice.js';

interface Annees {
  readonly debut?: number;
  readonly fin?: number;
}

const ANNEE = String.raw`(?<![\d.,])(1\d{3}|20\d{2})(?!\d)`;
/** Day and month around a year: « mai 2010-juin 2012 », « 12/05/2010 - 03/06/2012 ». */
const JOUR = String.raw`(?:(?:\d{1,2}[\s./-]|\d{1,2}er\s)?(?:\p{L}{3,9}\.?\s|\d{1,2}[./-])?)`;

/** How a printed date gives its years, tried in this order. */
const REGLES: readonly { readonly motif: RegExp; lire(m: readonly string[]): Annees }[] = [
  // « 2021 [i.e. 2012] »: what the cataloguer corrects
  { motif: new RegExp(String.raw`i\.\s?e\.\s?${ANNEE}`, 'iu'), lire: ([, a]) => une(a) },
  // « 1998-99 », « 2009/10 » : a second year of two digits, which no month can be
  {
    motif: /(?<!\d)((?:1\d|20)\d{2})[\]?]?\s?[-–/]\s?(1[3-9]|[2-9]\d)(?![\d/-])/u,
    lire: ([, a = '', b = '']) => entre(Number(a), Number(a.slice(0, 2) + b)),
  },
  // « 2010-2012 », « [2010?]-2012 », « mai 2010 à juin 2012 »
  {
    motif: new RegExp(String.raw`${ANNEE}[\]?)]*\s?(?:[-–—/]|à|au)\s?[[(]?${JOUR}${ANNEE}`, 'iu'),
    lire: ([, a, b]) => entre(Number(a), Number(b)),
  },
  // « [entre 1850 et 1870] »
  {
    motif: new RegExp(String.raw`entre\s${ANNEE}\set\s${ANNEE}`, 'iu'),
    lire: ([, a, b]) => entre(Number(a), Number(b)),
  },
  // « 1995- », « 1995-.... »: still going on
  {
    motif: new RegExp(String.raw`${ANNEE}[\]?]*\s?[-–—]\s?(?:[.…]*|\[[.…\s]*\])[\s\]]*$`, 'u'),
    lire: ([, a]) => ({ debut: Number(a) }),
  },
  // « 2012, cop. 2011 », « 2010 (impr. 2012) »: the date of publication comes before those of copyright and printing
  {
    motif: new RegExp(
      String.raw`(?<!(?:cop|impr|c|p|©|℗)\.?\s?)${ANNEE}(?=.*(?:cop\b|impr\b|©|℗))`,
      'iu',
    ),
    lire: ([, a]) => une(a),
  },
  {
    motif: new RegExp(
      String.raw`(?:cop|impr|©|℗)\.?\s?\d{4}.*?(?<!(?:cop|impr|©|℗)\.?\s?)${ANNEE}`,
      'iu',
    ),
    lire: ([, a]) => une(a),
  },
  { motif: new RegExp(ANNEE, 'u'), lire: ([, a]) => une(a) },
  // « 20120503 »
  {
    motif: /(?<!\d)((?:1\d|20)\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/u,
    lire: ([, a]) => une(a),
  },
  // « [199?] », « 199- », « 19.. », « [19--?] »
  {
    motif: /(?<!\d)(1\d|20)(\d)[-?.u_](?![\d-])/iu,
    lire: ([, s = '', d = '']) => entre(Number(`${s}${d}0`), Number(`${s}${d}9`)),
  },
  {
    motif: /(?<!\d)(1\d|20)(?:\.\.|--|\?\?|uu|__)/iu,
    lire: ([, s = '']) => entre(Number(`${s}00`), Number(`${s}99`)),
  },
  {
    motif: /(?<![\p{L}])([XVI]{2,5})\s?(?:e|è|ème|eme)\s(?:s\.|siècle)/iu,
    lire: ([, s = '']) => siecle(s),
  },
];

/** How far a date is looked for: what is longer is no date, and rules that try again would take their time over it. */
const LONGUEUR_MAX = 300;

/**
 * The years of a printed date: « cop. 2012 », « [2012?] », « DL 2012 », « 2010-2012 », « 1995-… »,
 * « 2012/05/03 », « 3 mai 2012 », « [199?] », « 19.. ». Without a year (« s.d. »), as printed only.
 * An ISO month (« 2010-12 ») is a month, never the year 2012.
 */
export function lireDate(texte: string): DateNotice {
  const imprimee = texte.trim();
  if (/^(?:1\d|20)\d{2}$/.test(imprimee)) return { imprimee, ...une(imprimee) };
  const debut = imprimee.slice(0, LONGUEUR_MAX);
  for (const { motif, lire } of REGLES) {
    const m = motif.exec(debut);
    if (m !== null) return { imprimee, ...lire(m) };
  }
  return { imprimee };
}

/** True for the mentions that say that a document bears no date: « s.d. », « [sans date] ». */
export function sansDate(texte: string): boolean {
  return /^[[(]?\s*(?:s\.?\s?d\.?|sans date|n\.?\s?d\.?)\s*[\])]?$/i.test(texte.trim());
}

function une(annee: string | undefined): Annees {
  return { debut: Number(annee), fin: Number(annee) };
}

function entre(debut: number, fin: number): Annees {
  return fin < debut ? { debut, fin: debut } : { debut, fin };
}

const ROMAINS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function siecle(romain: string): Annees {
  const valeurs = [...romain.toUpperCase()].map((c) => ROMAINS[c] ?? 0);
  const n = valeurs.reduce((s, v, i) => s + (v < (valeurs[i + 1] ?? 0) ? -v : v), 0);
  return { debut: 100 * (n - 1) + 1, fin: 100 * n };
}

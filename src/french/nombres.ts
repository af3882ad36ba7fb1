/** Numbers under twenty, and the tens, as they are written in letters. Folded. */
const PETITS =
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const DIZAINES: readonly (readonly [string, number])[] = [
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['quatre-vingt', 80],
];
/** « une trentaine »: a count that is not exact. */
const ENVIRON: Readonly<Record<string, number>> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
};

const LETTRES = enLettres();
const MOTS = [...LETTRES.keys()]
  .sort((a, b) => b.length - a.length)
  .map((m) => m.replace(/-/g, '[- ]'));

/** Source of a regular expression for a number in folded text: « 45 », « 1 200 », « quarante-cinq », « une vingtaine ». */
export const NOMBRE = `(?<![\\d,.])(?:\\d{1,3}(?: \\d{3})+(?!\\d)|\\d{1,5}(?![\\d]|[.,]\\d)|(?:une|deux|trois) (?:${Object.keys(ENVIRON).join('|')})s?|(?<![a-z-])(?:${MOTS.join('|')})(?![a-z]|-[a-z]))`;

/** A number as read, and whether it is given as exact. */
export interface NombreLu {
  readonly valeur: number;
  readonly approx: boolean;
}

/** Value of what `NOMBRE` matches in folded text; null when it is none. */
export function readNumber(texte: string): NombreLu | null {
  const plie = texte.trim();
  if (/^\d[\d ]*$/.test(plie)) return { valeur: Number(plie.replace(/ /g, '')), approx: false };
  const environ = /^(?:(une|deux|trois) )?([a-z]+?)s?$/.exec(plie);
  const unite = ENVIRON[environ?.[2] ?? ''];
  if (unite !== undefined) {
    return { valeur: unite * (LETTRES.get(environ?.[1] ?? 'une') ?? 1), approx: true };
  }
  const valeur = LETTRES.get(plie.replace(/ /g, '-'));
  return valeur === undefined ? null : { valeur, approx: false };
}

/** Every number from nought to 199 and the hundreds, by its spelling with hyphens. */
function enLettres(): Map<string, number> {
  const mots = new Map<string, number>(PETITS.map((mot, n) => [mot, n]));
  mots.set('une', 1);
  for (const [dizaine, base] of DIZAINES) {
    mots.set(base === 80 ? 'quatre-vingts' : dizaine, base);
    const jusque = base === 60 || base === 80 ? 19 : 9;
    for (let n = 1; n <= jusque; n += 1) {
      const suite = PETITS[n] ?? '';
      mots.set(`${dizaine}-${suite}`, base + n);
      if (n === 1 || n === 11) mots.set(`${dizaine}-et-${suite}`, base + n);
    }
  }
  for (const [mot, n] of [...mots]) if (n > 0 && n < 100) mots.set(`cent-${mot}`, 100 + n);
  mots.set('cent', 100);
  for (let n = 2; n <= 9; n += 1) mots.set(`${PETITS[n]}-cents`, n * 100);
  return mots;
}

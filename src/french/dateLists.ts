import { isoDate, lastDay, MOIS, monthNumber } from './months.js';

const AN = '(?:19|20)\\d{2}';
const SEMAINE = '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s? )?';
const HEURES =
  '(?:,? ?(?:(?:de|a|des) )?\\d{1,2} ?h ?\\d{0,2}(?: ?(?:-|a|et) ?\\d{1,2} ?h ?\\d{0,2})?)?';
/** « 12 avril », « 3, 10 et 17 mai 2031 », « avril 2031 », « 12/04/2031 ». */
const DATE = new RegExp(
  `(?<jours>(?:(?<!\\d)\\d{1,2}(?:er)?(?:, ?| et | ou | & | puis | ?[-–/] ?| )(?:le |les )?${SEMAINE}){1,8})?(?<![a-z])(?<mois>${MOIS})(?: (?<an>${AN}))?|(?<!\\d)(?<jour>\\d{1,2})[/.](?<chiffre>\\d{1,2})(?:[/.](?<court>(?:20)?\\d{2}))?(?!\\d)`,
  'g',
);
/** « à Roanne, » after a date: its place, up to the mark that parts it from the next date. */
const LIEU =
  "(?:,? (?:a|au|aux|en|chez) (?!(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))[a-z][a-z' -]{1,40}?(?= ?(?:[,;/&]| (?:et|ou|puis) )))?";
/** What may stand between two dates of a list: a time, a place, a remark, a conjunction; the « au » of a span may not. */
const ENTRE = new RegExp(
  `^(?: ?\\([^()]{0,60}\\))?${HEURES}(?: ?\\([^()]{0,60}\\))?${LIEU} ?(?:,|;|/|&)? ?(?:et|ou|puis|ainsi que)? ?(?:le |les |en )?${SEMAINE}$`,
);

interface DateLue {
  readonly annee: number | null;
  readonly mois: number;
  /** Empty for a month. */
  readonly jours: readonly number[];
}

/** First and last day, `YYYY-MM-DD`, to the month when one of the dates is a month only. */
export interface Etendue {
  readonly debut: string;
  readonly fin: string;
  readonly precision: 'jour' | 'mois';
}

/**
 * Reads a list of dates in folded text: « les 12 avril et 18 octobre 2031 », « 3 mars, 7 avril et
 * 12 mai ». A date without year takes that of its neighbour, else that of its month. Null when the
 * text holds no list of two dates, one of them with its day.
 */
export function parseDateList(plie: string, anneeDuMois: (mois: number) => number): Etendue | null {
  const dates: DateLue[] = [];
  let fin = 0;
  for (const trouve of plie.matchAll(DATE)) {
    if (dates.length > 0 && !ENTRE.test(plie.slice(fin, trouve.index))) break;
    const lue = lireDate(trouve.groups ?? {});
    if (lue === null) return null;
    dates.push(lue);
    fin = trouve.index + trouve[0].length;
  }
  if (dates.length < 2 || dates.every((d) => d.jours.length === 0)) return null;
  const bornes = datees(dates, anneeDuMois).flatMap(bornesDe);
  if (bornes.some((b) => b === null)) return null;
  const precision = dates.some((d) => d.jours.length === 0) ? 'mois' : 'jour';
  return extremes(
    bornes.filter((b) => b !== null),
    precision,
  );
}

function lireDate(g: Record<string, string | undefined>): DateLue | null {
  const mois = g.mois === undefined ? Number(g.chiffre) : monthNumber(g.mois);
  if (mois === null || mois < 1 || mois > 12) return null;
  const an = g.an ?? g.court;
  const annee = an === undefined ? null : Number(an) + (an.length === 2 ? 2000 : 0);
  return { annee, mois, jours: (g.jours ?? g.jour ?? '').match(/\d+/g)?.map(Number) ?? [] };
}

/** « 12 décembre et 9 janvier 2032 »: the month that comes later in the year is of the year before. */
function datees(dates: readonly DateLue[], anneeDuMois: (mois: number) => number): DateLue[] {
  const lues = [...dates];
  for (let i = lues.length - 2; i >= 0; i -= 1) completer(lues, i, i + 1);
  for (let i = 1; i < lues.length; i += 1) completer(lues, i, i - 1);
  return lues.map((d) => ({ ...d, annee: d.annee ?? anneeDuMois(d.mois) }));
}

function completer(dates: DateLue[], i: number, voisine: number): void {
  const date = dates[i];
  const autre = dates[voisine];
  if (date === undefined || autre === undefined || date.annee !== null || autre.annee === null)
    return;
  const sens = Math.sign(voisine - i);
  const saute = (date.mois - autre.mois) * sens > 0;
  dates[i] = { ...date, annee: autre.annee - (saute ? sens : 0) };
}

function bornesDe({ annee, mois, jours }: DateLue): (string | null)[] {
  const an = annee ?? 0;
  const dernier = lastDay(an, mois);
  const bornes = jours.length === 0 ? [1, dernier] : jours;
  return bornes.map((jour) => (jour >= 1 && jour <= dernier ? isoDate(an, mois, jour) : null));
}

function extremes(jours: readonly string[], precision: Etendue['precision']): Etendue | null {
  const tries = [...jours].sort();
  const [debut, fin] = [tries[0], tries.at(-1)];
  return debut === undefined || fin === undefined ? null : { debut, fin, precision };
}

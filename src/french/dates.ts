import { isoDate, lastDay, MOIS, monthNumber } from './months.js';

/** A day that a text names, with its offsets there. */
export interface DateLue {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Folded day of the week printed before it (« mercredi »), or null. */
  readonly jourSemaine: string | null;
  /** True when its own year is printed with it or with the date after it. */
  readonly anneeDite: boolean;
  readonly debut: number;
  readonly fin: number;
}

const JOURS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const JOUR = `(?:${JOURS.join('|')})`;
const SEMAINE = `(?:(${JOUR})s? )?`;
const SEMAINE_TUE = `(?:${JOUR}s? )?`;
const AN = '(?:19|20)\\d{2}';
/** « mercredi 13 mai 2012 », « les 3, 10 et 17 mai », « 1er juin ». */
const EN_LETTRES = new RegExp(
  `(?<![\\d/.a-z])((?:${SEMAINE_TUE}\\d{1,2}(?:er)?(?:, ?| et | ou | & | puis )(?:le |les )?){0,12}${SEMAINE_TUE}\\d{1,2}(?:er)?) (${MOIS})(?: (${AN})(?!\\d))?`,
  'g',
);
const EN_CHIFFRES = new RegExp(
  `(?<![\\d/.])${SEMAINE}(\\d{1,2})[/.](\\d{1,2})[/.]((?:20)?\\d{2})(?![\\d/])`,
  'g',
);
const UN_JOUR = new RegExp(`${SEMAINE}(\\d{1,2})(?:er)?`, 'g');
/** Between two dates of one list. */
const LISTE = /^(?:,| et| puis| ou| ;|;| \/| &| ainsi que)+ ?(?:le |les )?$/;

interface Brute {
  readonly annee: number | null;
  readonly mois: number;
  readonly jour: number;
  readonly jourSemaine: string | null;
  readonly debut: number;
  readonly fin: number;
}

/**
 * Every day named in folded text, in order. A date without year takes the year of the next date of
 * its list, else `annee`. Impossible days (31 February) are left out.
 */
export function findDates(plie: string, annee: number): DateLue[] {
  const brutes = [...enLettres(plie), ...enChiffres(plie)].sort((a, b) => a.debut - b.debut);
  let suivante: Brute | undefined;
  let an: number | null = null;
  const lues: DateLue[] = [];
  for (const brute of brutes.reverse()) {
    const liee = suivante !== undefined && LISTE.test(plie.slice(brute.fin, suivante.debut));
    const meme = suivante !== undefined && suivante.debut < brute.fin;
    an = brute.annee ?? (liee || meme ? an : null);
    suivante = brute;
    const lue = an ?? annee;
    if (
      brute.mois < 1 ||
      brute.mois > 12 ||
      brute.jour < 1 ||
      brute.jour > lastDay(lue, brute.mois)
    )
      continue;
    const { jourSemaine, debut, fin } = brute;
    lues.push({
      date: isoDate(lue, brute.mois, brute.jour),
      jourSemaine,
      anneeDite: an !== null,
      debut,
      fin,
    });
  }
  return lues.reverse();
}

/** Folded name of the day of the week of a date. */
export function weekday(date: string): string {
  return JOURS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

function enLettres(plie: string): Brute[] {
  return [...plie.matchAll(EN_LETTRES)].flatMap((m) => {
    const mois = monthNumber(m[2] ?? '');
    if (mois === null) return [];
    const jours = [...(m[1] ?? '').matchAll(UN_JOUR)];
    return jours.map(
      (j, i): Brute => ({
        annee: m[3] === undefined ? null : Number(m[3]),
        mois,
        jour: Number(j[2]),
        jourSemaine: j[1] ?? null,
        debut: m.index + j.index,
        // the month and the year belong to the last of the days that share them
        fin: i === jours.length - 1 ? m.index + m[0].length : m.index + j.index + j[0].length,
      }),
    );
  });
}

function enChiffres(plie: string): Brute[] {
  return [...plie.matchAll(EN_CHIFFRES)].map((m): Brute => {
    const an = Number(m[4]);
    return {
      annee: an < 100 ? 2000 + an : an,
      mois: Number(m[3]),
      jour: Number(m[2]),
      jourSemaine: m[1] ?? null,
      debut: m.index,
      fin: m.index + m[0].length,
    };
  });
}

import type { DateLue } from '../../../src/french/dates.js';
import { findDates } from '../../../src/french/dates.js';
import { fold } from '../../../src/french/fold.js';
import { isoDate, lastDay, MOIS, monthNumber } from '../../../src/french/months.js';
import type { Lexique } from './entrees.js';
import type { EntreeLue } from './lecture.js';
import { contentWords } from './phrases.js';
import type { SectionLue } from './sections.js';

/** From how many months as headings a report is told by month. */
const MOIS_MIN = 3;
const TITRE = new RegExp(`^(?:(?:mois|courant) (?:de |d'))?(${MOIS})(?: (?:19|20)\\d\\d)?$`);

/** The month that a heading names, or null. */
export function monthOf({ titre }: Pick<SectionLue, 'titre'>): number | null {
  const nom = TITRE.exec(fold(titre?.texte ?? '').trim())?.[1];
  return nom === undefined ? null : monthNumber(nom);
}

/** True for a report whose headings are the months of the year. */
export function isByMonth(sections: readonly SectionLue[]): boolean {
  return new Set(sections.flatMap((s) => monthOf(s) ?? [])).size >= MOIS_MIN;
}

const JOURS = '(?:1er|[12]?\\d|3[01])';
/** « le 18, », « les 6 et 20 » and what may follow a day: no noun that it counts, no month of its own. */
const NUS = new RegExp(
  `(?<![a-z\\d])les? (${JOURS}(?:(?:, | et | puis )(?:les? )?${JOURS})*)(?= ?(?:[,.;:()]|$)| (?:avec|devant|pour|au|aux|en|a|ont|dans|sur|chez|autour|matin|apres-midi|soir|s'est|se|la|l')(?![a-z]))`,
  'g',
);

/** The days of a text, those that the month of its heading completes included. Folded; in order. */
export function daysOf(plie: string, annee: number, mois: number | undefined): DateLue[] {
  const ecrits = findDates(plie, annee);
  if (mois === undefined) return ecrits;
  const nus = [...plie.matchAll(NUS)].flatMap((m): DateLue[] => {
    const depart = m.index + m[0].indexOf(m[1] ?? '');
    return [...(m[1] ?? '').matchAll(/\d+/g)].flatMap((j) => {
      const jour = Number(j[0]);
      if (jour < 1 || jour > lastDay(annee, mois)) return [];
      const debut = depart + j.index;
      const fin = debut + j[0].length;
      const date = isoDate(annee, mois, jour);
      return [{ date, jourSemaine: null, anneeDite: false, debut, fin }];
    });
  });
  const libres = nus.filter((n) => !ecrits.some((e) => n.debut < e.fin && e.debut < n.fin));
  return [...ecrits, ...libres].sort((a, b) => a.debut - b.debut);
}

/** In a report by month an action comes back with each of its sessions: its entries are one. */
export function gatherMonths(entrees: readonly EntreeLue[], { formats, v }: Lexique): EntreeLue[] {
  const groupes: { mots: Set<string>; entrees: EntreeLue[] }[] = [];
  for (const entree of entrees) {
    const mots = new Set(contentWords(entree.titre.texte, formats, v));
    const meme = groupes.find((g) => mots.size > 0 && alike(g.mots, mots));
    if (meme === undefined) groupes.push({ mots, entrees: [entree] });
    else meme.entrees.push(entree);
  }
  return groupes.flatMap(({ entrees: [premiere, ...suites] }) =>
    premiere === undefined ? [] : [suites.length === 0 ? premiere : { ...premiere, suites }],
  );
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const communs = [...b].filter((m) => a.has(m)).length;
  return communs >= 0.7 * (a.size + b.size - communs);
}

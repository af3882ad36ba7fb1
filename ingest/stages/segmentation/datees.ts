import { fold } from '../../../src/french/fold.js';

/** A line « Date – [horaire –] Lieu – Ville » cut in its parts: offsets in the line's text. */
export interface LigneDatee {
  readonly date: { readonly debut: number; readonly fin: number };
  readonly lieu: { readonly debut: number; readonly fin: number } | null;
}

const MOIS = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const JOUR = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
/** « Mardi 13 mars 2012 », « les 3 et 10 mai », « 13/03/2012 », « Mars 2012 ». */
const DATE = new RegExp(
  `^(?:le |les |du |de )?(?:(?:${JOUR})s? )?(?:(?:\\d{1,2}(?:er)?(?:,? (?:et |au )?)?){1,5} ?(?:${MOIS})|(?:${MOIS})|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})(?: \\d{4})?(?:,? (?:de |a )?\\d{1,2} ?h.{0,20})?$`,
);
const JOUR_ENTIER = new RegExp(`^(?:le |les )?(?:(?:${JOUR})s? \\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d)`);
const HEURE = /^(?:de )?\d{1,2} ?h ?\d{0,2}/;
const LONGUEUR_MAX = 160;

/** Reads « 13 mars 2012 – Maison des associations – Sarcelles », or null when the line is not so. */
export function ligneDatee(texte: string): LigneDatee | null {
  if (texte.length > LONGUEUR_MAX || !/\d|\p{L}/u.test(texte[0] ?? '')) return null;
  const parts = decouper(texte);
  const [date, ...autres] = parts;
  if (date === undefined || /[.;:,]$/.test(texte)) return null;
  const dite = fold(texte.slice(date.debut, date.fin)).replace(/\s+/g, ' ');
  if (!DATE.test(dite)) return null;
  // alone on its line, a date must be a whole one: « Mardi 13 mai », « 13/05/2014 »
  if (autres.length === 0 && !JOUR_ENTIER.test(dite)) return null;
  const lieux = autres.filter((p) => !HEURE.test(fold(texte.slice(p.debut, p.fin))));
  const premier = lieux[0];
  const dernier = lieux.at(-1);
  if (premier === undefined || dernier === undefined) return { date, lieu: null };
  const debut =
    premier.debut + (/^\s*(?:à|au)\s+/u.exec(texte.slice(premier.debut))?.[0].length ?? 0);
  return { date, lieu: { debut, fin: dernier.fin } };
}

/** True for a date, or a month, and nothing else: « les 3 et 10 mai », « mars 2012 ». */
export function estDateSeule(texte: string): boolean {
  return DATE.test(fold(texte).replace(/\s+/g, ' ').trim());
}

function decouper(texte: string): { debut: number; fin: number }[] {
  const parts: { debut: number; fin: number }[] = [];
  let debut = 0;
  for (const tiret of texte.matchAll(/\s[–—•·/-]\s|\s?\|\s?|\t|,(?=\sà\s\p{Lu}|\sau\s)/gu)) {
    parts.push({ debut, fin: tiret.index });
    debut = tiret.index + tiret[0].length;
  }
  parts.push({ debut, fin: texte.length });
  return parts.filter((p) => p.debut < p.fin);
}

import { fold } from '../../../src/french/fold.js';
import { estNombreDeSeances, estPeriode } from './moments.js';

interface Part {
  readonly debut: number;
  readonly fin: number;
}

/** A line « Date – [horaire –] [séances –] Lieu – Ville » cut in its parts: offsets in the line's text. */
export interface LigneDatee {
  readonly date: Part | null;
  readonly seances: Part | null;
  readonly lieu: Part | null;
}

/** A symbol or an arrow that stands for a label. */
const SYMBOLE = /^(?:[\p{So}\p{Co}→➔➜►▶➢]\u{FE0F}?\s*)+/u;

const MOIS = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const JOUR = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
/** « Mardi 13 mars 2012 », « les 3 et 10 mai », « 13/03/2012 », « Mars 2012 ». */
const DATE = new RegExp(
  `^(?:le |les |du |de )?(?:(?:${JOUR})s? )?(?:(?:\\d{1,2}(?:er)?(?:,? (?:et |au )?)?){1,5} ?(?:${MOIS})|(?:${MOIS})|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})(?: \\d{4})?(?:,? (?:de |a )?\\d{1,2} ?h.{0,20})?$`,
);
const JOUR_ENTIER = new RegExp(`^(?:le |les )?(?:(?:${JOUR})s? \\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d)`);
const HEURE = /^(?:(?:de|a|a partir de|des|entre|vers) )?\d{1,2} ?h ?\d{0,2}/;
const NOMME = new RegExp(`(?<![a-z])(?:${MOIS})(?![a-z])|\\d[/.]\\d`);
const LONGUEUR_MAX = 160;
/** A dash, a bar, « , à Creil », or the brackets that end a line. */
const SEPARATEUR = /\s[–—•·/-]\s|\s?\|\s?|\t|,(?=\sà\s\p{Lu}|\sau\s)|\s\((?=[^()]*\)$)/gu;

/**
 * Reads « 13 mars 2012 – Maison des associations – Sarcelles », « 2e trimestre 2013 · 3 séances », « → 3 séances »,
 * « 📅 12 mars 2013 (1 journée) », or null when the line is not so.
 */
export function ligneDatee(texte: string): LigneDatee | null {
  if (texte.length > LONGUEUR_MAX || /[.;:,]$/.test(texte)) return null;
  const tete = SYMBOLE.exec(texte)?.[0].length ?? 0;
  if (!/\d|\p{L}/u.test(texte[tete] ?? '')) return null;
  const parts = decouper(texte, tete);
  const [premiere] = parts;
  if (premiere === undefined) return null;
  const lire = (p: Part) => texte.slice(p.debut, p.fin);
  const seances = parts.find((p) => estNombreDeSeances(lire(p))) ?? null;
  const date = estDate(lire(premiere)) ? premiere : null;
  if (date === null && seances !== premiere) return null;
  const autres = parts.filter((p) => p !== date && p !== seances && !HEURE.test(fold(lire(p))));
  // alone on its line, a date must be a whole one: « Mardi 13 mai », « 13/05/2014 »
  const seule = autres.length === 0 && seances === null && tete === 0;
  if (seule && !JOUR_ENTIER.test(plier(lire(premiere)))) return null;
  if (date === null && autres.length > 0) return null;
  // « Un atelier » is a title
  if (date === null && tete === 0 && !/\d/.test(texte)) return null;
  const [debutLieu, finLieu] = [autres[0], autres.at(-1)];
  if (debutLieu === undefined || finLieu === undefined) return { date, seances, lieu: null };
  const retrait = /^\s*(?:à|au)\s+/u.exec(texte.slice(debutLieu.debut))?.[0].length ?? 0;
  return { date, seances, lieu: { debut: debutLieu.debut + retrait, fin: finLieu.fin } };
}

function estDate(texte: string): boolean {
  return estDateSeule(texte) || (/\d/.test(texte) && estPeriode(texte));
}

function plier(texte: string): string {
  return fold(texte).replace(/\s+/g, ' ');
}

/** True for a line that names neither day nor month: « 2e semestre – Cohésion sociale » in bold is a heading. */
export function estVague(texte: string, { date }: LigneDatee): boolean {
  return date !== null && !NOMME.test(fold(texte.slice(date.debut, date.fin)));
}

/** True for a date, or a month, and nothing else: « les 3 et 10 mai », « mars 2012 ». */
export function estDateSeule(texte: string): boolean {
  return DATE.test(fold(texte).replace(/\s+/g, ' ').trim());
}

function decouper(texte: string, depuis: number): Part[] {
  const parts: Part[] = [];
  let debut = depuis;
  for (const coupe of texte.slice(depuis).matchAll(SEPARATEUR)) {
    parts.push({ debut, fin: depuis + coupe.index });
    debut = depuis + coupe.index + coupe[0].length;
  }
  const fermee = /\s\([^()]*\)$/.test(texte);
  parts.push({ debut, fin: texte.length - (fermee ? 1 : 0) });
  return parts.filter((p) => p.debut < p.fin);
}

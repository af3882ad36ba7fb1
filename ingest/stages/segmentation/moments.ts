import { fold } from '../../../src/french/fold.js';

const MOIS =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|sept|oct|nov|dec';
const JOUR = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const HEURE = '\\d{1,2} ?h(?:eures?)? ?(?:\\d{2})?|midi';
/** What makes a text a period. Folded. */
const NOYAU = new RegExp(
  `(?<![a-z])(?:${MOIS}|printemps|ete|automne|hiver|(?:tri|se)mestres?|[ts][1-4]|rentree|annee)(?![a-z])|\\d{1,2}[/.]\\d{1,2}|(?<!\\d)(?:19|20)\\d{2}(?!\\d)`,
);
/** All that may stand beside it. */
const MOTS = new RegExp(
  `(?<![a-z\\d])(?:${HEURE}|(?:${MOIS})\\.?|(?:${JOUR})s?|printemps|ete|automne|hiver|(?:tri|se)mestres?|[ts][1-4]|rentree|scolaire|civile|universitaire|annee|mois|semaines?|vacances|toussaint|noel|paques|` +
    "le|la|les|l'|du|de|des|d'|au|a|en|et|ou|puis|entre|fin|debut|mi|courant|dernier|premier|premiere|second|seconde|deuxieme|troisieme|quatrieme|1er|1re|\\d{1,2}(?:e|eme|nd|nde|er|re)|tous|toutes|tout|toute|chaque|partir|dates?|matin|matinee|apres-midi|soir|soiree|journee|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?|\\d{4}|\\d{1,2})(?![a-z\\d])",
  'g',
);

/** True for a period and nothing else: « 2e trimestre 2013 », « du 3 au 5 mai », « mardi 12 et mardi 26 mars, de 9h à 12h ». */
export function estPeriode(texte: string): boolean {
  const plie = fold(texte).replace(/\s+/g, ' ').trim();
  return NOYAU.test(plie) && /^[\s,;:()&/+.’'-]*$/.test(plie.replace(MOTS, ''));
}

const NOMBRE = '(?:\\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)';
const UNITE =
  '(?:demi-?(?: ?journees?|jours?)|seances?|journees?|jours?|matinees?|soirees?|apres-midis?|rencontres?|reunions?|ateliers?|modules?|sessions?|heures?)';
/** « 3 séances de 2 h », « 2 à 3 demi-journées », « une journée », « 4 demi-journées par an ». */
const SEANCES = new RegExp(
  `^(?:environ )?(?:cycle de )?${NOMBRE}(?: (?:a|ou) ${NOMBRE})? ${UNITE}(?: de ${NOMBRE} ?(?:h|heures?|jours?|mois)(?: \\d{2})?| par (?:an|mois|trimestre))?(?:,? soit ${NOMBRE} ${UNITE})?$`,
);

/** True for a number of meetings and nothing else. */
export function estNombreDeSeances(texte: string): boolean {
  return SEANCES.test(fold(texte).replace(/\s+/g, ' ').trim());
}

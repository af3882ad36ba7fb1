import { isMetier, isStructure } from '../../../src/french/affiliations.js';
import { fold } from '../../../src/french/fold.js';
import type { NomChamp } from '../structure.js';
import { estDateSeule } from './datees.js';
import { estNombreDeSeances, estPeriode } from './moments.js';

/** Values that tell what a field is, and the share of them that must. */
const VALEURS_MIN = 3;
const SIGLES_MIN = 4;
const PART_MIN = 0.9;
/** Speakers may be « à préciser », or organisations. */
const PART_PERSONNES = 0.6;

const SEANCES =
  /^(?:\d{1,2}|une?|deux|trois|quatre|cinq|six) (?:seances?|demi-journees?|journees?|jours?|matinees?|soirees?|rencontres?|modules?)(?![a-z])/;
/** « CAF », « ADIL 93 », « DDCS ». */
const SIGLE = /^\p{Lu}[\p{Lu}\d&.-]{1,9}(?: \d{2,3})?$/u;

/**
 * The field that a label which is not of the vocabulary fills, told by its values: only dates, only
 * numbers of meetings, only acronyms of organisations; none when they do not tell.
 */
export function devinerChamps(valeurs: readonly string[]): readonly NomChamp[] {
  const dites = valeurs.map((v) => v.trim().replace(/[.;]$/, '')).filter((v) => v !== '');
  if (dites.length < VALEURS_MIN) return [];
  const toutes = (motif: (v: string) => boolean) =>
    dites.filter(motif).length >= dites.length * PART_MIN;
  if (toutes(estPeriode)) return ['periode'];
  if (toutes((v) => estNombreDeSeances(v) || SEANCES.test(fold(v)))) return ['seances'];
  if (dites.filter(estPersonne).length >= dites.length * PART_PERSONNES) return ['intervenants'];
  return dites.length >= SIGLES_MIN && toutes(estSigles) ? ['partenaires'] : [];
}

const CIVILITE = '(?:M\\.|Mme|Mlle|Dr|Pr|Me|Monsieur|Madame|Docteur)\\s+';
const MOT = "\\p{Lu}[\\p{L}’'-]+";
const PARTICULE = "(?:(?:de|du|des|de la|le|la|el|ben|d[’'])\\s*)?";
/** « Sylvie Marchand, psychologue », « Mme El Amrani (CAF) », « Bernard de Witte, chargé de mission ». */
const PERSONNE = new RegExp(
  `^(?:${CIVILITE}${PARTICULE}${MOT}(?:\\s+${PARTICULE}${MOT})?|${MOT}\\s+${PARTICULE}${MOT}(?:\\s+${MOT})?)(?:\\s*[,(–-]\\s*(?<suite>.*)|\\s+et\\s.*)?$`,
  'u',
);

/** True when a value starts with the name of a person and what they do. */
function estPersonne(valeur: string): boolean {
  const lue = PERSONNE.exec(valeur);
  if (lue === null || isStructure(valeur)) return false;
  return new RegExp(`^${CIVILITE}`, 'u').test(valeur) || isMetier(lue.groups?.suite ?? '');
}

/** True for what is only a whole date, or a number of meetings: a value, never a heading. */
export function estValeurCourte(texte: string): boolean {
  const plie = fold(texte).replace(/\s+/g, ' ').trim();
  if (/\d/.test(plie) && estDateSeule(texte)) return !MOIS_ANNEE.test(plie);
  return new RegExp(`${SEANCES.source}$`).test(plie);
}

/** « mars 2013 » heads the pages of a diary. */
const MOIS_ANNEE = /^\p{L}+ \d{4}$/u;

function estSigles(valeur: string): boolean {
  return valeur.split(/\s*(?:[,;/+–]|\set\s)\s*/u).every((v) => SIGLE.test(v));
}

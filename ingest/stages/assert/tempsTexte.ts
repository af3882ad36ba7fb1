import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { foldWithMap } from '../../../src/french/fold.js';
import type { Periode } from '../../../src/french/periodReadings.js';
import { parsePeriode } from '../../../src/french/periods.js';
import { momentsIn } from '../../../src/french/proseDates.js';
import { type Compte, comptesIn } from '../../../src/french/proseSessions.js';
import { parseSeances } from '../../../src/french/sessions.js';
import type { ActionLue, NomChamp } from '../structure.js';
import type { Contexte } from './contexte.js';
import { clean, proofs } from './contexte.js';
import type { PhraseUtile } from './phrases.js';
import { exercice } from './temps.js';

/** True when no field of an action gives this. */
export function lacks(lue: ActionLue, nom: NomChamp): boolean {
  return !lue.champs.some((c) => c.champs.includes(nom) && clean(c.valeur.texte) !== '');
}

interface PeriodeDite {
  readonly periode: Periode;
  readonly texte: string;
  readonly preuves: readonly Preuve[];
}

function describePeriode(
  { registre }: Contexte,
  id: string,
  { periode, texte, preuves }: PeriodeDite,
): void {
  registre.propriete(id, 'periode', texte, preuves, 'periode-texte@1');
  registre.propriete(id, 'periodeDebut', periode.debut, preuves, 'periode-texte@1');
  registre.propriete(id, 'periodeFin', periode.fin, preuves, 'periode-texte@1');
  registre.propriete(id, 'periodePrecision', periode.precision, preuves, 'periode-texte@1');
}

/** The period that the running text gives to an action, where no field does: the first that a sentence about it says. */
export function assertPeriodeTexte(
  contexte: Contexte,
  id: string,
  phrases: readonly PhraseUtile[],
): void {
  for (const phrase of phrases) {
    const dite = periodOf(contexte, phrase);
    if (dite === undefined) continue;
    describePeriode(contexte, id, dite);
    return;
  }
}

/** « 3 journées, mars à mai 2015 »: the period that a part of the field of sessions is, where no field says one. */
export function assertPeriodeRythme(
  contexte: Contexte,
  id: string,
  valeurs: readonly Bloc[],
): boolean {
  for (const valeur of valeurs) {
    // « samedi 19 mars, samedi 24 septembre 2016 (2 demi-journées) »: several dates before « part » by « part »
    const dates = valeur.texte.split('(')[0] ?? '';
    const toutes =
      DATES.test(dates) && !COMPTE.test(dates) ? parsePeriode(dates, exercice(contexte)) : null;
    if (toutes !== null) {
      const preuves = proofs(contexte, valeur, 0, dates.length);
      describePeriode(contexte, id, { periode: toutes, texte: clean(dates), preuves });
      return true;
    }
    for (const part of valeur.texte.matchAll(/[^,;]+/g)) {
      const periode = COMPTE.test(part[0]) ? null : parsePeriode(part[0], exercice(contexte));
      if (periode === null) continue;
      const preuves = proofs(contexte, valeur, part.index, part.index + part[0].length);
      describePeriode(contexte, id, { periode, texte: clean(part[0]), preuves });
      return true;
    }
  }
  return false;
}

/** Several days, with their months. */
const DATES = /\d{1,2}\s\p{Ll}{3,9}\.?,.*\d{1,2}\s\p{Ll}{3,9}/u;
/** « 3 journées », « deux par mois »: how often, not when. */
const COMPTE =
  /\b(?:s[ée]ances?|journ[ée]es?|demi|rencontres?|r[ée]unions?|fois|par (?:an|mois)|heures?)(?![\p{L}])/iu;

function periodOf(contexte: Contexte, phrase: PhraseUtile): PeriodeDite | undefined {
  const { bloc, plie, place } = phrase;
  if (contexte.vocabulaire.seanceParticuliere.test(plie)) return undefined;
  const cadre = exercice(contexte);
  for (const moment of momentsIn(plie)) {
    if (contexte.vocabulaire.momentAilleurs.test(plie.slice(0, moment.debut))) continue;
    const periode = parsePeriode(moment.texte, cadre);
    if (periode === null || !isOfYear(periode, cadre.annee)) continue;
    const [debut, fin] = [place(moment.debut), place(moment.fin)];
    const preuves = proofs(contexte, bloc, debut, fin);
    return { periode, texte: clean(bloc.texte.slice(debut, fin)), preuves };
  }
  return undefined;
}

/** An action begins in its programme's year, or in the next one. */
function isOfYear({ debut }: Periode, annee: number): boolean {
  const an = Number(debut.slice(0, 4));
  return an === annee || an === annee + 1;
}

/** « 13 mars et 15 mai 2008 (2 journées) », « Année 2008, 5 séances »: the count that the field of dates gives too. */
export function assertSeancesDatees(
  contexte: Contexte,
  id: string,
  valeurs: readonly Bloc[],
): boolean {
  for (const valeur of valeurs) {
    const { texte, carte } = foldWithMap(valeur.texte);
    const plie = texte.replace(/\s/g, ' ');
    const [compte] = comptesIn(plie);
    const place = (position: number) => carte[position] ?? valeur.texte.length;
    if (compte !== undefined && describeSeances(contexte, id, compte, { bloc: valeur, place }))
      return true;
  }
  return false;
}

function describeSeances(
  contexte: Contexte,
  id: string,
  compte: Compte,
  { bloc, place }: Pick<PhraseUtile, 'bloc' | 'place'>,
): boolean {
  const seances = parseSeances(compte.texte, contexte.annee);
  if (seances === null) return false;
  const preuves = proofs(contexte, bloc, place(compte.debut), place(compte.fin));
  const { registre } = contexte;
  registre.propriete(id, 'seancesMin', seances.min, preuves, 'seances-texte@1');
  registre.propriete(id, 'seancesMax', seances.max, preuves, 'seances-texte@1');
  registre.propriete(id, 'seancesUnite', seances.unite, preuves, 'seances-texte@1');
  registre.propriete(id, 'seancesApprox', seances.approx, preuves, 'seances-texte@1');
  return true;
}

/** The number of sessions that the running text gives, where no field does. */
export function assertSeancesTexte(
  contexte: Contexte,
  id: string,
  phrases: readonly PhraseUtile[],
): void {
  for (const phrase of phrases) {
    const [compte] = comptesIn(phrase.plie);
    if (compte !== undefined && describeSeances(contexte, id, compte, phrase)) return;
  }
}

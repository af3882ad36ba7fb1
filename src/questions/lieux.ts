import { fold } from '../french/fold.js';
import { MOTS_INTENTION } from './intentions.js';
import { estMotVide, sansPronom } from './mots.js';
import { type Etendue, LIEUX, type Partie, partie } from './partie.js';

/** What stands before a place: « à Lyon », « touchent Lyon », « du côté de Lyon ». */
const AVANT_LIEU =
  /(?:^|[\s'’])(?:à|a|au|aux|sur|pour|de|d['’]|touch\p{L}+|concern\p{L}+|dans|en)\s*$/iu;
/** Without its capital a place is believed after « à » only, and when it is no verb (« à mener »). */
const APRES_A = /(?:^|\s)à\s+$/iu;
const VERBE = /(?:er|ir|re|oir)$/;

/** The first word that stands as a place name where no place was recognised. */
export function lieuInconnu(
  brut: string,
  parties: readonly Partie[],
  mots: readonly (Etendue & { readonly texte: string })[],
): Partie | null {
  if (parties.some((p) => LIEUX.includes(p.genre))) return null;
  const premier = mots.find((m) => {
    const deLAction = MOTS_INTENTION.actions?.test(sansPronom(m.texte)) === true;
    if (estMotVide(m.texte) || deLAction) return false;
    const avant = brut.slice(0, m.debut);
    const majuscule = /^\p{Lu}\p{Ll}/u.test(brut.slice(m.debut, m.fin));
    return AVANT_LIEU.test(avant) && (majuscule || (APRES_A.test(avant) && !VERBE.test(m.texte)));
  });
  return premier === undefined ? null : partie('LIEU', premier);
}

/** Kinds of places: alone they name none (« quartier » is no « Le Quartier », in Puy-de-Dôme). */
const GENERIQUES = new Set(
  'quartier quartiers ville villes commune communes departement departements agglomeration region cite cites secteur canton'.split(
    ' ',
  ),
);

/** True of « le quartier », « la ville »: a kind of place that the list of communes also holds as a name. */
export function estLieuGenerique(nom: string): boolean {
  const mots = fold(nom)
    .split(/[^\p{L}]+/u)
    .filter((m) => m !== '' && !estMotVide(m));
  return mots.length > 0 && mots.every((m) => GENERIQUES.has(m));
}

/** « l'est du », « le nord de la », « une partie de ». */
const PORTION =
  /(?:^|\s)(?:dans |a |vers |sur |pour |de |d')?((?:l'|le |la |une |du |au )?(?:est|ouest|nord|sud|nord-est|nord-ouest|sud-est|sud-ouest|centre|partie|moitie)) (?:du|de la|de l'|de|des|d')\s*(?:departement (?:du|de la|de l'|de|des|d')\s*)?$/;

/** The part of a territory that the question names and that no list knows: « l'Est » of a département. */
export function portionDeLieu(brut: string, parties: readonly Partie[]): string | null {
  for (const p of parties.filter((q) => LIEUX.includes(q.genre))) {
    const avant = brut.slice(0, p.debut);
    const trouve = PORTION.exec(fold(avant));
    if (trouve === null) continue;
    const debut = trouve.index + trouve[0].indexOf(trouve[1] ?? '');
    return avant.slice(debut).trim();
  }
  return null;
}

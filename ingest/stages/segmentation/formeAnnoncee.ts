import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { ActionLue } from '../structure.js';
import { PRECISION } from './formes.js';

/** « Modalités : Journée d'étude en deux demi-journées » */
const CHAMP_MAX = 60;
/** What stands before a form that opens a text: « Deux ateliers », « Troisième matinée d'échange ». */
const AVANT =
  /^\s*(?:(?:un|une|deux|trois|quatre|cinq|six|sept|huit|dix|\d{1,2}|premiere?|seconde?|deuxieme|troisieme|quatrieme|cinquieme)\s)?/;
/** « Deux journées. » counts sessions, « Études de cas. » tells what is done there. */
const AUTRE =
  /^(?:(?:demi-)?journees|seances|sessions|matinees|soirees|apres-midis?|midis?|etudes?|contributions?|appuis?|reseaux?|debats?|rendez-vous)$/;
/** « 3 rencontres », « Deux visites, l'une… »: after a number, a count alone. */
const COMPTE = /^(?:rencontres|reunions|visites|conferences)(?:\s?[.,;:(]|$)/;
/** A form that opens a text has no article before it, and its sentence has no verb before its end or one of these. */
const SUITE =
  /^(?=\s?[.,;:(!]|\s(?:de|du|des|d'|pour|sur|avec|entre|autour|destine|ouvert|reserve|anime|construit|commente|a la demande|a distance|puis|et)|$)/;

/**
 * The form that an action says of itself where nothing else does: the value of a field that fills none
 * (« Modalités : Séminaire »), or the first words of its text (« Cycle de quatre soirées, … »).
 */
export function formeAnnoncee(
  { champs, corps: [premier] }: Pick<ActionLue, 'champs' | 'corps'>,
  v: Vocabulaire,
): Bloc | null {
  const champ = champs.find(
    ({ champs: dits, valeur: { texte } }) =>
      dits.length === 0 &&
      texte.length <= CHAMP_MAX &&
      !/[.!?;]$/.test(texte.trim()) &&
      v.format.test(foldWithMap(texte).texte),
  );
  return champ?.valeur ?? (premier === undefined ? null : enTete(premier, v));
}

function enTete(bloc: Bloc, v: Vocabulaire): Bloc | null {
  const { texte: plie, carte } = foldWithMap(bloc.texte);
  const avant = AVANT.exec(plie)?.[0].length ?? 0;
  const lue = new RegExp(`${v.format.source}${PRECISION}`).exec(plie.slice(avant));
  if (lue === null || AUTRE.test(lue[0])) return null;
  const fin = avant + lue[0].length;
  if (!SUITE.test(plie.slice(fin)) || (avant > 0 && COMPTE.test(plie.slice(avant)))) return null;
  return sliceBloc(bloc, carte[avant] ?? 0, carte[fin] ?? bloc.texte.length);
}

import { fold } from '../../../src/french/fold.js';
import type { Contexte } from './contexte.js';

/** Names and what links them, without a verb: « , Osny et la ville de Vauréal ». */
const NOMS_SEULS =
  /^(?:[\s,()&’'-]|\p{Lu}[\p{L}’'-]*|(?:et|ou|ainsi que|de|du|des|la|le|les|l|d|sur|sous|en|lès|ville|commune)(?![\p{L}]))*$/u;

/**
 * True after « hors », « sauf », « à l'exception de », up to the end of the phrase, and before
 * « ne sont pas concernées », when only names stand between.
 */
export function isExcluded(
  { vocabulaire }: Contexte,
  texte: string,
  debut: number,
  fin: number,
): boolean {
  const phrase = /[^;.()]*$/.exec(texte.slice(0, debut))?.[0] ?? '';
  if (vocabulaire.exclusion.test(fold(phrase))) return true;
  const suite = /^[^;.:]*/.exec(texte.slice(fin))?.[0] ?? '';
  const apres = vocabulaire.exclusionApres.exec(fold(suite));
  return apres !== null && NOMS_SEULS.test(suite.slice(0, apres.index));
}

import { fold } from '../../../src/french/fold.js';
import type { Signalement } from './signalement.js';

const ORDINAUX: readonly (readonly [RegExp, string])[] = [
  [/^(?:un|une|1er|1re|1ere|premiere?)$/, '1'],
  [/^(?:deux|deuxieme|seconde?|second)$/, '2'],
  [/^(?:trois|troisieme)$/, '3'],
  [/^(?:quatre|quatrieme)$/, '4'],
  [/^(?:cinq|cinquieme)$/, '5'],
  [/^(?:six|sixieme)$/, '6'],
];
const ROMAIN = /^(?=[ivx]+$)x{0,3}(?:ix|iv|v?i{0,3})$/;
const VALEURS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** The number that a folded word says: « 2 », « 02 », « ii », « deuxieme », « 2e »; null for any other word. */
function numberOf(mot: string): string | null {
  const chiffres = /^0*(\d+)(?:er|re|ere|e|eme|nde?|d|rd|th)?$/.exec(mot)?.[1];
  if (chiffres !== undefined) return chiffres;
  if (mot !== '' && ROMAIN.test(mot)) return String(roman(mot));
  return ORDINAUX.find(([forme]) => forme.test(mot))?.[1] ?? null;
}

function roman(mot: string): number {
  return [...mot].reduce((somme, lettre, i) => {
    const [ici, apres] = [VALEURS[lettre] ?? 0, VALEURS[mot[i + 1] ?? ''] ?? 0];
    return somme + (ici < apres ? -ici : ici);
  }, 0);
}

const TOMAISON =
  /(?<![a-z0-9])(?:(tomes?|t|vol|volumes?|parties?|livres?|cahiers?|fascicules?|fasc|n°|no|numeros?|supplement)[\s.:]*(?:n°|no(?=[\s.]))?[\s.:]*([a-z0-9]+)|([a-z0-9]+)\s+(partie|volume|tome|fascicule|cahier)(?![a-z]))/g;

/** Volumes, parts and issues that a record names, each once: « 2 » for « Tome II », « vol. 2 », « deuxième partie ». */
export function volumesOf({ titre, complement, numero }: Signalement): ReadonlySet<string> {
  const trouves = new Set<string>();
  for (const texte of [titre, complement, numero].map(fold)) {
    for (const [, , apres, avant] of texte.matchAll(TOMAISON)) {
      const rang = numberOf(apres ?? avant ?? '');
      if (rang !== null) trouves.add(rang);
    }
  }
  return trouves;
}

const NOUVELLE =
  /\b(?:nouv(?:elle|\.)?|rev(?:ue|\.)?|refond\w*|augm\w*|corr\w*|mise? a jour|actualis\w*)/;
const RANG_EDITION = /(?<![a-z0-9])([a-z0-9]+)\.?\s+(?:ed(?=\W|$)|edition(?!s))/;

/** The edition that a record says it is of: « 2 », « nouvelle », its words; null for a first one, or when none is said. */
export function editionOf({ edition, titre, complement }: Signalement): string | null {
  const dite = fold(edition).trim();
  const ailleurs = fold(`${titre} ; ${complement}`);
  for (const texte of [dite, ailleurs]) {
    const rang = numberOf(RANG_EDITION.exec(texte)?.[1] ?? '') ?? null;
    if (rang !== null) return rang === '1' ? null : rang;
    if (/\bed(?:ition|\.|\b)/.test(texte) && NOUVELLE.test(texte)) return 'nouvelle';
  }
  if (dite === '') return null;
  const seul = numberOf(dite.replace(/[^a-z0-9]+/g, ''));
  if (seul !== null) return seul === '1' ? null : seul;
  return NOUVELLE.test(dite) ? 'nouvelle' : dite.replace(/[^a-z0-9]+/g, ' ').trim() || null;
}

/** Every number of a title, in order: « 2010 », « 2 » for « II » or « deuxième ». */
export function numbersIn(texte: string): string {
  return fold(texte)
    .split(/[^a-z0-9]+/)
    .flatMap((mot) => (/^\d|^[ivx]{2,}$|ieme$|^premiere?$/.test(mot) ? (numberOf(mot) ?? []) : []))
    .join(' ');
}

/** First number of pages: 212 for « 212 p. », « VIII-212 p. », and both ends for « 12-34 ». */
export function pagesOf({ pagination }: Signalement): readonly number[] {
  return [...pagination.matchAll(/\d+/g)].map(([n]) => Number(n)).slice(0, 2);
}

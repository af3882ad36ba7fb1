import type { ChampEcrit, SousChampEcrit } from './champ.js';
import { champ } from './champ.js';

/** Fields that the writer makes anew, or that only made sense in the system that they come from. */
const REFAITS: ReadonlySet<string> = new Set(['000', '005', '100', '105', '135']);

/**
 * Adds what the model has no place for: whole fields under their tag, what was left of a field to that field, the
 * former identifiers (001, 003) as those of another system (035, 033), and what is no field of UNIMARC as a note.
 */
export function rendreAutres(
  propres: readonly ChampEcrit[],
  autres: readonly string[],
): ChampEcrit[] {
  const champs = [...propres];
  for (const ligne of autres) {
    const { etiquette, indicateurs, valeur } = lire(ligne);
    if (REFAITS.has(etiquette)) continue;
    if (indicateurs === null && valeur.startsWith('$'))
      completer(champs, etiquette, sousChamps(valeur));
    else ajouter(champs, entier(etiquette, indicateurs, valeur, ligne));
  }
  return champs.sort((a, b) => rang(a) - rang(b));
}

/** By tag, but for the authors, who stay in their order. */
function rang({ etiquette }: ChampEcrit): number {
  return /^7[0-2]/.test(etiquette) ? 700 : Number.parseInt(etiquette, 10) || 999;
}

interface Ligne {
  /** '' when the line is no field of MARC. */
  readonly etiquette: string;
  readonly indicateurs: string | null;
  readonly valeur: string;
}

/** « 801 #0 $aFR $bBNF », « 200 $fpar J. Lieure », « 009 2012 ». */
function lire(ligne: string): Ligne {
  const m =
    /^(?<etiquette>\d[\dA-Za-z]{2}) (?:(?<indicateurs>[!-~]{2}) (?=\$))?(?<valeur>.*)$/su.exec(
      ligne,
    )?.groups;
  return {
    etiquette: m?.etiquette ?? '',
    indicateurs: m?.indicateurs?.replaceAll('#', ' ') ?? null,
    valeur: m?.valeur ?? ligne,
  };
}

function entier(
  etiquette: string,
  indicateurs: string | null,
  valeur: string,
  ligne: string,
): ChampEcrit | null {
  if (etiquette === '001') return champ('035', '  ', ['a', valeur]);
  if (etiquette === '003') return champ('033', '  ', ['a', valeur]);
  if (indicateurs !== null) return champ(etiquette, indicateurs, ...sousChamps(valeur));
  if (etiquette.startsWith('00')) return champ(etiquette, '', ['', valeur]);
  return champ('300', '  ', ['a', etiquette === '' ? ligne : valeur]);
}

/** Subfields of a line: a « $ » after a space and before a code opens one. */
function sousChamps(valeur: string): SousChampEcrit[] {
  return valeur
    .split(/(?:^| )\$(?=[a-z\d])/u)
    .slice(1)
    .map((s) => [s.slice(0, 1), s.slice(1)] as const);
}

function completer(
  champs: ChampEcrit[],
  etiquette: string,
  suite: readonly SousChampEcrit[],
): void {
  const i = champs.findIndex((c) => c.etiquette === etiquette);
  const trouve = champs[i];
  const propre = champ(
    etiquette,
    trouve?.indicateurs ?? (etiquette.startsWith('00') ? '' : '  '),
    ...(trouve?.sousChamps ?? []),
    ...suite,
  );
  if (propre === null) return;
  if (trouve === undefined) champs.push(propre);
  else champs[i] = propre;
}

function ajouter(champs: ChampEcrit[], nouveau: ChampEcrit | null): void {
  if (nouveau !== null) champs.push(nouveau);
}

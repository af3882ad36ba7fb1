import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { ActionLue, ChampLu } from '../structure.js';
import type { Contexte } from './contexte.js';
import { clean } from './contexte.js';
import { unknownGroupings } from './lieuxInconnus.js';
import { quartersIn } from './quartiers.js';

/** Share of the values of a label that must be places and nothing else. */
const PART_MIN = 0.6;

/** The fields of an action that say its territory: those labelled so, else those whose label says one in this document. */
export function territoryFields(contexte: Contexte, lue: ActionLue): ChampLu[] {
  const dits = lue.champs.filter((c) => c.champs.includes('territoire'));
  if (dits.length > 0) return dits;
  const { etiquettesTerritoire } = contexte;
  return lue.champs.filter(
    (c) => (estLieu(c) || c.inconnu === true) && etiquettesTerritoire?.has(labelOf(c)) === true,
  );
}

/**
 * Labels whose values, in a document, are places and nothing else: « Maille : Toulouse Métropole », and « Où : Brest,
 * Quimper » where no field says the territory and the place of the meetings is not said beside it.
 */
export function territoryLabels(
  contexte: Contexte,
  actions: readonly ActionLue[],
): ReadonlySet<string> {
  const avecTerritoire = actions.some((a) => a.champs.some((c) => c.champs.includes('territoire')));
  const parEtiquette = new Map<string, Comptes>();
  for (const { champs } of actions) {
    const seuls = new Map(champs.map((c) => [c, isOnlyPlaces(contexte, c.valeur)]));
    for (const champ of champs) {
      if (!(champ.inconnu === true || (estLieu(champ) && !avecTerritoire))) continue;
      const cle = labelOf(champ);
      if (cle === '' || contexte.vocabulaire.etiquetteDeLieu.test(cle)) continue;
      const autre = champs.some((c) => c !== champ && estLieu(c) && seuls.get(c) === false);
      const { total = 0, lieux = 0, salles = 0 } = parEtiquette.get(cle) ?? {};
      parEtiquette.set(cle, {
        total: total + 1,
        lieux: lieux + Number(seuls.get(champ) === true),
        salles: salles + Number(autre),
      });
    }
  }
  const retenues = [...parEtiquette].filter(
    ([, { total, lieux, salles }]) => lieux >= total * PART_MIN && salles * 2 < total,
  );
  return new Set(retenues.map(([cle]) => cle));
}

interface Comptes {
  readonly total: number;
  readonly lieux: number;
  /** Beside it, another field says where one meets. */
  readonly salles: number;
}

const estLieu = (c: ChampLu): boolean => c.champs.length === 1 && c.champs[0] === 'lieu';

/** A label as it is compared; none of a line without label (« 13 mars – Argenteuil »). */
const labelOf = (c: ChampLu): string => fold(clean(c.etiquette.texte)).replace(/\s*:$/, '');

/** True for names of places, with what links or gathers them, and nothing else: « Villes de Lens et de Liévin ». */
function isOnlyPlaces(contexte: Contexte, bloc: Bloc): boolean {
  const { annee, departement, gazetteer, vocabulaire } = contexte;
  const lieux = gazetteer.mentions(bloc.texte, {
    annee,
    mode: 'document',
    types: ['commune', 'intercommunalite', 'departement', 'quartier'],
    ...(departement === null ? {} : { departement: departement.code }),
  });
  const noms = [
    ...lieux,
    ...quartersIn(contexte, bloc, true),
    ...unknownGroupings(contexte, bloc, lieux),
  ];
  let reste = bloc.texte;
  for (const { debut, fin } of noms)
    reste = reste.slice(0, debut) + ' '.repeat(fin - debut) + reste.slice(fin);
  const plie = fold(reste);
  if (noms.length === 0 && !vocabulaire.departementEntier.test(plie)) return false;
  return !/[a-z]/.test(plie.replace(vocabulaire.motsDeTerritoire, ' '));
}

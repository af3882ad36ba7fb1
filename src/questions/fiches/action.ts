import { axesDesActions, listerActions } from '../actions.js';
import type { Contexte } from '../contexte.js';
import { nombre, reference } from '../references.js';
import { noticesDe } from '../resultatsNotices.js';
import type { Maillon, Reference } from '../types.js';
import { deType, lireSocle } from './socle.js';
import type { FicheAction } from './types.js';

/** The full card of an action: what it says, where, for whom, with whom, and its neighbours in the axe. */
export function ficheAction(contexte: Contexte, id: string): FicheAction {
  const { entite, fiche, sortantes, entrantes } = lireSocle(contexte, id, ['Action']);
  const axe = axesDesActions(contexte).get(entite.id);
  const [precedente, suivante] =
    axe === undefined ? [null, null] : voisins(contexte, axe, entite.id);
  const programme = axe === undefined ? undefined : programmeDe(contexte, axe);
  return {
    ...fiche,
    annee: nombre(entite, 'annee'),
    axe: axe === undefined ? null : reference(contexte, axe),
    programme: programme === undefined ? null : reference(contexte, programme),
    territoires: deType(sortantes, 'TOUCHE'),
    cites: deType(sortantes, 'CITE'),
    dispositifs: objetsAvant(deType(sortantes, 'MOBILISE')),
    publics: deType(sortantes, 'S_ADRESSE_A'),
    themes: deType(sortantes, 'TRAITE_DE'),
    intervenants: deType(entrantes, 'INTERVIENT_DANS'),
    publications: deType(entrantes, 'ISSUE_DE'),
    suites: [...deType(sortantes, 'SUITE_DE'), ...deType(entrantes, 'SUITE_DE')],
    precedente,
    suivante,
    notices: noticesDe(contexte, entite.id),
  };
}

function objetsAvant(maillons: readonly Maillon[]): Maillon[] {
  const objet = (m: Maillon): boolean => m.proprietes.role === 'objet';
  return [...maillons.filter(objet), ...maillons.filter((m) => !objet(m))];
}

function voisins(
  contexte: Contexte,
  axe: string,
  id: string,
): readonly [Reference | null, Reference | null] {
  const elements = contexte.faits.relations({ de: axe, type: 'COMPREND' }).map((r) => r.vers);
  const actions = listerActions(contexte, elements);
  const place = actions.findIndex((a) => a.id === id);
  const voisin = (i: number): Reference | null => {
    const action = actions[i];
    return action === undefined ? null : reference(contexte, action.id);
  };
  return [voisin(place - 1), voisin(place + 1)];
}

function programmeDe(contexte: Contexte, axe: string): string | undefined {
  const parents = contexte.faits.relations({ vers: axe, type: 'COMPREND' }).map((r) => r.de);
  return parents.find((p) => p.startsWith('programme:'));
}

import type { Contexte } from '../contexte.js';
import { noticesDe } from '../resultatsNotices.js';
import { actionsLiees } from './liees.js';
import { deType, lireSocle } from './socle.js';
import type { FicheIntervenant } from './types.js';

/** The card of a person or an organisation: the actions it takes part in, in which role and function. */
export function ficheIntervenant(contexte: Contexte, id: string): FicheIntervenant {
  const { fiche, sortantes, entrantes } = lireSocle(contexte, id, ['Personne', 'Organisme']);
  return {
    ...fiche,
    actions: actionsLiees(contexte, deType(sortantes, 'INTERVIENT_DANS'), 'vers'),
    organismes: deType(sortantes, 'MEMBRE_DE'),
    membres: deType(entrantes, 'MEMBRE_DE'),
    notices: noticesDe(contexte, fiche.id),
  };
}

import type { Contexte } from '../contexte.js';
import { noticesDe } from '../resultatsNotices.js';
import { actionsLiees } from './liees.js';
import { deType, lireSocle } from './socle.js';
import type { FicheTheme } from './types.js';

/** The card of a theme: the actions and publications that deal with it, the records about it. */
export function ficheTheme(contexte: Contexte, id: string): FicheTheme {
  const { entite, fiche, entrantes } = lireSocle(contexte, id, ['Theme']);
  const traitent = deType(entrantes, 'TRAITE_DE');
  return {
    ...fiche,
    actions: actionsLiees(
      contexte,
      traitent.filter((m) => m.de.type === 'Action'),
      'de',
    ),
    publications: traitent.filter((m) => m.de.type === 'Publication'),
    notices: noticesDe(contexte, entite.id),
  };
}

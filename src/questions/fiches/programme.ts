import { listerActions } from '../actions.js';
import { programmePrecedent } from '../comparaison.js';
import type { Contexte } from '../contexte.js';
import { nombre, reference } from '../references.js';
import type { Reference } from '../types.js';
import { lireSocle } from './socle.js';
import type { FicheProgramme } from './types.js';

/** A programme as a table of contents: its axes in order, their actions by number, then what else they hold. */
export function ficheProgramme(contexte: Contexte, id: string): FicheProgramme {
  const { entite, fiche } = lireSocle(contexte, id, ['Programme']);
  const axes = contexte.entites(elements(contexte, entite.id, 'axe:'));
  const lus = [...axes.values()].map((axe) => ({
    axe: reference(contexte, axe.id),
    ordinal: nombre(axe, 'ordinal'),
    actions: listerActions(contexte, elements(contexte, axe.id, 'action:')),
    autres: elements(contexte, axe.id, '')
      .filter((e) => !e.startsWith('action:'))
      .map((e) => reference(contexte, e)),
  }));
  const sources = contexte.faits.relations({ vers: entite.id, type: 'DOCUMENTE' }).map((r) => r.de);
  return {
    ...fiche,
    annee: nombre(entite, 'annee'),
    precedent: lien(contexte, programmePrecedent(contexte, entite.id)),
    suivants: contexte.faits
      .relations({ vers: entite.id, type: 'SUITE_DE' })
      .map((r) => reference(contexte, r.de)),
    axes: lus.sort((a, b) => (a.ordinal ?? 9999) - (b.ordinal ?? 9999)),
    documents: contexte.faits.documents().filter((d) => sources.some((s) => memeDocument(s, d.id))),
  };
}

function lien(contexte: Contexte, id: string | null): Reference | null {
  return id === null ? null : reference(contexte, id);
}

/** The entity of a document is `document:` and the digits of its `sha256:` id, whole or cut. */
function memeDocument(entite: string, document: string): boolean {
  const digits = entite.replace(/^(document:)?(sha256:)?/, '');
  return digits !== '' && document.replace('sha256:', '').startsWith(digits);
}

function elements(contexte: Contexte, id: string, prefixe: string): string[] {
  return contexte.faits
    .relations({ de: id, type: 'COMPREND' })
    .map((r) => r.vers)
    .filter((vers) => vers.startsWith(prefixe));
}

import { urlDocument, urlEntite } from '../domain/urls.js';
import type { DocumentStocke } from '../facts/types.js';
import type { Contexte } from './contexte.js';
import type { Nouveaute } from './fiches/types.js';
import { compter } from './francais.js';
import { nombre, texte } from './references.js';
import { resultatsNotices } from './resultatsNotices.js';

/** How many of each: a catalogue of thousands of records must not hide a new programme. */
const MAX = { documents: 20, actions: 30, notices: 50 };

type Datee = Omit<Nouveaute, 'date'> & { readonly sequence: number };

/** Documents, actions and records that came last, the latest first. */
export function nouveautes(contexte: Contexte): Nouveaute[] {
  const datees = [...documents(contexte), ...actions(contexte), ...notices(contexte)];
  return datees
    .sort((a, b) => b.sequence - a.sequence)
    .flatMap(({ sequence, ...nouveaute }) => {
      const date = contexte.faits.date(sequence);
      return date === undefined ? [] : [{ ...nouveaute, date }];
    });
}

function documents({ faits }: Contexte): Datee[] {
  const derniers = [...faits.documents()].sort((a, b) => b.sequence - a.sequence);
  return derniers.slice(0, MAX.documents).map((d: DocumentStocke) => ({
    type: 'Document',
    id: d.id,
    titre: d.titre,
    detail: dire([d.type, d.annee, compter(d.pages, d.type === 'catalogue' ? 'notice' : 'page')]),
    url: urlDocument(d.id),
    sequence: d.sequence,
  }));
}

function actions(contexte: Contexte): Datee[] {
  const dernieres = contexte.faits.nouveautes('action', MAX.actions);
  const lues = contexte.entites(dernieres.map((n) => n.id));
  return dernieres.flatMap(({ id, sequence }): Datee[] => {
    const action = lues.get(id);
    if (action === undefined) return [];
    const detail = dire([
      texte(action, 'axe'),
      texte(action, 'format'),
      texte(action, 'periode') ?? nombre(action, 'annee'),
    ]);
    return [
      { type: 'Action', id, titre: action.libelle, detail, url: urlEntite(id) ?? '', sequence },
    ];
  });
}

function notices(contexte: Contexte): Datee[] {
  const dernieres = contexte.faits.nouveautes('notice', MAX.notices);
  const sequences = new Map(dernieres.map((n) => [n.id, n.sequence]));
  return resultatsNotices(contexte, [...sequences.keys()]).map((n) => ({
    type: 'Notice',
    id: n.id,
    titre: n.complement === null ? n.titre : `${n.titre} : ${n.complement}`,
    detail: dire([
      n.nature,
      n.auteurs.map((a) => [a.prenom, a.nom].filter((x) => x !== undefined).join(' ')).join(', '),
      n.hote,
      n.editeur,
      n.date,
    ]),
    url: n.url,
    sequence: sequences.get(n.id) ?? 0,
  }));
}

function dire(parts: readonly (string | number | null)[]): string {
  return parts.filter((p) => p !== null && p !== '').join(' · ');
}

import { lireAuteur } from '../domain/notice.js';
import { urlEntite } from '../domain/urls.js';
import type { Entite } from '../domain/vue.js';
import type { Contexte } from './contexte.js';
import { liensEntre } from './fiches/socle.js';
import type { NoticesLiees, ResultatNotice } from './fiches/types.js';
import { premieresNotices } from './fonds.js';
import { nombre, texte } from './references.js';

/** Records shown on the card of what they are about; the list has them all. */
const LIEES_MAX = 10;

/** Records as lists show them, in the order of their ids. */
export function resultatsNotices(contexte: Contexte, ids: readonly string[]): ResultatNotice[] {
  const lues = contexte.entites(ids);
  return ids.flatMap((id) => {
    const notice = lues.get(id);
    return notice === undefined ? [] : [resultat(contexte, notice)];
  });
}

function resultat({ faits }: Contexte, notice: Entite): ResultatNotice {
  const { id, libelle, proprietes } = notice;
  const { auteurs } = proprietes;
  const lieu = faits.lieuNotice(id);
  return {
    type: 'Notice',
    id,
    titre: libelle,
    complement: texte(notice, 'complement'),
    nature: texte(notice, 'type') ?? 'document',
    auteurs: Array.isArray(auteurs) ? auteurs.map((a) => lireAuteur(String(a))) : [],
    annee: nombre(notice, 'annee'),
    date: texte(notice, 'date'),
    editeur: texte(notice, 'editeur'),
    hote: texte(notice, 'hote'),
    numero: texte(notice, 'numero'),
    cote: texte(notice, 'cote'),
    document: lieu?.document ?? null,
    page: lieu?.numero ?? null,
    url: urlEntite(id) ?? '',
  };
}

/** The records among things of any kind. */
export function resumerNotices(contexte: Contexte, ids: readonly string[]): ResultatNotice[] {
  return resultatsNotices(
    contexte,
    ids.filter((id) => id.startsWith('notice:')),
  );
}

/** Records about an entity, the latest first, each with the passages that say so. */
export function noticesDe(contexte: Contexte, id: string): NoticesLiees {
  const { total, ids } = premieresNotices(contexte, id, LIEES_MAX);
  const resultats = resultatsNotices(contexte, ids);
  return {
    total,
    resultats: resultats.map((r) => ({ ...r, maillons: liensEntre(contexte, r.id, id) })),
    url: `/notices?sujet=${encodeURIComponent(id)}`,
  };
}

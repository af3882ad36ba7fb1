import type { Valeur } from '../../domain/fait.js';
import type { DateNotice, Notice, TypeNotice } from '../../domain/notice.js';
import { lireAuteur, TYPES_NOTICE } from '../../domain/notice.js';
import { urlEntite } from '../../domain/urls.js';
import type { Entite } from '../../domain/vue.js';
import type { FactsReader } from '../../facts/reader.js';
import { definis } from './definis.js';
import type { NoticeExportee } from './notices.js';

const NOTICE = 'notice:';
/** Records read at once. */
const LOT = 200;

/** Every record of the holdings, by id, as a stream; or those of a list of ids, in its order. */
export function* fonds(facts: FactsReader, ids?: readonly string[]): Generator<NoticeExportee> {
  if (ids === undefined) {
    for (const entite of facts.fluxEntites('Notice')) yield noticeOf(entite);
    return;
  }
  const notices = ids.filter((id) => id.startsWith(NOTICE));
  for (let debut = 0; debut < notices.length; debut += LOT)
    yield* facts.entitesDe(notices.slice(debut, debut + LOT)).map(noticeOf);
}

/** The record that the properties of an entity say. */
export function noticeOf({ id, libelle, proprietes: p }: Entite): NoticeExportee {
  const date = dateOf(p);
  const textes = definis({
    complement: texte(p.complement),
    editeur: texte(p.editeur),
    lieu: texte(p.lieu),
    collection: texte(p.collection),
    hote: texte(p.hote),
    numero: texte(p.numero),
    pagination: texte(p.pagination),
    doi: texte(p.doi),
    resume: texte(p.resume),
    cote: texte(p.cote),
  });
  const notice: Notice = {
    type: TYPES_NOTICE.find((t): t is TypeNotice => t === p.type) ?? 'document',
    titre: libelle,
    ...textes,
    auteurs: liste(p.auteurs).map(lireAuteur),
    ...(date === undefined ? {} : { date }),
    isbn: liste(p.isbn),
    issn: liste(p.issn),
    langues: liste(p.langues),
    descripteurs: liste(p.descripteurs),
    motsCles: liste(p.motsCles),
    sujetsGeographiques: liste(p.sujetsGeographiques),
    exemplaires: liste(p.exemplaires),
    urls: liste(p.urls),
  };
  return { id, notice, autres: liste(p.autres), url: urlEntite(id) ?? '' };
}

type Proprietes = Entite['proprietes'];

function dateOf({ date, annee, anneeFin }: Proprietes): DateNotice | undefined {
  if (typeof date !== 'string') return undefined;
  if (typeof annee !== 'number') return { imprimee: date };
  return { imprimee: date, debut: annee, fin: typeof anneeFin === 'number' ? anneeFin : annee };
}

function texte(valeur: Valeur | undefined): string | undefined {
  return typeof valeur === 'string' ? valeur : undefined;
}

function liste(valeur: Valeur | undefined): string[] {
  return Array.isArray(valeur) ? valeur.map(String) : [];
}

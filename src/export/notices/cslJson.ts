import type { Auteur, Notice, RoleAuteur, TypeNotice } from '../../domain/notice.js';
import { definis } from './definis.js';
import type { FormatNotices, NoticeExportee } from './notices.js';
import { separerNumero, titreEntier } from './numeros.js';

/** CSL-JSON (Citation Style Language 1.0.2, schema csl-data.json), an array of items. */
export const cslJson: FormatNotices = {
  nom: 'CSL-JSON',
  extension: '.json',
  type: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  *ecrire(notices) {
    let separateur = '[\n';
    for (const notice of notices) {
      yield `${separateur}${JSON.stringify(enCsl(notice))}`;
      separateur = ',\n';
    }
    yield separateur === '[\n' ? '[]\n' : '\n]\n';
  },
};

const TYPES: Readonly<Record<TypeNotice, string>> = {
  livre: 'book',
  chapitre: 'chapter',
  article: 'article-journal',
  périodique: 'periodical',
  'numéro de périodique': 'periodical',
  rapport: 'report',
  thèse: 'thesis',
  'acte de colloque': 'book',
  communication: 'paper-conference',
  'texte officiel': 'legislation',
  dossier: 'collection',
  'site web': 'webpage',
  vidéo: 'motion_picture',
  son: 'song',
  image: 'graphic',
  carte: 'map',
  cédérom: 'software',
  'jeu de données': 'dataset',
  poste: 'document',
  document: 'document',
};

const NOMS: Readonly<Partial<Record<RoleAuteur, string>>> = {
  auteur: 'author',
  'directeur de publication': 'editor',
  'éditeur scientifique': 'editor',
  traducteur: 'translator',
  illustrateur: 'illustrator',
  réalisateur: 'director',
  intervieweur: 'interviewer',
  collaborateur: 'contributor',
  contributeur: 'contributor',
};

/** Codes of two letters, which styles go by, of the languages that holdings have most. */
const LANGUES: Readonly<Record<string, string>> = {
  fre: 'fr',
  eng: 'en',
  ger: 'de',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  dut: 'nl',
  ara: 'ar',
};

function enCsl({ id, notice, autres, url }: NoticeExportee): object {
  const { date, doi, numero, langues } = notice;
  const n = numero === undefined ? undefined : separerNumero(numero);
  const [langue] = langues;
  return definis({
    id,
    type: TYPES[notice.type],
    title: titreEntier(notice),
    'title-short': notice.complement === undefined ? undefined : notice.titre,
    ...nomsCsl(notice.auteurs),
    issued: date === undefined ? undefined : dateCsl(date),
    publisher: notice.editeur,
    'publisher-place': notice.lieu,
    'collection-title': notice.collection,
    'container-title': notice.hote,
    volume: n?.volume,
    issue: n?.numero,
    page: notice.pagination,
    ISBN: joindre(notice.isbn, ' '),
    ISSN: joindre(notice.issn, ' '),
    DOI: doi,
    URL: notice.urls[0],
    language: langue === undefined ? undefined : (LANGUES[langue] ?? langue),
    abstract: notice.resume,
    keyword: joindre([...notice.descripteurs, ...notice.motsCles], ', '),
    'call-number': notice.cote,
    // What CSL has no variable for, told whole
    custom: definis({
      page: url,
      type: notice.type,
      auteurs: notice.auteurs.length === 0 ? undefined : notice.auteurs,
      descripteurs: liste(notice.descripteurs),
      sujetsGeographiques: liste(notice.sujetsGeographiques),
      exemplaires: liste(notice.exemplaires),
      urls: liste(notice.urls.slice(1)),
      autres: liste(autres),
    }),
  });
}

function nomsCsl(auteurs: readonly Auteur[]): Record<string, object[]> {
  const noms: Record<string, object[]> = {};
  for (const { nom, prenom, role } of auteurs) {
    const variable = NOMS[role] ?? 'contributor';
    const csl = prenom === undefined ? { literal: nom } : { family: nom, given: prenom };
    noms[variable] = [...(noms[variable] ?? []), csl];
  }
  return noms;
}

function dateCsl({ imprimee, debut, fin }: NonNullable<Notice['date']>): object {
  if (debut === undefined) return { literal: imprimee };
  const parts = fin === undefined || fin === debut ? [[debut]] : [[debut], [fin]];
  return { 'date-parts': parts, ...(String(debut) === imprimee ? {} : { literal: imprimee }) };
}

function joindre(valeurs: readonly string[], separateur: string): string | undefined {
  return valeurs.length === 0 ? undefined : valeurs.join(separateur);
}

function liste(valeurs: readonly string[]): readonly string[] | undefined {
  return valeurs.length === 0 ? undefined : valeurs;
}

import type { Auteur, Notice, RoleAuteur, TypeNotice } from '../../domain/notice.js';
import { definis } from './definis.js';
import type { FormatNotices, NoticeExportee } from './notices.js';
import { separerNumero } from './numeros.js';

/** JSON-LD in the vocabulary of schema.org: one graph of works. */
export const jsonld: FormatNotices = {
  nom: 'JSON-LD (schema.org)',
  extension: '.jsonld',
  type: 'application/ld+json; charset=utf-8',
  *ecrire(notices) {
    let separateur = '{"@context":"https://schema.org","@graph":[\n';
    let vide = true;
    for (const notice of notices) {
      yield `${separateur}${JSON.stringify(enSchema(notice))}`;
      [separateur, vide] = [',\n', false];
    }
    yield vide ? `${separateur}]}\n` : '\n]}\n';
  },
};

/** One record, for the page that shows it. */
export function enJsonld(notice: NoticeExportee): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...enSchema(notice) });
}

const TYPES: Readonly<Partial<Record<TypeNotice, string>>> = {
  livre: 'Book',
  chapitre: 'Chapter',
  article: 'Article',
  périodique: 'Periodical',
  'numéro de périodique': 'PublicationIssue',
  rapport: 'Report',
  thèse: 'Thesis',
  'acte de colloque': 'Book',
  communication: 'Article',
  'texte officiel': 'Legislation',
  dossier: 'Collection',
  'site web': 'WebSite',
  vidéo: 'VideoObject',
  son: 'AudioObject',
  image: 'ImageObject',
  carte: 'Map',
  'jeu de données': 'Dataset',
};

const PROPRIETES: Readonly<Partial<Record<RoleAuteur, string>>> = {
  auteur: 'author',
  'directeur de publication': 'editor',
  'éditeur scientifique': 'editor',
  traducteur: 'translator',
  illustrateur: 'illustrator',
  réalisateur: 'director',
  commanditaire: 'sponsor',
};

function enSchema({ notice, url }: NoticeExportee): object {
  const { date, numero, isbn, issn, doi, hote } = notice;
  const mots = [...notice.descripteurs, ...notice.motsCles];
  return definis({
    '@type': TYPES[notice.type] ?? 'CreativeWork',
    '@id': url,
    url,
    name: notice.titre,
    alternativeHeadline: notice.complement,
    ...personnes(notice.auteurs),
    datePublished: date === undefined ? undefined : datePubliee(date),
    publisher: editeur(notice),
    isbn: plusieurs(isbn),
    issn: hote === undefined ? plusieurs(issn) : undefined,
    isPartOf: plusieurs(parents(notice)),
    issueNumber: numero === undefined ? undefined : separerNumero(numero).numero,
    pagination: notice.pagination,
    inLanguage: plusieurs(notice.langues),
    abstract: notice.resume,
    keywords: plusieurs(mots),
    spatialCoverage: plusieurs(notice.sujetsGeographiques),
    sameAs: plusieurs([...(doi === undefined ? [] : [`https://doi.org/${doi}`]), ...notice.urls]),
  });
}

function personnes(auteurs: readonly Auteur[]): Record<string, object[]> {
  const parPropriete: Record<string, object[]> = {};
  for (const { nom, prenom, collectif, role } of auteurs) {
    const propriete = PROPRIETES[role] ?? 'contributor';
    const objet =
      prenom === undefined
        ? { '@type': collectif === true ? 'Organization' : 'Person', name: nom }
        : { '@type': 'Person', familyName: nom, givenName: prenom, name: `${prenom} ${nom}` };
    parPropriete[propriete] = [...(parPropriete[propriete] ?? []), objet];
  }
  return parPropriete;
}

/** A year, or an interval of ISO 8601; as printed when it has no year. */
function datePubliee({ imprimee, debut, fin }: NonNullable<Notice['date']>): string {
  if (debut === undefined) return imprimee;
  if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(imprimee)) return imprimee;
  return fin === debut ? String(debut) : `${debut}/${fin ?? '..'}`;
}

function editeur({ editeur: nom, lieu }: Notice): object | undefined {
  return nom === undefined
    ? undefined
    : definis({ '@type': 'Organization', name: nom, location: lieu });
}

function parents({ type, hote, collection, issn }: Notice): object[] {
  const periodique = type === 'article' || type === 'numéro de périodique';
  return [
    ...(hote === undefined
      ? []
      : [
          definis({
            '@type': periodique ? 'Periodical' : 'Book',
            name: hote,
            issn: periodique ? plusieurs(issn) : undefined,
          }),
        ]),
    ...(collection === undefined ? [] : [{ '@type': 'CreativeWorkSeries', name: collection }]),
  ];
}

function plusieurs<T>(valeurs: readonly T[]): T | readonly T[] | undefined {
  return valeurs.length < 2 ? valeurs[0] : valeurs;
}

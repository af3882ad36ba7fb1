import type { Auteur, Notice, TypeNotice } from '../../domain/notice.js';
import type { NoticeExportee } from './notices.js';
import { separerNumero, separerPages, titreEntier } from './numeros.js';

type Paire = readonly [cle: string, valeur: string | undefined];

/** A record's page as `citation_*` names, which Zotero and Google Scholar read in the head of a page. */
export function metasCitation({ notice }: NoticeExportee): (readonly [string, string])[] {
  const { type, hote, date, doi, editeur, resume } = notice;
  const pages = notice.pagination === undefined ? null : separerPages(notice.pagination);
  const n = notice.numero === undefined ? null : separerNumero(notice.numero);
  return presentes([
    ['citation_title', titreEntier(notice)],
    ...auteursDe(notice).map((a): Paire => ['citation_author', nomInverse(a)]),
    ...notice.auteurs.filter(dirige).map((a): Paire => ['citation_editor', nomInverse(a)]),
    ['citation_publication_date', date?.debut === undefined ? date?.imprimee : String(date.debut)],
    [HOTES[type] ?? 'citation_inbook_title', hote],
    ['citation_volume', n?.volume],
    ['citation_issue', n?.numero],
    ['citation_firstpage', pages?.fin === undefined ? undefined : pages.debut],
    ['citation_lastpage', pages?.fin],
    ...notice.isbn.map((v): Paire => ['citation_isbn', v]),
    ...notice.issn.map((v): Paire => ['citation_issn', v]),
    ['citation_doi', doi],
    [EDITEURS[type] ?? 'citation_publisher', editeur],
    ['citation_language', notice.langues[0]],
    ['citation_abstract', resume],
    ...[...notice.descripteurs, ...notice.motsCles].map((v): Paire => ['citation_keywords', v]),
  ]);
}

const HOTES: Readonly<Partial<Record<TypeNotice, string>>> = {
  article: 'citation_journal_title',
  'numéro de périodique': 'citation_journal_title',
  communication: 'citation_conference_title',
};

const EDITEURS: Readonly<Partial<Record<TypeNotice, string>>> = {
  thèse: 'citation_dissertation_institution',
  rapport: 'citation_technical_report_institution',
};

/**
 * A record as a ContextObject in one line (COinS: OpenURL 1.0, ANSI/NISO Z39.88, in key/encoded-value form), the
 * `title` of a span of class Z3988.
 */
export function coins(exportee: NoticeExportee): string {
  const { notice } = exportee;
  const { format, paires } = FORMATS[notice.type]?.(notice) ?? autre(notice);
  const tout = presentes([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ['rfr_id', 'info:sid/maillage'],
    ['rft_id', notice.doi === undefined ? undefined : `info:doi/${notice.doi}`],
    ...notice.isbn.map((v): Paire => ['rft_id', `urn:ISBN:${v}`]),
    ...notice.urls.slice(0, 1).map((v): Paire => ['rft_id', v]),
    ...paires,
  ]);
  // half a surrogate pair, which a cut text may end with, has no encoding
  return tout
    .map(([cle, v]) => `${cle}=${encodeURIComponent(Buffer.from(v).toString())}`)
    .join('&');
}

interface Contexte {
  readonly format: 'book' | 'journal' | 'dissertation' | 'dc';
  readonly paires: readonly Paire[];
}

const FORMATS: Readonly<Partial<Record<TypeNotice, (notice: Notice) => Contexte>>> = {
  livre: (n) => livre(n, 'book'),
  chapitre: (n) => livre(n, 'bookitem'),
  rapport: (n) => livre(n, 'report'),
  'acte de colloque': (n) => livre(n, 'conference'),
  communication: (n) => livre(n, 'proceeding'),
  article: (n) => revue(n, 'article'),
  'numéro de périodique': (n) => revue(n, 'issue'),
  périodique: (n) => revue(n, 'journal'),
  thèse: (n) => ({
    format: 'dissertation',
    paires: [['rft.title', titreEntier(n)], ['rft.inst', n.editeur], ...communs(n)],
  }),
};

function livre(notice: Notice, genre: string): Contexte {
  const partie = genre === 'bookitem' || genre === 'proceeding';
  return {
    format: 'book',
    paires: [
      ['rft.genre', genre],
      ['rft.btitle', partie ? notice.hote : titreEntier(notice)],
      ['rft.atitle', partie ? titreEntier(notice) : undefined],
      ['rft.pub', notice.editeur],
      ['rft.place', notice.lieu],
      ['rft.series', notice.collection],
      [partie ? 'rft.pages' : 'rft.tpages', notice.pagination],
      ...notice.isbn.map((v): Paire => ['rft.isbn', v]),
      ...communs(notice),
    ],
  };
}

function revue(notice: Notice, genre: 'article' | 'issue' | 'journal'): Contexte {
  const n = notice.numero === undefined ? null : separerNumero(notice.numero);
  return {
    format: 'journal',
    paires: [
      ['rft.genre', genre],
      ['rft.atitle', genre === 'journal' ? undefined : titreEntier(notice)],
      ['rft.jtitle', genre === 'journal' ? titreEntier(notice) : notice.hote],
      ['rft.volume', n?.volume],
      ['rft.issue', n?.numero],
      ['rft.pages', notice.pagination],
      ...notice.issn.map((v): Paire => ['rft.issn', v]),
      ...communs(notice),
    ],
  };
}

/** What is neither printed nor in a periodical, in Dublin Core. */
function autre(notice: Notice): Contexte {
  return {
    format: 'dc',
    paires: [
      ['rft.type', notice.type],
      ['rft.title', titreEntier(notice)],
      ...auteursDe(notice).map((a): Paire => ['rft.creator', nomInverse(a)]),
      ['rft.date', anneeDe(notice)],
      ['rft.publisher', notice.editeur],
      ['rft.language', notice.langues[0]],
    ],
  };
}

function communs(notice: Notice): Paire[] {
  const auteurs = auteursDe(notice);
  const [premier] = auteurs;
  return [
    ['rft.aulast', premier?.prenom === undefined ? undefined : premier.nom],
    ['rft.aufirst', premier?.prenom],
    ...auteurs.map(
      (a): Paire => ['rft.au', a.prenom === undefined ? a.nom : `${a.prenom} ${a.nom}`],
    ),
    ['rft.date', anneeDe(notice)],
    ['rft.language', notice.langues[0]],
  ];
}

/** Those who wrote it; all who took part in it when none did. */
function auteursDe({ auteurs }: Notice): readonly Auteur[] {
  const ecrivains = auteurs.filter((a) => a.role === 'auteur');
  return ecrivains.length > 0 ? ecrivains : auteurs.filter((a) => !dirige(a));
}

function dirige({ role }: Auteur): boolean {
  return role === 'directeur de publication' || role === 'éditeur scientifique';
}

function nomInverse({ nom, prenom }: Auteur): string {
  return prenom === undefined ? nom : `${nom}, ${prenom}`;
}

function anneeDe({ date }: Notice): string | undefined {
  return date?.debut === undefined ? undefined : String(date.debut);
}

function presentes(paires: readonly Paire[]): (readonly [string, string])[] {
  return paires.flatMap(([cle, v]) => (v === undefined || v === '' ? [] : [[cle, v] as const]));
}

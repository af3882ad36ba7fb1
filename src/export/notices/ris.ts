import { auteurSimple, marquesDe } from '../../domain/marques.js';
import type { Auteur, ChampNotice, Notice } from '../../domain/notice.js';
import { ECRITURE_RIS, HOTES_RIS, TYPES_RIS } from '../../domain/typesRis.js';
import type { FormatNotices, NoticeExportee } from './notices.js';
import { separerNumero, separerPages, titreAmbigu, titreEntier } from './numeros.js';

/** RIS (specification of 2011): CRLF, two spaces after each tag. */
export const ris: FormatNotices = {
  nom: 'RIS',
  extension: '.ris',
  type: 'application/x-research-info-systems; charset=utf-8',
  *ecrire(notices) {
    for (const notice of notices) yield ecrireRis(notice);
  },
};

type Ligne = readonly [etiquette: string, valeur: string];

function ecrireRis({ id, notice, autres, url }: NoticeExportee): string {
  const lignes: Ligne[] = [
    ['TY', ECRITURE_RIS[notice.type]],
    ['ID', id],
    ...titres(notice),
    ...notice.auteurs.map((a): Ligne => [etiquetteAuteur(a), nomRis(a)]),
    ...publication(notice),
    ...numeros(notice),
    ...une('AB', notice.resume),
    ...[...notice.descripteurs, ...notice.motsCles, ...notice.sujetsGeographiques].map(
      (mot): Ligne => ['KW', mot],
    ),
    ...une('CN', notice.cote),
    ...notice.urls.map((adresse): Ligne => ['UR', adresse]),
    ['DB', url],
    ...marquesDe(notice, aMarquer(notice)).map(
      ({ champ, valeur }): Ligne => ['U5', `Maillage ${champ} : ${valeur}`],
    ),
    ...autres.flatMap(ecrireAutre),
  ];
  const ecrites = lignes.map(([etiquette, valeur]) => `${etiquette}  - ${surUneLigne(valeur)}`);
  return `${ecrites.join('\r\n')}\r\nER  - \r\n\r\n`;
}

function titres(notice: Notice): Ligne[] {
  return [
    ['TI', titreEntier(notice)],
    ...(titreAmbigu(notice) ? une('ST', notice.titre) : []),
    ...(dedans(notice) ? une('T2', notice.hote) : []),
    ...une('T3', notice.collection),
  ];
}

function publication({ date, editeur, lieu, langues }: Notice): Ligne[] {
  return [
    ...une('PY', date?.debut === undefined ? undefined : String(date.debut).padStart(4, '0')),
    ...une('PB', editeur),
    ...une('CY', lieu),
    ...langues.map((langue): Ligne => ['LA', langue]),
  ];
}

function numeros({ numero, pagination, isbn, issn, doi }: Notice): Ligne[] {
  const n = numero === undefined ? undefined : separerNumero(numero);
  const pages = pagination === undefined ? undefined : separerPages(pagination);
  return [
    ...une('VL', n?.volume),
    ...une('IS', n?.numero),
    ...une('SP', pages?.debut),
    ...une('EP', pages?.fin),
    ...[...isbn, ...issn].map((sn): Ligne => ['SN', sn]),
    ...une('DO', doi),
  ];
}

/** What the tags of RIS do not tell whole. */
function* aMarquer(
  notice: Notice,
): Generator<Exclude<ChampNotice, 'titre' | 'complement' | 'resume'>> {
  const { type, date, auteurs, numero } = notice;
  if (TYPES_RIS[ECRITURE_RIS[type]] !== type) yield 'type';
  if (!auteurs.every(auteurSimple)) yield 'auteurs';
  const annee = String(date?.debut ?? '').padStart(4, '0');
  if (date?.imprimee !== annee || date.fin !== date.debut) yield 'date';
  if (!dedans(notice)) yield 'hote';
  if (numero !== undefined && !separerNumero(numero).exact) yield 'numero';
  yield* ['descripteurs', 'sujetsGeographiques', 'exemplaires'] as const;
}

function dedans({ type }: Notice): boolean {
  return HOTES_RIS.has(TYPES_RIS[ECRITURE_RIS[type]] ?? 'document');
}

/** `A4`, subsidiary author, is the one of whoever neither wrote the work nor directed it. */
function etiquetteAuteur({ role }: Auteur): string {
  if (role === 'directeur de publication' || role === 'éditeur scientifique') return 'ED';
  if (role === 'directeur de thèse') return 'A3';
  const principaux = ['auteur', 'réalisateur', 'photographe', 'intervieweur', 'interviewé'];
  return principaux.includes(role) ? 'AU' : 'A4';
}

function nomRis({ nom, prenom }: Auteur): string {
  return prenom === undefined ? nom : `${nom}, ${prenom}`;
}

/** Tags that the record has of its own: what is kept under one of them goes into a note. */
const PRISES = new Set(
  'TY ID TI T1 CT BT ST T2 T3 JO JF JA J1 J2 AU A1 A2 A3 A4 ED PY Y1 DA PB CY PP VL IS M1 SP EP SN DO AB N2 KW CN UR LK L1 L2 LA AN DB ER'.split(
    ' ',
  ),
);

/** A field kept under its tag of RIS, or a note that begins with its tag. */
function ecrireAutre(autre: string): Ligne[] {
  if (autre.startsWith('U5 Maillage ') || autre.startsWith('ID ')) return [];
  const [, etiquette = '', valeur = ''] = /^([A-Z][A-Z0-9]) (.*)$/su.exec(autre) ?? [];
  return etiquette === '' || PRISES.has(etiquette) ? [['N1', autre]] : [[etiquette, valeur]];
}

function une(etiquette: string, valeur: string | undefined): Ligne[] {
  return valeur === undefined || valeur === '' ? [] : [[etiquette, valeur]];
}

/** A value never opens a line of its own: it could read as a tag. */
function surUneLigne(valeur: string): string {
  return valeur.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

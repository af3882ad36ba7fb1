import { auteurSimple, marquesDe } from '../../domain/marques.js';
import type { Auteur, ChampNotice, Notice } from '../../domain/notice.js';
import { ECRITURE_BIBTEX, TYPES_BIBTEX } from '../../domain/typesBibtex.js';
import type { FormatNotices, NoticeExportee } from './notices.js';
import { separerNumero, titreAmbigu } from './numeros.js';

/** BibLaTeX in UTF-8, which BibTeX styles read too where the fields have the same names. */
export const bibtex: FormatNotices = {
  nom: 'BibTeX',
  extension: '.bib',
  type: 'application/x-bibtex; charset=utf-8',
  *ecrire(notices) {
    const prises = new Map<string, number>();
    for (const notice of notices) yield ecrireEntree(notice, cleUnique(notice.notice, prises));
  },
};

type Champ = readonly [nom: string, valeur: string];

function ecrireEntree({ id, notice, autres, url }: NoticeExportee, cle: string): string {
  const champs: Champ[] = [
    ...titres(notice),
    ...auteurs(notice.auteurs),
    ...publication(notice),
    ...numeros(notice),
    ...un('abstract', notice.resume),
    ...mots(notice),
    ...un('library', notice.cote),
    ...(notice.urls.length === 0 ? [] : [['url', notice.urls.map(verbatim).join(' | ')] as const]),
    ...marques(notice),
    ...un('note', autres.length === 0 ? undefined : autres.join(' | ')),
    ['maillage-id', echapper(id)],
    ['maillage-page', verbatim(url)],
  ];
  const lignes = champs.map(([nom, valeur]) => `  ${nom} = {${valeur}}`);
  return `@${ECRITURE_BIBTEX[notice.type]}{${cle},\n${lignes.join(',\n')}\n}\n\n`;
}

function titres(notice: Notice): Champ[] {
  const { titre, complement, hote, collection } = notice;
  const article = notice.type === 'article';
  return [
    ...un('title', titre),
    ...un('subtitle', complement),
    ...(complement === undefined && titreAmbigu(notice) ? un('shorttitle', titre) : []),
    ...un(article ? 'journaltitle' : 'booktitle', hote),
    ...un('series', collection),
  ];
}

/** Authors and editors by their fields; who did something else is told by the mark of authors. */
function auteurs(liste: readonly Auteur[]): Champ[] {
  const champ = (nom: string, ...roles: readonly string[]): Champ[] => {
    const noms = liste.filter((a) => roles.includes(a.role)).map(nomBibtex);
    return noms.length === 0 ? [] : [[nom, noms.join(' and ')]];
  };
  return [
    ...champ('author', 'auteur', 'réalisateur', 'photographe', 'intervieweur', 'interviewé'),
    ...champ('editor', 'éditeur scientifique', 'directeur de publication'),
    ...champ('translator', 'traducteur'),
  ];
}

function nomBibtex({ nom, prenom }: Auteur): string {
  return prenom === undefined ? `{${echapper(nom)}}` : `${echapper(nom)}, ${echapper(prenom)}`;
}

function publication({ date, editeur, lieu, langues }: Notice): Champ[] {
  return [
    ...un('date', date?.debut === undefined ? undefined : String(date.debut).padStart(4, '0')),
    ...un('publisher', editeur),
    ...un('location', lieu),
    ...un('language', langues.length === 0 ? undefined : langues.join(', ')),
  ];
}

function numeros({ numero, pagination, isbn, issn, doi }: Notice): Champ[] {
  const n = numero === undefined ? undefined : separerNumero(numero);
  return [
    ...un('volume', n?.volume),
    ...un('number', n?.numero),
    ...un('pages', pagination),
    ...un('isbn', isbn.length === 0 ? undefined : isbn.join(', ')),
    ...un('issn', issn.length === 0 ? undefined : issn.join(', ')),
    ...(doi === undefined ? [] : [['doi', verbatim(doi)] as const]),
  ];
}

function mots({ descripteurs, motsCles, sujetsGeographiques }: Notice): Champ[] {
  const tous = [...descripteurs, ...motsCles, ...sujetsGeographiques];
  return tous.length === 0 ? [] : [['keywords', tous.map(echapper).join(', ')]];
}

/** What the fields of BibLaTeX do not tell whole. */
function marques(notice: Notice): Champ[] {
  const champs: Exclude<ChampNotice, 'titre' | 'complement' | 'resume'>[] = [];
  if (TYPES_BIBTEX[ECRITURE_BIBTEX[notice.type]] !== notice.type) champs.push('type');
  if (!notice.auteurs.every(auteurSimple)) champs.push('auteurs');
  const annee = String(notice.date?.debut ?? '').padStart(4, '0');
  if (notice.date?.imprimee !== annee || notice.date.fin !== notice.date.debut) champs.push('date');
  if (notice.numero !== undefined && !separerNumero(notice.numero).exact) champs.push('numero');
  if (notice.descripteurs.length + notice.motsCles.length > 0) champs.push('motsCles');
  champs.push('descripteurs', 'sujetsGeographiques', 'exemplaires');
  return champs.flatMap((champ): Champ[] => {
    const valeurs = marquesDe(notice, [champ]).map(({ valeur }) => echapper(valeur));
    return valeurs.length === 0 ? [] : [[`maillage-${champ}`, valeurs.join(' | ')]];
  });
}

function un(nom: string, valeur: string | undefined): Champ[] {
  return valeur === undefined || valeur === '' ? [] : [[nom, echapper(valeur)]];
}

const SIGNES: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '\u00a0': '~',
};

/** A text with the signs of LaTeX escaped; braces by name, because BibTeX counts those that a backslash escapes too. */
function echapper(texte: string): string {
  return texte
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\{}~^\u00a0]/g, (signe) => SIGNES[signe] ?? signe)
    .replace(/[&%$#_]/g, (signe) => `\\${signe}`)
    .replace(/-(?=-)|`(?=`)|'(?=')/g, (signe) => `${signe}{}`);
}

/** An address: nothing is escaped in it, and braces are written as addresses write them. */
function verbatim(adresse: string): string {
  return adresse.replace(/[{}\s]/g, encodeURIComponent);
}

/** `donzelot2003`, then `donzelot2003-2`: from the first author and the year, the same from one export to the next. */
function cleUnique(
  { auteurs: [premier], date, titre }: Notice,
  prises: Map<string, number>,
): string {
  const mot =
    plier(premier?.nom ?? '') || plier(titre.split(/\s+/).slice(0, 2).join('')) || 'notice';
  const base = `${mot.slice(0, 30)}${date?.debut ?? ''}`;
  // A base has no hyphen: no key with a rank can be that of another base
  const rang = (prises.get(base) ?? 0) + 1;
  prises.set(base, rang);
  return rang === 1 ? base : `${base}-${rang}`;
}

function plier(texte: string): string {
  return texte
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]/g, '');
}

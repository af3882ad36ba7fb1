import { ecrireDate } from '../../domain/marques.js';
import { ecrireAuteur, type Notice } from '../../domain/notice.js';
import type { FormatNotices, NoticeExportee } from './notices.js';

/** A table for a French spreadsheet: `;`, CRLF and a byte order mark; the values of a list are parted by « | ». */
export const csv: FormatNotices = {
  nom: 'CSV',
  extension: '.csv',
  type: 'text/csv; charset=utf-8; header=present',
  *ecrire(notices) {
    yield `\uFEFF${COLONNES.map(([titre]) => titre).join(';')}\r\n`;
    for (const notice of notices)
      yield `${COLONNES.map(([, valeur]) => cellule(valeur(notice.notice, notice))).join(';')}\r\n`;
  },
};

type Colonne = readonly [
  titre: string,
  valeur: (notice: Notice, exportee: NoticeExportee) => string | undefined,
];

const COLONNES: readonly Colonne[] = [
  ['Identifiant', (_n, { id }) => id],
  ['Type', (n) => n.type],
  ['Titre', (n) => n.titre],
  ['Complément du titre', (n) => n.complement],
  ['Auteurs', (n) => n.auteurs.map(ecrireAuteur).join(' | ')],
  ['Date', ({ date }) => (date === undefined ? undefined : dateCsv(date))],
  ['Éditeur', (n) => n.editeur],
  ['Lieu', (n) => n.lieu],
  ['Collection', (n) => n.collection],
  ['Revue', (n) => n.hote],
  ['Numéro', (n) => n.numero],
  ['Pagination', (n) => n.pagination],
  ['ISBN', (n) => n.isbn.join(' | ')],
  ['ISSN', (n) => n.issn.join(' | ')],
  ['DOI', (n) => n.doi],
  ['Langues', (n) => n.langues.join(' | ')],
  ['Résumé', (n) => n.resume],
  ['Descripteurs', (n) => n.descripteurs.join(' | ')],
  ['Mots-clés', (n) => n.motsCles.join(' | ')],
  ['Sujets géographiques', (n) => n.sujetsGeographiques.join(' | ')],
  ['Cote', (n) => n.cote],
  ['Exemplaires', (n) => n.exemplaires.join(' | ')],
  ['URL', (n) => n.urls.join(' | ')],
  ['Page de la notice', (_n, { url }) => url],
  ['Autres champs', (_n, { autres }) => autres.join(' | ')],
];

function dateCsv(date: NonNullable<Notice['date']>): string {
  const simple = date.imprimee === String(date.debut) && date.fin === date.debut;
  return simple ? date.imprimee : ecrireDate(date);
}

/** Quoted when needed; a text that a spreadsheet would run as a formula is made a plain one by an apostrophe. */
function cellule(valeur = ''): string {
  const sure = /^'*[=+\-@\t\r]/.test(valeur) ? `'${valeur}` : valeur;
  return /[";\r\n]/.test(sure) ? `"${sure.replaceAll('"', '""')}"` : sure;
}

import type { Auteur, Notice } from '../../domain/notice.js';
import type { NoticeExportee } from '../notices/notices.js';
import { element } from './xml.js';

const ESPACES =
  'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"';

/** Roles of those who made the work; the others contributed to it. */
const CREATEURS: ReadonlySet<string> = new Set(['auteur', 'réalisateur', 'photographe']);

/** A notice in unqualified Dublin Core (ISO 15836), as every provider must give it. `origine`: scheme and name of the server. */
export function ecrireDublinCore({ notice, url }: NoticeExportee, origine: string): string {
  const lignes = elements(notice, url === '' ? undefined : `${origine}${url}`);
  const corps = lignes.map(([nom, valeur]) => element(`dc:${nom}`, valeur)).join('\n');
  return `<oai_dc:dc ${ESPACES}>\n${corps}\n</oai_dc:dc>`;
}

function elements(n: Notice, page: string | undefined): (readonly [string, string])[] {
  const toutes: (readonly [string, string | undefined])[] = [
    ['title', n.complement === undefined ? n.titre : `${n.titre} : ${n.complement}`],
    ...n.auteurs.map(
      (a) => [CREATEURS.has(a.role) ? 'creator' : 'contributor', nommer(a)] as const,
    ),
    ...[...n.descripteurs, ...n.motsCles].map((v) => ['subject', v] as const),
    ['description', n.resume],
    ['publisher', n.editeur],
    ['date', n.date?.imprimee],
    ['type', n.type],
    ['format', n.pagination],
    ...n.isbn.map((v) => ['identifier', `ISBN ${v}`] as const),
    ...n.issn.map((v) => ['identifier', `ISSN ${v}`] as const),
    ['identifier', n.doi === undefined ? undefined : `https://doi.org/${n.doi}`],
    ...n.urls.map((v) => ['identifier', v] as const),
    ['identifier', page],
    ['source', n.hote === undefined ? undefined : [n.hote, n.numero].filter(Boolean).join(', ')],
    ...n.langues.map((v) => ['language', v] as const),
    ['relation', n.collection],
    ...n.sujetsGeographiques.map((v) => ['coverage', v] as const),
  ];
  return toutes.flatMap(([nom, valeur]) => (valeur ? [[nom, valeur] as const] : []));
}

/** « Kenyon, Frederic George (1863-1952) ». */
function nommer({ nom, prenom, dates }: Auteur): string {
  const tete = prenom === undefined ? nom : `${nom}, ${prenom}`;
  return dates === undefined ? tete : `${tete} (${dates})`;
}

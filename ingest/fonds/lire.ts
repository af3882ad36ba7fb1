import { basename, extname } from 'node:path';
import { slug } from '../../src/domain/ids.js';
import type { DocumentDecrit } from '../../src/domain/page.js';
import type { DocumentStocke } from '../../src/facts/types.js';
import type { FormatCatalogue } from '../formats/catalogue/catalogue.js';
import { altered, digestOf, forgetOriginal, keepOriginalFile } from '../originals.js';
import { quarantine } from '../quarantaine.js';
import type { FichierLu } from '../report.js';
import type { Run } from '../run.js';
import { loadTableaux } from '../sources/tableaux.js';
import { readParts } from '../stages/catalogue/lecture.js';
import type { PartCatalogue } from '../stages/catalogue/lots.js';
import { knownRecords, olderExports, replacedExports, withdrawRecords } from './anciens.js';
import { type Bilan, plusPart, RIEN, readReport, unchangedReport } from './bilan.js';

/** A catalogue to read: its file, the name it was given under, its format. */
export interface SourceCatalogue {
  readonly chemin: string;
  readonly fichier: string;
  readonly format: FormatCatalogue;
  /** The id that it must still have when it is an original. */
  readonly document?: string;
}

type DocumentSansPages = Omit<DocumentDecrit, 'pages'>;

/** The last part: what remains to be said once every record has been seen. */
const VIDE: PartCatalogue = { pages: [], lots: [], revues: [], rompus: [], supprimees: [] };

/**
 * Reads a catalogue by parts of some hundred records, each in one transaction. A newer export of the same
 * catalogue takes the place of the old one: what did not change does not move. A run that is cut short is
 * carried on by the next one. Throws MaillageError `refus` for an original that is no longer what it was.
 */
export async function readCatalogue(
  run: Run,
  source: SourceCatalogue,
  complet: boolean,
): Promise<FichierLu> {
  const { facts, ports, empreinte } = run;
  const digest = await digestOf(source.chemin);
  if (source.document !== undefined && source.document !== digest) throw altered(source.fichier);
  const enPlace = inForce(run, digest);
  if (enPlace !== undefined && !complet && facts.note(cleNote(digest)) === empreinte)
    return unchangedReport(facts, enPlace);
  const garde = await keepOriginalFile(ports.dataDir, source.chemin, source.fichier);
  const document = describe(garde.document, source);
  const anciens = olderExports(facts, document.catalogue ?? '', document.id);
  const { bilan, pages, colonnes } = await readRecords(run, {
    source: { ...source, chemin: garde.chemin },
    document,
    connues: complet
      ? new Map()
      : knownRecords(facts, [document.id, ...anciens.map((a) => a.document.id)]),
    pagesConnues: enPlace?.pages ?? 0,
  });
  const remplaces = replacedExports(facts, anciens);
  let { retires } = bilan;
  for (const ancien of remplaces) {
    retires += facts.retirer(ancien.id);
    forgetOriginal(ports.dataDir, ancien.id);
  }
  facts.noter(cleNote(document.id), empreinte);
  return readReport(
    { ...document, pages },
    { ...bilan, retires },
    {
      nouveau: enPlace === undefined,
      remplaces: remplaces.map((d) => d.fichier),
      colonnes,
    },
  );
}

interface Lecture {
  readonly source: SourceCatalogue;
  readonly document: DocumentSansPages;
  /** Fingerprints of the records that the base has: those that are the same are not read again. */
  readonly connues: ReadonlyMap<string, string>;
  /** Pages that the document had, to tell how far the reading is. */
  readonly pagesConnues: number;
}

/** Every record of the file, then the withdrawal of those of its own that it no longer has. */
async function readRecords(
  { facts, ports, empreinte }: Run,
  { source, document, connues, pagesConnues }: Lecture,
): Promise<{ bilan: Bilan; pages: number; colonnes: readonly string[] }> {
  const { chemin, fichier, format } = source;
  const siennes = new Set(facts.notices(document.id));
  let bilan = RIEN;
  let pages = 0;
  const apply = (part: PartCatalogue, total: number): void => {
    const ecrit = facts.appliquerNotices({ document: { ...document, pages: total }, ...part });
    for (const rompu of part.rompus) quarantine(ports.dataDir, fichier, rompu);
    bilan = plusPart(bilan, part, ecrit);
  };
  const catalogue = document.catalogue ?? '';
  const demande = { chemin, fichier, format: format.nom, catalogue, regles: empreinte, connues };
  const supprimees = new Set<string>();
  const colonnes: string[] = [];
  const parts = readParts({ ...demande, options: { tableaux: loadTableaux() } }, (tableau) => {
    colonnes.push(tableau);
  });
  for await (const part of parts) {
    pages += part.pages.length;
    const total = Math.max(pages, pagesConnues);
    apply(part, total);
    for (const { id } of [...part.lots, ...part.revues]) siennes.delete(id);
    for (const { id } of [...part.lots, ...part.revues]) supprimees.delete(id);
    for (const id of part.supprimees) if (facts.notice(id) !== undefined) supprimees.add(id);
    ports.progression?.('notices', pages - 1, total, fichier);
  }
  apply(VIDE, pages);
  const retires = bilan.retires + withdrawRecords(facts, [...new Set([...siennes, ...supprimees])]);
  return { bilan: { ...bilan, retires }, pages, colonnes };
}

function inForce({ facts }: Run, id: string): DocumentStocke | undefined {
  const connu = facts.document(id);
  return connu === undefined || connu.retire !== undefined ? undefined : connu;
}

/** Under which key the store notes that a catalogue was read to its end, and by which rules. */
function cleNote(document: string): string {
  return `catalogue ${document}`;
}

function describe(id: string, { fichier, format }: SourceCatalogue): DocumentSansPages {
  return {
    id,
    fichier,
    catalogue: `${slug(stem(fichier))}-${slug(format.extensions[0] ?? format.nom)}`,
    format: format.nom,
    titre: `Catalogue ${fichier}`,
    type: 'catalogue',
    annee: null,
    source: 'catalogue',
    producteur: null,
  };
}

/** « fonds-2024-03.ris » and « fonds-2024-04.ris » are exports of one catalogue. */
function stem(fichier: string): string {
  const nom = basename(fichier, extname(fichier)).normalize('NFC');
  return nom.replace(/[\s_.-]*\d+(?:[\s_.-]+\d+)*[\s_.-]*$/, '') || nom;
}

import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { slug } from '../src/domain/ids.js';
import type { DocumentDecrit } from '../src/domain/page.js';
import type { DocumentStocke } from '../src/facts/types.js';
import type { FactsWriter } from '../src/facts/writer.js';
import type { FormatCatalogue } from './formats/catalogue/catalogue.js';
import { formatCatalogueOf } from './formats/catalogue/registry.js';
import { forgetOriginal, keepOriginalFile } from './originals.js';
import { quarantine } from './quarantaine.js';
import type { FichierLu } from './report.js';
import type { Run } from './run.js';
import { readParts } from './stages/catalogue/lecture.js';
import type { PartCatalogue } from './stages/catalogue/lots.js';

const ECHANTILLON = 1 << 16;
/** Records withdrawn in one transaction. */
const RETRAITS = 2_000;
/** Share of an old export that must be in the new one for the latter to take its place. */
const PART_COMMUNE = 0.5;

/** A catalogue to read: its file, the name it was given under, its format. */
export interface SourceCatalogue {
  readonly chemin: string;
  readonly fichier: string;
  readonly format: FormatCatalogue;
}

/** The format of a catalogue; undefined for any other file. Throws what the system says of a file that cannot be read. */
export async function catalogueFormat(
  chemin: string,
  fichier = basename(chemin),
): Promise<FormatCatalogue | undefined> {
  const ouvert = await open(chemin, 'r');
  try {
    const { bytesRead, buffer } = await ouvert.read(Buffer.alloc(ECHANTILLON), 0, ECHANTILLON, 0);
    return formatCatalogueOf(buffer.subarray(0, bytesRead), fichier);
  } finally {
    await ouvert.close();
  }
}

/**
 * Reads a catalogue by parts of some hundred records, each in one transaction. A newer export of the same
 * catalogue takes the place of the old one: what did not change does not move. A run that is cut short is
 * carried on by the next one.
 */
export async function readCatalogue(
  { facts, ports, empreinte }: Run,
  source: SourceCatalogue,
  complet: boolean,
): Promise<FichierLu> {
  const { fichier, format } = source;
  const { document: id, chemin } = await keepOriginalFile(ports.dataDir, source.chemin, fichier);
  const catalogue = `${slug(stem(fichier))}-${slug(format.extensions[0] ?? format.nom)}`;
  const anciens = facts.documents().filter((d) => d.catalogue === catalogue && d.id !== id);
  const connu = facts.document(id);
  const enPlace = connu !== undefined && connu.retire === undefined;
  if (enPlace && !complet && facts.note(cleNote(id)) === empreinte) return unchanged(facts, connu);
  const bilan = { ajoutes: 0, retires: 0, inchanges: 0, notices: 0, rompues: 0, alertes: 0 };
  const document = describe({ id, fichier, catalogue, format: format.nom });
  const apply = (part: PartCatalogue, pages: number) => {
    const ecrit = facts.appliquerNotices({ document: { ...document, pages }, ...part });
    for (const rompu of part.rompus) quarantine(ports.dataDir, fichier, rompu);
    bilan.ajoutes += ecrit.ajoutes;
    bilan.retires += ecrit.retires;
    bilan.inchanges += ecrit.inchanges + part.revues.length;
    bilan.notices += part.lots.length + part.revues.length;
    bilan.rompues += part.rompus.length;
    bilan.alertes += part.lots.reduce((n, l) => n + l.alertes.length, 0);
  };
  const avant = new Map(anciens.map((d) => [d.id, facts.notices(d.id).length]));
  const siens = new Set(facts.notices(id));
  const connues = complet ? new Map<string, string>() : fingerprints(facts, [id, ...avant.keys()]);
  let pages = 0;
  const demande = { chemin, fichier, format: format.nom, catalogue, regles: empreinte, connues };
  for await (const part of readParts({ ...demande, options: {} })) {
    pages += part.pages.length;
    apply(part, Math.max(pages, connu?.pages ?? 0));
    for (const { id: notice } of [...part.lots, ...part.revues]) siens.delete(notice);
    ports.progression?.('notices', pages - 1, Math.max(pages, connu?.pages ?? 0), fichier);
  }
  apply({ pages: [], lots: [], revues: [], rompus: [] }, pages);
  bilan.retires += withdraw(facts, [...siens]);
  const remplaces = anciens.filter((d) => replaced(facts, d, avant.get(d.id) ?? 0));
  for (const ancien of remplaces) {
    bilan.retires += facts.retirer(ancien.id);
    forgetOriginal(ports.dataDir, ancien.id);
  }
  facts.noter(cleNote(id), empreinte);
  const { ajoutes, retires, inchanges, alertes, notices, rompues } = bilan;
  return {
    fichier,
    document: id,
    titre: document.titre,
    type: 'catalogue',
    pages,
    etat: enPlace ? (ajoutes + retires > 0 ? 'modifie' : 'inchange') : 'nouveau',
    faits: { ajoutes, retires, inchanges },
    alertes,
    catalogue: {
      notices,
      rompues,
      ecritures: ajoutes + retires,
      remplace: remplaces.map((d) => d.fichier),
    },
  };
}

/** Under which key the store notes that a catalogue was read to its end, and by which rules. */
function cleNote(document: string): string {
  return `catalogue ${document}`;
}

/** « fonds-2024-03.ris » and « fonds-2024-04.ris » are exports of one catalogue. */
function stem(fichier: string): string {
  const nom = basename(fichier, extname(fichier)).normalize('NFC');
  return nom.replace(/[\s_.-]*\d+(?:[\s_.-]+\d+)*[\s_.-]*$/, '') || nom;
}

function describe(d: {
  readonly id: string;
  readonly fichier: string;
  readonly catalogue: string;
  readonly format: string;
}): Omit<DocumentDecrit, 'pages'> {
  return {
    ...d,
    titre: `Catalogue ${d.fichier}`,
    type: 'catalogue',
    annee: null,
    source: 'catalogue',
    producteur: null,
  };
}

function unchanged(facts: FactsWriter, connu: DocumentStocke): FichierLu {
  const { fichier, id: document, titre, type, pages } = connu;
  const notices = facts.notices(document).length;
  return {
    fichier,
    document,
    titre,
    type,
    pages,
    etat: 'inchange',
    faits: { ajoutes: 0, retires: 0, inchanges: 0 },
    alertes: facts.alertes(document).length,
    catalogue: { notices, rompues: pages - notices, ecritures: 0, remplace: [] },
  };
}

function fingerprints(facts: FactsWriter, documents: readonly string[]): Map<string, string> {
  return new Map(documents.flatMap((d) => facts.empreintesNotices(d)));
}

/** An old export of which few records came again is another catalogue under the same name: it stays. */
function replaced(facts: FactsWriter, ancien: DocumentStocke, avant: number): boolean {
  return avant - facts.notices(ancien.id).length >= avant * PART_COMMUNE;
}

function withdraw(facts: FactsWriter, ids: readonly string[]): number {
  let retires = 0;
  for (let i = 0; i < ids.length; i += RETRAITS)
    retires += facts.retirerNotices(ids.slice(i, i + RETRAITS));
  return retires;
}

import { MaillageError } from '../src/domain/errors.js';
import type { FactsReader } from '../src/facts/reader.js';
import type { DocumentStocke } from '../src/facts/types.js';
import type { FactsWriter } from '../src/facts/writer.js';
import type { Candidate } from './files.js';
import { listFiles } from './files.js';
import { readAll } from './lecture.js';
import { forgetOriginal, listOriginals } from './originals.js';
import type { Retrait } from './remplacement.js';
import { replaceDocument } from './remplacement.js';
import type { RapportIngestion } from './report.js';
import type { IngestionPorts } from './run.js';
import { run } from './run.js';
import { openFile } from './stages/read.js';

/** Reads files and folders into the base, then projects it. Reading the same again writes nothing. */
export async function ingest(
  ports: IngestionPorts,
  chemins: readonly string[],
  options: { remplace?: string } = {},
): Promise<RapportIngestion> {
  const candidats = listFiles(chemins);
  const { remplace } = options;
  if (remplace !== undefined) return replace(ports, candidats, remplace);
  return run(ports, false, async (courant) => readAll(courant, candidats, false));
}

/** The old edition leaves once the new one is in: whenever the run is cut short, one of them answers. */
async function replace(
  ports: IngestionPorts,
  candidats: readonly Candidate[],
  reference: string,
): Promise<RapportIngestion> {
  refuseUnclear(candidats);
  let ancien: string | undefined;
  let retrait: Retrait | undefined;
  const rapport = await run(ports, false, async (courant) => {
    const { facts } = courant;
    ancien = await findReplaced(facts, reference, candidats);
    const lecture = await readAll(courant, candidats, false);
    const nouveau = lecture.lus[0]?.document;
    if (ancien === undefined || nouveau === undefined || nouveau === ancien) return lecture;
    const lot = ancien;
    const retirer = () => {
      retrait = replaceDocument({ facts, dataDir: ports.dataDir }, lot, nouveau);
    };
    return { ...lecture, sortant: { lot, retirer } };
  });
  return {
    ...rapport,
    ...(ancien === undefined ? { dejaRemplace: true as const } : {}),
    ...(retrait === undefined
      ? {}
      : { ecritures: rapport.ecritures + retrait.retires, remplacement: retrait.bilan }),
  };
}

/**
 * The document in force that a person asks to replace. Undefined when it has already left: a run cut short
 * before its end withdrew it. The new edition may bear the old one's name: it is not what is replaced.
 */
async function findReplaced(
  facts: FactsReader,
  reference: string,
  candidats: readonly Candidate[],
): Promise<string | undefined> {
  const fichier = candidats.find((c) => c.genre === 'fichier');
  const nouveau = fichier === undefined ? undefined : await documentId(fichier.chemin);
  const sauf = (tous: readonly DocumentStocke[]) =>
    tous.filter((d) => d.id !== nouveau || reference.includes(d.id));
  const autres = {
    documents: () => sauf(facts.documents()),
    documentsRetires: () => sauf(facts.documentsRetires()),
  };
  if (autres.documents().some((d) => answersTo(d, reference)))
    return resolveDocument(autres, reference);
  if (autres.documentsRetires().some((d) => answersTo(d, reference))) return undefined;
  return resolveDocument(facts, reference);
}

/** One document is replaced by one file: none or several would leave it unclear what replaces it. */
function refuseUnclear(candidats: readonly Candidate[]): void {
  const lus = candidats.filter((c) => c.genre === 'fichier').length;
  if (lus === 1) return;
  throw new MaillageError(
    'usage',
    `--replace attend un seul document, ${lus === 0 ? 'aucun n’est donné' : `${lus} sont donnés`}.`,
    'Donnez le chemin du fichier qui remplace l’ancien.',
  );
}

/** Reads every original again and makes the graph and the index anew. The canonical export does not change. */
export async function rebuild(ports: IngestionPorts): Promise<RapportIngestion> {
  return run(ports, true, async (courant) => {
    const tous = listOriginals(ports.dataDir);
    refuseMissing(courant.facts, new Set(tous.map((o) => o.document)));
    const retire = (document: string) => courant.facts.document(document)?.retire !== undefined;
    const originaux = tous.filter((original) => !retire(original.document));
    const candidats = originaux.map(
      ({ chemin, fichier, document }): Candidate => ({
        genre: 'fichier',
        chemin,
        fichier,
        document,
      }),
    );
    return readAll(courant, candidats, true);
  });
}

/** A document in force whose original is gone cannot be read again: rebuilding without it would lose it. */
function refuseMissing(facts: FactsWriter, originaux: ReadonlySet<string>): void {
  const perdus = facts.documents().filter((d) => !originaux.has(d.id));
  const [premier] = perdus;
  if (premier === undefined) return;
  throw new MaillageError(
    'refus',
    `L’original de « ${premier.fichier} » manque dans le dossier de données${perdus.length > 1 ? ` (et ${perdus.length - 1} autres)` : ''} : rien n’est changé.`,
    'Remettez le dossier « originaux », ou retirez ce document : maillage retract.',
  );
}

/** Withdraws a document (its id, the start of its hash, or its file's name) and all that rests on it alone. */
export async function retract(ports: IngestionPorts, reference: string): Promise<RapportIngestion> {
  return run(ports, false, async ({ facts }) => {
    const document = resolveDocument(facts, reference, { retires: true });
    // withdrawn by a run that was cut short: what is left to do is to forget its file and project
    const enPlace = facts.document(document)?.retire === undefined;
    const retires = enPlace ? facts.retirer(document) : 0;
    forgetOriginal(ports.dataDir, document);
    return { lus: [], refuses: [], ignores: [], ecritures: retires };
  });
}

/** The document that a person names, one already withdrawn too when `retires`; throws MaillageError `introuvable` when none or several answer. */
export function resolveDocument(
  facts: Pick<FactsReader, 'documents' | 'documentsRetires'>,
  reference: string,
  options: { retires?: boolean } = {},
): string {
  const repond = (d: DocumentStocke) => answersTo(d, reference);
  const enPlace = facts.documents().filter(repond);
  const retires = options.retires === true ? facts.documentsRetires().filter(repond) : [];
  const trouves = enPlace.length > 0 ? enPlace : retires;
  const [seul, autre] = trouves;
  if (seul !== undefined && autre === undefined) return seul.id;
  throw new MaillageError(
    'introuvable',
    seul === undefined
      ? `Aucun document « ${reference} » dans la base.`
      : `Plusieurs documents répondent à « ${reference} ».`,
    'Donnez son identifiant, que liste la commande : maillage documents.',
  );
}

/** The id of a file's document; undefined when it cannot be opened, which its reading will tell. */
async function documentId(chemin: string): Promise<string | undefined> {
  try {
    return (await openFile(chemin)).id;
  } catch {
    return undefined;
  }
}

/** A document by its file's name, its id, or at least the six first digits of its hash. */
function answersTo(d: DocumentStocke, reference: string): boolean {
  const nom = reference.replace(/^sha256:/, '');
  return d.fichier === reference || (nom.length >= 6 && d.id.startsWith(`sha256:${nom}`));
}

import { MaillageError } from '../src/domain/errors.js';
import { withWriteLock } from '../src/facts/lock.js';
import type { FactsWriter } from '../src/facts/writer.js';
import { openFactsWriter } from '../src/facts/writer.js';
import type { Gazetteer } from '../src/gazetteer/types.js';
import type { GrapheEcriture } from '../src/graph/port.js';
import type { RechercheEcriture } from '../src/search/port.js';
import { rulesFingerprint } from './empreinte.js';
import type { Candidate } from './files.js';
import { listFiles } from './files.js';
import { forgetOriginal, keepOriginal, listOriginals } from './originals.js';
import type { FichierLu, FichierRefuse, Progression, RapportIngestion } from './report.js';
import { loadProfils } from './sources/profil.js';
import { loadVocabulaire } from './stages/assert/vocabulaire.js';
import { buildLot } from './stages/lot.js';
import { projectGraph, projectSearch } from './stages/project.js';
import { openFile, parseFile } from './stages/read.js';
import { referenceAssertions } from './stages/reference.js';
import { understandLayout } from './stages/understand.js';

/** What a run needs from the composition root: engines are opened only once the write lock is held. */
export interface IngestionPorts {
  readonly dataDir: string;
  readonly gazetteer: Gazetteer;
  ouvrirMoteurs(): Promise<{
    graphe: GrapheEcriture;
    recherche: RechercheEcriture;
    fermer(): Promise<void>;
  }>;
  readonly progression?: Progression;
  /** How long to wait for another process that writes, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 10 * 60_000;

interface Run {
  readonly ports: IngestionPorts;
  readonly facts: FactsWriter;
  readonly empreinte: string;
  readonly lire: Lecteur;
}

type Lecteur = ReturnType<typeof createReader>;

/** Reads files and folders into the base, then projects it. Reading the same again writes nothing. */
export async function ingest(
  ports: IngestionPorts,
  chemins: readonly string[],
  options: { remplace?: string } = {},
): Promise<RapportIngestion> {
  return run(ports, false, async (courant) => {
    const candidats = listFiles(chemins);
    if (options.remplace !== undefined) refuseUnclear(candidats);
    const remplace =
      options.remplace === undefined ? undefined : resolveDocument(courant.facts, options.remplace);
    const rapport = await readAll(courant, candidats, false);
    if (
      remplace !== undefined &&
      rapport.refuses.length === 0 &&
      !rapport.lus.some((l) => l.document === remplace)
    ) {
      courant.facts.retirer(remplace);
      forgetOriginal(ports.dataDir, remplace);
    }
    return rapport;
  });
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
    const document = resolveDocument(facts, reference);
    const retires = facts.retirer(document);
    forgetOriginal(ports.dataDir, document);
    return { lus: [], refuses: [], ignores: [], ecritures: retires };
  });
}

/** The document that a person names; throws MaillageError `introuvable` when none or several answer. */
export function resolveDocument(
  facts: { documents(): { id: string; fichier: string }[] },
  reference: string,
): string {
  const nom = reference.replace(/^sha256:/, '');
  const trouves = facts
    .documents()
    .filter(
      (d) => d.fichier === reference || (nom.length >= 6 && d.id.startsWith(`sha256:${nom}`)),
    );
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

type Partiel = Pick<RapportIngestion, 'lus' | 'refuses' | 'ignores' | 'ecritures'>;

async function run(
  ports: IngestionPorts,
  complet: boolean,
  travail: (run: Run) => Promise<Partiel>,
): Promise<RapportIngestion> {
  const debut = Date.now();
  const onWait = () => ports.progression?.('attente', 0, 1);
  return withWriteLock(
    ports.dataDir,
    { patienceMs: ports.patienceMs ?? PATIENCE_MS, onWait },
    async () => {
      const facts = openFactsWriter(ports.dataDir);
      try {
        const empreinte = rulesFingerprint();
        const seeds = writeReferences(facts, ports.gazetteer, empreinte, complet);
        const partiel = await travail({ ports, facts, empreinte, lire: createReader() });
        await project(ports, facts, complet);
        return {
          ...partiel,
          ecritures: partiel.ecritures + seeds,
          sequence: facts.sequence(),
          dureeMs: Date.now() - debut,
        };
      } finally {
        facts.close();
      }
    },
  );
}

function writeReferences(
  facts: FactsWriter,
  gazetteer: Gazetteer,
  empreinte: string,
  complet: boolean,
): number {
  const lot = 'referentiels';
  if (!complet && facts.empreinte(lot) === empreinte) return 0;
  const { ajoutes, retires } = facts.appliquer({
    lot,
    empreinte,
    assertions: referenceAssertions(gazetteer.referentiels),
  });
  return ajoutes + retires;
}

async function readAll(
  run: Run,
  candidats: readonly Candidate[],
  complet: boolean,
): Promise<Partiel> {
  const lus: FichierLu[] = [];
  const refuses: FichierRefuse[] = [];
  const ignores: { fichier: string; raison: string }[] = [];
  for (const [rang, candidat] of candidats.entries()) {
    if (candidat.genre === 'ignore')
      ignores.push({ fichier: candidat.chemin, raison: candidat.raison });
    else if (candidat.genre === 'refus') refuses.push(refused(candidat.chemin, candidat.erreur));
    else {
      run.ports.progression?.('lecture', rang, candidats.length, candidat.fichier);
      const lu = await readOne(run, candidat, complet);
      if ('message' in lu) refuses.push(lu);
      else lus.push(lu);
    }
  }
  run.ports.progression?.('faits', candidats.length, candidats.length);
  const ecritures = lus.reduce((total, lu) => total + lu.faits.ajoutes + lu.faits.retires, 0);
  return { lus, refuses, ignores, ecritures };
}

async function readOne(
  run: Run,
  fichier: Source,
  complet: boolean,
): Promise<FichierLu | FichierRefuse> {
  try {
    return await run.lire(run, fichier, complet);
  } catch (erreur) {
    if (erreur instanceof MaillageError) return refused(fichier.chemin, erreur);
    return unexpected(fichier, erreur);
  }
}

/** The system refused (its errors have a code), or the defect is ours: the other files are still read. */
function unexpected(source: { chemin: string; fichier: string }, erreur: unknown): FichierRefuse {
  const cause = erreur instanceof Error ? erreur.message : String(erreur);
  const systeme = erreur instanceof Error && 'code' in erreur;
  return {
    fichier: source.chemin,
    message: systeme
      ? `« ${source.fichier} » n’a pas pu être enregistré : ${cause}`
      : `« ${source.fichier} » n’a pas pu être compris, par un défaut de Maillage : ${cause}`,
    remede: systeme
      ? 'Vérifiez la place sur le disque et les droits du dossier de données, puis relancez.'
      : 'Signalez ce défaut avec le fichier ; les autres fichiers sont lus.',
  };
}

function refused(chemin: string, erreur: MaillageError): FichierRefuse {
  return { fichier: chemin, message: erreur.message, remede: erreur.remede };
}

/** A file to read; `document` is the id it must still have when it is an original. */
interface Source {
  readonly chemin: string;
  readonly fichier: string;
  readonly document?: string;
}

function altered(fichier: string): MaillageError {
  return new MaillageError(
    'refus',
    `L’original de « ${fichier} » n’est plus ce qui avait été reçu : ses faits restent, il n’est pas relu.`,
    'Faites lire de nouveau le fichier d’origine : maillage ingest <fichier>.',
  );
}

function createReader() {
  const profils = loadProfils();
  const vocabulaire = loadVocabulaire();
  return async (run: Run, source: Source, complet: boolean): Promise<FichierLu> => {
    const { facts, ports, empreinte } = run;
    const ouvert = await openFile(source.chemin);
    const connu = facts.document(ouvert.id);
    const enPlace = connu !== undefined && connu.retire === undefined;
    // The same bytes under two names are one document: the first name in order, whichever came first.
    const fichier = enPlace && connu.fichier < source.fichier ? connu.fichier : source.fichier;
    if (source.document !== undefined && source.document !== ouvert.id) throw altered(fichier);
    // A lost original comes back with its file; nothing is written when it is there.
    if (enPlace) keepOriginal(ports.dataDir, ouvert.octets, fichier);
    if (
      enPlace &&
      fichier === connu.fichier &&
      !complet &&
      facts.empreinte(ouvert.id) === empreinte
    ) {
      const { titre, type, pages } = connu;
      const faits = { ajoutes: 0, retires: 0, inchanges: 0 };
      const alertes = facts.alertes(ouvert.id).length;
      return { fichier, document: ouvert.id, titre, type, pages, etat: 'inchange', faits, alertes };
    }
    const lu = await parseFile(ouvert);
    const document = understandLayout(lu, fichier, profils);
    const lot = buildLot(document, ports.gazetteer, vocabulaire, empreinte);
    keepOriginal(ports.dataDir, lu.octets, fichier);
    const { ajoutes, retires, inchanges } = facts.appliquer(lot);
    return {
      fichier,
      document: lu.id,
      titre: lot.document?.titre ?? fichier,
      type: document.type,
      pages: document.pages.length,
      etat: !enPlace ? 'nouveau' : ajoutes + retires > 0 ? 'modifie' : 'inchange',
      faits: { ajoutes, retires, inchanges },
      alertes: lot.alertes?.length ?? 0,
    };
  };
}

async function project(ports: IngestionPorts, facts: FactsWriter, complet: boolean): Promise<void> {
  const moteurs = await ports.ouvrirMoteurs();
  try {
    ports.progression?.('graphe', 0, 1);
    await projectGraph(facts, moteurs.graphe, complet);
    ports.progression?.('index', 0, 1);
    await projectSearch(facts, moteurs.recherche, ports.gazetteer.referentiels, complet);
  } finally {
    await moteurs.fermer();
  }
}

import { MaillageError } from '../src/domain/errors.js';
import { once } from '../src/gazetteer/once.js';
import type { Candidate } from './files.js';
import { catalogueFormat } from './fonds/format.js';
import { readCatalogue } from './fonds/lire.js';
import { altered, keepOriginal } from './originals.js';
import type { FichierRefuse, FichierLu as Rapporte } from './report.js';
import type { Partiel, Run } from './run.js';
import { loadProfils } from './sources/profil.js';
import { loadVocabulaire } from './stages/assert/vocabulaire.js';
import { buildLot } from './stages/lot.js';
import type { FichierLu, FichierOuvert, ReadOptions } from './stages/read.js';
import { openFile, parseFile } from './stages/read.js';
import { understandLayout } from './stages/understand.js';

/** A file to read; `document` is the id it must still have when it is an original. */
interface Source {
  readonly chemin: string;
  readonly fichier: string;
  readonly document?: string;
}

type Lecteur = (source: Source) => Promise<Rapporte>;

/**
 * Reads files one after the other and deposits what the rules make of each. A file that is refused
 * leaves the others; `complet` reads again what has not changed.
 */
export async function readAll(
  run: Run,
  candidats: readonly Candidate[],
  complet: boolean,
): Promise<Partiel> {
  const lus: Rapporte[] = [];
  const refuses: FichierRefuse[] = [];
  const ignores: { fichier: string; raison: string }[] = [];
  const lire = createReader(run, complet);
  for (const [rang, candidat] of candidats.entries()) {
    if (candidat.genre === 'ignore')
      ignores.push({ fichier: candidat.chemin, raison: candidat.raison });
    else if (candidat.genre === 'refus') refuses.push(refused(candidat.chemin, candidat.erreur));
    else {
      run.ports.progression?.('lecture', rang, candidats.length, candidat.fichier);
      const lu = await readOne(lire, candidat);
      if ('message' in lu) refuses.push(lu);
      else lus.push(lu);
    }
  }
  run.ports.progression?.('faits', candidats.length, candidats.length);
  // what a catalogue wrote; the lots of the others are counted once resolved
  const ecritures = lus.reduce((n, lu) => n + (lu.catalogue?.ecritures ?? 0), 0);
  return { lus, refuses, ignores, ecritures };
}

async function readOne(lire: Lecteur, fichier: Source): Promise<Rapporte | FichierRefuse> {
  try {
    return await lire(fichier);
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

/** Parses a file in its process while this one makes ready what the next stages need: half of it elapses together. */
async function parseMeanwhile(
  ouvert: FichierOuvert,
  options: ReadOptions,
  prepare: () => void,
): Promise<FichierLu> {
  const envoi: { fait: () => void } = { fait: () => undefined };
  const envoye = new Promise<void>((resolve) => {
    envoi.fait = resolve;
  });
  const lecture = parseFile(ouvert, { ...options, surEnvoi: () => envoi.fait() });
  const [lu] = await Promise.all([lecture, Promise.race([envoye, lecture]).then(prepare)]);
  return lu;
}

function createReader(run: Run, complet: boolean): Lecteur {
  const lireDocument = createDocumentReader(run, complet);
  return async (source) => {
    const format = await formatOf(source.chemin, source.fichier);
    return format === undefined
      ? lireDocument(source)
      : readCatalogue(run, { ...source, format }, complet);
  };
}

/** What the system refuses is said by the reader of documents, which opens the file again. */
async function formatOf(chemin: string, fichier: string): ReturnType<typeof catalogueFormat> {
  try {
    return await catalogueFormat(chemin, fichier);
  } catch {
    return undefined;
  }
}

function createDocumentReader({ facts, ports, empreinte: regles }: Run, complet: boolean): Lecteur {
  const { reconnaissance = true } = ports;
  // pages of image are read otherwise: what was read without them is to be read again with them
  const empreinte = reconnaissance ? regles : `${regles} sans reconnaissance`;
  const outils = once(() => ({ profils: loadProfils(), vocabulaire: loadVocabulaire() }));
  return async (source) => {
    const ouvert = await openFile(source.chemin);
    const connu = facts.document(ouvert.id);
    const enPlace = connu !== undefined && connu.retire === undefined;
    // The same bytes under two names are one document: the first name in order, whichever came first.
    const fichier = enPlace && connu.fichier < source.fichier ? connu.fichier : source.fichier;
    if (source.document !== undefined && source.document !== ouvert.id) throw altered(fichier);
    // A lost original comes back with its file; nothing is written when it is there.
    if (enPlace) keepOriginal(ports.dataDir, ouvert.octets, fichier);
    const aJour = fichier === connu?.fichier && facts.empreinteLue(ouvert.id) === empreinte;
    if (enPlace && aJour && !complet) {
      const { titre, type, pages } = connu;
      const faits = { ajoutes: 0, retires: 0, inchanges: 0 };
      const alertes = facts.alertes(ouvert.id).length;
      return { fichier, document: ouvert.id, titre, type, pages, etat: 'inchange', faits, alertes };
    }
    const annoncer = (fait: number, total: number) =>
      ports.progression?.('reconnaissance', fait, total, fichier);
    const lu = await parseMeanwhile(ouvert, { reconnaissance, annoncer }, () => {
      outils();
      ports.gazetteer.mentions('', { annee: 0, mode: 'document' });
    });
    const { profils, vocabulaire } = outils();
    const document = understandLayout(lu, fichier, profils);
    const lot = buildLot(document, ports.gazetteer, vocabulaire, empreinte);
    keepOriginal(ports.dataDir, lu.octets, fichier);
    facts.deposer(lot);
    return {
      fichier,
      document: lu.id,
      titre: lot.document?.titre ?? fichier,
      type: document.type,
      pages: document.pages.length,
      etat: enPlace ? 'inchange' : 'nouveau',
      faits: { ajoutes: 0, retires: 0, inchanges: lot.assertions.length },
      alertes: lot.alertes?.length ?? 0,
    };
  };
}

/**
 * The program of the child process in which a file is parsed (`ingest/stages/read.ts` starts it,
 * with its limits): receives the bytes, answers the reading or the refusal, and ends.
 */
import { Worker } from 'node:worker_threads';
import { MaillageError } from '../../src/domain/errors.js';
import type { Lecture } from './format.js';
import { formatOf } from './registry.js';

export interface Demande {
  readonly octets: Uint8Array;
  readonly fichier: string;
  /** False: pages that are images are not read. */
  readonly reconnaissance: boolean;
}

/** Told before each page that is read on its image. */
export interface Avancement {
  readonly genre: 'avancement';
  readonly fait: number;
  readonly total: number;
}

export type Reponse =
  | { readonly genre: 'lu'; readonly format: string; readonly lecture: Lecture }
  | { readonly genre: 'refus'; readonly message: string; readonly remede: string };

async function repondre(
  { octets, fichier, reconnaissance }: Demande,
  annoncer: (fait: number, total: number) => void,
): Promise<Reponse> {
  try {
    const format = formatOf(octets, fichier);
    const lecture = await lire(() => format.lire(octets, { reconnaissance, annoncer }), fichier);
    return { genre: 'lu', format: format.nom, lecture };
  } catch (erreur) {
    const refus = erreur instanceof MaillageError ? erreur : inattendu(erreur, fichier);
    return { genre: 'refus', message: refus.message, remede: refus.remede };
  }
}

/** A format says what is wrong; the file's name is added here. */
async function lire(lecture: () => Promise<Lecture>, fichier: string): Promise<Lecture> {
  try {
    return await lecture();
  } catch (erreur) {
    if (!(erreur instanceof MaillageError)) throw erreur;
    throw new MaillageError('refus', `« ${fichier} » : ${erreur.message}.`, erreur.remede, {
      cause: erreur,
    });
  }
}

function inattendu(cause: unknown, fichier: string): MaillageError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new MaillageError(
    'refus',
    `« ${fichier} » : la lecture a échoué (${detail}).`,
    'Exportez le document de nouveau ; si l’erreur persiste, signalez-la avec le fichier.',
    { cause },
  );
}

/**
 * Ends this process at its limits from a thread of its own: a parser that loops hears nothing, neither a
 * timer nor the end of its parent (killed in the middle of a run, or busy while this process inflates).
 * What is returned starts the limit of time anew.
 */
function dieAt(delaiMs: number, memoireMo: number): () => void {
  const gardien = new Worker(
    `const fin = () => process.kill(process.pid, 'SIGKILL');
     let minuterie = setTimeout(fin, ${delaiMs});
     require('node:worker_threads').parentPort.on('message', () => {
       clearTimeout(minuterie);
       minuterie = setTimeout(fin, ${delaiMs});
     });
     setInterval(() => {
       if (process.memoryUsage.rss() < ${memoireMo * 1024 * 1024}) return;
       require('node:fs').writeSync(2, '${TROP_DE_MEMOIRE}');
       fin();
     }, 50);`,
    { eval: true },
  );
  gardien.unref();
  return () => gardien.postMessage(null);
}

/** What the engine itself prints when its heap is full: the parent reads it. */
const TROP_DE_MEMOIRE = 'heap out of memory';

const prolonger = dieAt(Number(process.argv[2]), Number(process.argv[3]));
process.once('disconnect', () => process.exit());
process.once('message', (demande: Demande) => {
  const annoncer = (fait: number, total: number): void => {
    prolonger();
    const avancement: Avancement = { genre: 'avancement', fait, total };
    process.send?.(avancement);
  };
  void repondre(demande, annoncer).then((reponse) => {
    process.send?.(reponse, () => process.disconnect());
  });
});

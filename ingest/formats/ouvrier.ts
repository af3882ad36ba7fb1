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
}

export type Reponse =
  | { readonly genre: 'lu'; readonly format: string; readonly lecture: Lecture }
  | { readonly genre: 'refus'; readonly message: string; readonly remede: string };

async function repondre({ octets, fichier }: Demande): Promise<Reponse> {
  try {
    const format = formatOf(octets, fichier);
    return {
      genre: 'lu',
      format: format.nom,
      lecture: await lire(() => format.lire(octets), fichier),
    };
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
 * Ends this process at its limit from a thread of its own: a parser that loops hears nothing, neither a
 * timer nor the end of its parent (killed in the middle of a run).
 */
function dieAt(delaiMs: number): void {
  const gardien = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${delaiMs})`;
  new Worker(gardien, { eval: true }).unref();
}

dieAt(Number(process.argv[2]));
process.once('disconnect', () => process.exit());
process.once('message', (demande: Demande) => {
  void repondre(demande).then((reponse) => process.send?.(reponse, () => process.disconnect()));
});

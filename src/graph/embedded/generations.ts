import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { MODELE } from '../ddl.js';

/**
 * What the pointer file `courant` says. `generation` grows by one at each projection: two
 * generations may stand at the same sequence (a rebuild), and their pointers still differ.
 */
export interface Generation {
  readonly sequence: number;
  readonly generation: number;
  readonly fichier: string;
  readonly precedente: string | null;
  /** Of the tables: a file made for another model is not carried on, but rebuilt. */
  readonly modele: string;
}

const POINTEUR = 'courant';
/** Everything of a projection under way but its database file. */
export const CHANTIER = 'chantier';

/** The current generation, or undefined when nothing was projected yet. Throws on a damaged pointer. */
export function currentGeneration(dossier: string): Generation | undefined {
  const texte = readPointer(dossier);
  return texte === '' ? undefined : (JSON.parse(texte) as Generation);
}

/** Text of the pointer, '' when there is none: readers compare it before each read. */
export function readPointer(dossier: string): string {
  try {
    return readFileSync(join(dossier, POINTEUR), 'utf8');
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw erreur;
  }
}

/** Name of the file of the next generation: `<sequence>.lbug`, with its rank when that one is taken. */
export function nextGeneration(
  dossier: string,
  courante: Generation | undefined,
  sequence: number,
): Generation {
  const generation = (courante?.generation ?? 0) + 1;
  const simple = `${sequence}.lbug`;
  const fichier = existsSync(join(dossier, simple)) ? `${sequence}-${generation}.lbug` : simple;
  return { sequence, generation, fichier, precedente: courante?.fichier ?? null, modele: MODELE };
}

/** Makes a generation current: its file is on disk before the one rename that readers see. */
export function publish(dossier: string, suivante: Generation): void {
  syncFile(join(dossier, suivante.fichier));
  const provisoire = join(dossier, `${POINTEUR}.nouveau`);
  writeFileSync(provisoire, JSON.stringify(suivante));
  syncFile(provisoire);
  renameSync(provisoire, join(dossier, POINTEUR));
  syncFolder(dossier);
}

/**
 * Removes what no generation uses: older files, and what a crashed projection left. The previous
 * generation stays, since a reader may be about to open it. A reader that still holds an older
 * file keeps it (POSIX) or makes the removal fail (Windows): the next projection tries again.
 */
export function removeUnused(dossier: string, courante: Generation | undefined): void {
  const gardes = [courante?.fichier, courante?.precedente].filter((f) => typeof f === 'string');
  for (const nom of readdirSync(dossier)) {
    const notre = nom.includes('.lbug') || nom === CHANTIER || nom === `${POINTEUR}.nouveau`;
    if (!notre || gardes.some((garde) => nom === garde || nom.startsWith(`${garde}.`))) continue;
    try {
      rmSync(join(dossier, nom), { recursive: true, force: true });
    } catch {}
  }
}

function syncFile(fichier: string): void {
  const descripteur = openSync(fichier, 'r+');
  try {
    fsyncSync(descripteur);
  } finally {
    closeSync(descripteur);
  }
}

/** A rename lasts once its folder is synced; Windows cannot open a folder, and does not need it. */
function syncFolder(dossier: string): void {
  if (process.platform === 'win32') return;
  const descripteur = openSync(dossier, 'r');
  try {
    fsyncSync(descripteur);
  } finally {
    closeSync(descripteur);
  }
}

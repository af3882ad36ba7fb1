import { existsSync } from 'node:fs';
import { MaillageError } from '../../../src/domain/errors.js';
import { originalFile } from '../../originals.js';
import { loadProfils } from '../../sources/profil.js';
import type { DocumentLu } from '../lot.js';
import { readFile } from '../read.js';
import { understandLayout } from '../understand.js';

/**
 * The layout of a document of the base, read again from its original by today's rules, in a child process.
 * Null when the original is gone or can no longer be read: what is stored is explained all the same.
 */
export async function relire(
  dataDir: string,
  document: { readonly id: string; readonly fichier: string },
  reconnaissance: boolean,
): Promise<DocumentLu | null> {
  const chemin = originalFile(dataDir, document.id);
  if (!existsSync(chemin)) return null;
  try {
    const { octets: _octets, ...lu } = await readFile(chemin, { reconnaissance });
    return understandLayout(lu, document.fichier, loadProfils());
  } catch (erreur) {
    if (erreur instanceof MaillageError) return null;
    throw erreur;
  }
}

import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { MaillageError } from '../src/domain/errors.js';
import { EXTENSIONS, EXTENSIONS_CATALOGUE } from './formats/extensions.js';

/** A file to read, or a reason not to. */
export type Candidate =
  | {
      readonly genre: 'fichier';
      readonly chemin: string;
      readonly fichier: string;
      /** For an original: the document its bytes must still be. */
      readonly document?: string;
    }
  | { readonly genre: 'ignore'; readonly chemin: string; readonly raison: string }
  | { readonly genre: 'refus'; readonly chemin: string; readonly erreur: MaillageError };

const LUES = new Set<string>([...Object.values(EXTENSIONS).flat(), ...EXTENSIONS_CATALOGUE]);

/**
 * Files of the paths given, folders walked in name order. In a folder, files of another kind are
 * left aside and said so; a file named outright is always tried.
 */
export function listFiles(chemins: readonly string[]): Candidate[] {
  return chemins.flatMap((chemin) => {
    try {
      return statSync(chemin).isDirectory() ? walk(chemin) : [file(chemin)];
    } catch (cause) {
      return [refusal(chemin, cause)];
    }
  });
}

function walk(dossier: string): Candidate[] {
  try {
    return readdirSync(dossier, { withFileTypes: true })
      .filter((entree) => !entree.name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entree): Candidate[] => {
        const chemin = join(dossier, entree.name);
        if (entree.isDirectory()) return walk(chemin);
        if (!entree.isFile()) return [];
        if (LUES.has(extname(entree.name).toLowerCase())) return [file(chemin)];
        return [
          { genre: 'ignore', chemin, raison: 'ce n’est pas un format de document lu par Maillage' },
        ];
      });
  } catch (cause) {
    return [refusal(dossier, cause)];
  }
}

function file(chemin: string): Candidate {
  return { genre: 'fichier', chemin, fichier: basename(chemin).normalize('NFC') };
}

function refusal(chemin: string, cause: unknown): Candidate {
  return { genre: 'refus', chemin, erreur: unreadable(chemin, cause) };
}

/** A French error for a path that the system refuses to read. */
export function unreadable(chemin: string, cause: unknown): MaillageError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') {
    return new MaillageError('refus', `« ${chemin} » n’existe pas.`, 'Vérifiez le chemin donné.', {
      cause,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new MaillageError(
      'refus',
      `« ${chemin} » ne peut pas être lu : les droits manquent.`,
      'Donnez le droit de lecture à l’utilisateur qui lance Maillage.',
      { cause },
    );
  }
  return new MaillageError(
    'refus',
    `« ${chemin} » ne peut pas être lu (${code || 'erreur inconnue'}).`,
    'Vérifiez le fichier et le disque.',
    { cause },
  );
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the package: the nearest `package.json` above this file, in the sources as in `dist`. */
export function packageRoot(): string {
  let dossier = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dossier, 'package.json'))) {
    const parent = dirname(dossier);
    if (parent === dossier) throw new Error('package.json introuvable au-dessus des sources');
    dossier = parent;
  }
  return dossier;
}

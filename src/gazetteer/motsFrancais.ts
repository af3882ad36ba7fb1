import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contientSansAccents, lignesTriees } from '../french/sortedLines.js';
import { once } from './once.js';

/** Words shorter than this are not in the list of the language. */
const LETTRES_MIN = 3;

/**
 * True for a word of the language, in small letters, whatever its accents (« securite »). The list is read when a
 * first word is asked; `seedsDir` holds `gazetteers`.
 */
export function openMotsFrancais(seedsDir: string): (mot: string) => boolean {
  const mots = once(() =>
    lignesTriees(readFileSync(join(seedsDir, 'gazetteers', 'mots-francais.txt'), 'utf8')),
  );
  return (mot) => mot.length >= LETTRES_MIN && contientSansAccents(mots(), mot);
}

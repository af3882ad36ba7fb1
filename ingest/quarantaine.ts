import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EnregistrementRompu } from './formats/catalogue/catalogue.js';

/** Records that could not be read: `quarantaine/<rank>-<digest>.bin`, their bytes, beside the reason in French. */
export function quarantineDir(dataDir: string): string {
  return join(dataDir, 'quarantaine');
}

/** Keeps the bytes of a broken record and why it is broken. Doing it twice changes nothing. */
export function quarantine(dataDir: string, fichier: string, rompu: EnregistrementRompu): void {
  const dossier = quarantineDir(dataDir);
  mkdirSync(dossier, { recursive: true });
  const marque = createHash('sha256').update(fichier).update(rompu.octets).digest('hex');
  const chemin = join(dossier, `${rompu.numero}-${marque.slice(0, 16)}`);
  const { numero, code, raison } = rompu;
  const notice = `${JSON.stringify({ fichier, numero, code, raison }, null, 2)}\n`;
  writeWhole(`${chemin}.bin`, rompu.octets);
  writeWhole(`${chemin}.json`, notice);
}

/** A crash leaves no half file under its name. */
function writeWhole(chemin: string, contenu: string | Uint8Array): void {
  if (existsSync(chemin)) return;
  writeFileSync(`${chemin}.nouveau`, contenu);
  renameSync(`${chemin}.nouveau`, chemin);
}

import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MaillageError } from '../src/domain/errors.js';

/** Originals are kept by content: `originaux/<sha256>` beside `originaux/<sha256>.json`, which keeps the file's name. */
export function originalsDir(dataDir: string): string {
  return join(dataDir, 'originaux');
}

/** Path of the original of a document (`sha256:…`). */
export function originalFile(dataDir: string, document: string): string {
  return join(originalsDir(dataDir), document.slice('sha256:'.length));
}

/** Keeps the bytes of a document and its file's name. Doing it twice changes nothing; a crash leaves no half file. */
export function keepOriginal(dataDir: string, octets: Uint8Array, fichier: string): string {
  const empreinte = createHash('sha256').update(octets).digest('hex');
  const chemin = join(originalsDir(dataDir), empreinte);
  mkdirSync(originalsDir(dataDir), { recursive: true });
  if (!existsSync(chemin)) writeWhole(chemin, octets);
  const notice = JSON.stringify({ fichier });
  if (!existsSync(`${chemin}.json`) || readFileSync(`${chemin}.json`, 'utf8') !== notice) {
    writeWhole(`${chemin}.json`, Buffer.from(notice));
  }
  return `sha256:${empreinte}`;
}

/** The id of a file's bytes, read as a stream. */
export async function digestOf(chemin: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const morceau of createReadStream(chemin)) hash.update(morceau as Buffer);
  return `sha256:${hash.digest('hex')}`;
}

/** An original whose bytes are no longer those of its id. */
export function altered(fichier: string): MaillageError {
  return new MaillageError(
    'refus',
    `L’original de « ${fichier} » n’est plus ce qui avait été reçu : ses faits restent, il n’est pas relu.`,
    'Faites lire de nouveau le fichier d’origine : maillage ingest <fichier>.',
  );
}

/** The same for a file that is not held in memory, given by its path. Returns where it is kept. */
export async function keepOriginalFile(
  dataDir: string,
  source: string,
  fichier: string,
): Promise<{ document: string; chemin: string }> {
  const dossier = originalsDir(dataDir);
  mkdirSync(dossier, { recursive: true });
  const provisoire = join(dossier, `catalogue.${process.pid}.tmp`);
  const hash = createHash('sha256');
  try {
    await pipeline(
      createReadStream(source),
      async function* digest(morceaux: AsyncIterable<Buffer>) {
        for await (const morceau of morceaux) {
          hash.update(morceau);
          yield morceau;
        }
      },
      createWriteStream(provisoire, { flush: true }),
    );
    const empreinte = hash.digest('hex');
    const chemin = join(dossier, empreinte);
    if (!existsSync(chemin)) renameSync(provisoire, chemin);
    const notice = JSON.stringify({ fichier });
    if (!existsSync(`${chemin}.json`)) writeWhole(`${chemin}.json`, Buffer.from(notice));
    return { document: `sha256:${empreinte}`, chemin };
  } finally {
    rmSync(provisoire, { force: true });
  }
}

/** Forgets a document's file: a rebuild no longer reads it. */
export function forgetOriginal(dataDir: string, document: string): void {
  const chemin = originalFile(dataDir, document);
  rmSync(`${chemin}.json`, { force: true });
  rmSync(chemin, { force: true });
}

/** Every original kept, in the order of their hashes. */
export function listOriginals(
  dataDir: string,
): { document: string; chemin: string; fichier: string }[] {
  const dossier = originalsDir(dataDir);
  if (!existsSync(dossier)) return [];
  return readdirSync(dossier)
    .filter((nom) => /^[0-9a-f]{64}\.json$/.test(nom))
    .sort()
    .flatMap((nom) => {
      const chemin = join(dossier, nom.slice(0, 64));
      if (!existsSync(chemin)) return [];
      const { fichier } = JSON.parse(readFileSync(join(dossier, nom), 'utf8')) as {
        fichier: string;
      };
      return [{ document: `sha256:${nom.slice(0, 64)}`, chemin, fichier }];
    });
}

function writeWhole(chemin: string, octets: Uint8Array): void {
  const provisoire = `${chemin}.${process.pid}.tmp`;
  const descripteur = openSync(provisoire, 'w');
  try {
    for (let ecrit = 0; ecrit < octets.length; ) ecrit += writeSync(descripteur, octets, ecrit);
    fsyncSync(descripteur);
  } catch (error) {
    rmSync(provisoire, { force: true });
    throw error;
  } finally {
    closeSync(descripteur);
  }
  renameSync(provisoire, chemin);
}

import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MaillageError } from '../../src/domain/errors.js';
import { packageRoot } from '../../src/domain/racine.js';
import { unreadable } from '../files.js';
import type { Lecture } from '../formats/format.js';
import type { Avancement, Demande, Reponse } from '../formats/ouvrier.js';

/** Limits of one reading. */
export interface ReadOptions {
  /** Longest time a file may take, in milliseconds (60 s). */
  readonly delaiMs?: number;
  /** Largest heap of the child process, in megabytes (512). */
  readonly memoireMo?: number;
  /** Largest file, in megabytes (100). */
  readonly tailleMaxMo?: number;
  /** False: pages that are images are not read, and say so (true). */
  readonly reconnaissance?: boolean;
  /** Told before each page that is read on its image. */
  readonly annoncer?: (fait: number, total: number) => void;
  /** Called once the child process has the bytes: what is done then costs it nothing. */
  readonly surEnvoi?: () => void;
}

/** A file's bytes and their identity, before anything is made of them. */
export interface FichierOuvert {
  /** Name without its folder. */
  readonly fichier: string;
  /** `sha256:` and the digest of the bytes. */
  readonly id: string;
  readonly octets: Uint8Array;
}

export interface FichierLu extends FichierOuvert {
  readonly format: string;
  readonly lecture: Lecture;
}

const MO = 1024 * 1024;
const DEFAUTS = {
  delaiMs: 60_000,
  memoireMo: 512,
  tailleMaxMo: 100,
  reconnaissance: true,
  annoncer: () => undefined,
  surEnvoi: () => undefined,
};

/** Takes a file's bytes in. Throws a MaillageError `refus` that names the file, the cause and the remedy. */
export async function openFile(chemin: string, options: ReadOptions = {}): Promise<FichierOuvert> {
  const octets = await lireOctets(chemin, options.tailleMaxMo ?? DEFAUTS.tailleMaxMo);
  const id = `sha256:${createHash('sha256').update(octets).digest('hex')}`;
  return { fichier: basename(chemin).normalize('NFC'), id, octets };
}

/**
 * Makes pages of a file's bytes, in a child process with limits of time and memory, so that a hostile
 * document ends that process only. Throws a MaillageError `refus` that names the file, the cause and the remedy.
 */
export async function parseFile(
  ouvert: FichierOuvert,
  options: ReadOptions = {},
): Promise<FichierLu> {
  const limites = { ...DEFAUTS, ...options };
  const reponse = await analyserOuRenoncer(ouvert, limites);
  if (reponse.genre === 'refus') throw new MaillageError('refus', reponse.message, reponse.remede);
  return { ...ouvert, format: reponse.format, lecture: reponse.lecture };
}

/** Opens and parses a file. */
export async function readFile(chemin: string, options: ReadOptions = {}): Promise<FichierLu> {
  return parseFile(await openFile(chemin, options), options);
}

async function lireOctets(chemin: string, tailleMaxMo: number): Promise<Uint8Array> {
  const fichier = basename(chemin).normalize('NFC');
  try {
    const { size, isFile } = await stat(chemin).then((s) => ({ size: s.size, isFile: s.isFile() }));
    if (!isFile) {
      throw new MaillageError(
        'refus',
        `« ${fichier} » n’est pas un fichier.`,
        'Donnez le chemin d’un document.',
      );
    }
    if (size > tailleMaxMo * MO) {
      throw new MaillageError(
        'refus',
        `« ${fichier} » pèse ${Math.ceil(size / MO)} Mo, au-delà de la limite de ${tailleMaxMo} Mo.`,
        'Réduisez la définition de ses images ou partagez-le en plusieurs fichiers.',
      );
    }
    return await readBytes(chemin);
  } catch (cause) {
    throw cause instanceof MaillageError ? cause : unreadable(chemin, cause);
  }
}

/** The compiled worker, whether this runs from the sources or from `dist`. */
function ouvrier(): string {
  return join(packageRoot(), 'dist', 'ingest', 'formats', 'ouvrier.js');
}

/**
 * A file whose pages of image take more than the limits is read again without them: its text is
 * worth having, and each of these pages says that it was not read.
 */
async function analyserOuRenoncer(
  { octets, fichier }: FichierOuvert,
  limites: Required<ReadOptions>,
): Promise<Reponse> {
  const { reconnaissance } = limites;
  let images = 0;
  const annoncer = (fait: number, total: number): void => {
    images = total;
    limites.annoncer(fait, total);
  };
  try {
    return await analyser({ octets, fichier, reconnaissance }, { ...limites, annoncer });
  } catch (erreur) {
    if (!reconnaissance || images === 0) throw erreur;
    return analyser({ octets, fichier, reconnaissance: false }, limites);
  }
}

function analyser(demande: Demande, limites: Required<ReadOptions>): Promise<Reponse> {
  return new Promise((resolve, reject) => {
    const plafondMo = limites.memoireMo + SOCLE_MO;
    const ultimes = [limites.delaiMs + SURSIS_MS, plafondMo + SOCLE_OCR_MO].map(String);
    const enfant = fork(ouvrier(), ultimes, {
      execArgv: [`--max-old-space-size=${limites.memoireMo}`],
      serialization: 'advanced',
      // a parser of hostile bytes has no use for our keys and passwords
      env: {},
      // parsers print warnings, and say why they die: neither is for the user
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let erreurs = '';
    enfant.stderr?.setEncoding('utf8').on('data', (t: string) => {
      erreurs = (erreurs + t).slice(-4000);
    });
    const arreter = (cause: MaillageError): void => {
      enfant.kill('SIGKILL');
      reject(cause);
    };
    const horloge = chronometre(limites.delaiMs, () =>
      arreter(tropLong(demande.fichier, limites.delaiMs)),
    );
    let images = false;
    const surveillance = setInterval(() => {
      const plafond = plafondMo + (images ? SOCLE_OCR_MO : 0);
      if (residentMo(enfant.pid) > plafond) arreter(tropGros(demande.fichier, limites.memoireMo));
    }, SURVEILLANCE_MS);
    enfant.on('message', (message: Reponse | Avancement) => {
      if (message.genre !== 'avancement') return resolve(message);
      images = true;
      horloge.prolonger();
      limites.annoncer(message.fait, message.total);
    });
    enfant.once('error', (cause) => reject(interrompu(demande.fichier, cause)));
    enfant.once('exit', () => {
      horloge.arreter();
      clearInterval(surveillance);
      reject(
        /heap out of memory|allocation failed/i.test(erreurs)
          ? tropGros(demande.fichier, limites.memoireMo)
          : interrompu(demande.fichier, erreurs),
      );
    });
    enfant.send(demande, (cause) => {
      if (cause === null) limites.surEnvoi();
      else reject(interrompu(demande.fichier, cause));
    });
  });
}

/** A time limit that each page of image starts anew, up to a number of pages: it grows with the work to do. */
function chronometre(
  delaiMs: number,
  fin: () => void,
): { prolonger: () => void; arreter: () => void } {
  let minuterie = setTimeout(fin, delaiMs);
  let prolongations = 0;
  return {
    prolonger: () => {
      prolongations += 1;
      if (prolongations > PAGES_IMAGE_MAX) return;
      clearTimeout(minuterie);
      minuterie = setTimeout(fin, delaiMs);
    },
    arreter: () => clearTimeout(minuterie),
  };
}

/** Pages of image of one file beyond which its time is no longer prolonged. */
const PAGES_IMAGE_MAX = 3000;
/** Memory of the recognition of characters: the engine, its language, a page's image. */
const SOCLE_OCR_MO = 512;
/** Past its time limit, what is left to a child whose parent died before ending it. */
const SURSIS_MS = 5000;
/** How often the memory of the child is looked at: a page can inflate a gigabyte in a second. */
const SURVEILLANCE_MS = 50;
/** Memory of the child before it reads anything: the engine, the parser and its fonts. */
const SOCLE_MO = 256;

/** Memory that a process holds, in megabytes, heap and buffers; 0 where the system does not tell it as Linux does. */
function residentMo(pid: number | undefined): number {
  try {
    const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return (Number(pages) * 4096) / MO;
  } catch {
    // the process has just ended, or this is no Linux: the limit of the heap stands
    return 0;
  }
}

const REMEDE = 'Ouvrez-le et exportez-le de nouveau en PDF, ou retirez-en les pages inutiles.';

function tropLong(fichier: string, delaiMs: number): MaillageError {
  const secondes = (delaiMs / 1000).toLocaleString('fr-FR');
  return new MaillageError(
    'refus',
    `« ${fichier} » : la lecture a été arrêtée après ${secondes} s.`,
    REMEDE,
  );
}

function tropGros(fichier: string, memoireMo: number): MaillageError {
  return new MaillageError(
    'refus',
    `« ${fichier} » : la lecture demande plus de ${memoireMo} Mo de mémoire et a été arrêtée.`,
    REMEDE,
  );
}

function interrompu(fichier: string, cause: unknown): MaillageError {
  return new MaillageError('refus', `« ${fichier} » : la lecture s’est interrompue.`, REMEDE, {
    cause,
  });
}

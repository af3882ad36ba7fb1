import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadOptions, readFile } from '../../ingest/stages/read.js';
import { MaillageError } from '../../src/domain/errors.js';
import { pdfChiffre, petitPdf } from '../support/pdf.js';

const PROGRAMME = fileURLToPath(
  new URL('../../seeds/documents/programme-2012.pdf', import.meta.url),
);
let dossier = '';

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'maillage-lecture-'));
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

function deposer(nom: string, octets: Uint8Array | string): string {
  const chemin = join(dossier, nom);
  writeFileSync(chemin, octets);
  return chemin;
}

async function refus(chemin: string, options: ReadOptions = {}): Promise<MaillageError> {
  const erreur: unknown = await readFile(chemin, options).then(
    () => null,
    (e: unknown) => e,
  );
  if (!(erreur instanceof MaillageError)) throw new Error(`pas de refus pour ${chemin}`);
  return erreur;
}

describe('readFile', () => {
  it('gives the same pages as the format in its child process, and the digest of the bytes', async () => {
    const lu = await readFile(PROGRAMME);
    expect(lu.id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(lu.format).toBe('pdf');
    expect(lu.octets.length).toBe(readFileSync(PROGRAMME).length);
    expect(lu.lecture.pages.map((p) => p.imprimee)).toEqual(lu.lecture.pages.map((p) => p.numero));
    expect(lu.lecture.pages[2]?.etat).toBe('vide');
  });

  it('reads a name with accents and spaces, whatever its extension says', async () => {
    const chemin = deposer('Programme été 2012 (copie).dat', petitPdf([['Bonjour']]));
    expect((await readFile(chemin)).lecture.pages[0]?.texte).toContain('Bonjour');
  });

  it.each<[string, () => Uint8Array | string, RegExp]>([
    ['vide.pdf', () => '', /vide/],
    ['tronqué.pdf', () => readFileSync(PROGRAMME).subarray(0, 200_000), /tronqué ou abîmé/],
    ['en-tête seul.pdf', () => '%PDF-1.7\n%%EOF', /PDF/],
    ['protégé.pdf', pdfChiffre, /mot de passe/],
    [
      'exécutable.pdf',
      () => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(64)]),
      /programme exécutable/,
    ],
    [
      'piège.pdf',
      () => Buffer.concat([Buffer.from('MZ'), Buffer.from('%PDF-1.4 %%EOF')]),
      /programme exécutable/,
    ],
    ['binaire.txt', () => Buffer.from([1, 2, 3, 4, 0, 0, 7]), /aucun format connu/],
  ])(
    'refuses %s in one French line that names it, its cause and a remedy',
    async (nom, octets, cause) => {
      const erreur = await refus(deposer(nom, octets()));
      expect(erreur.genre).toBe('refus');
      expect(erreur.message).toContain(nom);
      expect(erreur.message).toMatch(cause);
      expect(erreur.message).not.toContain('\n');
      expect(erreur.remede).toMatch(/\.$/);
    },
  );

  it('ends a parser that takes too long', async () => {
    const erreur = await refus(PROGRAMME, { delaiMs: 5 });
    expect(erreur.message).toMatch(/programme-2012\.pdf.*arrêtée après 0,005 s/);
  });

  it('ends a parser that takes too much memory', async () => {
    const erreur = await refus(PROGRAMME, { memoireMo: 12 });
    expect(erreur.message).toMatch(/plus de 12 Mo de mémoire/);
  });

  it('refuses a file over the limit without reading it', async () => {
    const chemin = deposer('énorme.pdf', '%PDF-');
    truncateSync(chemin, 200 * 1024 * 1024);
    expect((await refus(chemin)).message).toMatch(/énorme\.pdf.*200 Mo.*limite de 100 Mo/);
  });

  it('says that a file does not exist, or is a folder', async () => {
    expect((await refus(join(dossier, 'absent.pdf'))).message).toMatch(/absent\.pdf.*n’existe pas/);
    mkdirSync(join(dossier, 'un dossier'));
    expect((await refus(join(dossier, 'un dossier'))).message).toMatch(
      /un dossier.*pas un fichier/,
    );
  });

  it('says that the system does not let it read', async () => {
    const boucle = join(dossier, 'boucle.pdf');
    symlinkSync(boucle, boucle);
    expect((await refus(boucle)).message).toMatch(/boucle\.pdf.*ne peut pas être lu/);
  });
});

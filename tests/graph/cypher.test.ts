import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQueryBook } from '../../src/graph/cypher.js';

let racine = '';

beforeAll(() => {
  racine = mkdtempSync(join(tmpdir(), 'maillage-livre-'));
  mkdirSync(join(racine, 'queries', 'theme'), { recursive: true });
  const write = (nom: string, texte: string): void =>
    writeFileSync(join(racine, 'queries', 'theme', nom), texte);
  write('commune.cypher', 'RETURN 1');
  write('double.cypher', 'RETURN 2');
  write('double.ladybug.cypher', 'RETURN 3');
  write('seule.ladybug.cypher', '{lecture} MERGE (n:{label} {id: id})');
  write('commune.ts', 'export {}');
});
afterAll(() => rmSync(racine, { recursive: true, force: true }));

describe('createQueryBook', () => {
  it('gives the text of a dialect where there is one, and the common one elsewhere', () => {
    const book = createQueryBook(racine);
    expect(book.texte('theme/double', 'ladybug')).toBe('RETURN 3');
    expect(book.texte('theme/double', 'neo4j')).toBe('RETURN 2');
    expect(book.texte('theme/commune', 'ladybug')).toBe('RETURN 1');
  });

  it('lists the questions of a dialect, each once', () => {
    const book = createQueryBook(racine);
    expect(book.noms('ladybug')).toEqual(['theme/commune', 'theme/double', 'theme/seule']);
    expect(book.noms('neo4j')).toEqual(['theme/commune', 'theme/double']);
  });

  it('fills the blanks of a statement and leaves its maps alone', () => {
    const trous = { label: 'Action', lecture: 'LOAD' };
    const texte = createQueryBook(racine).modele('theme/seule', 'ladybug', trous);
    expect(texte).toBe('LOAD MERGE (n:Action {id: id})');
  });

  it('names the question it does not know, and the file to write', () => {
    const book = createQueryBook(racine);
    expect(() => book.texte('theme/autre', 'neo4j')).toThrow(
      'Question inconnue : « theme/autre ».',
    );
    expect(() => book.texte('theme/seule', 'neo4j')).toThrow(/theme\/seule/);
  });

  it('names the folder when there is no book', () => {
    expect(() => createQueryBook(join(racine, 'ailleurs'))).toThrow(/ailleurs/);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { MaillageError } from '../src/domain/errors.js';
import { packageRoot } from '../src/domain/racine.js';

const erreur = (env: Record<string, string>): MaillageError => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof MaillageError) return error;
  }
  throw new Error('La configuration aurait dû être refusée');
};

describe('configuration', () => {
  it('is local and embedded by default', () => {
    expect(readConfig({})).toEqual({
      data: 'data',
      host: '127.0.0.1',
      port: 3000,
      ocr: true,
      oai: { courriel: 'documentation@maillage.invalid', domaine: 'maillage.invalid' },
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ MAILLAGE_PORT: '', NEO4J_URI: ' ' })).toEqual(readConfig({}));
  });

  it('uses the servers whose address is given', () => {
    const config = readConfig({
      NEO4J_URI: 'neo4j://graphe:7687',
      NEO4J_PASSWORD: 'secret',
      MEILISEARCH_URL: 'http://index:7700',
    });
    expect(config.neo4j).toEqual({
      uri: 'neo4j://graphe:7687',
      username: 'neo4j',
      password: 'secret',
      database: 'neo4j',
    });
    expect(config.meilisearch).toEqual({ url: 'http://index:7700', apiKey: '' });
  });

  it.each([
    ['MAILLAGE_PORT', '80000'],
    ['MAILLAGE_PORT', '3000.5'],
    ['MAILLAGE_HOST', 'deux mots'],
    ['MAILLAGE_OCR', 'peut-être'],
    ['NEO4J_URI', 'http://graphe'],
    ['MEILISEARCH_URL', 'index:7700'],
  ])('refuses %s=%s, naming it and its remedy', (nom, valeur) => {
    const { message, remede, genre } = erreur({ [nom]: valeur });
    expect(genre).toBe('usage');
    expect(message).toContain(nom);
    expect(remede).toContain(`${nom}=`);
  });

  it('never repeats an address that may hold a password', () => {
    expect(erreur({ NEO4J_URI: 'http://neo4j:secret@graphe' }).message).not.toContain('secret');
  });

  it('finds each of its variables in .env.example, where they give the defaults', () => {
    const exemple = readFileSync(join(packageRoot(), '.env.example'), 'utf8');
    const env = Object.fromEntries(
      [...exemple.matchAll(/^(\w+)=(.*)$/gm)].map((m) => [m[1], m[2]]),
    );
    expect(readConfig(env)).toEqual(readConfig({}));
    const source = readFileSync(join(packageRoot(), 'src', 'config.ts'), 'utf8');
    const lues = [...source.matchAll(/^ {2}((?:MAILLAGE|NEO4J|MEILISEARCH)_\w+): (?!')/gm)].map(
      (m) => m[1],
    );
    expect(Object.keys(env).sort()).toEqual([...new Set(lues)].sort());
  });
});

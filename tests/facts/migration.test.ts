import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBase } from '../../src/facts/database.js';
import { factsFile, openFactsReader } from '../../src/facts/reader.js';
import { MIGRATIONS, VERSION_TABLES } from '../../src/facts/tables.js';
import { openFactsWriter } from '../../src/facts/writer.js';
import { dossierTemporaire } from '../support/dossier.js';

const DOC = `sha256:${'a'.repeat(64)}`;

/** A base as the first version of the software left it, with one page. */
function baseAncienne(): string {
  const dossier = dossierTemporaire();
  const base = new Database(factsFile(dossier));
  base.exec(`${MIGRATIONS[0] ?? ''} PRAGMA user_version = 1;`);
  base.prepare('INSERT INTO pages VALUES (?, 1, 4, ?, NULL, ?)').run(DOC, 'lu', 'Texte');
  base.close();
  return dossier;
}

describe('a base of an older version', () => {
  it.each([
    ['a reader', openFactsReader],
    ['a writer', openFactsWriter],
  ])('is brought to the tables of today by %s, and keeps what it held', (_qui, ouvrir) => {
    const facts = ouvrir(baseAncienne());
    onTestFinished(() => facts.close());
    expect(facts.pages(DOC)).toEqual([{ numero: 1, imprimee: 4, etat: 'lu', texte: 'Texte' }]);
  });

  it('dates what it holds by the day it was brought to these tables', () => {
    const dossier = baseAncienne();
    const base = new Database(factsFile(dossier));
    base.exec("INSERT INTO meta VALUES ('sequence', '7')");
    base.close();
    const facts = openFactsReader(dossier);
    onTestFinished(() => facts.close());
    expect(facts.date(3)).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect(facts.date(8)).toBeUndefined();
  });

  it('is refused, untouched, when it is newer than the software', () => {
    const fichier = join(dossierTemporaire(), 'faits.db');
    const base = new Database(fichier);
    base.exec(`PRAGMA user_version = ${VERSION_TABLES + 1};`);
    base.close();
    expect(() => openBase(fichier, true)).toThrow(/version/);
  });
});

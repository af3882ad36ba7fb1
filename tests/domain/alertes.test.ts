import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALERTES } from '../../src/domain/alertes.js';

/** Every code that a rule gives an alert, as the sources write it. */
function codes(dossier: string): string[] {
  return readdirSync(dossier, { recursive: true, encoding: 'utf8' })
    .filter((nom) => nom.endsWith('.ts'))
    .flatMap((nom) => [
      ...readFileSync(join(dossier, nom), 'utf8').matchAll(
        /(?:code: (?:\w+ === undefined \? )?|remarquer\(\s*)'([a-z-]+)'(?: : '([a-z-]+)')?/g,
      ),
    ])
    .flatMap((m) => m.slice(1).filter((c) => c !== undefined));
}

describe('the table of alerts', () => {
  it('says what each code means, and knows no other', () => {
    const dits = [...new Set(codes(join(process.cwd(), 'ingest')))].sort();
    expect(Object.keys(ALERTES).sort()).toEqual(dits);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../../../src/domain/racine.js';
import { words } from './mots.js';

const schema = z.strictObject({
  municipal: z.array(z.string()).min(1),
  tetes: z.record(z.string(), z.string()),
  generiques: z.array(z.string()).min(1),
});

/** Words that names of organisations are made of. */
export interface VocabulaireOrganismes {
  readonly municipal: ReadonlySet<string>;
  /** Folded sigle -> folded words of what it stands for. */
  readonly tetes: ReadonlyMap<string, readonly string[]>;
  readonly generiques: ReadonlySet<string>;
}

/** Reads `organismes.yml`. */
export function loadOrganismes(
  fichier = join(packageRoot(), 'ingest', 'stages', 'resolve', 'identite', 'organismes.yml'),
): VocabulaireOrganismes {
  const lu = schema.parse(parse(readFileSync(fichier, 'utf8')));
  return {
    municipal: new Set(lu.municipal.flatMap(words)),
    tetes: new Map(
      Object.entries(lu.tetes).map(([sigle, nom]) => [words(sigle).join(' '), words(nom)]),
    ),
    generiques: new Set(lu.generiques.flatMap(words)),
  };
}

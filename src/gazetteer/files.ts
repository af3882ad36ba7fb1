import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { MaillageError } from '../domain/errors.js';
import { defauts } from '../domain/fiches.js';

/** Text of a seed file. @throws MaillageError `refus` naming the file when it cannot be read. */
export function readSeed(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new MaillageError(
      'refus',
      `Le référentiel « ${file} » ne peut pas être lu.`,
      'Vérifiez que le dossier seeds est complet (npm run gazetteers le reconstruit).',
      { cause },
    );
  }
}

/**
 * Rows of a seed CSV (semicolons, a header line), each a function from a column's name to its text.
 * A file without quotes is split directly: the 34,000 communes of France take 15 ms instead of 200.
 */
export function readTable(file: string, columns: readonly string[]): string[][] {
  const text = readSeed(file);
  const rows: string[][] = text.includes('"')
    ? parseCsv(text, { delimiter: ';', skip_empty_lines: true, relax_column_count: true })
    : text.split('\n').flatMap((line) => (line === '' ? [] : [line.replace(/\r$/, '').split(';')]));
  const header = rows.shift() ?? [];
  const manquante = columns.find((name, i) => header[i] !== name);
  if (manquante !== undefined) {
    throw new MaillageError(
      'refus',
      `Le référentiel « ${file} » n'a pas la colonne « ${manquante} » à sa place.`,
      `Première ligne attendue : ${columns.join(';')}`,
    );
  }
  return rows;
}

/** A YAML file checked against its schema. @throws MaillageError naming the file and each wrong field. */
export function readFiche<T extends z.ZodType>(file: string, schema: T): z.output<T> {
  let contenu: unknown;
  try {
    contenu = parseYaml(readSeed(file));
  } catch (cause) {
    if (cause instanceof MaillageError) throw cause;
    const raison = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new MaillageError(
      'refus',
      `« ${file} » n'est pas un fichier YAML valable : ${raison}`,
      'Corrigez la ligne indiquée.',
      { cause },
    );
  }
  const lu = schema.safeParse(contenu);
  if (lu.success) return lu.data;
  throw new MaillageError(
    'refus',
    `« ${file} » : ${defauts(schema, contenu).join(' ; ')}.`,
    'Corrigez ces champs ; les autres fiches du dossier servent de modèle.',
  );
}

/** Slugs and paths of the YAML files of a folder, sorted. */
export function listFiches(folder: string): { slug: string; file: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => ({ slug: basename(name, '.yml'), file: join(folder, name) }));
}

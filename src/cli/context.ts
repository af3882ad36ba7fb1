import type { IngestionPorts } from '../../ingest/run.js';
import type { Config } from '../config.js';
import { readConfig } from '../config.js';
import { MaillageError } from '../domain/errors.js';
import type { Readers } from '../engines.js';
import type { Output } from './output.js';
import { progressBar } from './progress.js';

/** Options that every command takes. */
export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** What a command works with. */
export interface CommandContext {
  readonly output: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Options of the commands that read documents. */
export interface ReadingOptions extends CommonOptions {
  readonly sansOcr?: boolean;
}

/** The configuration of a command: the environment, with --data over MAILLAGE_DATA and --sans-ocr over MAILLAGE_OCR. */
export function configOf(context: CommandContext, options: ReadingOptions): Config {
  const { data, ocr, ...config } = readConfig(context.env);
  return { ...config, data: options.data ?? data, ocr: ocr && options.sansOcr !== true };
}

/** Opens the readers for the time of one command. */
export async function withReaders<T>(
  config: Config,
  work: (readers: Readers) => Promise<T>,
): Promise<T> {
  const { openReaders } = await import('../engines.js');
  const readers = await openReaders(config);
  try {
    return await work(readers);
  } finally {
    await readers.fermer();
  }
}

/** What ingest needs, with progress told on stderr. */
export async function ingestionPorts(
  context: CommandContext,
  config: Config,
): Promise<IngestionPorts & { finish(): void }> {
  const { openGazetteer, openWriters } = await import('../engines.js');
  const bar = progressBar(context.output);
  return {
    dataDir: config.data,
    gazetteer: openGazetteer(),
    ouvrirMoteurs: () => openWriters(config),
    progression: bar.update,
    reconnaissance: config.ocr,
    finish: bar.finish,
  };
}

/** A whole number given on the command line. Throws MaillageError `usage` naming the option. */
export function wholeNumber(option: string, min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max && text.trim() !== '') return value;
    throw new MaillageError(
      'usage',
      `${option} : « ${text} » n’est pas un nombre entier de ${min} à ${max}.`,
      `Exemple : ${option} ${min === 0 ? 3000 : 20}`,
    );
  };
}

import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { MaillageError } from '../../domain/errors.js';
import { factsFile, openFactsReader } from '../../facts/reader.js';
import type { CommandContext, CommonOptions } from '../context.js';
import { configOf, ingestionPorts, wholeNumber } from '../context.js';

interface ServeOptions extends CommonOptions {
  readonly port?: number;
  readonly host?: string;
  readonly siVide?: string;
}

export function addServe(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('servir les pages et l’API')
    .option('--port <n>', 'port (sinon MAILLAGE_PORT, ou 3000)', wholeNumber('--port', 0, 65535))
    .option('--host <adresse>', 'adresse d’écoute (sinon MAILLAGE_HOST, ou 127.0.0.1)')
    .option('--si-vide <dossier>', 'dossier à lire d’abord quand la base est vide')
    .addHelpText('after', '\nExemple : maillage serve --port 8080')
    .action(async (options: ServeOptions) => {
      const base = configOf(context, options);
      const config = { ...base, port: options.port ?? base.port, host: options.host ?? base.host };
      if (options.siVide !== undefined && isEmpty(config.data)) {
        const ports = await ingestionPorts(context, config);
        const { ingest } = await import('../../../ingest/main.js');
        const rapport = await ingest(ports, [options.siVide]);
        ports.finish();
        for (const refuse of rapport.refuses)
          context.output.err.write(`refusé : ${refuse.message} ${refuse.remede}\n`);
      }
      const { startServer } = await import('../../server.js');
      await startServer(config);
    });
}

function isEmpty(dataDir: string): boolean {
  if (!existsSync(factsFile(dataDir))) return true;
  try {
    const faits = openFactsReader(dataDir);
    try {
      return faits.documents().length === 0;
    } finally {
      faits.close();
    }
  } catch (error) {
    // A first run killed before its tables were made leaves an empty file: that base is empty.
    if (error instanceof MaillageError && error.genre === 'introuvable') return true;
    throw error;
  }
}

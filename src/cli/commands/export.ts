import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Command } from 'commander';
import { MaillageError } from '../../domain/errors.js';
import { EXPORT_FORMATS } from '../../export/formats.js';
import type { CommandContext, CommonOptions } from '../context.js';
import { configOf, withReaders } from '../context.js';
import { writeAll } from '../output.js';

interface ExportCommandOptions extends CommonOptions {
  readonly format: string;
  readonly pages?: boolean;
  readonly out?: string;
  readonly recherche?: string;
}

export function addExport(program: Command, context: CommandContext): void {
  const noms = Object.keys(EXPORT_FORMATS);
  program
    .command('export')
    .description('écrire toute la base, ou ce qu’une recherche trouve, dans un fichier')
    .option(
      '--format <format>',
      `${noms.map((n) => `${n} (${EXPORT_FORMATS[n]?.description})`).join(', ')}`,
      'ndjson',
    )
    .option('--recherche <mots>', 'seulement ce que trouve cette recherche, dans son ordre')
    .option('--pages', 'avec le texte de chaque page')
    .option('--out <fichier>', 'fichier à écrire (sinon la sortie standard)')
    .addHelpText(
      'after',
      '\nExemple : maillage export --format csv --out actions.csv\n          maillage export --format ris --recherche "médiation santé" --out mediation.ris',
    )
    .action(async (options: ExportCommandOptions) => {
      const format = Object.hasOwn(EXPORT_FORMATS, options.format)
        ? EXPORT_FORMATS[options.format]
        : undefined;
      if (format === undefined) {
        throw new MaillageError(
          'usage',
          `Format d’export inconnu : « ${options.format} ».`,
          `Formats : ${noms.join(', ')}.`,
        );
      }
      await withReaders(configOf(context, options), async ({ faits, recherche }) => {
        const { trouverTout } = await import('../../questions/trouverTout.js');
        const ids =
          options.recherche === undefined
            ? {}
            : { ids: await trouverTout(recherche, options.recherche) };
        await faits.snapshot(async () => {
          const pieces = format.write(faits, { pages: options.pages === true, ...ids });
          if (options.out === undefined) await writeAll(context.output.out, pieces);
          else await writeFile(options.out, pieces);
        });
      });
    });
}

/** Written beside, then renamed: an interrupted export never stands under the name asked for. */
async function writeFile(fichier: string, pieces: Iterable<string>): Promise<void> {
  const provisoire = `${fichier}.${process.pid}.tmp`;
  const stream = createWriteStream(provisoire);
  try {
    await once(stream, 'open');
    await writeAll(stream, pieces);
    stream.end();
    await once(stream, 'finish');
    renameSync(provisoire, fichier);
  } catch (cause) {
    rmSync(provisoire, { force: true });
    throw new MaillageError(
      'refus',
      `« ${fichier} » ne peut pas être écrit.`,
      'Vérifiez que le dossier existe et que vous avez le droit d’y écrire.',
      { cause },
    );
  }
}

import type { Command } from 'commander';
import { MaillageError } from '../../domain/errors.js';
import type { CommandContext, ReadingOptions } from '../context.js';
import { configOf, ingestionPorts } from '../context.js';
import { count, json, line } from '../output.js';
import { report } from './ingest.js';

/** Between two requests to a repository, in milliseconds. */
const PAUSE_MS = 1_000;

interface MoissonOptions extends ReadingOptions {
  readonly prefixe: string;
  readonly ensemble?: string;
  readonly depuis?: string;
  readonly autoriserAdressePrivee?: readonly string[];
}

export function addMoissonner(program: Command, context: CommandContext): void {
  program
    .command('moissonner')
    .description('moissonner les notices d’un entrepôt OAI-PMH, puis les lire')
    .argument('<adresse>', 'adresse de l’entrepôt')
    .option('--prefixe <format>', 'format demandé : oai_dc, unimarc, marcxchange…', 'oai_dc')
    .option('--ensemble <ensemble>', 'un seul ensemble de l’entrepôt')
    .option('--depuis <date>', 'notices changées depuis cette date (sinon la dernière moisson)')
    .option(
      '--autoriser-adresse-privee <hôte...>',
      'serveurs du réseau local que l’on peut moissonner',
    )
    .addHelpText(
      'after',
      '\nExemple : maillage moissonner https://catalogue.exemple.fr/oai --prefixe oai_dc',
    )
    .action(async (adresse: string, options: MoissonOptions) => {
      const config = configOf(context, options);
      if (!/^https?:\/\/./.test(adresse) || !URL.canParse(adresse))
        throw new MaillageError(
          'usage',
          `« ${adresse} » n’est pas une adresse.`,
          'Exemple : maillage moissonner https://catalogue.exemple.fr/oai',
        );
      const { moissonner } = await import('../../../ingest/moisson/moissonner.js');
      const { ensemble, depuis, prefixe } = options;
      const bilan = await moissonner(
        config.data,
        {
          url: adresse,
          prefixe,
          ...(ensemble === undefined ? {} : { ensemble }),
          ...(depuis === undefined ? {} : { depuis }),
          progression: (n) =>
            context.output.err.write(`Moisson : ${count(n, 'réponse reçue', 'réponses reçues')}\n`),
        },
        {
          autorises: new Set(options.autoriserAdressePrivee ?? []),
          pauseMs: PAUSE_MS,
          attendre: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        },
      );
      const recues = `${count(bilan.recues, 'notice reçue', 'notices reçues')}${bilan.depuis === null ? '' : ` depuis le ${bilan.depuis}`}.`;
      if (bilan.fichier === null) {
        if (options.json === true) json(context.output, { moisson: bilan });
        else line(context.output, recues);
        return;
      }
      const ports = await ingestionPorts(context, config);
      const { ingest } = await import('../../../ingest/main.js');
      const rapport = await ingest(ports, [bilan.fichier]);
      ports.finish();
      if (options.json !== true) line(context.output, recues);
      report(context, rapport, options, { moisson: bilan });
    });
}

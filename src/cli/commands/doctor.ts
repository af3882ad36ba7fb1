import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { MaillageError } from '../../domain/errors.js';
import { factsFile } from '../../facts/reader.js';
import type { CommandContext, CommonOptions } from '../context.js';
import { configOf, withReaders } from '../context.js';
import { EXIT } from '../errors.js';
import { json, line } from '../output.js';

interface Constat {
  readonly controle: string;
  readonly bien: boolean;
  readonly detail: string;
}

/** Free space under which a run may fail, in megabytes. */
const PLACE_MO = 500;

export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('contrôler l’installation, le dossier de données et les moteurs')
    .addHelpText('after', '\nExemple : maillage doctor')
    .action(async (options: CommonOptions) => {
      const constats = await examine(configOf(context, options));
      if (constats.some((c) => !c.bien)) process.exitCode = EXIT.refused;
      if (options.json === true) return json(context.output, constats);
      for (const { controle, bien, detail } of constats) {
        line(context.output, `${bien ? 'bien  ' : 'à voir'}  ${controle} : ${detail}`);
      }
    });
}

async function examine(config: Config): Promise<Constat[]> {
  return [nodeVersion(), folder(config), space(config), await seeds(), ...(await engines(config))];
}

function nodeVersion(): Constat {
  const [majeure = 0, mineure = 0] = process.versions.node.split('.').map(Number);
  const bien = majeure > 20 || (majeure === 20 && mineure >= 19);
  return {
    controle: 'Node',
    bien,
    detail: `${process.versions.node}${bien ? '' : ' (il faut 20.19 ou plus récent)'}`,
  };
}

function folder(config: Config): Constat {
  const controle = 'Dossier de données';
  try {
    mkdirSync(config.data, { recursive: true });
    accessSync(config.data, constants.R_OK | constants.W_OK);
    return { controle, bien: true, detail: `« ${config.data} » se lit et s’écrit` };
  } catch {
    return {
      controle,
      bien: false,
      detail: `« ${config.data} » ne peut pas être écrit : donnez-en le droit, ou changez MAILLAGE_DATA`,
    };
  }
}

function space(config: Config): Constat {
  const controle = 'Place sur le disque';
  try {
    const { bavail, bsize } = statfsSync(config.data);
    const libre = Math.round((bavail * bsize) / 1_000_000);
    return {
      controle,
      bien: libre >= PLACE_MO,
      detail: `${libre.toLocaleString('fr-FR')} Mo libres`,
    };
  } catch {
    return { controle, bien: false, detail: 'inconnue' };
  }
}

async function seeds(): Promise<Constat> {
  try {
    const { openGazetteer } = await import('../../engines.js');
    const { communes, dispositifs } = openGazetteer().referentiels;
    return {
      controle: 'Référentiels',
      bien: true,
      detail: `${communes.length.toLocaleString('fr-FR')} communes, ${dispositifs.length} dispositifs`,
    };
  } catch (error) {
    return {
      controle: 'Référentiels',
      bien: false,
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

async function engines(config: Config): Promise<Constat[]> {
  if (!existsSync(factsFile(config.data))) {
    return [
      {
        controle: 'Base',
        bien: true,
        detail: 'vide ; pour lire un document : maillage ingest <fichier ou dossier>',
      },
    ];
  }
  try {
    return await withReaders(config, async ({ faits, graphe, recherche }) => {
      const sequence = faits.sequence();
      const base = {
        controle: 'Base',
        bien: true,
        detail: `${faits.documents().length} document(s)`,
      };
      return [
        base,
        await engine('Graphe', graphe, sequence),
        await engine('Index', recherche, sequence),
      ];
    });
  } catch (error) {
    return [fault('Base', error)];
  }
}

/** One engine that is down does not hide what the other one says. */
async function engine(
  controle: string,
  moteur: { readonly moteur: string; sequence(): Promise<number> },
  sequence: number,
): Promise<Constat> {
  try {
    const bien = (await moteur.sequence()) === sequence;
    const etat = bien ? 'à jour' : 'en retard : lancez maillage rebuild';
    return { controle, bien, detail: `${moteur.moteur}, ${etat}` };
  } catch (error) {
    return fault(controle, error);
  }
}

function fault(controle: string, error: unknown): Constat {
  if (!(error instanceof MaillageError)) throw error;
  return { controle, bien: false, detail: `${error.message} ${error.remede}` };
}

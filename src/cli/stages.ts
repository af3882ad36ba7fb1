import { listFiles } from '../../ingest/files.js';
import { loadProfils } from '../../ingest/sources/profil.js';
import { loadVocabulaire } from '../../ingest/stages/assert/vocabulaire.js';
import { buildLot } from '../../ingest/stages/lot.js';
import { readFile } from '../../ingest/stages/read.js';
import { understandLayout } from '../../ingest/stages/understand.js';
import type { Config } from '../config.js';
import { MaillageError } from '../domain/errors.js';
import { openGazetteer } from '../engines.js';
import type { CommandContext } from './context.js';
import { EXIT, explainError } from './errors.js';
import { json } from './output.js';

/** A stage whose result can be shown. */
export type Stage = 'read' | 'segment' | 'assert';

/** Prints what a stage makes of each file, and writes nothing. Returns the exit code. */
export async function dump(
  context: CommandContext,
  chemins: readonly string[],
  stage: Stage,
  { ocr }: Pick<Config, 'ocr'>,
): Promise<number> {
  let code: number = EXIT.done;
  const results: unknown[] = [];
  for (const candidat of listFiles(chemins)) {
    try {
      if (candidat.genre === 'refus') throw candidat.erreur;
      if (candidat.genre === 'fichier') results.push(await run(candidat, stage, ocr));
    } catch (error) {
      if (!(error instanceof MaillageError)) throw error;
      code = EXIT.refused;
      context.output.err.write(`${explainError(error, context.env).text}\n`);
    }
  }
  json(context.output, results);
  return code;
}

async function run(
  source: { chemin: string; fichier: string },
  stage: Stage,
  reconnaissance: boolean,
): Promise<unknown> {
  const { octets: _octets, ...lu } = await readFile(source.chemin, { reconnaissance });
  if (stage === 'read') return lu;
  const document = understandLayout(lu, source.fichier, loadProfils());
  if (stage === 'segment') {
    const { id, type, programme } = document;
    return { fichier: source.fichier, id, type, source: document.profil.source, programme };
  }
  const vocabulaire = loadVocabulaire();
  const { textes, ...lot } = buildLot(document, openGazetteer(), vocabulaire, '');
  return { fichier: source.fichier, ...lot, textes: Object.fromEntries(textes ?? []) };
}

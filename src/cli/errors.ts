import { CommanderError } from 'commander';
import { MaillageError } from '../domain/errors.js';

/** Exit codes of DESIGN 8. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

const USAGE: Readonly<Record<string, (message: string) => string>> = {
  'commander.unknownOption': (m) => `option inconnue ${quoted(m)}.`,
  'commander.unknownCommand': (m) => `commande inconnue ${quoted(m)}.`,
  'commander.missingArgument': (m) => `il manque ${quoted(m)}.`,
  'commander.optionMissingArgument': (m) => `l’option ${quoted(m)} attend une valeur.`,
  'commander.excessArguments': () =>
    'trop de mots donnés : mettez la question ou les mots entre guillemets.',
  'commander.invalidArgument': (m) => `valeur refusée : ${quoted(m)}.`,
};

/** One French line for an error, and the exit code it gives. A defect of ours keeps its trace under MAILLAGE_TRACE=1. */
export function explainError(
  error: unknown,
  env: Readonly<Record<string, string | undefined>>,
): { text: string; code: number } {
  if (error instanceof MaillageError) {
    const code = error.genre === 'usage' ? EXIT.usage : EXIT.refused;
    return { text: `maillage : ${error.message} ${error.remede}`, code };
  }
  if (error instanceof CommanderError) {
    const french = USAGE[error.code]?.(error.message);
    if (french === undefined)
      return { text: '', code: error.exitCode === 0 ? EXIT.done : EXIT.usage };
    return { text: `maillage : ${french} Aide : maillage --help`, code: EXIT.usage };
  }
  if (isCode(error, 'ENOSPC') || isCode(error, 'SQLITE_FULL')) {
    return {
      text: 'maillage : le disque est plein. Libérez de la place, puis relancez : rien n’est perdu.',
      code: EXIT.refused,
    };
  }
  const detail =
    error instanceof Error
      ? env.MAILLAGE_TRACE === '1'
        ? error.stack
        : error.message
      : String(error);
  return {
    text: `maillage : erreur imprévue (${detail}). Relancez avec MAILLAGE_TRACE=1 et signalez-la avec sa trace.`,
    code: EXIT.refused,
  };
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function quoted(message: string): string {
  const name = /'([^']+)'/.exec(message)?.[1];
  return name === undefined ? '' : `« ${name} »`;
}

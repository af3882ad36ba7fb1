import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/domain/racine.js';

const BIN = join(packageRoot(), 'bin', 'maillage.js');

/** Variables of a command. */
export type Environnement = Readonly<Record<string, string>>;

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `maillage …` on a data folder and waits for its end. */
export function maillage(data: string, ...args: string[]): CliResult {
  return maillageWith({ MAILLAGE_DATA: data }, ...args);
}

/** Same, with variables of its own: the servers of the engines. */
export function maillageWith(variables: Environnement, ...args: string[]): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: environmentOf(variables),
  });
  return { code: status, stdout, stderr };
}

/** The servers of the engines are only those that are given. */
function environmentOf(variables: Environnement): NodeJS.ProcessEnv {
  const autres = Object.entries(process.env).filter(([nom]) => !/^(NEO4J|MEILI)/.test(nom));
  return { ...Object.fromEntries(autres), NO_COLOR: '1', ...variables };
}

/** Same, with its `--json` result. */
export function maillageJson<T>(data: string, ...args: string[]): T {
  const { stdout, stderr } = maillage(data, ...args, '--json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

/** Starts `maillage …` and does not wait. */
export function startMaillage(data: string, ...args: string[]): ChildProcess {
  return startMaillageWith({ MAILLAGE_DATA: data }, ...args);
}

export function startMaillageWith(variables: Environnement, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentOf(variables),
  });
}

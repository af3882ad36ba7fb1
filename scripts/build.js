// Compiles src, ingest, queries and bench into dist/.
//   --if-possible  do nothing where the compiler is not installed (production install)
//   --if-needed    do nothing when dist/ is newer than every source
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.fait');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** True when a source is newer than the last build. */
export function isStale() {
  if (!existsSync(stamp)) return true;
  const sources = ['src', 'ingest', 'queries', 'bench', 'tsconfig.json', 'package.json'];
  return sources.some((name) => newest(join(root, name)) > statSync(stamp).mtimeMs);
}

/** Compiles; returns the compiler's exit code. */
export function build() {
  const started = new Date();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status === 0) {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, '');
    utimesSync(stamp, started, started);
  }
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = new Set(process.argv.slice(2));
  if (options.has('--if-possible') && !existsSync(tsc)) process.exit(0);
  if (options.has('--if-needed') && !isStale()) process.exit(0);
  process.exit(build());
}

// npm run dev: compiles at each change and restarts the server.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
build();
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const run = (args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
const children = [
  run([tsc, '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput']),
  run([
    '--watch-path=dist',
    join(root, 'dist', 'src', 'cli.js'),
    'serve',
    '--si-vide',
    join(root, 'seeds', 'documents'),
  ]),
];
process.on('SIGINT', () => {
  for (const child of children) child.kill('SIGINT');
});

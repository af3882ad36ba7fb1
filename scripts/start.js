// npm start: builds if needed, reads seeds/documents when the base is empty, serves.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isStale } from './build.js';

if (isStale()) {
  process.stderr.write('Préparation du programme (une fois)…\n');
  const status = build();
  if (status !== 0) process.exit(status);
}
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.argv.splice(2, 0, 'serve', '--si-vide', join(root, 'seeds', 'documents'));
await import('../dist/src/cli.js');

#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const compiled = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));
if (!existsSync(compiled)) {
  const { build } = await import('../scripts/build.js');
  process.stderr.write('Préparation du programme (une fois)…\n');
  const status = build();
  if (status !== 0) process.exit(status);
}
await import('../dist/src/cli.js');

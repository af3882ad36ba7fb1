import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset } from '../api/pages.js';
import { packageRoot } from '../domain/racine.js';

/** A file to serve, and its address with a hash of its content so that browsers may keep it. */
export interface LoadedAsset extends Asset {
  readonly versioned: string;
}

/** Reads a file of `src/web/assets`, wherever the compiled code runs from. */
export function loadAsset(name: string, type: string): LoadedAsset {
  const content = readFileSync(join(packageRoot(), 'src', 'web', 'assets', name));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const url = `/assets/${name}`;
  return { url, type, content, versioned: `${url}?v=${hash}` };
}

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { DocumentDecrit } from '../domain/page.js';
import { messages } from './messages.js';
import { ProblemError, problem } from './problem.js';
import type { Services } from './services.js';

/**
 * Types that a browser may show, by format. Whatever is not here is downloaded: a file that
 * could run (HTML, SVG) must never be shown from this server's name.
 */
const AFFICHABLES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  texte: 'text/plain; charset=utf-8',
};

/** The original file of a document, with the headers that make it harmless. */
export async function openOriginal(
  { originaux }: Services,
  document: DocumentDecrit,
): Promise<{ readonly stream: Readable; readonly headers: Readonly<Record<string, string>> }> {
  const file = await open(join(originaux, document.id.replace(/^sha256:/, ''))).catch(() => null);
  if (file === null) {
    throw new ProblemError(
      problem(404, messages.originalAbsent, { champ: 'id', remede: messages.remedeOriginal }),
    );
  }
  const { size } = await file.stat();
  const type = AFFICHABLES[document.format];
  return {
    stream: file.createReadStream(),
    headers: {
      'content-type': type ?? 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': disposition(
        type === undefined ? 'attachment' : 'inline',
        document.fichier,
      ),
      'cache-control': 'private, no-cache',
      // The browser's own PDF viewer is an object of the page it makes.
      'content-security-policy': "default-src 'none'; object-src 'self'; frame-ancestors 'none'",
    },
  };
}

/** Content-Disposition with a name that holds no quote, control character or folder (RFC 6266). */
export function disposition(mode: 'inline' | 'attachment', fichier: string): string {
  const nom = (fichier.split(/[/\\]/).pop() ?? '').replace(/\p{Cc}/gu, '');
  const ascii = nom.normalize('NFD').replace(/[^\x20-\x7e]|["%\\;]/g, '') || 'document';
  const encode = encodeURIComponent(Buffer.from(nom).toString()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${mode}; filename="${ascii}"; filename*=UTF-8''${encode}`;
}

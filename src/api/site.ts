import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Asset, PageRequest, PageRoute, Pages } from './pages.js';

/** Serves the pages and their assets. */
export function registerSite(app: FastifyInstance, pages: Pages): void {
  for (const asset of pages.assets) serveAsset(app, asset);
  for (const route of pages.routes) servePage(app, route);
}

function servePage(app: FastifyInstance, route: PageRoute): void {
  app.get(route.url, { schema: { hide: true } }, async (request, reply) => {
    const page = await route.render(pageRequest(request));
    if (page.redirect !== undefined) return reply.redirect(page.redirect, 301);
    if (page.noindex === true) reply.header('x-robots-tag', 'noindex');
    return reply
      .code(page.status ?? 200)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.html);
  });
}

/** Addresses of assets carry a hash of their content, so a browser may keep them. */
function serveAsset(app: FastifyInstance, { url, type, content }: Asset): void {
  const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
  app.get(url, { schema: { hide: true } }, async (request, reply) => {
    reply.header('etag', etag).header('cache-control', 'public, max-age=86400');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type(type).send(content);
  });
}

/** The address in parts; of a parameter given several times the first value is kept. */
function pageRequest(request: FastifyRequest): PageRequest {
  return { params: firsts(request.params), query: firsts(request.query) };
}

function firsts(values: unknown): Record<string, string> {
  const entries = Object.entries((values ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([nom, valeur]) => {
      const premier: unknown = Array.isArray(valeur) ? valeur[0] : valeur;
      return typeof premier === 'string' ? [[nom, premier]] : [];
    }),
  );
}

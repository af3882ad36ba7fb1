import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { messages } from './messages.js';
import type { Pages } from './pages.js';
import { type Problem, ProblemError, problem, problemOf } from './problem.js';

/** Seconds after which a client may ask again when an engine is down. */
const RETRY_AFTER = '10';

/** Turns whatever is thrown, and whatever is not found, into a problem document or an error page. */
export function registerErrors(app: FastifyInstance, pages: Pages | undefined): void {
  const routes = collectRoutes(app);
  app.setErrorHandler((error, request, reply) => {
    const found = problemOf(error);
    // The pattern of the route, never the address: an address may hold a question.
    if (found.status >= 500) request.log.error({ err: error, route: request.routeOptions.url });
    const headers = error instanceof ProblemError ? error.headers : {};
    return sendProblem(request, reply.headers(headers), found, pages);
  });
  app.setNotFoundHandler((request, reply) => {
    const methods = routes.methodsOf(pathOf(request.url)).filter((m) => m !== request.method);
    if (methods.length === 0) {
      return sendProblem(request, reply, problem(404, messages.routeInconnue), pages);
    }
    const allow = methods.join(', ');
    reply.header('allow', allow);
    return sendProblem(
      request,
      reply,
      problem(405, messages.methode(request.method, allow)),
      pages,
    );
  });
}

/** Sends a problem: JSON under /api and to programs, a page to a browser elsewhere. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  found: Problem,
  pages: Pages | undefined,
): FastifyReply {
  if (found.status === 503) reply.header('retry-after', RETRY_AFTER);
  reply.code(found.status).header('cache-control', 'no-store').serializer(String);
  if (pages !== undefined && wantsPage(request)) {
    return reply.type('text/html; charset=utf-8').send(pages.error(found));
  }
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(found));
}

function wantsPage(request: FastifyRequest): boolean {
  const path = pathOf(request.url);
  if (path.startsWith('/api/') || path === '/api') return false;
  return /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}

/** Remembers every route as it is declared, to tell 405 from 404. */
function collectRoutes(app: FastifyInstance): { methodsOf(path: string): string[] } {
  const routes: { readonly method: string; readonly pattern: RegExp }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    const pattern = new RegExp(`^${url.replace(/:[A-Za-z]+/g, '[^/]+').replace(/\*$/, '.*')}$`);
    for (const m of [method].flat()) routes.push({ method: m, pattern });
  });
  return {
    methodsOf: (path) => [
      ...new Set(routes.filter((r) => r.pattern.test(path)).map((r) => r.method)),
    ],
  };
}

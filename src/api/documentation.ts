import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { DocumentedRoute, Pages } from './pages.js';

/** Address of the OpenAPI description. */
const OPENAPI = '/documentation/openapi.json';

/** Collects the routes declared after it into an OpenAPI 3.1 description. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Maillage',
        version: '1',
        description:
          'Les faits d’un centre de ressources politique de la ville, chacun avec le passage qui le prouve.',
      },
      servers: [{ url: '/', description: 'Ce serveur' }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

/** Serves the description, as OpenAPI and as a page. */
export function serveDocumentation(app: FastifyInstance, pages: Pages | undefined): void {
  app.get(OPENAPI, { schema: { hide: true } }, async () => app.swagger());
  app.get('/documentation', { schema: { hide: true } }, async (_request, reply) =>
    pages === undefined
      ? reply.redirect(OPENAPI)
      : reply.type('text/html; charset=utf-8').send(pages.documentation(documentedRoutes(app))),
  );
}

/** The parts of an OpenAPI operation that the page shows. */
interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Readonly<Record<string, unknown>>;
  }[];
  readonly requestBody?: unknown;
}

function documentedRoutes(app: FastifyInstance): DocumentedRoute[] {
  const paths =
    (app.swagger() as { paths?: Record<string, Record<string, Operation>> }).paths ?? {};
  return Object.entries(paths).flatMap(([url, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      url: url.replace(/\{(\w+)\}/g, ':$1'),
      tag: operation.tags?.[0] ?? '',
      summary: operation.summary ?? '',
      body: operation.requestBody !== undefined,
      parameters: (operation.parameters ?? []).map((p) => ({
        name: p.name,
        where: p.in,
        required: p.required === true,
        values: Array.isArray(p.schema?.enum) ? p.schema.enum.map(String) : [],
        byDefault: p.schema?.default === undefined ? null : String(p.schema.default),
      })),
    })),
  );
}

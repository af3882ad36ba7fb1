import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { closeUnusedConnections } from './connections.js';
import { registerOpenApi, serveDocumentation } from './documentation.js';
import { registerErrors, sendProblem } from './errors.js';
import type { Pages } from './pages.js';
import { problemOf } from './problem.js';
import { registerActions } from './routes/actions.js';
import { registerCoherence } from './routes/coherence.js';
import { registerDispositifs } from './routes/dispositifs.js';
import { registerDocuments } from './routes/documents.js';
import { registerEtat } from './routes/etat.js';
import { registerExport } from './routes/export.js';
import { registerGraphe } from './routes/graphe.js';
import { registerIntervenants } from './routes/intervenants.js';
import { registerNotices } from './routes/notices.js';
import { registerNouveautes } from './routes/nouveautes.js';
import { registerOai } from './routes/oai.js';
import { registerProgrammes } from './routes/programmes.js';
import { registerQuestions } from './routes/questions.js';
import { registerTerritoires } from './routes/territoires.js';
import { registerUnapi } from './routes/unapi.js';
import { checkHost, registerHeaders } from './security.js';
import type { Services } from './services.js';
import { registerSite } from './site.js';

export interface AppOptions {
  readonly services: Services;
  /** Absent: the API alone, without pages. */
  readonly pages?: Pages;
  /** Whom harvesters write to, and the name that their identifiers begin with. */
  readonly oai?: { readonly courriel: string; readonly domaine: string };
  /** The address listened on: on the loopback, other server names are refused. */
  readonly host?: string;
  /** Where warnings and errors go, one JSON line each; nowhere when absent. */
  readonly log?: NodeJS.WritableStream;
}

/** Largest body read, in bytes: a question of 500 characters fits many times. */
const CORPS_MAX = 16 * 1024;

const OAI = { courriel: 'documentation@maillage.invalid', domaine: 'maillage.invalid' };

/** Builds the server, not yet listening: ask it with `inject()`, or `listen()`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { pages, log } = options;
  const app = Fastify({
    bodyLimit: CORPS_MAX,
    requestTimeout: 30_000,
    // No line a request: the address holds the question, and would stand beside who asked it.
    logController: new LogController({ disableRequestLogging: true }),
    logger: log === undefined ? false : { level: 'warn', stream: log, serializers: SERIALIZERS },
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => {
      // Typed for a generic instance, which this one is not.
      const found = problemOf(error);
      sendProblem(request as FastifyRequest, reply as unknown as FastifyReply, found, pages);
    },
  });
  closeUnusedConnections(app);
  await app.register(wire, options);
  return app;
}

const SERIALIZERS = { req: () => ({}), res: () => ({}) };

/** The one plugin that wires everything. */
async function wire(parent: FastifyInstance, options: AppOptions): Promise<void> {
  const { services, pages, host } = options;
  const app = parent.withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  checkHost(parent, host ?? '127.0.0.1');
  await registerHeaders(parent);
  registerErrors(parent, pages);
  await registerOpenApi(parent);
  registerActions(app, services);
  registerTerritoires(app, services);
  registerDispositifs(app, services);
  registerIntervenants(app, services);
  registerProgrammes(app, services);
  registerDocuments(app, services);
  registerNotices(app, services);
  registerCoherence(app, services);
  registerQuestions(app, services);
  registerGraphe(app, services);
  registerExport(app, services);
  registerUnapi(app, services);
  registerOai(app, services, options.oai ?? OAI);
  registerNouveautes(app, services);
  registerEtat(app, services);
  serveDocumentation(parent, pages);
  if (pages !== undefined) registerSite(parent, pages);
}
